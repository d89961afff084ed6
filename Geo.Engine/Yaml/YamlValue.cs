using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Geo.Engine.Yaml;

/// <summary>One value of a YAML text, with its path. Reading it as something that it is not adds a problem and gives null.</summary>
public sealed class YamlValue
{
    private readonly YamlNode _node;
    private readonly ICollection<YamlProblem> _problems;

    internal YamlValue(YamlNode node, string path, ICollection<YamlProblem> problems)
    {
        _node = node;
        _problems = problems;
        Path = path;
    }

    /// <summary>Keys and indices from the root.</summary>
    public string Path { get; }

    /// <summary>Line in the text, from 1.</summary>
    public int Line => (int)_node.Start.Line;

    /// <summary>Whether the value is written as null or left out after its key.</summary>
    public bool IsNull => _node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

    /// <summary>Whether the value is a list.</summary>
    public bool IsList => _node is YamlSequenceNode;

    /// <summary>Whether the value is a mapping.</summary>
    public bool IsMapping => _node is YamlMappingNode;

    /// <summary>Whether the value is a plain number.</summary>
    public bool IsNumber => _node is YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } && TryNumber(text, out _);

    /// <summary>Adds a problem at this place.</summary>
    public void Fault(BilingualText message, BilingualText? hint = null) => _problems.Add(new(Path, Line, message, hint));

    /// <summary>The value as a mapping.</summary>
    public YamlMapping? Mapping()
    {
        if (_node is YamlMappingNode node)
            return new YamlMapping(node, this, _problems);
        Refuse("các khóa kèm giá trị", "keys with values are");
        return null;
    }

    /// <summary>The value as a list.</summary>
    public IReadOnlyList<YamlValue>? List()
    {
        if (_node is YamlSequenceNode node)
            return [.. node.Children.Select((child, i) => new YamlValue(child, $"{Path}[{i}]", _problems))];
        Refuse("danh sách", "a list is", new("danh sách viết [a, b] hoặc mỗi dòng một mục sau '- '", "a list is written [a, b] or one item a line after '- '"));
        return null;
    }

    /// <summary>The value as text, NFC, without the space around it; never empty.</summary>
    public string? Text()
    {
        if (_node is YamlScalarNode { Value: { } text } && !IsNull && text.Trim().Length > 0)
            return text.Trim().Normalize();
        Refuse("chữ", "text is");
        return null;
    }

    /// <summary>The value as a finite number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public double? Number(double least = double.NegativeInfinity, double most = double.PositiveInfinity)
    {
        if (_node is not YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } || !TryNumber(text, out var number))
            {
            Refuse("số", "a number is");
            return null;
        }
        if (!double.IsFinite(number))
            return Refuse(new($"{text} không phải là số hữu hạn", $"{text} is not a finite number"));
        return number >= least && number <= most ? number : Refuse(Outside(text, least, most));
    }

    /// <summary>The value as a whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public int? Whole(int least = int.MinValue, int most = int.MaxValue)
    {
        var number = Number(least, most);
        if (number is null || number == Math.Truncate(number.Value))
            return (int?)number;
        var written = number.Value.ToString(CultureInfo.InvariantCulture);
        Fault(new($"{written} không phải là số nguyên", $"{written} is not a whole number"));
        return null;
    }

    /// <summary>The value as true or false.</summary>
    public bool? Flag()
    {
        if (_node is YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar)
            return scalar.Value == "true";
        Refuse("true hoặc false", "true or false is");
        return null;
    }

    /// <summary>The value as one of some words; each stands for something.</summary>
    public T? OneOf<T>(IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        var text = Text();
        if (text is null)
            return null;
        if (words.TryGetValue(text, out var meaning))
            return meaning;
        Fault(new($"không có '{text}'; được phép: {string.Join(", ", words.Keys)}", $"'{text}' is not known; allowed: {string.Join(", ", words.Keys)}"), Spelling.Hint(text, words.Keys));
        return null;
    }

    private static bool TryNumber(string text, out double number) => text switch
    {
        ".inf" or "+.inf" or ".Inf" or "+.Inf" => (number = double.PositiveInfinity) > 0,
        "-.inf" or "-.Inf" => (number = double.NegativeInfinity) < 0,
        ".nan" or ".NaN" => double.IsNaN(number = double.NaN),
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number),
    };

    private static BilingualText Outside(string text, double least, double most)
    {
        var (from, to) = (least.ToString(CultureInfo.InvariantCulture), most.ToString(CultureInfo.InvariantCulture));
        return (double.IsNegativeInfinity(least), double.IsPositiveInfinity(most)) switch
        {
            (false, true) => new($"{text} không được phép: được phép từ {from} trở lên", $"{text} is not allowed: allowed are numbers from {from} upwards"),
            (true, _) => new($"{text} không được phép: được phép đến {to}", $"{text} is not allowed: allowed are numbers to {to}"),
            _ => new($"{text} không được phép: được phép từ {from} đến {to}", $"{text} is not allowed: allowed are numbers from {from} to {to}"),
        };
    }

    private double? Refuse(BilingualText message)
    {
        Fault(message);
        return null;
    }

    private void Refuse(string expectedVi, string expectedEn, BilingualText? hint = null)
    {
        BilingualText found = _node switch
        {
            YamlMappingNode => new("có các khóa kèm giá trị", "there are keys with values"),
            YamlSequenceNode => new("có một danh sách", "there is a list"),
            _ when IsNull => new("không có gì", "there is nothing"),
            _ => new($"có '{_node}'", $"there is '{_node}'"),
        };
        Fault(new($"{found.Vi} ở nơi cần {expectedVi}", $"{found.En} where {expectedEn} expected"), hint);
    }
}
