using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Grids;

/// <summary>Elementary functions of eight numbers side by side, each lane alone: exact to some 1e-15 of the value, or of the exponent of a power.</summary>
public static class ElementaryFunctions
{
    private const double LogOfTen = 2.302585092994045684;
    private const double LogOfTwo = 0.693147180559945309417;
    private const double DecadesPerOctave = 0.30102999566398119521;
    private const double OctavesPerNeper = 1.44269504088896340736;
    private const double MostExponent = 708;
    private const double LeastNormal = 2.2250738585072014e-308;
    private const double Shift = 6755399441055744; // 1.5 x 2^52: a whole number added to it stands in its last bits

    /// <summary>Common logarithm.</summary>
    public static Vector512<double> Log10(Vector512<double> x) => Log2(x) * DecadesPerOctave;

    /// <summary>Natural logarithm.</summary>
    public static Vector512<double> Log(Vector512<double> x) => Log2(x) * LogOfTwo;

    /// <summary>Ten to some power.</summary>
    public static Vector512<double> PowerOfTen(Vector512<double> exponent) => Exp(exponent * LogOfTen);

    /// <summary>A number above 0 to some power.</summary>
    public static Vector512<double> Power(Vector512<double> number, Vector512<double> exponent) => Exp(exponent * Log(number));

    /// <summary>Cube root of a number above 0, mended by one step of Newton.</summary>
    public static Vector512<double> Cbrt(Vector512<double> number)
    {
        var root = Exp(Log(number) * (1.0 / 3));
        return root - ((root - (number / (root * root))) * (1.0 / 3));
    }

    /// <summary>
    /// e to some power. What is fused is so on every processor, and nothing else is: the same bits everywhere, which the library does not promise. From -708 down it
    /// is 0, from 708 on infinite.
    /// </summary>
    /// <remarks>x = k ln 2 + r, and fourteen terms of the series for r, which is not above 0.35.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> Exp(Vector512<double> x)
    {
        var shifted = (x * OctavesPerNeper) + Vector512.Create(Shift);
        var octaves = shifted - Vector512.Create(Shift);
        var r = Add(octaves, -1.90821492927058770002e-10, Add(octaves, -6.93147180369123816490e-01, x)); // ln 2 in two parts
        var r2 = r * r;
        var r4 = r2 * r2;
        var low = Add(r2, Pair(r, 1.0 / 6, 1.0 / 2), r + Vector512<double>.One);
        var middle = Add(r2, Pair(r, 1.0 / 5_040, 1.0 / 720), Pair(r, 1.0 / 120, 1.0 / 24));
        var high = Add(r2, Pair(r, 1.0 / 39_916_800, 1.0 / 3_628_800), Pair(r, 1.0 / 362_880, 1.0 / 40_320));
        var power = Add(r4, Add(r4, Add(r4, Pair(r, 1.0 / 6_227_020_800, 1.0 / 479_001_600), high), middle), low);
        var result = (power.AsInt64() + (shifted.AsInt64() << 52)).AsDouble();
        if (Vector512.LessThanAll(Vector512.Abs(x), Vector512.Create(MostExponent)))
            return result;
        result = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(x, Vector512.Create(-MostExponent)), Vector512<double>.Zero, result);
        result = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(x, Vector512.Create(MostExponent)), Vector512.Create(double.PositiveInfinity), result);
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), result, x); // NaN stays
    }

    /// <summary>Logarithm to the base of 2, as <see cref="Exp"/> is made; of 0 negative infinity, of less NaN.</summary>
    /// <remarks>x = 2^e m, m between the square root of a half and that of 2, and eleven terms of the series of the area tangent of (m - 1) / (m + 1).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> Log2(Vector512<double> x)
    {
        const long RootOfHalf = 0x3FE6A09E667F3BCD, One = 0x3FF0000000000000, Shifted = 0x4338000000000000;
        var bits = x.AsInt64();
        var exponent = ((bits + Vector512.Create(One - RootOfHalf)) >>> 52) - Vector512.Create(1023L);
        var octaves = (exponent + Vector512.Create(Shifted)).AsDouble() - Vector512.Create(Shift);
        var m = (bits - (exponent << 52)).AsDouble();
        var f = (m - Vector512<double>.One) / (m + Vector512<double>.One);
        var s = f * f;
        var s2 = s * s;
        var s4 = s2 * s2;
        var low = Add(s2, Pair(s, 1.0 / 7, 1.0 / 5), Pair(s, 1.0 / 3, 1));
        var middle = Add(s2, Pair(s, 1.0 / 15, 1.0 / 13), Pair(s, 1.0 / 11, 1.0 / 9));
        var high = Add(s2, Vector512.Create(1.0 / 21), Pair(s, 1.0 / 19, 1.0 / 17));
        var result = Add(f * (2 * OctavesPerNeper), Add(s4, Add(s4, high, middle), low), octaves);
        if (Vector512.GreaterThanOrEqualAll(x, Vector512.Create(LeastNormal)) && Vector512.LessThanAll(x, Vector512.Create(double.PositiveInfinity)))
            return result;
        result = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<double>.Zero), Vector512.Create(double.NegativeInfinity), result);
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
            if (x[lane] != 0 && !(x[lane] >= LeastNormal && x[lane] < double.PositiveInfinity))
                result = result.WithElement(lane, Math.Log2(x[lane]));
        return result;
    }

    /// <summary>a x b + c, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Add(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Vector512.FusedMultiplyAdd(a, b, c);

    /// <inheritdoc cref="Add(Vector512{double}, Vector512{double}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Add(Vector512<double> a, double b, Vector512<double> c) => Vector512.FusedMultiplyAdd(a, Vector512.Create(b), c);

    /// <summary>Two terms of a series: more x + less, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Pair(Vector512<double> x, double more, double less) => Vector512.FusedMultiplyAdd(x, Vector512.Create(more), Vector512.Create(less));
}
