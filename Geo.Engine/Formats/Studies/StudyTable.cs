namespace Geo.Engine.Formats.Studies;

/// <summary>
/// A table of another program with a line of column names. Separators are those that the first line shows: tab, comma, semicolon, else any space; quotes around a field are taken off.
/// </summary>
internal sealed class StudyTable
{
    private static readonly char[] Separators = ['\t', ',', ';'];

    private readonly StudyText _text;
    private readonly char[]? _separator;

    /// <summary>The table in a text; its first line that is not empty names the columns.</summary>
    public StudyTable(StudyText text)
    {
        _text = text;
        var head = 0;
        while (head < text.Lines.Count && text.Lines[head].Trim().Length == 0)
            head++;
        var names = head < text.Lines.Count ? text.Lines[head].TrimStart('\uFEFF') : "";
        _separator = Separators.Where(names.Contains).Take(1).ToArray() is { Length: > 0 } found ? found : null;
        Columns = Fields(names);
        HeadLine = head;
    }

    /// <summary>Name of the file.</summary>
    public string Name => _text.Name;

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The line of the names, from 0.</summary>
    public int HeadLine { get; }

    /// <summary>Where a column stands, whatever the case of its name; -1 when there is none.</summary>
    public int IndexOf(string column) => Columns.ToList().FindIndex(c => c.Equals(column, StringComparison.OrdinalIgnoreCase));

    /// <summary>The rows that have as many fields as there are columns, with their lines from 0; the others are faults.</summary>
    public IEnumerable<(int Line, IReadOnlyList<string> Fields)> Rows()
    {
        for (var line = HeadLine + 1; line < _text.Lines.Count && !_text.IsHopeless; line++)
        {
            if (_text.Lines[line].Trim().Length == 0)
                continue;
            var fields = Fields(_text.Lines[line]);
            if (fields.Count == Columns.Count)
                yield return (line, fields);
            else
                _text.Fault(line, new($"có {fields.Count} trường; hàng đầu có {Columns.Count} cột", $"found {fields.Count} fields; the first line has {Columns.Count} columns"));
        }
    }

    /// <summary>A number of a row; null, and a fault, for anything else than a finite number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public double? Number(int line, IReadOnlyList<string> fields, int column, double least = double.NegativeInfinity, double most = double.PositiveInfinity)
    {
        if (StudyText.Number(fields[column]) is { } number && number >= least && number <= most)
            return number;
        _text.Fault(line, StudyText.Found(new($"cột {Columns[column]}", $"column {Columns[column]}"), fields[column], Allowed(least, most)));
        return null;
    }

    /// <summary>The same of a whole number.</summary>
    public long? Whole(int line, IReadOnlyList<string> fields, int column, double least, double most)
    {
        if (Number(line, fields, column, least, most) is not { } number)
            return null;
        if (number == Math.Truncate(number))
            return (long)number;
        _text.Fault(line, StudyText.Found(new($"cột {Columns[column]}", $"column {Columns[column]}"), fields[column], new("số nguyên", "a whole number")));
        return null;
    }

    /// <summary>Notes a fault in a line, counted from 0.</summary>
    public void Fault(int line, BilingualText message) => _text.Fault(line, message);

    private static BilingualText Allowed(double least, double most) => (double.IsNegativeInfinity(least), double.IsPositiveInfinity(most)) switch
    {
        (true, _) => new("một số", "a number"),
        (false, true) => new(FormattableString.Invariant($"một số từ {least}"), FormattableString.Invariant($"a number from {least}")),
        _ => new(FormattableString.Invariant($"một số trong {least}..{most}"), FormattableString.Invariant($"a number in {least}..{most}")),
    };

    private List<string> Fields(string line) =>
        [.. (_separator is null ? line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : line.Split(_separator)).Select(f => f.Trim().Trim('"', '\'').Trim())];
}
