namespace Geo.Engine.Suitability;

/// <summary>
/// Ordered weighted average with weights of criteria, guided by one number: 0 asks that at least one criterion be met (the maximum), 1 is the weighted sum,
/// infinity asks for all (the minimum).
/// </summary>
/// <remarks>Source: Yager, R. R. (1996), Int. J. Intelligent Systems 11:49; Malczewski, J. (2006), IJAEOG 8:270, equation 5.</remarks>
public static class QuantifiedAverage
{
    /// <summary>The average of one cell.</summary>
    /// <param name="degrees">Memberships; NaN gives NaN.</param>
    /// <param name="weights">Weights of the criteria in the same order, sum 1.</param>
    /// <param name="alpha">Above 0.</param>
    public static double Of(IReadOnlyList<double> degrees, IReadOnlyList<double> weights, double alpha)
    {
        if (degrees.Count != weights.Count)
            throw new ArgumentException($"{weights.Count} weights for {degrees.Count} memberships", nameof(weights));
        if (!(alpha > 0))
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "a number above 0 is needed");
        if (degrees.Any(double.IsNaN))
            return double.NaN;
        var (sum, reached, before) = (0.0, 0.0, 0.0);
        foreach (var (place, (degree, weight)) in degrees.Zip(weights).OrderByDescending(p => p.First).Index())
        {
            reached += weight;
            // The last place reaches all; a sum that is a rounding short of 1 would be nothing under a great power.
            var quantity = place == degrees.Count - 1 ? 1 : Math.Pow(Math.Min(1, reached), alpha);
            sum += degree * (quantity - before);
            before = quantity;
        }
        return sum;
    }
}
