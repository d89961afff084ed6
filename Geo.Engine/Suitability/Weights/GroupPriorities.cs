namespace Geo.Engine.Suitability.Weights;

/// <summary>Weights of a group from the weights of its experts, and how far the experts agree.</summary>
public static class GroupPriorities
{
    private const double GreatestJudgement = 9;

    /// <summary>Weighted geometric mean of the experts' weights, scaled to a sum of 1.</summary>
    /// <param name="experts">Weights of each expert, positive, in the order of the criteria.</param>
    /// <param name="powers">Weight of each expert, positive.</param>
    /// <remarks>Source: Forman, E. and Peniwati, K. (1998), EJOR 108:165 (aggregation of individual priorities).</remarks>
    public static double[] Of(IReadOnlyList<IReadOnlyList<double>> experts, IReadOnlyList<double> powers)
    {
        var total = powers.Sum();
        var means = Enumerable.Range(0, experts[0].Count)
            .Select(c => Math.Exp(experts.Select((weights, e) => powers[e] / total * Math.Log(weights[c])).Sum()))
            .ToArray();
        var sum = means.Sum();
        return [.. means.Select(m => m / sum)];
    }

    /// <summary>Consensus, 0 (each expert puts another criterion first) to 1 (all weight alike), from the entropies of the weights.</summary>
    /// <param name="experts">Weights of each expert, positive, sum 1.</param>
    /// <remarks>
    /// Source: Goepel, K. D. (2013), Implementing the AHP as a standard method for multi-criteria decision making in corporate enterprises, ISAHP, equations 4 to 9:
    /// relative homogeneity exp(alpha entropy) / exp(gamma entropy), scaled from its least possible value under judgements of up to 9. Experts count alike.
    /// </remarks>
    public static double Consensus(IReadOnlyList<IReadOnlyList<double>> experts)
    {
        var (count, size) = (experts.Count, experts[0].Count);
        if (count == 1 || size == 1)
            return 1;
        var alpha = experts.Average(Entropy);
        var gamma = Entropy([.. Enumerable.Range(0, size).Select(c => experts.Average(e => e[c]))]);
        var least = Math.Exp(Entropy(OneAbove(size, 1)) - Entropy(OneAbove(size, Math.Min(count, size))));
        return Math.Clamp((Math.Exp(alpha - gamma) - least) / (1 - least), 0, 1);
    }

    // The mean of the weights of as many experts, each of whom judges a criterion of its own nine times as important as every other.
    private static double[] OneAbove(int size, int experts)
    {
        var whole = size + GreatestJudgement - 1;
        return [.. Enumerable.Range(0, size).Select(c => c < experts ? (experts + GreatestJudgement - 1) / (experts * whole) : 1 / whole)];
    }

    private static double Entropy(IReadOnlyList<double> weights) => -weights.Where(w => w > 0).Sum(w => w * Math.Log(w));
}
