using System.Text.Json.Nodes;
using Geo.Engine.Suitability;

namespace Geo.Api.Scenarios;

/// <summary>Measures, memberships and rules of scenarios as JSON objects: a type and its numbers.</summary>
internal static class RuleText
{
    /// <summary>What is measured.</summary>
    public static JsonObject Of(Measure measure) => measure switch
    {
        Measure.GridValue m => Node("grid-value", ("grid", m.Source.GridId)),
        Measure.CoveredShare m => Node("covered-share", ("layer", m.From.LayerId), ("where", Where(m.From))),
        Measure.Distance m => Node("distance", ("layers", Names(m.From)), ("where", new JsonArray([.. m.From.Select(Where)]))),
        Measure.DistanceToCategory m => Node("distance-to-category", ("grid", m.From.GridId), ("categories", Numbers(m.Categories))),
        Measure.Interpolated m => Node("interpolated", ("layer", m.Stations.LayerId), ("column", m.Column), ("power", m.Power), ("reachMetres", m.ReachMetres), ("water", Names(m.Water))),
        Measure.Coverage m => Node("coverage", ("layer", m.Masts.LayerId), ("quantity", Word(m.Quantity)), ("model", m.Radio.Ground is null ? "rma" : "p1812")),
        Measure.SumWithin m => Node("sum-within", ("grid", m.Source.GridId), ("radiusMetres", m.RadiusMetres)),
        _ => Node(Word(measure.GetType().Name)),
    };

    /// <summary>How a measured value becomes a degree.</summary>
    public static JsonObject Of(Membership membership) => membership switch
    {
        Membership.Slope m => Node("slope", ("worst", m.Worst), ("best", m.Best), ("shoulder", Word(m.Shoulder))),
        Membership.Trapezoid m => Node("trapezoid", ("a", m.A), ("b", m.B), ("c", m.C), ("d", m.D), ("shoulder", Word(m.Shoulder))),
        Membership.Small m => Node("small", ("midpoint", m.Midpoint), ("spread", m.Spread)),
        Membership.Large m => Node("large", ("midpoint", m.Midpoint), ("spread", m.Spread)),
        Membership.Gaussian m => Node("gaussian", ("midpoint", m.Midpoint), ("spread", m.Spread)),
        Membership.Near m => Node("near", ("midpoint", m.Midpoint), ("spread", m.Spread)),
        Membership.Table m => Node("table", ("points", new JsonArray([.. m.Points.Select(p => new JsonArray(p.Value, p.Degree))]))),
        Membership.Steps m => Node("steps", ("ranges", new JsonArray([.. m.Ranges.Select(r => new JsonArray(r.From, r.To, r.Degree))]))),
        Membership.Categories m => Node("categories", ("degrees", new JsonObject(m.Degrees.OrderBy(d => d.Key).Select(d => KeyValuePair.Create(Text(d.Key), (JsonNode?)d.Value))))),
        _ => Node(Word(membership.GetType().Name)),
    };

    /// <summary>Which cells a constraint removes.</summary>
    public static JsonObject Of(ConstraintRule rule) => rule switch
    {
        ConstraintRule.NearFeatures r => Node("near", ("layer", r.Features.LayerId), ("where", Where(r.Features)), ("bufferMetres", r.BufferMetres)),
        ConstraintRule.AwayFromFeatures r => Node("away-from", ("layer", r.Features.LayerId), ("where", Where(r.Features)), ("bufferMetres", r.BufferMetres)),
        ConstraintRule.InCategories r => Node("in-categories", ("grid", r.Grid.GridId), ("categories", Numbers(r.Categories)), ("bufferMetres", r.BufferMetres)),
        ConstraintRule.Unless r => Node("unless", ("measure", Of(r.Measure)), ("comparison", Word(r.Comparison)), ("limit", r.Limit)),
        _ => Node(Word(rule.GetType().Name)),
    };

    /// <summary>How memberships become a score, by the name and the numbers that scenario files use.</summary>
    public static JsonObject Of(Aggregation rule) => rule switch
    {
        Aggregation.Wlc => Node("wlc"),
        Aggregation.Geometric => Node("geometric"),
        Aggregation.Fuzzy { Rule: FuzzyRule.Gamma } r => Node("fuzzy_gamma", ("gamma", r.Gamma)),
        Aggregation.Fuzzy r => Node("fuzzy_" + Word(r.Rule)),
        Aggregation.Ordered r => Node("owa", ("places", new JsonArray([.. r.Places.Select(p => (JsonNode)p)])), ("reweighted", r.Reweighted)),
        Aggregation.Guided r => Node("owa", ("alpha", r.Alpha)),
        Aggregation.IdealPoint r => Node("ideal_point", ("power", r.Power)),
        Aggregation.Closeness => Node("topsis"),
        _ => Node(Word(rule.GetType().Name)),
    };

    /// <summary>How memberships become a score, in one word.</summary>
    public static string Word(Aggregation rule) => rule switch
    {
        Aggregation.Wlc => "weighted-sum",
        Aggregation.Geometric => "geometric-mean",
        _ => Of(rule)["type"]!.GetValue<string>().Replace('_', '-'), // every node has a type
    };

    /// <summary>How weights are found, in one word.</summary>
    public static string Word(Weighting weighting) => weighting switch
    {
        Weighting.Direct => "direct",
        Weighting.Pairwise => "ahp",
        Weighting.Ranked => "rank",
        Weighting.Swing => "swing",
        Weighting.AgainstBestAndWorst => "best-worst",
        Weighting.FromData data => Word(data.Rule),
        Weighting.Hierarchy => "hierarchy",
        _ => Word(weighting.GetType().Name),
    };

    /// <summary>An enum value as a word of the file: <c>WeightedSum</c> as <c>weighted-sum</c>.</summary>
    public static string Word(Enum value) => Word(value.ToString());

    private static string Word(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject Node(string type, params (string Name, JsonNode? Value)[] members)
    {
        var node = new JsonObject { ["type"] = type };
        foreach (var (name, value) in members.Where(m => m.Value is not null))
            node[name] = value;
        return node;
    }

    private static JsonArray Numbers(IReadOnlyList<int> numbers) => [.. numbers.Select(n => (JsonNode)n)];

    private static JsonArray Names(IReadOnlyList<FeatureSource> sources) => [.. sources.Select(s => (JsonNode)s.LayerId)];

    private static JsonArray? Where(FeatureSource source) =>
        source.Where.Count == 0 ? null : [.. source.Where.Select(c => (JsonNode)$"{c.Column}: {string.Join(", ", c.AnyOf)}")];
}
