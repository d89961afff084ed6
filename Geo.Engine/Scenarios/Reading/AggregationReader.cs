using Geo.Engine.Suitability;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads a theme's <c>aggregation:</c>.</summary>
internal static class AggregationReader
{
    private const double GreatestAlpha = 1e9;

    private static readonly string[] Methods =
        ["wlc", "geometric", "owa", "ideal_point", "topsis", "fuzzy_and", "fuzzy_or", "fuzzy_product", "fuzzy_sum", "fuzzy_gamma"];

    /// <summary>Whether a rule asks how much the criteria weigh.</summary>
    public static bool UsesWeights(Aggregation rule) => rule is not (Aggregation.Fuzzy or Aggregation.Ordered { Reweighted: false });

    /// <summary>The rule; the weighted sum when nothing, or nothing right, is said.</summary>
    public static Aggregation Read(YamlValue? value, IReadOnlyList<Criterion>? criteria)
    {
        if (value?.Mapping() is not { } mapping)
            return Aggregation.WeightedSum;
        var method = mapping.Required("method");
        var name = method?.Text();
        var rule = name is null ? null : OfMethod(name, mapping, criteria);
        if (rule is null && name is not null && !Methods.Contains(name))
            method!.Fault(new($"'{name}' không phải là phép gộp; được phép: {string.Join(", ", Methods)}", $"'{name}' is not a rule of combination; allowed: {string.Join(", ", Methods)}"), Spelling.Hint(name, Methods)); // it has text
        else
            mapping.Finish();
        if (rule is Aggregation.Ordered && criteria?.FirstOrDefault(c => c.Missing == MissingValue.Renormalise) is { } loose)
            mapping.Fault(
                new($"trọng số theo vị trí không biết bỏ tiêu chí nào, mà '{loose.Id}' có nodata: renormalise", $"weights of places cannot leave a criterion out, but '{loose.Id}' says nodata: renormalise"),
                new("dùng nodata: exclude, worst hoặc neutral, hay owa với alpha", "use nodata: exclude, worst or neutral, or owa with alpha"));
        return rule ?? Aggregation.WeightedSum;
    }

    private static Aggregation? OfMethod(string method, YamlMapping mapping, IReadOnlyList<Criterion>? criteria) => method switch
    {
        "wlc" => Aggregation.WeightedSum,
        "geometric" => Aggregation.GeometricMean,
        "owa" => Owa(mapping, criteria),
        "ideal_point" => new Aggregation.IdealPoint(mapping.Optional("power")?.Number(1, 64) ?? 2),
        "topsis" => new Aggregation.Closeness(),
        "fuzzy_and" => new Aggregation.Fuzzy(FuzzyRule.And, 0),
        "fuzzy_or" => new Aggregation.Fuzzy(FuzzyRule.Or, 0),
        "fuzzy_product" => new Aggregation.Fuzzy(FuzzyRule.Product, 0),
        "fuzzy_sum" => new Aggregation.Fuzzy(FuzzyRule.Sum, 0),
        "fuzzy_gamma" => new Aggregation.Fuzzy(FuzzyRule.Gamma, mapping.Required("gamma")?.Number(0, 1) ?? 0),
        _ => null,
    };

    private static Aggregation? Owa(YamlMapping mapping, IReadOnlyList<Criterion>? criteria)
    {
        var (alpha, places, reweighted) = (mapping.Optional("alpha"), mapping.Optional("places"), mapping.Optional("reweighted"));
        if ((alpha is null) == (places is null))
        {
            mapping.Fault(new("owa cần alpha, hoặc places, một trong hai", "owa needs alpha or places, one of them"), new("alpha: 1 là tổng có trọng số; places đi từ mức thuộc tốt nhất", "alpha: 1 is the weighted sum; places begin with the best membership"));
            return null;
        }
        if (places is not null)
            return Ordered(places, reweighted?.Flag() ?? false, criteria);
        reweighted?.Fault(new("reweighted đi với places; alpha luôn tính trọng số của tiêu chí", "reweighted goes with places; alpha counts the weights of the criteria anyway"));
        return alpha!.Number(0, GreatestAlpha) is { } exponent ? new Aggregation.Guided(exponent) : null; // places is null, so alpha is not
    }

    private static Aggregation.Ordered? Ordered(YamlValue places, bool reweighted, IReadOnlyList<Criterion>? criteria)
    {
        var weights = places.List()?.Select(p => p.Number(0, 1e9)).ToList();
        if (weights is null || weights.Any(w => w is null))
            return null;
        if (weights.Sum() is not > 0)
            places.Fault(new("mọi trọng số vị trí đều bằng 0; ít nhất một phải lớn hơn", "all weights of places are 0; at least one must be greater"));
        else if (criteria is not null && weights.Count != criteria.Count)
            places.Fault(new($"{weights.Count} vị trí cho {criteria.Count} tiêu chí; cần bằng nhau", $"{weights.Count} places for {criteria.Count} criteria; there must be as many"));
        else
            return new Aggregation.Ordered(new OrderWeights([.. weights.OfType<double>()]).Places, reweighted);
        return null;
    }
}
