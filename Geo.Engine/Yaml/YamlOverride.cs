using YamlDotNet.RepresentationModel;

namespace Geo.Engine.Yaml;

/// <summary>
/// Lays one YAML text over another: what the upper one says replaces what the lower one says, key by key. Items of lists that have an <c>id</c> are met by it; other lists are
/// replaced as a whole. A key that is written without a value, and an item with <c>drop: true</c>, take away what is below.
/// </summary>
public static class YamlOverride
{
    /// <summary>The text of both together, and the paths that the upper one changed, in the order of the text.</summary>
    /// <param name="lower">A text that <see cref="YamlText"/> reads as keys with values.</param>
    /// <param name="upper">Another.</param>
    public static (string Text, IReadOnlyList<string> Changed) Lay(string lower, string upper)
    {
        var changed = new List<string>();
        var merged = Laid(Root(lower), Root(upper), "", changed);
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        new YamlStream(new YamlDocument(merged)).Save(writer, assignAnchors: false);
        return (writer.ToString(), changed);
    }

    /// <summary>
    /// The upper text, so written that under some keys nothing of the lower one stays when it is laid over it: what only the lower one says there is named without a value.
    /// </summary>
    /// <param name="lower">A text that <see cref="YamlText"/> reads as keys with values.</param>
    /// <param name="upper">Another.</param>
    /// <param name="keys">The keys.</param>
    public static string Replacing(string lower, string upper, IReadOnlyCollection<string> keys)
    {
        var root = Root(upper);
        Empty(Root(lower), root, keys, false);
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        new YamlStream(new YamlDocument(root)).Save(writer, assignAnchors: false);
        return writer.ToString().TrimEnd('.', '\r', '\n') + "\n";
    }

    private static void Empty(YamlNode lower, YamlNode upper, IReadOnlyCollection<string> keys, bool isWithin)
    {
        if (lower is YamlSequenceNode list && upper is YamlSequenceNode items && AllHaveId(list) && AllHaveId(items))
            foreach (var item in items.Children.Cast<YamlMappingNode>())
                if (list.Children.Cast<YamlMappingNode>().FirstOrDefault(i => Id(i) == Id(item)) is { } other)
                    Empty(other, item, keys, isWithin);
        if (lower is not YamlMappingNode below || upper is not YamlMappingNode above)
            return;
        foreach (var (key, value) in below.Children)
            if (above.Children.TryGetValue(key, out var own))
                Empty(value, own, keys, isWithin || keys.Contains($"{key}"));
            else if (isWithin)
                above.Add(key, new YamlScalarNode("null"));
    }

    private static YamlMappingNode Root(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static YamlNode Laid(YamlNode lower, YamlNode upper, string path, List<string> changed)
    {
        if (lower is YamlMappingNode below && upper is YamlMappingNode above)
            return Laid(below, above, path, changed);
        if (lower is YamlSequenceNode list && upper is YamlSequenceNode items && AllHaveId(list) && AllHaveId(items))
            return Laid(list, items, path, changed);
        if (!lower.Equals(upper))
            changed.Add(path);
        return upper;
    }

    private static YamlMappingNode Laid(YamlMappingNode lower, YamlMappingNode upper, string path, List<string> changed)
    {
        var merged = new YamlMappingNode();
        foreach (var (key, value) in lower.Children)
        {
            var place = path.Length == 0 ? $"{key}" : $"{path}.{key}";
            if (!upper.Children.TryGetValue(key, out var other))
                merged.Add(key, value);
            else if (other is not YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: null or "" or "~" or "null" })
                merged.Add(key, Laid(value, other, place, changed));
            else
                changed.Add(place);
        }
        foreach (var (key, value) in upper.Children.Where(c => !lower.Children.ContainsKey(c.Key)))
        {
            merged.Add(key, value);
            changed.Add(path.Length == 0 ? $"{key}" : $"{path}.{key}");
        }
        return merged;
    }

    private static YamlSequenceNode Laid(YamlSequenceNode lower, YamlSequenceNode upper, string path, List<string> changed)
    {
        var items = upper.Children.Cast<YamlMappingNode>().ToList();
        var merged = new YamlSequenceNode();
        foreach (var item in lower.Children.Cast<YamlMappingNode>())
        {
            var place = $"{path}[{Id(item)}]";
            var other = items.FirstOrDefault(i => Id(i) == Id(item));
            if (other is null)
                merged.Add(item);
            else if (IsDropped(other))
                changed.Add(place);
            else
                merged.Add(Laid(item, other, place, changed));
            items.RemoveAll(i => ReferenceEquals(i, other));
        }
        foreach (var item in items)
        {
            merged.Add(item);
            changed.Add($"{path}[{Id(item)}]");
        }
        return merged;
    }

    private static bool AllHaveId(YamlSequenceNode list) => list.Children.All(item => item is YamlMappingNode mapping && Id(mapping) is not null);

    private static string? Id(YamlMappingNode item) => item.Children.TryGetValue("id", out var id) && id is YamlScalarNode scalar ? scalar.Value : null;

    private static bool IsDropped(YamlMappingNode item) => item.Children.TryGetValue("drop", out var drop) && drop is YamlScalarNode { Value: "true" };
}
