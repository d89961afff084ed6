namespace Geo.Engine.Suitability.Ranking;

/// <summary>Distance from the ideal between bounds that are fixed beforehand, so that a new alternative never turns the order of others round.</summary>
/// <remarks>Source: Dezert, J., Tchamova, A., Han, D. and Tacnet, J.-M. (2020), The SPOTIS rank reversal free method, FUSION.</remarks>
public static class Spotis
{
    /// <summary>Weighted distance of each alternative, 0 (ideal) to 1; less is better.</summary>
    /// <param name="matrix">The alternatives.</param>
    /// <param name="weights">Finite, not negative, not all zero; only ratios matter.</param>
    /// <param name="bounds">Least and greatest value of each criterion, not taken from the data.</param>
    /// <exception cref="ArgumentException">Weights or bounds do not fit, or a value lies outside its bounds.</exception>
    public static double[] Distances(DecisionMatrix matrix, IReadOnlyList<double> weights, IReadOnlyList<(double Least, double Greatest)> bounds)
    {
        if (bounds.Count != matrix.Criteria || bounds.Any(b => !(b.Least < b.Greatest)))
            throw new ArgumentException($"{bounds.Count} bounds for {matrix.Criteria} criteria; each goes from its least to a greater value", nameof(bounds));
        var shares = matrix.Scaled(weights);
        return [.. Enumerable.Range(0, matrix.Alternatives).Select(a => Enumerable.Range(0, matrix.Criteria).Sum(c => shares[c] * Loss(matrix, a, c, bounds[c])))];
    }

    private static double Loss(DecisionMatrix matrix, int alternative, int criterion, (double Least, double Greatest) bounds)
    {
        var value = matrix[alternative, criterion];
        if (value < bounds.Least || value > bounds.Greatest)
            throw new ArgumentException($"alternative {alternative}, criterion {criterion}: {value} lies outside {bounds.Least} to {bounds.Greatest}", nameof(bounds));
        return (matrix.Directions[criterion] == Direction.Benefit ? bounds.Greatest - value : value - bounds.Least) / (bounds.Greatest - bounds.Least);
    }
}
