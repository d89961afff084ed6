namespace Geo.Engine.Suitability.Ranking;

/// <summary>Order of preference by similarity to the ideal solution.</summary>
/// <remarks>Source: Hwang, C. L. and Yoon, K. (1981), Multiple Attribute Decision Making, ch. 5; Tzeng, G.-H. and Huang, J.-J. (2011).</remarks>
public static class Topsis
{
    /// <summary>Closeness to the ideal, 0 (the worst of all in every criterion) to 1 (the best); more is better.</summary>
    /// <param name="matrix">The alternatives.</param>
    /// <param name="weights">Finite, not negative, not all zero; only ratios matter.</param>
    /// <param name="scaling">How criteria become comparable.</param>
    /// <exception cref="ArgumentException">The weights do not fit.</exception>
    /// <remarks>Where all alternatives are alike in all criteria, each is at the ideal and at its opposite: 0.5.</remarks>
    public static double[] Closeness(DecisionMatrix matrix, IReadOnlyList<double> weights, Scaling scaling)
    {
        var shares = matrix.Scaled(weights);
        var (toBest, toWorst) = (new double[matrix.Alternatives], new double[matrix.Alternatives]);
        for (var criterion = 0; criterion < matrix.Criteria; criterion++)
        {
            var goodness = Goodness(matrix, criterion, scaling);
            var (worst, best) = (goodness.Min(), goodness.Max());
            for (var i = 0; i < goodness.Length; i++)
            {
                toBest[i] += Square(shares[criterion] * (best - goodness[i]));
                toWorst[i] += Square(shares[criterion] * (goodness[i] - worst));
            }
        }
        return [.. toBest.Zip(toWorst, (b, w) => b + w == 0 ? 0.5 : Math.Sqrt(w) / (Math.Sqrt(b) + Math.Sqrt(w)))];
    }

    private static double[] Goodness(DecisionMatrix matrix, int criterion, Scaling scaling)
    {
        if (scaling == Scaling.MinMax)
            return matrix.ScaledColumn(criterion);
        var column = matrix.Column(criterion);
        var length = Math.Sqrt(column.Sum(Square));
        var sign = matrix.Directions[criterion] == Direction.Benefit ? 1 : -1;
        return length == 0 ? column : [.. column.Select(v => sign * v / length)];
    }

    private static double Square(double value) => value * value;
}
