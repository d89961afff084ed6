namespace Geo.Engine.Suitability.Ranking;

/// <summary>Compromise between the good of all criteria together and the complaint of the worst served one.</summary>
/// <remarks>Source: Opricovic, S. and Tzeng, G.-H. (2004), EJOR 156:445; the set of compromises: the same (2007), EJOR 178:514.</remarks>
public static class Vikor
{
    /// <summary>Group utility, individual regret and the compromise between them; less is better in all three.</summary>
    /// <param name="matrix">The alternatives.</param>
    /// <param name="weights">Finite, not negative, not all zero; only ratios matter.</param>
    /// <param name="majority">Weight of the group's utility against the regret, 0 to 1; 0.5 is usual.</param>
    /// <exception cref="ArgumentException">The weights do not fit.</exception>
    public static VikorResult Evaluate(DecisionMatrix matrix, IReadOnlyList<double> weights, double majority)
    {
        if (!(majority >= 0 && majority <= 1))
            throw new ArgumentOutOfRangeException(nameof(majority), majority, "0 to 1 is allowed");
        var shares = matrix.Scaled(weights);
        var (utility, regret) = (new double[matrix.Alternatives], new double[matrix.Alternatives]);
        for (var criterion = 0; criterion < matrix.Criteria; criterion++)
        {
            var column = matrix.ScaledColumn(criterion);
            var best = column.Max(); // 0 where all are alike: then nobody loses anything
            for (var i = 0; i < column.Length; i++)
            {
                var loss = shares[criterion] * (best - column[i]);
                utility[i] += loss;
                regret[i] = Math.Max(regret[i], loss);
            }
        }
        var compromise = FromBestToWorst(utility).Zip(FromBestToWorst(regret), (s, r) => (majority * s) + ((1 - majority) * r)).ToArray();
        return new VikorResult(utility, regret, compromise, CompromiseSet(utility, regret, compromise));
    }

    private static double[] FromBestToWorst(double[] values)
    {
        var (best, worst) = (values.Min(), values.Max());
        return [.. values.Select(v => best == worst ? 0 : (v - best) / (worst - best))];
    }

    // The first alone when it leads by 1 / (n - 1) and is first in utility or regret; the first two when only the lead is there; else all within the lead.
    private static int[] CompromiseSet(double[] utility, double[] regret, double[] compromise)
    {
        var order = Enumerable.Range(0, compromise.Length).OrderBy(i => compromise[i]).ThenBy(i => i).ToArray();
        if (order.Length == 1)
            return order;
        var lead = 1.0 / (order.Length - 1);
        if (compromise[order[1]] - compromise[order[0]] < lead)
            return [.. order.Where(i => compromise[i] - compromise[order[0]] < lead)];
        var isStable = utility[order[0]] == utility.Min() || regret[order[0]] == regret.Min();
        return isStable ? order[..1] : order[..2];
    }
}
