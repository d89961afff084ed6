namespace Geo.Engine.Grids.Surfaces;

/// <summary>The error function near 0, where a curve cut at four standard deviations needs it.</summary>
internal static class ErrorFunction
{
    /// <summary>erf(x) for |x| up to about 4, to the last digits of a double.</summary>
    /// <remarks>Source: Abramowitz and Stegun (1964), 7.1.6, a series of positive terms.</remarks>
    public static double Of(double x)
    {
        var term = x;
        var sum = x;
        for (var n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
