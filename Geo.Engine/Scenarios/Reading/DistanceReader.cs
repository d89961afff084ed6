using Geo.Engine.Suitability;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads measures of distance: straight, to the nearest feature's value, and over a friction.</summary>
internal static class DistanceReader
{
    /// <summary><c>euclidean_distance</c>: to features, or to categories of a grid.</summary>
    public static Measure? Straight(YamlMapping mapping, ReadingContext context)
    {
        var from = mapping.Required("from");
        var values = mapping.Optional("values");
        if (from is { IsList: true })
        {
            values?.Fault(new("values chỉ dùng cho một lưới phân loại", "values are for one categorical grid"));
            return new Measure.Distance(Several(from, context));
        }
        var layer = context.Layer(from);
        if (layer?.Features is { } features)
        {
            values?.Fault(new("values chỉ dùng cho lưới phân loại", "values are for categorical grids"), new("dùng where: trong lớp", "use where: in the layer"));
            return new Measure.Distance([features]);
        }
        if (layer?.Grid is not { } grid)
            return null;
        if (!grid.IsCategorical)
            from!.Fault(new($"'{layer.Name}' không phải là lưới phân loại; khoảng cách đo tới đối tượng hoặc tới loại", $"'{layer.Name}' is not categorical; distances are measured to features or to categories")); // it named a layer
        return DerivedSection.Codes(values ?? mapping.Required("values")) is { } codes ? new Measure.DistanceToCategory(grid, codes) : null;
    }

    /// <summary><c>nearest_feature</c>: the value of the nearest feature.</summary>
    public static Measure? NearestFeature(YamlMapping mapping, ReadingContext context)
    {
        var features = context.Features(mapping.Required("from"));
        var column = mapping.Required("column")?.Text();
        var unit = mapping.Optional("unit")?.Text();
        return features is null || column is null ? null : new Measure.NearestFeature(features, column, unit);
    }

    /// <summary><c>cost_distance</c>: over a friction.</summary>
    public static Measure? CheapestWay(YamlMapping mapping, ReadingContext context)
    {
        var from = mapping.Required("from");
        var sources = from is { IsList: true } ? Several(from, context) : [.. new[] { context.Features(from) }.OfType<FeatureSource>()];
        var frictionName = mapping.Required("friction");
        var friction = context.Measure(frictionName);
        if (friction is Measure.GridValue { Source.IsCategorical: true })
            frictionName!.Fault(new("mã phân loại không phải là lực cản", "codes of categories are not a friction"), new("đổi mã thành số trong một expression: if(lop == 1, 2, 5)", "turn codes into numbers in an expression: if(layer == 1, 2, 5)")); // it named the measure
        var neighbours = mapping.Optional("neighbours");
        var number = neighbours?.Whole() ?? 8;
        if (number is not (8 or 16))
            neighbours!.Fault(new($"neighbours là {number}; được phép 8 và 16", $"neighbours is {number}; allowed are 8 and 16")); // 8 is the default
        var unit = mapping.Optional("unit")?.Text();
        context.Evidence(mapping);
        return sources.Count == 0 || friction is null ? null : new Measure.CheapestWay(sources, friction, number == 16, unit);
    }

    private static List<FeatureSource> Several(YamlValue from, ReadingContext context) =>
        [.. from.List()!.Select(context.Features).OfType<FeatureSource>()]; // callers know that it is a list
}
