using System.Globalization;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace Geo.Engine.Formats.Bundled;

/// <summary>One mapping of a YAML file, read field by field; every fault is gathered with its line and path, none ends the reading.</summary>
internal sealed class YamlRecord(YamlMappingNode node, string path, string file, List<ImportProblem> problems)
{
    /// <summary>Path of the mapping from the root, for messages.</summary>
    public string Path => path;

    /// <summary>Whether the field is there and not null.</summary>
    public bool Has(string field) => Find(field) is not (null or YamlScalarNode { Value: null or "" or "~" or "null", Style: YamlDotNet.Core.ScalarStyle.Plain });

    /// <summary>A text that must be there; empty after a fault.</summary>
    public string Text(string field)
    {
        if (OptionalText(field) is { Length: > 0 } text)
            return text;
        if (!Has(field))
            Fault(node, field, "is missing");
        return "";
    }

    /// <summary>A text in NFC, or null.</summary>
    public string? OptionalText(string field)
    {
        if (!Has(field))
            return null;
        if (Find(field) is YamlScalarNode { Value: { } value })
            return value.Normalize(NormalizationForm.FormC);
        Fault(Find(field)!, field, "must be a text");
        return null;
    }

    /// <summary>A finite number, or null.</summary>
    public double? OptionalNumber(string field)
    {
        if (OptionalText(field) is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        Fault(Find(field)!, field, $"is '{text}' instead of a finite number");
        return null;
    }

    /// <summary>True or false; false when it is not there.</summary>
    public bool Flag(string field)
    {
        var text = OptionalText(field) ?? "false";
        if (text is not ("true" or "false"))
            Fault(Find(field)!, field, $"is '{text}' instead of true or false");
        return text == "true";
    }

    /// <summary>One of the names of an enumeration, without regard to case; the default value after a fault.</summary>
    public T OneOf<T>(string field) where T : struct, Enum
    {
        var text = Text(field);
        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase))
            return value;
        if (text.Length > 0)
            Fault(Find(field)!, field, $"is '{text}'; allowed are {string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))}");
        return default;
    }

    /// <summary>A mapping that must be there, or null after a fault.</summary>
    public YamlRecord? Record(string field)
    {
        if (Find(field) is YamlMappingNode mapping)
            return new YamlRecord(mapping, $"{path}.{field}", file, problems);
        Fault(Find(field) ?? node, field, Has(field) ? "must be a mapping" : "is missing");
        return null;
    }

    /// <summary>The mappings of a sequence; none when it is not there.</summary>
    public IReadOnlyList<YamlRecord> Records(string field)
    {
        if (!Has(field))
            return [];
        if (Find(field) is YamlSequenceNode sequence && sequence.All(n => n is YamlMappingNode))
            return [.. sequence.Select((n, i) => new YamlRecord((YamlMappingNode)n, $"{path}.{field}[{i}]", file, problems))];
        Fault(Find(field)!, field, "must be a list of mappings");
        return [];
    }

    /// <summary>Adds a problem about a field.</summary>
    public void Fault(string field, string message) => Fault(Find(field) ?? node, field, message);

    private void Fault(YamlNode at, string field, string message) =>
        problems.Add(new ImportProblem(file, string.Create(CultureInfo.InvariantCulture, $"line {at.Start.Line}, {path}.{field}"), message));

    private YamlNode? Find(string field) => node.Children.TryGetValue(new YamlScalarNode(field), out var value) ? value : null;
}
