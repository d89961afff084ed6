using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Geo.Engine.Yaml;

/// <summary>
/// Reads a YAML text strictly: one document, no aliases, no tags, bounded in size and depth, so that a hostile text can neither grow in memory
/// nor exhaust the stack.
/// </summary>
public static class YamlText
{
    /// <summary>Longest text that is read, characters.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>Deepest nesting that is read.</summary>
    public const int MaxDepth = 32;

    /// <summary>The root of the text, or null with the reason in <paramref name="problems"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problems">Where faults are gathered, here and by everything that is read from the root.</param>
    public static YamlValue? Read(string text, ICollection<YamlProblem> problems)
    {
        if (text.Length > MaxLength)
        {
            problems.Add(new("", 1, new($"văn bản có {text.Length} ký tự; chỉ đọc tối đa {MaxLength}", $"the text has {text.Length} characters; at most {MaxLength} are read")));
            return null;
        }
        try
        {
            return IsHarmless(text, problems) ? Root(text, problems) : null;
        }
        catch (YamlException fault)
        {
            problems.Add(new("", (int)fault.Start.Line, new($"không đọc được dưới dạng YAML ở dòng {fault.Start.Line}, cột {fault.Start.Column}: {fault.Message}", $"not readable as YAML at line {fault.Start.Line}, column {fault.Start.Column}: {fault.Message}")));
            return null;
        }
        catch (InvalidOperationException fault)
        {
            // YamlDotNet 18.1 says so, instead of its own exception, where a flow list is never closed.
            problems.Add(new("", 1, new($"không đọc được dưới dạng YAML: một dấu ngoặc chưa đóng ({fault.Message})", $"not readable as YAML: a bracket is not closed ({fault.Message})")));
            return null;
        }
    }

    private static YamlValue? Root(string text, ICollection<YamlProblem> problems)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents.Count == 1)
            return new YamlValue(stream.Documents[0].RootNode, "", problems);
        problems.Add(new("", 1, new($"văn bản chứa {stream.Documents.Count} tài liệu; chỉ được đúng một", $"the text holds {stream.Documents.Count} documents; exactly one is allowed")));
        return null;
    }

    private static bool IsHarmless(string text, ICollection<YamlProblem> problems)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            var step = parser.Current!; // MoveNext was true
            depth += step.NestingIncrease;
            BilingualText? fault = step switch
            {
                AnchorAlias => new("không được dùng bí danh (*tên): hãy viết giá trị ra", "aliases (*name) are not allowed: write the value out"),
                NodeEvent { Tag.IsEmpty: false } => new("không được dùng thẻ (!tên)", "tags (!name) are not allowed"),
                _ when depth > MaxDepth + 2 => new($"lồng sâu hơn {MaxDepth} cấp", $"nested deeper than {MaxDepth} levels"),
                _ => null,
            };
            if (fault is null)
                continue;
            problems.Add(new("", (int)step.Start.Line, new($"dòng {step.Start.Line}: {fault.Vi}", $"line {step.Start.Line}: {fault.En}")));
            return false;
        }
        return true;
    }
}
