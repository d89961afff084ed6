namespace Geo.Engine.Suitability.Ranking;

/// <summary>Complex proportional assessment: benefits count as they are, costs by how far they stay below those of the others.</summary>
/// <remarks>Source: Zavadskas, E. K., Kaklauskas, A., Peldschus, F. and Turskis, Z. (2007), Baltic J. of Road and Bridge Engineering 2:195.</remarks>
public static class Copras
{
    /// <summary>Degree of utility of each alternative, over 0 to 1 for the best; more is better.</summary>
    /// <param name="matrix">The alternatives; no value is negative, and no alternative is without any cost where there are costs.</param>
    /// <param name="weights">Finite, not negative, not all zero; only ratios matter.</param>
    /// <exception cref="ArgumentException">Weights or values do not fit.</exception>
    public static double[] Utilities(DecisionMatrix matrix, IReadOnlyList<double> weights)
    {
        var shares = matrix.Scaled(weights);
        var (benefits, costs) = (new double[matrix.Alternatives], new double[matrix.Alternatives]);
        for (var criterion = 0; criterion < matrix.Criteria; criterion++)
        {
            var sums = matrix.Directions[criterion] == Direction.Benefit ? benefits : costs;
            var parts = Parts(matrix, criterion);
            for (var i = 0; i < parts.Length; i++)
                sums[i] += shares[criterion] * parts[i];
        }
        var significance = matrix.Directions.Contains(Direction.Cost) ? WithCosts(benefits, costs) : benefits;
        var best = significance.Max();
        return [.. significance.Select(s => best == 0 ? 1 : s / best)];
    }

    private static double[] WithCosts(double[] benefits, double[] costs)
    {
        if (costs.Any(c => c == 0))
            throw new ArgumentException("an alternative without any cost cannot be compared in proportion", nameof(costs));
        var sum = costs.Sum();
        var inverse = costs.Sum(c => 1 / c);
        return [.. benefits.Zip(costs, (benefit, cost) => benefit + (sum / (cost * inverse)))];
    }

    private static double[] Parts(DecisionMatrix matrix, int criterion)
    {
        var column = matrix.Column(criterion);
        if (column.Any(v => v < 0))
            throw new ArgumentException($"criterion {criterion} has the value {column.Min()}; proportions need values of at least 0", nameof(matrix));
        var sum = column.Sum();
        return sum == 0 ? column : [.. column.Select(v => v / sum)];
    }
}
