using Geo.Engine.Economy;
using Geo.Engine.Scenarios.Execution;
using Geo.Engine.Suitability;
using Geo.Engine.Yaml;
using Geo.Engine.Zoning;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads one of the <c>themes:</c>.</summary>
internal static class ThemeReader
{
    private static readonly string[] ClassNames = ["S1", "S2", "S3", "N"];

    private static readonly Dictionary<string, SuitabilityClass> Classes =
        ClassNames.ToDictionary(name => name, Enum.Parse<SuitabilityClass>);

    /// <summary>The theme, or null with the reasons among the problems.</summary>
    public static Theme? Read(string id, YamlValue value, ZoneSettings zones, ReadingContext context)
    {
        if (!ReadingContext.IsIdentifier(id))
            value.Fault(new($"'{id}' không phải là mã định danh: chữ thường, chữ số, gạch nối và gạch dưới, tối đa 64", $"'{id}' is not an identifier: lower-case letters, digits, hyphens and underscores, at most 64"));
        if (value.Mapping() is not { } mapping)
            return null;
        var title = ReadingContext.Bilingual(mapping.Required("title"));
        var constraints = Items(mapping.Optional("constraints"), v => ConstraintReader.Read(v, context), c => c.Id);
        var criteria = Items(mapping.Required("criteria"), v => CriterionReader.Read(v, context), c => c.Id);
        if (criteria is { Count: 0 })
            mapping.Fault(new("cần ít nhất một tiêu chí", "at least one criterion is needed"));
        if (criteria?.Count + constraints?.Count > ReasonCodes.Most)
            mapping.Fault(new($"{criteria?.Count} tiêu chí và {constraints?.Count} ràng buộc; tổng cộng tối đa {ReasonCodes.Most}", $"{criteria?.Count} criteria and {constraints?.Count} constraints; together at most {ReasonCodes.Most} are allowed"));
        var aggregation = AggregationReader.Read(mapping.Optional("aggregation"), criteria);
        var weighting = Weighting(mapping, criteria, aggregation, context);
        var classes = Thresholds(mapping.Required("classes"), context);
        var activity = Activity(mapping.Optional("economy"), context);
        var ranking = RankingReader.Read(mapping.Optional("ranking"));
        var population = Population(mapping.Optional("population"), criteria, context);
        mapping.Finish();
        if (title is null || constraints is null || criteria is null || weighting is null || classes is null)
            return null;
        return new Theme
        {
            Id = id,
            Title = title,
            Constraints = constraints,
            Criteria = criteria,
            Weighting = weighting,
            Aggregation = aggregation,
            Classes = classes,
            Zones = zones,
            Ranking = ranking,
            Activity = activity,
            Population = population,
        };
    }

    private static List<T>? Items<T>(YamlValue? list, Func<YamlValue, T?> read, Func<T, string> id)
        where T : class
    {
        var items = new List<T>();
        var complete = true;
        foreach (var value in list?.List() ?? [])
        {
            var item = read(value);
            complete &= item is not null;
            if (item is not null && items.Any(i => id(i) == id(item)))
                value.Fault(new($"mã '{id(item)}' đã được dùng", $"the id '{id(item)}' is taken"));
            if (item is not null)
                items.Add(item);
        }
        return complete ? items : null;
    }

    /// <summary>A rule that asks for no weights may go without; given ones are then worth a warning.</summary>
    private static Weighting? Weighting(YamlMapping mapping, List<Criterion>? criteria, Aggregation aggregation, ReadingContext context)
    {
        var isAsked = AggregationReader.UsesWeights(aggregation);
        var weights = isAsked ? mapping.Required("weights") : mapping.Optional("weights");
        if (criteria is null)
            return null;
        if (weights is null)
            return isAsked ? null : new Weighting.Direct([.. criteria.Select(_ => 1.0)]);
        if (!isAsked)
            context.Warnings.Add(new(weights.Path, weights.Line, new("phép gộp này không dùng trọng số của tiêu chí", "this rule of combination does not use weights of criteria"), new("bỏ weights:, hoặc chọn wlc, geometric hay owa với alpha", "leave weights: out, or choose wlc, geometric or owa with alpha")));
        return WeightingReader.Read(weights, [.. criteria.Select(c => c.Id)], context);
    }

    private static ClassThresholds? Thresholds(YamlValue? value, ReadingContext context)
    {
        if (value?.Mapping() is not { } mapping)
            return null;
        var bounds = ClassNames.Select(name => mapping.Required(name)?.Number(0, 1)).ToList();
        context.Evidence(mapping);
        mapping.Finish();
        if (bounds.Any(b => b is null))
            return null;
        if (!(bounds[0] > bounds[1] && bounds[1] > bounds[2] && bounds[2] > bounds[3] && bounds[3] == 0))
            mapping.Fault(new("các ngưỡng phải giảm dần từ S1 qua S2 và S3 đến N, là 0", "thresholds must fall from S1 over S2 and S3 to N, which is 0"));
        return new ClassThresholds(bounds[0]!.Value, bounds[1]!.Value, bounds[2]!.Value); // none is null
    }

    private static ActivityUse? Activity(YamlValue? value, ReadingContext context)
    {
        if (value?.Mapping() is not { } mapping)
            return null;
        var id = ReadingContext.Identifier(mapping.Required("activity"));
        var table = mapping.Required("class_share")?.Mapping();
        var shares = ClassNames.Select(name => table?.Required(name)?.Number(0, 1)).OfType<double>().ToList();
        table?.Finish();
        context.Evidence(mapping);
        mapping.Finish();
        return id is null || shares.Count != ClassNames.Length ? null : new ActivityUse(id, shares);
    }

    private static PopulationStatistics? Population(YamlValue? value, List<Criterion>? criteria, ReadingContext context)
    {
        if (value?.Mapping() is not { } mapping)
            return null;
        var grid = context.Grid(mapping.Required("layer"));
        var covered = mapping.Required("covered")?.OneOf(Classes);
        var expectedBy = mapping.Optional("expected_by");
        var criterion = expectedBy?.Text();
        mapping.Finish();
        if (criterion is not null && criteria is not null && criteria.All(c => c.Id != criterion))
            expectedBy!.Fault(new($"'{criterion}' không phải là tiêu chí của chủ đề này: {string.Join(", ", criteria.Select(c => c.Id))}", $"'{criterion}' is not a criterion of this theme: {string.Join(", ", criteria.Select(c => c.Id))}")); // it has text
        return grid is null || covered is null ? null : new PopulationStatistics(grid, covered.Value, criterion);
    }
}
