using Geo.Engine.Suitability;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads <c>layers:</c>: names for layers of the store, and how each is laid on the grid.</summary>
internal static class LayerSection
{
    private static readonly Dictionary<string, GridResampling> Resamplings =
        new() { ["nearest"] = GridResampling.Nearest, ["bilinear"] = GridResampling.Bilinear };

    private static readonly Dictionary<string, bool> TouchRules = new() { ["centre"] = false, ["all_touched"] = true };

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
                var allTouched = mapping.Optional("rasterize")?.OneOf(TouchRules) ?? false;
                return new(name, new FeatureSource(id, Conditions(mapping.Optional("where")), allTouched), null, unit);
            case "continuous":
                return new(name, null, new GridSource(id, mapping.Optional("resample")?.OneOf(Resamplings) ?? GridResampling.Bilinear, false), unit);
            case "categorical":
                var resample = mapping.Optional("resample");
                if (resample?.OneOf(Resamplings) == GridResampling.Bilinear)
                    resample.Fault(new("bilinear sẽ lấy trung bình các mã phân loại", "bilinear would average codes of categories"), new("dùng nearest", "use nearest"));
                return new(name, null, new GridSource(id, GridResampling.Nearest, true), unit);
            case { } other:
                kind.Fault(new($"'{other}' không phải là loại lớp; được phép: vector, continuous, categorical", $"'{other}' is not a kind of layer; allowed: vector, continuous, categorical"), Spelling.Hint(other, ["vector", "continuous", "categorical"]));
                break;
        }
        return new(name, null, null, unit);
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
