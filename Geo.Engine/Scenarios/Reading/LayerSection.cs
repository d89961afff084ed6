using Geo.Engine.Suitability;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads <c>layers:</c>: names for layers of the store, and how each is laid on the grid.</summary>
internal static class LayerSection
{
    private static readonly Dictionary<string, GridResampling> Resamplings =
        new() { ["nearest"] = GridResampling.Nearest, ["bilinear"] = GridResampling.Bilinear, ["average"] = GridResampling.Average, ["mode"] = GridResampling.Mode };

    private static readonly Dictionary<string, Rasterisation> Rasterisations =
        new() { ["centre"] = Rasterisation.Centre, ["all_touched"] = Rasterisation.AllTouched, ["fraction"] = Rasterisation.Fraction };

    /// <summary>How features become cells.</summary>
    private enum Rasterisation
    {
        Centre,
        AllTouched,
        Fraction,
    }

    /// <summary>Reads all layers into the context.</summary>
    public static void Read(YamlValue? section, ReadingContext context)
    {
        foreach (var (name, value) in section?.Mapping()?.Entries() ?? [])
            if (!ReadingContext.IsIdentifier(name))
                value.Fault(new($"'{name}' không phải là mã định danh: chữ thường, chữ số, gạch nối và gạch dưới, tối đa 64", $"'{name}' is not an identifier: lower-case letters, digits, hyphens and underscores, at most 64"));
            else if (value.Mapping() is { } mapping)
                context.Layers[name] = Layer(name, mapping);
    }

    private static ScenarioLayer Layer(string name, YamlMapping mapping)
    {
        var id = ReadingContext.Identifier(mapping.Optional("id")) ?? name;
        var unit = mapping.Optional("unit")?.Text();
        var layer = mapping.Required("kind") is { } kind ? OfKind(name, id, kind, mapping, unit) : new ScenarioLayer(name, null, null, unit);
        mapping.Finish();
        return layer;
    }

    private static ScenarioLayer OfKind(string name, string id, YamlValue kind, YamlMapping mapping, string? unit)
    {
        switch (kind.Text())
        {
            case "vector":
                var rule = mapping.Optional("rasterize")?.OneOf(Rasterisations) ?? Rasterisation.Centre;
                return new(name, new FeatureSource(id, Conditions(mapping.Optional("where")), rule == Rasterisation.AllTouched), null, unit) { IsShare = rule == Rasterisation.Fraction };
            case "continuous":
                return new(name, null, new GridSource(id, Amounts(mapping.Optional("resample")), false), unit);
            case "categorical":
                return new(name, null, new GridSource(id, Codes(mapping.Optional("resample")), true), unit);
            case { } other:
                kind.Fault(new($"'{other}' không phải là loại lớp; được phép: vector, continuous, categorical", $"'{other}' is not a kind of layer; allowed: vector, continuous, categorical"), Spelling.Hint(other, ["vector", "continuous", "categorical"]));
                break;
        }
        return new(name, null, null, unit);
    }

    private static GridResampling Amounts(YamlValue? resample)
    {
        var rule = resample?.OneOf(Resamplings) ?? GridResampling.Bilinear;
        if (rule == GridResampling.Mode)
            resample!.Fault(new("mode chọn mã chiếm nhiều nhất; lượng đo không phải là mã", "mode takes the most frequent code; amounts are no codes"), new("dùng average, bilinear hoặc nearest", "use average, bilinear or nearest")); // it gave the rule
        return rule;
    }

    private static GridResampling Codes(YamlValue? resample)
    {
        var rule = resample?.OneOf(Resamplings) ?? GridResampling.Nearest;
        if (rule is GridResampling.Bilinear or GridResampling.Average)
            resample!.Fault(new($"{resample.Text()} sẽ lấy trung bình các mã phân loại", $"{resample.Text()} would average codes of categories"), new("dùng nearest hoặc mode", "use nearest or mode")); // it gave the rule
        return rule;
    }

    private static List<PropertyCondition> Conditions(YamlValue? where)
    {
        var conditions = new List<PropertyCondition>();
        foreach (var (column, value) in where?.Mapping()?.Entries() ?? [])
        {
            var accepted = value.IsList ? value.List()!.Select(v => v.Text()) : [value.Text()]; // IsList
            conditions.Add(new PropertyCondition(column, [.. accepted.OfType<string>()]));
        }
        return conditions;
    }
}
