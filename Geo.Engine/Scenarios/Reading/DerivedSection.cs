using Geo.Engine.Suitability;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads <c>derived:</c>: what is measured from layers before it is judged.</summary>
internal static class DerivedSection
{
    private const double GreatestMetres = 100_000;

    private static readonly string[] Operations = ["euclidean_distance", "interpolate", "sum_within", "radio_rsrp", "radio_probability"];

    /// <summary>Reads all measures into the context, whose layers must be known.</summary>
    public static void Read(YamlValue? section, ReadingContext context)
    {
        foreach (var (name, value) in section?.Mapping()?.Entries() ?? [])
        {
            if (!ReadingContext.IsIdentifier(name))
                value.Fault(new($"'{name}' không phải là mã định danh: chữ thường, chữ số, gạch nối và gạch dưới, tối đa 64", $"'{name}' is not an identifier: lower-case letters, digits, hyphens and underscores, at most 64"));
            if (context.Layers.ContainsKey(name))
                value.Fault(new($"'{name}' đã là tên của một lớp", $"'{name}' is already the name of a layer"));
            if (value.Mapping() is not { } mapping)
                continue;
            if (Measure(mapping, context) is { } measure)
                context.Derived[name] = measure;
        }
    }

    private static Measure? Measure(YamlMapping mapping, ReadingContext context)
    {
        var operation = mapping.Required("op");
        var name = operation?.Text();
        var (known, measure) = name switch
        {
            "euclidean_distance" => (true, Distance(mapping, context)),
            "interpolate" => (true, Interpolated(mapping, context)),
            "sum_within" => (true, SumWithin(mapping, context)),
            "radio_rsrp" => (true, Coverage(mapping, context, CoverageQuantity.Rsrp)),
            "radio_probability" => (true, Coverage(mapping, context, CoverageQuantity.Probability)),
            _ => (false, null),
        };
        if (known)
            mapping.Finish();
        else if (name is not null)
            operation!.Fault(new($"'{name}' không phải là phép tính; được phép: {string.Join(", ", Operations)}", $"'{name}' is not an operation; allowed: {string.Join(", ", Operations)}"), Spelling.Hint(name, Operations)); // it has text
        return measure;
    }

    private static Measure? Distance(YamlMapping mapping, ReadingContext context)
    {
        var from = mapping.Required("from");
        var values = mapping.Optional("values");
        if (from is { IsList: true })
        {
            values?.Fault(new("values chỉ dùng cho một lưới phân loại", "values are for one categorical grid"));
            return new Measure.Distance([.. from.List()!.Select(context.Features).OfType<FeatureSource>()]); // IsList
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
        return Codes(values ?? mapping.Required("values")) is { } codes ? new Measure.DistanceToCategory(grid, codes) : null;
    }

    private static Measure.Interpolated? Interpolated(YamlMapping mapping, ReadingContext context)
    {
        var stations = context.Features(mapping.Required("from"));
        var column = mapping.Required("column")?.Text();
        var unit = mapping.Optional("unit")?.Text();
        var power = mapping.Optional("power")?.Number(0.1, 16) ?? 2;
        var reach = mapping.Optional("reach_m")?.Number(1, GreatestMetres) ?? 5_000;
        var along = mapping.Optional("along")?.List();
        var water = along?.Select(context.Features).OfType<FeatureSource>().ToList() ?? [];
        context.Evidence(mapping);
        return stations is null || column is null ? null : new Measure.Interpolated(stations, column, power, unit, water, reach);
    }

    private static Measure.SumWithin? SumWithin(YamlMapping mapping, ReadingContext context)
    {
        var grid = context.Grid(mapping.Required("from"));
        var radius = mapping.Required("radius_m")?.Number(1, GreatestMetres);
        context.Evidence(mapping);
        return grid is null || radius is null ? null : new Measure.SumWithin(grid, radius.Value);
    }

    private static Measure.Coverage? Coverage(YamlMapping mapping, ReadingContext context, CoverageQuantity quantity)
    {
        var masts = context.Features(mapping.Required("from"));
        var threshold = mapping.Required("threshold_dbm")?.Number(-160, 0);
        var receiver = mapping.Optional("receiver_m")?.Number(1, 10) ?? 1.5;
        var reach = mapping.Optional("reach_m")?.Number(10, 5_000) ?? 5_000;
        context.Evidence(mapping);
        return masts is null || threshold is null
            ? null
            : new Measure.Coverage(masts, quantity, new RadioSettings(receiver, threshold.Value, reach));
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
