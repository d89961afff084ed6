namespace Geo.Engine.Radio.Propagation;

/// <summary>The inverse complementary cumulative normal distribution as the ITU approximates it; results are tied to this approximation, not to the exact one.</summary>
/// <remarks>Source: ITU-R P.1812, attachment 3 to annex 1; Abramowitz and Stegun, 26.2.23, error below 0.00054.</remarks>
public static class InverseNormal
{
    private const double Least = 1e-6;

    /// <summary>I(x): what a standard normal value exceeds with probability x; 0 at one half, x kept within 0.000001 and 0.999999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is NaN or outside 0 to 1.</exception>
    public static double UpperQuantile(double probability)
    {
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is from 0 to 1.");
        return probability switch
        {
            < 0.5 => OfTail(Math.Max(probability, Least)),
            > 0.5 => -OfTail(Math.Max(1 - probability, Least)),
            _ => 0, // the approximation gives 8e-10
        };
    }

    private static double OfTail(double tail)
    {
        var root = Math.Sqrt(-2 * Math.Log(tail));
        var above = (((0.010328 * root) + 0.802853) * root) + 2.515516698;
        var below = (((((0.001308 * root) + 0.189269) * root) + 1.432788) * root) + 1;
        return root - (above / below);
    }
}
