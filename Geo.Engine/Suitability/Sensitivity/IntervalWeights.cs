namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>The least and the greatest weighted sum when each weight is known only to lie in an interval and all sum to 1.</summary>
/// <remarks>Source: continuous knapsack: Dantzig, G. B. (1957), Operations Research 5:266. Exact: what is left after the lower bounds goes where it counts most.</remarks>
public static class IntervalWeights
{
    /// <summary>The range of scores of one cell.</summary>
    /// <param name="degrees">Memberships; NaN gives NaN.</param>
    /// <param name="lower">Lower bounds, at least 0, sum at most 1.</param>
    /// <param name="upper">Upper bounds, not below the lower ones, sum at least 1.</param>
    /// <exception cref="ArgumentException">The counts differ, or no weights lie in the bounds.</exception>
    public static (double Least, double Greatest) Range(IReadOnlyList<double> degrees, IReadOnlyList<double> lower, IReadOnlyList<double> upper)
    {
        Guard(degrees, lower, upper);
        if (degrees.Any(double.IsNaN))
            return (double.NaN, double.NaN);
        var rising = Enumerable.Range(0, degrees.Count).OrderBy(i => degrees[i]).ToArray();
        return (Filled(degrees, lower, upper, rising), Filled(degrees, lower, upper, [.. rising.Reverse()]));
    }

    private static double Filled(IReadOnlyList<double> degrees, IReadOnlyList<double> lower, IReadOnlyList<double> upper, int[] order)
    {
        var sum = degrees.Zip(lower, (degree, weight) => degree * weight).Sum();
        var left = 1 - lower.Sum();
        foreach (var i in order)
        {
            var part = Math.Min(left, upper[i] - lower[i]);
            sum += degrees[i] * part;
            left -= part;
        }
        return sum;
    }

    private static void Guard(IReadOnlyList<double> degrees, IReadOnlyList<double> lower, IReadOnlyList<double> upper)
    {
        if (degrees.Count == 0 || lower.Count != degrees.Count || upper.Count != degrees.Count)
            throw new ArgumentException($"{degrees.Count} memberships, {lower.Count} lower and {upper.Count} upper bounds", nameof(degrees));
        if (!lower.Zip(upper).All(b => b.First >= 0 && b.First <= b.Second && double.IsFinite(b.Second)))
            throw new ArgumentException("a lower bound is negative or above its upper bound", nameof(lower));
        if (lower.Sum() > 1 + 1e-12 || upper.Sum() < 1 - 1e-12)
            throw new ArgumentException($"no weights that sum to 1 lie in the bounds: these sum to {lower.Sum()} and {upper.Sum()}", nameof(lower));
    }
}
