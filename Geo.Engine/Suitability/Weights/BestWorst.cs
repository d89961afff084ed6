namespace Geo.Engine.Suitability.Weights;

/// <summary>
/// Weights from comparing every criterion with the best and with the worst alone: the ratio form, which keeps the greatest deviation of any ratio from
/// its judgement as small as it can be.
/// </summary>
/// <remarks>
/// Source: Rezaei, J. (2015), Best-worst multi-criteria decision-making method, Omega 53:49. For a given deviation each ratio to the worst lies in an interval,
/// so the least deviation is found by bisection on one number, the ratio of best to worst. Where several weightings are optimal, the middle of each
/// interval is taken (Rezaei 2016, Omega 64:126, section 3).
/// </remarks>
public static class BestWorst
{
    private const int Bisections = 200;

    /// <summary>Weights, deviation and consistency.</summary>
    /// <param name="bestToOthers">How many times more important the best is than each; 1 for itself.</param>
    /// <param name="othersToWorst">How many times more important each is than the worst; 1 for itself.</param>
    /// <param name="best">Index of the most important criterion.</param>
    /// <param name="worst">Index of the least important one, another.</param>
    /// <exception cref="ArgumentException">The counts differ, best is worst, or a judgement is not finite and at least 1.</exception>
    public static BestWorstResult Evaluate(IReadOnlyList<double> bestToOthers, IReadOnlyList<double> othersToWorst, int best, int worst)
    {
        Guard(bestToOthers, othersToWorst, best, worst);
        var judged = bestToOthers[worst];
        var others = Enumerable.Range(0, bestToOthers.Count).Where(j => j != best && j != worst).Select(j => (ToBest: bestToOthers[j], ToWorst: othersToWorst[j])).ToList();
        var deviation = LeastDeviation(others, judged);
        var (low, high) = BestRatio(others, judged, deviation);
        var ratio = (low + Math.Max(low, high)) / 2;
        var relative = Enumerable.Range(0, bestToOthers.Count).Select(j =>
            j == best ? ratio : j == worst ? 1 : Middle(bestToOthers[j], othersToWorst[j], ratio, deviation)).ToArray();
        var sum = relative.Sum();
        var index = ConsistencyIndex(judged);
        return new BestWorstResult([.. relative.Select(w => w / sum)], deviation, index == 0 ? 0 : deviation / index);
    }

    /// <summary>The greatest deviation possible when the best is judged <paramref name="bestToWorst"/> times the worst: (1 + 2a - sqrt(1 + 8a)) / 2.</summary>
    public static double ConsistencyIndex(double bestToWorst) => (1 + (2 * bestToWorst) - Math.Sqrt(1 + (8 * bestToWorst))) / 2;

    private static double LeastDeviation(List<(double ToBest, double ToWorst)> others, double judged)
    {
        var (impossible, possible) = (0.0, judged);
        if (IsPossible(others, judged, 0))
            return 0;
        for (var i = 0; i < Bisections; i++)
        {
            var middle = (impossible + possible) / 2;
            (impossible, possible) = IsPossible(others, judged, middle) ? (impossible, middle) : (middle, possible);
        }
        return possible;
    }

    private static bool IsPossible(List<(double ToBest, double ToWorst)> others, double judged, double deviation)
    {
        var (low, high) = BestRatio(others, judged, deviation);
        return low <= high;
    }

    // w_best / w_worst for which every other criterion has room between what the best and what the worst say of it.
    private static (double Low, double High) BestRatio(List<(double ToBest, double ToWorst)> others, double judged, double deviation)
    {
        var (low, high) = (judged - deviation, judged + deviation);
        foreach (var (toBest, toWorst) in others)
        {
            high = Math.Min(high, (toBest + deviation) * (toWorst + deviation));
            if (toBest > deviation && toWorst > deviation)
                low = Math.Max(low, (toBest - deviation) * (toWorst - deviation));
        }
        return (low, high);
    }

    private static double Middle(double toBest, double toWorst, double ratio, double deviation)
    {
        var low = Math.Max(toWorst - deviation, ratio / (toBest + deviation));
        var high = Math.Min(toWorst + deviation, toBest > deviation ? ratio / (toBest - deviation) : double.PositiveInfinity);
        return (low + Math.Max(low, high)) / 2;
    }

    /// <summary>Judgements that make sense together.</summary>
    internal static void Guard(IReadOnlyList<double> bestToOthers, IReadOnlyList<double> othersToWorst, int best, int worst)
    {
        var count = bestToOthers.Count;
        if (count < 2 || othersToWorst.Count != count)
            throw new ArgumentException($"{count} judgements against the best and {othersToWorst.Count} against the worst; as many as criteria are needed, at least 2", nameof(othersToWorst));
        if (best == worst || best < 0 || best >= count || worst < 0 || worst >= count)
            throw new ArgumentException($"best {best} and worst {worst} are two of the {count} criteria", nameof(worst));
        if (bestToOthers.Concat(othersToWorst).FirstOrDefault(a => !(double.IsFinite(a) && a >= 1), 1) is var odd and not 1)
            throw new ArgumentException($"judgement {odd} is not finite and at least 1", nameof(bestToOthers));
        if (bestToOthers[worst] != othersToWorst[best])
            throw new ArgumentException($"the best is judged {bestToOthers[worst]} times the worst in one row and {othersToWorst[best]} times in the other", nameof(othersToWorst));
    }
}
