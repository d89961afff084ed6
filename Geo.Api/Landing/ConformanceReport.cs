using System.Text.RegularExpressions;

namespace Geo.Api.Landing;

/// <summary>
/// <c>docs/conformance.md</c>, which is part of the program: which clause is held by which tests, and what is not held. The page is made from it, so that
/// there is one truth.
/// </summary>
internal static partial class ConformanceReport
{
    private static readonly string[] Lines = Read();

    /// <summary>The parts of standards, and what else there is to say.</summary>
    public static IReadOnlyList<ConformanceSection> Sections { get; } = [.. Blocks(Lines).Skip(1).Select(SectionOf)];

    private static readonly Dictionary<string, string> SectionTitles = new(Rows(Blocks(Lines).First()).Where(r => r.Length > 2).SelectMany(Placed));

    /// <summary>The section whose tests hold a declared class; null when the document names none.</summary>
    public static ConformanceSection? SectionOf(string classUri) =>
        SectionTitles.TryGetValue(classUri, out var title) ? Sections.FirstOrDefault(s => s.Title == title) : null;

    private static ConformanceSection SectionOf(IReadOnlyList<string> block) =>
        new(block[0]["## ".Length..], [.. Rows(block).Select(r => new ConformanceClause(r[0], string.Join(" · ", r.Skip(1))))], [.. Notes(block.Skip(1))]);

    /// <summary>Each class of a row with the title of its section. A row writes an address in full, or a beginning and several ends, or the end of another with "…".</summary>
    private static IEnumerable<KeyValuePair<string, string>> Placed(string[] row)
    {
        var beginning = "";
        foreach (var written in Code().Matches(row[1]).Select(m => m.Groups[1].Value))
        {
            if (written.EndsWith('/'))
                beginning = written;
            else
                yield return new(FullOf(beginning, written), row[2]);
        }
    }

    private static string FullOf(string beginning, string written) => written[0] == '…'
        ? ConformanceDocument.Declared.ConformsTo.FirstOrDefault(c => c.EndsWith(written[1..], StringComparison.Ordinal)) ?? written
        : beginning + written;

    /// <summary>The lines before the first heading, then those of each heading with it.</summary>
    private static IEnumerable<IReadOnlyList<string>> Blocks(string[] lines)
    {
        var starts = lines.Index().Where(l => l.Item.StartsWith("## ", StringComparison.Ordinal)).Select(l => l.Index).Prepend(0).Append(lines.Length).ToList();
        return starts.Zip(starts.Skip(1), (from, to) => lines[from..to]);
    }

    /// <summary>The cells of each row of the tables; a head is what stands above the rule.</summary>
    private static IEnumerable<string[]> Rows(IReadOnlyList<string> block) => block
        .Zip(block.Skip(1).Append(""))
        .Where(l => l.First.StartsWith("| ", StringComparison.Ordinal) && !l.Second.StartsWith("|-", StringComparison.Ordinal))
        .Select(l => l.First.Trim('|', ' ').Split(" | ", StringSplitOptions.TrimEntries));

    /// <summary>Lines that belong together as one text.</summary>
    private static IEnumerable<string> Notes(IEnumerable<string> lines)
    {
        var note = "";
        foreach (var line in lines.Append(""))
        {
            var begins = line.Length == 0 || line[0] == '|' || line.StartsWith("- ", StringComparison.Ordinal);
            if (begins && note.Length > 0)
                yield return note;
            note = line.Length == 0 || line[0] == '|' ? "" : begins ? line[2..] : $"{note} {line.Trim()}".Trim();
        }
    }

    private static string[] Read()
    {
        using var stream = typeof(ConformanceReport).Assembly.GetManifestResourceStream("conformance.md") ?? throw new InvalidOperationException("conformance.md was not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
