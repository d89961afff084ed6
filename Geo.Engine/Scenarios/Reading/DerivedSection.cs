using Geo.Engine.Suitability;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads <c>derived:</c>: what is measured from layers before it is judged.</summary>
internal static class DerivedSection
{
    /// <summary>The greatest radius or reach, metres.</summary>
    public const double GreatestMetres = 100_000;

    // A measure that is made of others twice over, again and again, would grow without bound.
    private const int MostParts = 200;

    private static readonly Dictionary<string, Func<YamlMapping, ReadingContext, Measure?>> Operations = new(StringComparer.Ordinal)
    {
        ["euclidean_distance"] = DistanceReader.Straight,
        ["nearest_feature"] = DistanceReader.NearestFeature,
        ["cost_distance"] = DistanceReader.CheapestWay,
        ["interpolate"] = InterpolationReader.Read,
        ["sum_within"] = NeighbourhoodReader.SumWithin,
        ["class_share"] = NeighbourhoodReader.ClassShare,
        ["point_density"] = (mapping, context) => NeighbourhoodReader.Density(mapping, context, ofLines: false),
        ["line_density"] = (mapping, context) => NeighbourhoodReader.Density(mapping, context, ofLines: true),
        ["slope"] = NeighbourhoodReader.Slope,
        ["months_in_range"] = CalculationReader.MonthsInRange,
        ["expression"] = CalculationReader.Expression,
        ["radio_rsrp"] = (mapping, context) => RadioReader.Read(mapping, context, CoverageQuantity.Rsrp),
        ["radio_probability"] = (mapping, context) => RadioReader.Read(mapping, context, CoverageQuantity.Probability),
        ["radio_sinr"] = (mapping, context) => RadioReader.Read(mapping, context, CoverageQuantity.Sinr),
        ["radio_rate"] = (mapping, context) => RadioReader.Read(mapping, context, CoverageQuantity.Rate),
        ["radio_standard"] = (mapping, context) => RadioReader.Read(mapping, context, CoverageQuantity.Standard),
    };

    /// <summary>Reads all measures into the context, whose layers must be known.</summary>
    public static void Read(YamlValue? section, ReadingContext context)
    {
        foreach (var (name, value) in section?.Mapping()?.Entries() ?? [])
        {
            if (!ReadingContext.IsIdentifier(name))
                value.Fault(new($"'{name}' không phải là mã định danh: chữ thường, chữ số, gạch nối và gạch dưới, tối đa 64", $"'{name}' is not an identifier: lower-case letters, digits, hyphens and underscores, at most 64"));
            if (context.Layers.ContainsKey(name))
                value.Fault(new($"'{name}' đã là tên của một lớp", $"'{name}' is already the name of a layer"));
            if (value.Mapping() is not { } mapping || Measure(mapping, context) is not { } measure)
                continue;
            if (measure.All().Take(MostParts + 1).Count() > MostParts)
                value.Fault(new($"'{name}' được ghép từ hơn {MostParts} đại lượng", $"'{name}' is made of more than {MostParts} measures"));
            else
                context.Derived[name] = measure;
        }
    }

    private static Measure? Measure(YamlMapping mapping, ReadingContext context)
    {
        var operation = mapping.Required("op");
        if (operation?.Text() is not { } name)
            return null;
        if (Operations.TryGetValue(name, out var read))
        {
            var measure = read(mapping, context);
            mapping.Finish();
            return measure;
        }
        operation.Fault(new($"'{name}' không phải là phép tính; được phép: {string.Join(", ", Operations.Keys)}", $"'{name}' is not an operation; allowed: {string.Join(", ", Operations.Keys)}"), Spelling.Hint(name, [.. Operations.Keys]));
        return null;
    }

    /// <summary>Reads a list of category codes.</summary>
    public static IReadOnlyList<int>? Codes(YamlValue? value)
    {
        var codes = value?.List()?.Select(v => v.Whole(-32_768, 65_535)).OfType<int>().Distinct().Order().ToList();
        if (codes is { Count: 0 })
            value!.Fault(new("cần ít nhất một mã", "at least one code is needed")); // it gave the list
        return codes is { Count: > 0 } ? codes : null;
    }
}
