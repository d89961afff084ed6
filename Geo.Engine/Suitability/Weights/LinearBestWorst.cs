namespace Geo.Engine.Suitability.Weights;

/// <summary>
/// Weights from comparing every criterion with the best and with the worst alone: the linear form, which keeps the greatest of |w_best - a w_j| and
/// |w_j - a w_worst| as small as it can be.
/// </summary>
/// <remarks>
/// Source: Rezaei, J. (2016), Omega 64:126, equation 6. All conditions but the sum of 1 scale with the weights, so the deviation is held at 1 and the sum made
/// as great as it can be: a programme that starts feasible. Consistency from the judgements alone: Liang, F., Brunelli, M. and Rezaei, J. (2020), Omega 96:102175.
/// </remarks>
public static class LinearBestWorst
{
    /// <summary>Weights, deviation and consistency.</summary>
    /// <inheritdoc cref="BestWorst.Evaluate"/>
    public static BestWorstResult Evaluate(IReadOnlyList<double> bestToOthers, IReadOnlyList<double> othersToWorst, int best, int worst)
    {
        BestWorst.Guard(bestToOthers, othersToWorst, best, worst);
        var ratio = InputConsistency(bestToOthers, othersToWorst, worst);
        if (ratio < 1e-12)
            return new BestWorstResult(Shares([.. bestToOthers.Select(a => 1 / a)]), 0, 0);
        var weights = LinearProgramme.Maximise(Enumerable.Repeat(1.0, bestToOthers.Count).ToArray(), [.. Rows(bestToOthers, othersToWorst, best, worst)]);
        return new BestWorstResult(Shares(weights), 1 / weights.Sum(), ratio);
    }

    // Each row and its opposite stays at or below 1.
    private static IEnumerable<double[]> Rows(IReadOnlyList<double> bestToOthers, IReadOnlyList<double> othersToWorst, int best, int worst)
    {
        for (var j = 0; j < bestToOthers.Count; j++)
        {
            if (j != best)
            {
                yield return Difference(bestToOthers.Count, best, j, bestToOthers[j], 1);
                yield return Difference(bestToOthers.Count, best, j, bestToOthers[j], -1);
            }
            if (j != best && j != worst)
            {
                yield return Difference(bestToOthers.Count, j, worst, othersToWorst[j], 1);
                yield return Difference(bestToOthers.Count, j, worst, othersToWorst[j], -1);
            }
        }
    }

    private static double[] Difference(int count, int first, int second, double factor, int sign)
    {
        var row = new double[count];
        row[first] = sign;
        row[second] = -sign * factor;
        return row;
    }

    private static double InputConsistency(IReadOnlyList<double> bestToOthers, IReadOnlyList<double> othersToWorst, int worst)
    {
        var judged = bestToOthers[worst];
        var farthest = bestToOthers.Zip(othersToWorst, (toBest, toWorst) => Math.Abs((toBest * toWorst) - judged)).Max();
        return farthest < 1e-12 ? 0 : judged > 1 ? farthest / ((judged * judged) - judged) : 1;
    }

    private static double[] Shares(double[] raw)
    {
        var sum = raw.Sum();
        return [.. raw.Select(w => w / sum)];
    }
}
