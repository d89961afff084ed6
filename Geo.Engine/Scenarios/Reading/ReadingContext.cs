using Geo.Engine.Features;
using Geo.Engine.Suitability;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>What is known so far while a scenario file is read from top to bottom.</summary>
internal sealed class ReadingContext
{
    /// <summary>Layers by their name in the scenario.</summary>
    public Dictionary<string, ScenarioLayer> Layers { get; } = new(StringComparer.Ordinal);

    /// <summary>Derived measures by name.</summary>
    public Dictionary<string, Measure> Derived { get; } = new(StringComparer.Ordinal);

    /// <summary>Things that deserve a word but stop nothing.</summary>
    public List<YamlProblem> Warnings { get; } = [];

    /// <summary>The layer that a value names.</summary>
    public ScenarioLayer? Layer(YamlValue? name)
    {
        var text = name?.Text();
        if (text is null)
            return null;
        if (Layers.TryGetValue(text, out var layer))
            return layer;
        name!.Fault(new($"'{text}' không thuộc các lớp của kịch bản này: {string.Join(", ", Layers.Keys)}", $"'{text}' is not one of the layers of this scenario: {string.Join(", ", Layers.Keys)}"), Spelling.Hint(text, Layers.Keys)); // text came from it
        return null;
    }

    /// <summary>The vector layer that a value names.</summary>
    public FeatureSource? Features(YamlValue? name)
    {
        var layer = Layer(name);
        if (layer is { Features: null })
            name!.Fault(new($"'{layer.Name}' là lưới; ở đây cần lớp vectơ", $"'{layer.Name}' is a grid; a vector layer is needed here")); // it named a layer
        if (layer is { IsShare: true })
            RefuseShare(name!, layer); // it named a layer
        return layer?.Features;
    }

    /// <summary>Refuses a layer that is measured by shares where whole cells are needed.</summary>
    public static void RefuseShare(YamlValue place, ScenarioLayer layer) => place.Fault(
        new($"'{layer.Name}' có rasterize: fraction: nó là một lượng từ 0 đến 1, không phải các ô", $"'{layer.Name}' has rasterize: fraction: it is an amount from 0 to 1, not cells"),
        new("dùng nó làm layer: của tiêu chí hoặc trong expr:, hoặc đặt rasterize: centre, all_touched", "use it as layer: of a criterion or in expr:, or write rasterize: centre, all_touched"));

    /// <summary>The grid that a value names.</summary>
    public GridSource? Grid(YamlValue? name)
    {
        var layer = Layer(name);
        if (layer is { Grid: null })
            name!.Fault(new($"'{layer.Name}' là lớp vectơ; ở đây cần lưới", $"'{layer.Name}' is a vector layer; a grid is needed here")); // it named a layer
        return layer?.Grid;
    }

    /// <summary>The measure that a value names: a derived one, or a grid layer's own values.</summary>
    public Measure? Measure(YamlValue? name) => name?.Text() is { } text ? Measure(name, text) : null;

    /// <summary>The measure of a name that stands in a value.</summary>
    public Measure? Measure(YamlValue place, string text)
    {
        if (Derived.TryGetValue(text, out var measure))
            return measure;
        if (Layers.TryGetValue(text, out var layer) && layer.Grid is { } grid)
            return new Measure.GridValue(grid);
        if (layer is { IsShare: true, Features: { } features })
            return new Measure.CoveredShare(features);
        var known = Derived.Keys.Concat(Layers.Where(l => l.Value.Grid is not null || l.Value.IsShare).Select(l => l.Key)).ToList();
        place.Fault(
            new($"'{text}' không phải là đại lượng dẫn xuất cũng không phải lớp lưới của kịch bản này: {string.Join(", ", known)}", $"'{text}' is neither a derived measure nor a grid layer of this scenario: {string.Join(", ", known)}"), Spelling.Hint(text, known));
        return null;
    }

    /// <summary>Whether a name stands for amounts: a derived measure, or a grid that is not categorical.</summary>
    public bool IsAmount(string name) => Derived.ContainsKey(name) || (Layers.TryGetValue(name, out var layer) && (layer.IsShare || layer.Grid is { IsCategorical: false }));

    /// <summary>Reads <c>source</c> and <c>starting_value</c>; a part with numbers and neither of them is worth a warning.</summary>
    public Evidence Evidence(YamlMapping part)
    {
        var source = part.Optional("source")?.Text();
        var starting = part.Optional("starting_value")?.Flag() ?? false;
        if (source is null && !starting)
            Warnings.Add(new(part.Path, part.Line, new("các con số không có nguồn gốc", "numbers without origin"), new("ghi source: hoặc starting_value: true", "name a source: or write starting_value: true")));
        return new Evidence(source, starting);
    }

    /// <summary>Reads a text in both languages.</summary>
    public static BilingualText? Bilingual(YamlValue? value)
    {
        var mapping = value?.Mapping();
        if (mapping is null)
            return null;
        var (vi, en) = (mapping.Required("vi")?.Text(), mapping.Required("en")?.Text());
        mapping.Finish();
        return vi is null || en is null ? null : new BilingualText(vi, en);
    }

    /// <summary>Reads an identifier: lower-case letters, digits and hyphens.</summary>
    public static string? Identifier(YamlValue? value)
    {
        var text = value?.Text();
        if (text is null || IsIdentifier(text))
            return text;
        value!.Fault(new($"'{text}' không phải là mã định danh: chữ thường, chữ số, gạch nối và gạch dưới, tối đa 64", $"'{text}' is not an identifier: lower-case letters, digits, hyphens and underscores, at most 64")); // text came from it
        return null;
    }

    /// <summary>Whether a text is lower-case letters, digits, hyphens and underscores, 1 to 64 of them.</summary>
    public static bool IsIdentifier(string text) =>
        text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');
}
