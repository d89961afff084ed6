using Geo.Engine.Radio.Propagation;

namespace Geo.Engine.Radio;

/// <summary>The standard normal distribution.</summary>
/// <remarks>Source: J. F. Hart, Computer Approximations, 1968, algorithm 5666, in the form of G. West, 2005; exact to 1e-14.</remarks>
internal static class NormalDistribution
{
    private const double Sqrt2Pi = 2.506628274631000502;

    /// <summary>Density at x.</summary>
    public static double Density(double x) => Math.Exp(-x * x / 2) / Sqrt2Pi;

    /// <summary>Probability of a value greater than x: Q(x).</summary>
    public static double UpperTail(double x)
    {
        var tail = TailOfPositive(Math.Abs(x));
        return x > 0 ? tail : 1 - tail;
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
        if (x >= 7.07106781186547)
            return density / (x + (1 / (x + (2 / (x + (3 / (x + (4 / (x + 0.65))))))))) / Sqrt2Pi;
        var above = 3.52624965998911e-2;
        above = (above * x) + 0.700383064443688;
        above = (above * x) + 6.37396220353165;
        above = (above * x) + 33.912866078383;
        above = (above * x) + 112.079291497871;
        above = (above * x) + 221.213596169931;
        above = (above * x) + 220.206867912376;
        var below = 8.83883476483184e-2;
        below = (below * x) + 1.75566716318264;
        below = (below * x) + 16.064177579207;
        below = (below * x) + 86.7807322029461;
        below = (below * x) + 296.564248779674;
        below = (below * x) + 637.333633378831;
        below = (below * x) + 793.826512519948;
        below = (below * x) + 440.413735824752;
        return density * above / below;
    }
}
