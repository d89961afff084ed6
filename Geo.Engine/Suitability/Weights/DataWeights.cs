namespace Geo.Engine.Suitability.Weights;

/// <summary>
/// Weights from the data alone: what tells the alternatives apart weighs more. They say nothing of importance to people, move with the extent of the data, and
/// are a check beside judged weights. A criterion in which all are alike weighs 0.
/// </summary>
public static class DataWeights
{
    /// <summary>Shannon's entropy of each criterion: weight proportional to 1 - entropy.</summary>
    /// <remarks>Source: Shannon (1948); Zeleny, M. (1982), Multiple Criteria Decision Making, ch. 7.</remarks>
    /// <exception cref="ArgumentException">A value is negative, or there is only one alternative.</exception>
    public static double[] Entropy(DecisionMatrix matrix)
    {
        Guard(matrix);
        return Shares(Enumerable.Range(0, matrix.Criteria).Select(c => 1 - EntropyOf(matrix, c)));
    }

    /// <summary>Contrast and conflict (CRITIC): spread of each criterion times its lack of correlation with the others.</summary>
    /// <remarks>Source: Diakoulaki, D., Mavrotas, G. and Papayannakis, L. (1995), Computers &amp; Operations Research 22:763. Scaled from worst to best, Pearson's
    /// correlation, sample standard deviation (n - 1).</remarks>
    /// <exception cref="ArgumentException">There is only one alternative, or all are alike.</exception>
    public static double[] Critic(DecisionMatrix matrix)
    {
        Guard(matrix);
        var columns = Enumerable.Range(0, matrix.Criteria).Select(matrix.ScaledColumn).ToList();
        var spreads = columns.Select(c => Math.Sqrt(Spread(c) / (c.Length - 1))).ToList();
        return Shares(columns.Select((column, i) => spreads[i] == 0
            ? 0
            : spreads[i] * Enumerable.Range(0, columns.Count).Where(k => spreads[k] > 0).Sum(k => 1 - Correlation(column, columns[k]))));
    }

    /// <summary>Effect of leaving a criterion out (MEREC).</summary>
    /// <remarks>Source: Keshavarz-Ghorabaee, M. et al. (2021), Symmetry 13:525, equations 1 to 6.</remarks>
    /// <exception cref="ArgumentException">A value is not positive, or all alternatives are alike.</exception>
    public static double[] Merec(DecisionMatrix matrix)
    {
        Guard(matrix);
        var logs = Enumerable.Range(0, matrix.Criteria).Select(c => LogRatios(matrix, c)).ToList();
        var effects = new double[matrix.Criteria];
        for (var alternative = 0; alternative < matrix.Alternatives; alternative++)
        {
            var total = logs.Sum(l => l[alternative]);
            for (var c = 0; c < effects.Length; c++)
                effects[c] += Math.Abs(Performance(total - logs[c][alternative], effects.Length) - Performance(total, effects.Length));
        }
        return Shares(effects);
    }

    /// <summary>Spread of each criterion from worst to best (population standard deviation).</summary>
    /// <remarks>Source: Diakoulaki et al. (1995), the method that CRITIC is compared with.</remarks>
    /// <exception cref="ArgumentException">There is only one alternative, or all are alike.</exception>
    public static double[] StandardDeviation(DecisionMatrix matrix)
    {
        Guard(matrix);
        return Shares(Enumerable.Range(0, matrix.Criteria).Select(matrix.ScaledColumn).Select(c => Math.Sqrt(Spread(c) / c.Length)));
    }

    /// <summary>Shannon's entropy of one criterion over the alternatives, 0 (one has it all) to 1 (all are alike).</summary>
    /// <exception cref="ArgumentException">A value is negative, or there is only one alternative.</exception>
    public static double EntropyOf(DecisionMatrix matrix, int criterion)
    {
        Guard(matrix);
        var column = matrix.Column(criterion);
        var sum = column.Sum();
        if (column.Any(v => v < 0))
            throw new ArgumentException($"criterion {criterion} has the value {column.Min()}; shares need values of at least 0", nameof(matrix));
        if (sum == 0)
            return 1;
        return -column.Where(v => v > 0).Sum(v => v / sum * Math.Log(v / sum)) / Math.Log(column.Length);
    }

    private static double[] LogRatios(DecisionMatrix matrix, int criterion)
    {
        var column = matrix.Column(criterion);
        if (column.Any(v => v <= 0))
            throw new ArgumentException($"criterion {criterion} has the value {column.Min()}; ratios need values above 0", nameof(matrix));
        var reference = matrix.Directions[criterion] == Direction.Benefit ? column.Min() : column.Max();
        return [.. column.Select(v => Math.Abs(Math.Log(v / reference)))];
    }

    private static double Performance(double logs, int criteria) => Math.Log(1 + (logs / criteria));

    private static double Spread(double[] column)
    {
        var mean = column.Average();
        return column.Sum(v => (v - mean) * (v - mean));
    }

    private static double Correlation(double[] first, double[] second)
    {
        var (meanOfFirst, meanOfSecond) = (first.Average(), second.Average());
        var product = first.Zip(second, (a, b) => (a - meanOfFirst) * (b - meanOfSecond)).Sum();
        return Math.Clamp(product / Math.Sqrt(Spread(first) * Spread(second)), -1, 1);
    }

    private static double[] Shares(IEnumerable<double> raw)
    {
        // Rounding may leave an entropy a little above 1.
        var parts = raw.Select(r => Math.Max(0, r)).ToArray();
        var sum = parts.Sum();
        if (sum == 0)
            throw new ArgumentException("the alternatives are alike in every criterion; data give no weights then", nameof(raw));
        return [.. parts.Select(p => p / sum)];
    }

    private static void Guard(DecisionMatrix matrix)
    {
        if (matrix.Alternatives < 2)
            throw new ArgumentException("weights from data need at least 2 alternatives", nameof(matrix));
    }
}
