using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Lanes;
using Geo.Engine.Radio.Propagation;

namespace Geo.Engine.Radio;

/// <summary>The standard normal distribution.</summary>
/// <remarks>Source: J. F. Hart, Computer Approximations, 1968, algorithm 5666, in the form of G. West, 2005; exact to 1e-14.</remarks>
internal static class NormalDistribution
{
    private const double Sqrt2Pi = 2.506628274631000502;
    private const double FromFar = 7.07106781186547;

    // from the highest power down
    private static ReadOnlySpan<double> Above =>
        [3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376];

    private static ReadOnlySpan<double> Below =>
        [8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752];

    /// <summary>Density at x.</summary>
    public static double Density(double x) => Math.Exp(-x * x / 2) / Sqrt2Pi;

    /// <summary>Probability of a value greater than x: Q(x).</summary>
    public static double UpperTail(double x)
    {
        var tail = TailOfPositive(Math.Abs(x));
        return x > 0 ? tail : 1 - tail;
    }

    /// <summary><see cref="UpperTail(double)"/> of eight numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> UpperTail(Vector512<double> x)
    {
        var size = Vector512.Abs(x);
        var density = ElementaryFunctions.Exp(size * size * -0.5);
        var tail = density * Series(size, Above) / Series(size, Below);
        var isFar = Vector512.GreaterThanOrEqual(size, Vector512.Create(FromFar));
        if (isFar.ExtractMostSignificantBits() != 0)
        {
            var fraction = size + Vector512.Create(0.65);
            for (var term = 4; term >= 1; term--)
                fraction = size + (Vector512.Create((double)term) / fraction);
            tail = Vector512.ConditionalSelect(isFar, density / fraction * (1 / Sqrt2Pi), tail);
        }

        return Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512<double>.Zero), tail, Vector512<double>.One - tail);
    }

    /// <summary>Probability of a value up to x.</summary>
    public static double Cumulative(double x) => UpperTail(-x);

    /// <summary>The value that is not exceeded with a probability above 0 and below 1, to 1e-12 between 1e-6 and 1 - 1e-6.</summary>
    public static double Quantile(double probability)
    {
        var x = Math.Clamp(-InverseNormal.UpperQuantile(probability), -7, 7);
        for (var step = 0; step < 4; step++)
            x -= (Cumulative(x) - probability) / Density(x); // Newton; the first guess is right to 0.0005
        return x;
    }

    private static double TailOfPositive(double x)
    {
        if (x > 37)
            return 0;
        var density = Math.Exp(-x * x / 2);
        return x >= FromFar
            ? density / (x + (1 / (x + (2 / (x + (3 / (x + (4 / (x + 0.65))))))))) / Sqrt2Pi
            : density * Series(x, Above) / Series(x, Below);
    }

    private static double Series(double x, ReadOnlySpan<double> factors)
    {
        var sum = 0.0;
        foreach (var factor in factors)
            sum = (sum * x) + factor;
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Series(Vector512<double> x, ReadOnlySpan<double> factors)
    {
        var sum = Vector512<double>.Zero;
        foreach (var factor in factors)
            sum = (sum * x) + Vector512.Create(factor);
        return sum;
    }
}
