using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static Geo.Engine.Grids.ElementaryFunctions;

namespace Geo.Engine.Radio.Lanes;

/// <summary>What losses need of eight numbers side by side besides <see cref="Grids.ElementaryFunctions"/>, each lane alone.</summary>
internal static class LaneMath
{
    /// <summary>1 / (1 + exp(-2 x)), which is half of 1 + tanh x.</summary>
    public static Vector512<double> Rise(Vector512<double> x) => Vector512<double>.One / (Vector512<double>.One + Exp(x * -2));

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
        return Vector512.CopySign(SineOfLittle(arc * (1.0 / 3)), x);
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

    // eight terms of the series: of an angle up to a sixth of pi
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> SineOfLittle(Vector512<double> angle)
    {
        var s = angle * angle;
        var s2 = s * s;
        var low = Pair(s, 1.0 / 120, -1.0 / 6);
        var middle = Pair(s, 1.0 / 362_880, -1.0 / 5_040);
        var high = Add(s2, Vector512.Create(-1.0 / 1_307_674_368_000), Pair(s, 1.0 / 6_227_020_800, -1.0 / 39_916_800));
        return Add(angle * s, Add(s2, Add(s2, high, middle), low), angle);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ArcSineTail(Vector512<double> square)
    {
        var above = Pair(square, 3.47933107596021167570e-05, 7.91534994289814532176e-04);
        above = Add(above, square, Vector512.Create(-4.00555345006794114027e-02));
        above = Add(above, square, Vector512.Create(2.01212532134862925881e-01));
        above = Add(above, square, Vector512.Create(-3.25565818622400915405e-01));
        above = Add(above, square, Vector512.Create(1.66666666666666657415e-01));
        var below = Pair(square, 7.70381505559019352791e-02, -6.88283971605453293030e-01);
        below = Add(below, square, Vector512.Create(2.02094576023350569471e+00));
        below = Add(below, square, Vector512.Create(-2.40339491173441421878e+00));
        below = Add(below, square, Vector512<double>.One);
        return square * above / below;
    }
}
