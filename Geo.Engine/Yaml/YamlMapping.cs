using YamlDotNet.RepresentationModel;

namespace Geo.Engine.Yaml;

/// <summary>The keys and values of one level. Every key that is asked for is known; <see cref="Finish"/> refuses the others.</summary>
public sealed class YamlMapping
{
    private readonly YamlValue _self;
    private readonly Dictionary<string, YamlValue> _values = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    internal YamlMapping(YamlMappingNode node, YamlValue self, ICollection<YamlProblem> problems)
    {
        _self = self;
        foreach (var (key, value) in node.Children)
            if (key is YamlScalarNode { Value: { Length: > 0 } name })
                _values[name] = new YamlValue(value, self.Path.Length == 0 ? name : $"{self.Path}.{name}", problems);
            else
                self.Fault(new($"khóa ở dòng {key.Start.Line} không phải là chữ", $"a key at line {key.Start.Line} is not text"));
    }

    /// <summary>Keys and indices from the root.</summary>
    public string Path => _self.Path;

    /// <summary>Line in the text, from 1.</summary>
    public int Line => _self.Line;

    /// <summary>All keys with their values, in the order of the text; all of them count as known.</summary>
    public IReadOnlyList<KeyValuePair<string, YamlValue>> Entries()
    {
        _known.UnionWith(_values.Keys);
        return [.. _values];
    }

    /// <summary>The value of a key, or null when it is absent or written as null.</summary>
    public YamlValue? Optional(string key)
    {
        _known.Add(key);
        return _values.TryGetValue(key, out var value) && !value.IsNull ? value : null;
    }

    /// <summary>The value of a key; its absence is a problem.</summary>
    public YamlValue? Required(string key)
    {
        var value = Optional(key);
        if (value is null)
            _self.Fault(new($"thiếu '{key}'", $"'{key}' is missing"));
        return value;
    }

    /// <summary>Adds a problem at this level.</summary>
    public void Fault(BilingualText message, BilingualText? hint = null) => _self.Fault(message, hint);

    /// <summary>Refuses every key that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var (key, value) in _values)
            if (!_known.Contains(key))
                value.Fault(new($"ở đây không có '{key}'; có: {string.Join(", ", _known)}", $"'{key}' is not known here; known are {string.Join(", ", _known)}"), Spelling.Hint(key, _known));
    }
}
