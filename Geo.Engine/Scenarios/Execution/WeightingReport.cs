using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Weights;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Writes down where the weights of a theme come from.</summary>
internal static class WeightingReport
{
    /// <summary>The report of a theme.</summary>
    public static RunWeighting Of(Theme theme, DegreeStatistics statistics, IReadOnlyList<RunMissing> missing)
    {
        var parts = Parts(theme.Weighting, null, [.. theme.Criteria.Select(c => c.Id)]).ToList();
        var places = Places(theme.Aggregation, theme.Criteria.Count);
        return new RunWeighting
        {
            Cells = statistics.Cells,
            Correlation = [.. Enumerable.Range(0, statistics.Criteria).Select(i => Enumerable.Range(0, statistics.Criteria).Select(j => Finite(statistics.Correlation(i, j))).ToArray())],
            VarianceInflation = [.. statistics.VarianceInflation().Select(Finite)],
            Judgements = [.. parts.Where(p => p.Weighting is Weighting.Pairwise).Select(p => Judgements((Weighting.Pairwise)p.Weighting, p.Group, p.Names))],
            BestWorst = [.. parts.Where(p => p.Weighting is Weighting.AgainstBestAndWorst).Select(p => BestWorst((Weighting.AgainstBestAndWorst)p.Weighting, p.Group))],
            Orness = places?.Orness,
            TradeOff = places?.TradeOff,
            Missing = missing,
        };
    }

    /// <summary>All weightings of a tree of groups, with the names of what each weighs.</summary>
    public static IEnumerable<(Weighting Weighting, string? Group, IReadOnlyList<string> Names)> Parts(Weighting weighting, string? group, IReadOnlyList<string> names)
    {
        if (weighting is not Weighting.Hierarchy hierarchy)
            return [(weighting, group, names)];
        var within = hierarchy.Groups.SelectMany(g => Parts(g.Within, g.Id, [.. g.Criteria.Select(c => names[c])]));
        return Parts(hierarchy.Among, group, [.. hierarchy.Groups.Select(g => g.Id)]).Concat(within);
    }

    private static OrderWeights? Places(Aggregation rule, int count) => rule switch
    {
        Aggregation.Ordered ordered => new OrderWeights(ordered.Places),
        Aggregation.Guided guided => OrderWeights.Guided(guided.Alpha, count),
        _ => null,
    };

    private static RunJudgements Judgements(Weighting.Pairwise pairwise, string? group, IReadOnlyList<string> names)
    {
        var joint = pairwise.Evaluate();
        var each = pairwise.EvaluateEach();
        return new RunJudgements(
            group,
            joint.RandomIndex.Name,
            joint.LambdaMax,
            joint.ConsistencyRatio,
            joint.GeometricMeanWeights,
            [.. joint.WorstJudgements.Select(j => new RunJudgement(names[j.Row], names[j.Column], j.Given, j.Implied))],
            [.. pairwise.Experts.Zip(each, (expert, result) => new RunExpert(expert.Name, result.Weights, result.ConsistencyRatio))],
            each.Count > 1 ? GroupPriorities.Consensus([.. each.Select(r => r.Weights)]) : null);
    }

    private static RunBestWorst BestWorst(Weighting.AgainstBestAndWorst judged, string? group)
    {
        var result = judged.Evaluate();
        return new RunBestWorst(group, result.Deviation, result.ConsistencyRatio);
    }

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;
}
