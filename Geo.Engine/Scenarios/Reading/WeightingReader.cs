using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Weights;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads a theme's <c>weights:</c>.</summary>
internal static class WeightingReader
{
    private static readonly string[] Methods = ["direct", "ahp", "rank", "swing", "best_worst", "entropy", "critic", "merec", "std", "hierarchy"];

    private static readonly Dictionary<string, RankRule> RankRules =
        new() { ["roc"] = RankRule.Centroid, ["rs"] = RankRule.Sum, ["rr"] = RankRule.Reciprocal };

    private static readonly Dictionary<string, BestWorstForm> Forms = new() { ["linear"] = BestWorstForm.Linear, ["ratio"] = BestWorstForm.Ratio };

    /// <summary>The weighting, or null with the reasons among the problems.</summary>
    /// <param name="value">The section.</param>
    /// <param name="criteria">Ids of the criteria, in order.</param>
    /// <param name="context">What is known so far.</param>
    public static Weighting? Read(YamlValue? value, IReadOnlyList<string> criteria, ReadingContext context)
    {
        if (value?.Mapping() is not { } mapping)
            return null;
        context.Evidence(mapping);
        return Read(mapping, criteria);
    }

    private static Weighting? Read(YamlMapping mapping, IReadOnlyList<string> criteria)
    {
        var method = mapping.Required("method");
        var name = method?.Text();
        if (name is null)
            return null;
        if (!Methods.Contains(name))
        {
            method!.Fault(new($"'{name}' không phải là phương pháp; được phép: {string.Join(", ", Methods)}", $"'{name}' is not a method; allowed: {string.Join(", ", Methods)}"), Spelling.Hint(name, Methods)); // it has text
            return null;
        }
        var weighting = OfMethod(name, mapping, criteria);
        mapping.Finish();
        return weighting;
    }

    private static Weighting? OfMethod(string method, YamlMapping mapping, IReadOnlyList<string> criteria) => method switch
    {
        "direct" => NotAllZero(mapping.Required("values"), criteria, 1e9) is { } raw ? new Weighting.Direct(raw) : null,
        "swing" => NotAllZero(mapping.Required("points"), criteria, 100) is { } points ? new Weighting.Swing(points) : null,
        "ahp" => PairwiseReader.Read(mapping, criteria.Count),
        "rank" => Ranked(mapping, criteria),
        "best_worst" => BestWorst(mapping, criteria),
        "hierarchy" => Hierarchy(mapping, criteria),
        "entropy" => new Weighting.FromData(DataRule.Entropy),
        "critic" => new Weighting.FromData(DataRule.Critic),
        "merec" => new Weighting.FromData(DataRule.Merec),
        _ => new Weighting.FromData(DataRule.StandardDeviation),
    };

    /// <summary>A number for each criterion.</summary>
    private static List<double>? Numbers(YamlValue? value, IReadOnlyList<string> criteria, double least, double most)
    {
        if (value?.Mapping() is not { } table)
            return null;
        var numbers = criteria.Select(id => table.Required(id)?.Number(least, most)).ToList();
        table.Finish();
        return numbers.Any(n => n is null) ? null : [.. numbers.OfType<double>()];
    }

    private static List<double>? NotAllZero(YamlValue? value, IReadOnlyList<string> criteria, double most)
    {
        if (Numbers(value, criteria, 0, most) is not { } numbers)
            return null;
        if (numbers.Sum() > 0)
            return numbers;
        value!.Fault(new("mọi trọng số đều bằng 0; ít nhất một phải lớn hơn", "all weights are 0; at least one must be greater")); // the numbers came from it
        return null;
    }

    private static Weighting.Ranked? Ranked(YamlMapping mapping, IReadOnlyList<string> criteria)
    {
        var rule = mapping.Optional("rule")?.OneOf(RankRules) ?? RankRule.Centroid;
        var ranks = mapping.Required("ranks");
        if (Numbers(ranks, criteria, 1, criteria.Count) is not { } numbers)
            return null;
        if (numbers.All(n => n == Math.Truncate(n)))
            return new Weighting.Ranked([.. numbers.Select(n => (int)n)], rule);
        ranks!.Fault(new("hạng là số nguyên, 1 là quan trọng nhất; hạng bằng nhau là ngang nhau", "ranks are whole numbers, 1 the most important; equal ranks are ties")); // the numbers came from it
        return null;
    }

