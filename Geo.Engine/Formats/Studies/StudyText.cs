using System.Globalization;
using System.Text;

namespace Geo.Engine.Formats.Studies;

/// <summary>A small text file of another program: its lines, and the faults found in them.</summary>
internal sealed class StudyText
{
    /// <summary>Largest file that is read, bytes.</summary>
    public const int MostBytes = 64 << 20;

    private const int MostProblems = 100;

    private readonly List<StudyProblem> _problems;

    private StudyText(string name, IReadOnlyList<string> lines, List<StudyProblem> problems) => (Name, Lines, _problems) = (name, lines, problems);

    /// <summary>Name of the file.</summary>
    public string Name { get; }

    /// <summary>Its lines.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Whether enough faults are gathered.</summary>
    public bool IsHopeless => _problems.Count >= MostProblems;

    /// <summary>Reads a file as UTF-8; what is no UTF-8 can only stand in comments and names, which are not read as numbers.</summary>
    public static async Task<StudyText> ReadAsync(string path, List<StudyProblem> problems, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        if (new FileInfo(path).Length is > MostBytes and var size)
        {
            problems.Add(new(name, null, new($"tệp có {size} byte; tối đa {MostBytes}", $"the file has {size} bytes; at most {MostBytes} are read")));
            return new StudyText(name, [], problems);
        }
        var text = await File.ReadAllTextAsync(path, Encoding.UTF8, cancellation);
        if (!text.Contains('\0', StringComparison.Ordinal))
            return new StudyText(name, text.Split('\n').Select(l => l.TrimEnd('\r')).ToArray(), problems);
        problems.Add(new(name, null, new("tệp chứa byte 0: đây không phải là văn bản", "the file holds a zero byte: it is not text")));
        return new StudyText(name, [], problems);
    }

    /// <summary>Notes a fault in a line, counted from 0.</summary>
    public void Fault(int index, BilingualText message) => _problems.Add(new(Name, index + 1, message));

    /// <summary>Notes a fault of the whole.</summary>
    public void Fault(BilingualText message) => _problems.Add(new(Name, null, message));

    /// <summary>What was found where something else is allowed; long texts are cut.</summary>
    public static BilingualText Found(BilingualText what, string found, BilingualText allowed)
    {
        var shown = found.Length > 60 ? found[..60] + "…" : found;
        return new($"{what.Vi}: có '{shown}'; được phép {allowed.Vi}", $"{what.En}: found '{shown}'; allowed is {allowed.En}");
    }

    /// <summary>A finite number with a decimal point; null for anything else.</summary>
    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
