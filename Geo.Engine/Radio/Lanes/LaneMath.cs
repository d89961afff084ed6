using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Radio.Lanes;

/// <summary>Elementary functions of eight numbers side by side, each lane alone: exact to some 1e-15 of the value, or of the exponent of a power.</summary>
internal static class LaneMath
{
    private const double LogOfTen = 2.302585092994045684;
    private const double DecadesPerOctave = 0.30102999566398119521;

    /// <summary>Common logarithm.</summary>
    public static Vector512<double> Log10(Vector512<double> x) => Vector512.Log2(x) * DecadesPerOctave;

    /// <summary>Ten to some power.</summary>
    public static Vector512<double> PowerOfTen(Vector512<double> exponent) => Vector512.Exp(exponent * LogOfTen);

    /// <summary>A number above 0 to some power.</summary>
    public static Vector512<double> Power(Vector512<double> number, Vector512<double> exponent) => Vector512.Exp(exponent * Vector512.Log(number));

    /// <summary>Cube root of a number above 0, mended by one step of Newton.</summary>
    public static Vector512<double> Cbrt(Vector512<double> number)
    {
        var root = Vector512.Exp(Vector512.Log(number) * (1.0 / 3));
        return root - ((root - (number / (root * root))) * (1.0 / 3));
    }

    /// <summary>1 / (1 + exp(-2 x)), which is half of 1 + tanh x.</summary>
    public static Vector512<double> Rise(Vector512<double> x) => Vector512<double>.One / (Vector512<double>.One + Vector512.Exp(x * -2));

    /// <summary>Sine of a third of the arc sine of a number within -1 and 1: the middle root t of 3 t - 4 t^3 = x.</summary>
    /// <remarks>The arc sine is that of fdlibm (Sun Microsystems, 1993): a rational approximation up to 0.5, beyond it that of half the angle.</remarks>
    public static Vector512<double> SineOfThirdOfArcSine(Vector512<double> x)
    {
        var size = Vector512.Abs(x);
        var isSmall = Vector512.LessThan(size, Vector512.Create(0.5));
        var half = (Vector512<double>.One - size) * 0.5;
        var square = Vector512.ConditionalSelect(isSmall, size * size, half);
        var sine = Vector512.ConditionalSelect(isSmall, size, Vector512.Sqrt(half));
        var arc = sine + (sine * ArcSineTail(square));
        arc = Vector512.ConditionalSelect(isSmall, arc, Vector512.Create(Math.PI / 2) - (arc + arc));
        return Vector512.CopySign(Vector512.Sin(arc * (1.0 / 3)), x);
    }

    /// <summary>What stands at eight places of a table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LookUp(ReadOnlySpan<double> table, Vector512<double> places)
    {
        var at = Vector512.ConvertToInt64(places);
        return Vector512.Create(
            table[(int)at[0]], table[(int)at[1]], table[(int)at[2]], table[(int)at[3]], table[(int)at[4]], table[(int)at[5]], table[(int)at[6]], table[(int)at[7]]);
    }

    /// <summary>The least of eight numbers, none of which is NaN.</summary>
    public static double Least(Vector512<double> x)
    {
        var four = Vector256.MinNative(x.GetLower(), x.GetUpper());
        var two = Vector128.MinNative(four.GetLower(), four.GetUpper());
        return two[0] < two[1] ? two[0] : two[1];
    }

    /// <summary>The greatest of eight numbers, none of which is NaN.</summary>
    public static double Greatest(Vector512<double> x)
    {
        var four = Vector256.MaxNative(x.GetLower(), x.GetUpper());
        var two = Vector128.MaxNative(four.GetLower(), four.GetUpper());
        return two[0] > two[1] ? two[0] : two[1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ArcSineTail(Vector512<double> square)
    {
        var above = (square * 3.47933107596021167570e-05) + Vector512.Create(7.91534994289814532176e-04);
        above = (above * square) + Vector512.Create(-4.00555345006794114027e-02);
        above = (above * square) + Vector512.Create(2.01212532134862925881e-01);
        above = (above * square) + Vector512.Create(-3.25565818622400915405e-01);
        above = (above * square) + Vector512.Create(1.66666666666666657415e-01);
        var below = (square * 7.70381505559019352791e-02) + Vector512.Create(-6.88283971605453293030e-01);
        below = (below * square) + Vector512.Create(2.02094576023350569471e+00);
        below = (below * square) + Vector512.Create(-2.40339491173441421878e+00);
        below = (below * square) + Vector512<double>.One;
        return square * above / below;
    }
}