    private static Weighting.AgainstBestAndWorst? BestWorst(YamlMapping mapping, IReadOnlyList<string> criteria)
    {
        var (bestValue, worstValue) = (mapping.Required("best"), mapping.Required("worst"));
        var (best, worst) = (Index(bestValue, criteria), Index(worstValue, criteria));
        var bestToOthers = Numbers(mapping.Required("best_to_others"), criteria, 1, 9);
        var othersToWorst = Numbers(mapping.Required("others_to_worst"), criteria, 1, 9);
        var form = mapping.Optional("form")?.OneOf(Forms) ?? BestWorstForm.Linear;
        if (best is not { } first || worst is not { } last || bestToOthers is null || othersToWorst is null)
            return null;
        if (first == last)
            worstValue!.Fault(new($"'{criteria[first]}' không thể vừa tốt nhất vừa kém nhất", $"'{criteria[first]}' cannot be both the best and the worst")); // an index came from it
        else if (bestToOthers[first] != 1 || othersToWorst[last] != 1)
            mapping.Fault(new("tiêu chí so với chính nó phải là 1", "a criterion against itself must be 1"));
        else if (bestToOthers[last] != othersToWorst[first])
            mapping.Fault(
                new(FormattableString.Invariant($"tốt nhất so với kém nhất là {bestToOthers[last]} trong best_to_others nhưng {othersToWorst[first]} trong others_to_worst"), FormattableString.Invariant($"the best against the worst is {bestToOthers[last]} in best_to_others but {othersToWorst[first]} in others_to_worst")),
                new("hai số này phải bằng nhau", "the two must be equal"));
        else
            return new Weighting.AgainstBestAndWorst(first, last, bestToOthers, othersToWorst, form);
        return null;
    }

    private static int? Index(YamlValue? value, IReadOnlyList<string> criteria) =>
        value?.OneOf(criteria.Index().DistinctBy(c => c.Item).ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal));

    private static Weighting.Hierarchy? Hierarchy(YamlMapping mapping, IReadOnlyList<string> criteria)
    {
        var groups = mapping.Required("groups");
        var taken = new HashSet<int>();
        var read = groups?.Mapping()?.Entries().Select(g => Group(g.Key, g.Value, criteria, taken)).ToList();
        var names = read?.OfType<CriterionGroup>().Select(g => g.Id).ToList();
        var among = names is { Count: > 0 } && mapping.Required("among")?.Mapping() is { } weights ? Read(weights, names) : null;
        if (read is null || among is null || read.Any(g => g is null))
            return null;
        if (among.NeedsData)
        {
            mapping.Fault(new("các nhóm không có mức thuộc riêng, nên trọng số giữa chúng không thể từ dữ liệu", "groups have no memberships of their own, so their weights cannot come of data"), new("dùng direct, ahp, rank, swing hoặc best_worst trong among", "use direct, ahp, rank, swing or best_worst in among"));
            return null;
        }
        var missing = criteria.Where((_, i) => !taken.Contains(i)).ToList();
        if (missing.Count == 0)
            return new Weighting.Hierarchy([.. read.OfType<CriterionGroup>()], among);
        groups!.Fault(new($"các tiêu chí sau không thuộc nhóm nào: {string.Join(", ", missing)}", $"these criteria are in no group: {string.Join(", ", missing)}")); // the groups came from it
        return null;
    }

    private static CriterionGroup? Group(string id, YamlValue value, IReadOnlyList<string> criteria, HashSet<int> taken)
    {
        if (value.Mapping() is not { } mapping)
            return null;
        var members = mapping.Required("criteria")?.List()?.Select(v => (Value: v, Index: Index(v, criteria))).ToList();
        foreach (var (place, index) in members ?? [])
            if (index is { } criterion && !taken.Add(criterion))
                place.Fault(new($"'{criteria[criterion]}' đã thuộc một nhóm khác", $"'{criteria[criterion]}' is in a group already"));
        if (members is { Count: 0 })
            mapping.Fault(new("nhóm cần ít nhất một tiêu chí", "a group needs at least one criterion"));
        var indices = members?.Select(m => m.Index).OfType<int>().ToList() ?? [];
        var own = members is { Count: 1 } ? mapping.Optional("weights") : mapping.Required("weights");
        var within = own?.Mapping() is { } weights ? Read(weights, [.. indices.Select(i => criteria[i])]) : new Weighting.Direct([1]);
        mapping.Finish();
        return within is null || members is null or { Count: 0 } || indices.Count != members.Count ? null : new CriterionGroup(id, indices, within);
    }
}
