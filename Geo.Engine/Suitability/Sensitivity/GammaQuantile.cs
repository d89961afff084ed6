namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>Quantiles of the gamma distribution with scale 1: what turns a number between 0 and 1 into a part of a Dirichlet draw.</summary>
public static class GammaQuantile
{
    private const int MostTerms = 2_000;

    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>The x below which the share <paramref name="probability"/> lies.</summary>
    /// <param name="shape">Above 0.</param>
    /// <param name="probability">Between 0 and 1, both left out.</param>
    /// <remarks>Bisection on the regularised incomplete gamma function, in the logarithm of x since small shapes put much below 1e-30.</remarks>
    public static double Of(double shape, double probability)
    {
        var (low, high) = (-700.0, Math.Log(shape + (20 * Math.Sqrt(shape)) + 60));
        for (var i = 0; i < 80; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Below(shape, Math.Exp(middle)) < probability ? (middle, high) : (low, middle);
        }
        return Math.Exp((low + high) / 2);
    }

    /// <summary>Share below x.</summary>
    /// <remarks>Source: Abramowitz, M. and Stegun, I. A. (1964), 6.5.29 (series) and 6.5.31 (continued fraction).</remarks>
    internal static double Below(double shape, double x)
    {
        var scale = Math.Exp((shape * Math.Log(x)) - x - LogGamma(shape));
        return x < shape + 1 ? scale * Series(shape, x) : 1 - (scale * Fraction(shape, x));
    }

    private static double Series(double shape, double x)
    {
        var (term, sum) = (1 / shape, 1 / shape);
        for (var n = 1; n < MostTerms && term > sum * 1e-17; n++)
            sum += term *= x / (shape + n);
        return sum;
    }

    // Lentz's way from the top.
    private static double Fraction(double shape, double x)
    {
        var b = x + 1 - shape;
        var (c, d) = (1e300, 1 / b);
        var value = d;
        for (var n = 1; n < MostTerms; n++)
        {
            var a = -n * (n - shape);
            b += 2;
            d = 1 / ((a * d) + b);
            c = b + (a / c);
            value *= c * d;
            if (Math.Abs((c * d) - 1) < 1e-15)
                break;
        }
        return value;
    }

    // Lanczos (1964), g = 7, nine terms: 15 digits.
    private static double LogGamma(double x)
    {
        if (x < 0.5)
            return LogGamma(x + 1) - Math.Log(x);
        var (sum, t) = (Lanczos[0], x + 6.5);
        for (var i = 1; i < Lanczos.Length; i++)
            sum += Lanczos[i] / (x - 1 + i);
        return (0.5 * Math.Log(2 * Math.PI)) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
