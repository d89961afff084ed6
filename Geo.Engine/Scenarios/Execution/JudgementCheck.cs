using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Whether judgements agree with each other. They are used as they are, whatever they are: a warning replaces nothing.</summary>
internal static class JudgementCheck
{
    private const double MostBestWorstRatio = 0.3;

    /// <summary>A warning for each set of judgements that contradict each other, and for each expert of a group who contradicts himself.</summary>
    public static IEnumerable<ScenarioProblem> Problems(Theme theme)
    {
        var path = $"themes.{theme.Id}.weights";
        foreach (var (weighting, group, names) in WeightingReport.Parts(theme.Weighting, null, [.. theme.Criteria.Select(c => c.Id)]))
        {
            var place = group is null ? path : $"{path}.groups.{group}";
            var problems = weighting switch
            {
                Weighting.Pairwise pairwise => Pairwise(place, pairwise, names),
                Weighting.AgainstBestAndWorst judged => BestWorst(place, judged),
                _ => [],
            };
            foreach (var problem in problems)
                yield return problem;
        }
    }

    private static IEnumerable<ScenarioProblem> Pairwise(string path, Weighting.Pairwise pairwise, IReadOnlyList<string> names)
    {
        var joint = pairwise.Evaluate();
        if (joint.ConsistencyRatio > pairwise.MaxConsistencyRatio)
            yield return Warning(path, "các đánh giá mâu thuẫn nhau", "the judgements contradict each other", joint, pairwise.MaxConsistencyRatio, names);
        if (pairwise.Experts.Count == 1)
            yield break;
        foreach (var (i, result) in pairwise.EvaluateEach().Index())
            if (result.ConsistencyRatio > pairwise.MaxConsistencyRatio)
                yield return Warning(
                    $"{path}.experts[{i}]", $"đánh giá của '{pairwise.Experts[i].Name}' mâu thuẫn nhau", $"the judgements of '{pairwise.Experts[i].Name}' contradict each other", result, pairwise.MaxConsistencyRatio, names);
    }

    private static ScenarioProblem Warning(string path, string vi, string en, PairwiseResult result, double allowed, IReadOnlyList<string> names) => new(
        path,
        new(
            FormattableString.Invariant($"{vi}: tỷ số nhất quán {result.ConsistencyRatio:0.000} ({result.RandomIndex.Name}), cho phép {allowed}"),
            FormattableString.Invariant($"{en}: consistency ratio {result.ConsistencyRatio:0.000} ({result.RandomIndex.Name}), allowed {allowed}")),
        new($"xem lại {Worst(names, result, "so với", "cho", "suy ra")}", $"look again at {Worst(names, result, "against", "given", "implied")}"),
        IsWarning: true);

    private static string Worst(IReadOnlyList<string> names, PairwiseResult result, string against, string given, string implied) => string.Join(", ", result.WorstJudgements.Select(j =>
        FormattableString.Invariant($"{names[j.Row]} {against} {names[j.Column]} ({given} {j.Given:0.##}, {implied} {j.Implied:0.##})")));

    private static IEnumerable<ScenarioProblem> BestWorst(string path, Weighting.AgainstBestAndWorst judged)
    {
        var ratio = judged.Evaluate().ConsistencyRatio;
        if (ratio > MostBestWorstRatio)
            yield return new(
                path,
                new(FormattableString.Invariant($"so sánh với tốt nhất và kém nhất mâu thuẫn nhau: tỷ số nhất quán {ratio:0.000}"), FormattableString.Invariant($"the comparisons with the best and the worst contradict each other: consistency ratio {ratio:0.000}")),
                new("tốt nhất so với X nhân X so với kém nhất nên bằng tốt nhất so với kém nhất", "the best against X times X against the worst should be the best against the worst"),
                IsWarning: true);
    }
}
