using System.Text;
using Geo.Engine.Formats.Shapefile;

namespace Geo.Engine.Formats.Studies;

/// <summary>Reads remap tables: columns for start, end and output of a range, and <c>MAPPING</c> when <i>Reclassify</i> wrote the table.</summary>
internal static class RemapTable
{
    private const int MostRows = 100_000;

    // The word of MAPPING says which side of a row is a value.
    private static readonly string[] Mappings = ["ValueToValue", "ValueToNoData", "NoDataToValue", "NoDataToNoData"];

    /// <summary>The rows of a .csv.</summary>
    public static List<RemapRange> OfCsv(StudyText text, RemapOptions options)
    {
        var table = new StudyTable(text);
        void Fault(int line, BilingualText message) => text.Fault(line - 1, message);
        if (Places(table.Columns, options, message => text.Fault(table.HeadLine, message)) is not { } places)
            return [];
        return [.. table.Rows().Select(r => Range(places, i => r.Fields[i], r.Line + 1, Fault)).OfType<RemapRange>()];
    }

    /// <summary>The records of a .dbf; those marked as deleted are passed over.</summary>
    public static List<RemapRange> OfDbf(string path, RemapOptions options, List<StudyProblem> problems)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var stream = File.OpenRead(path);
            var records = new DbfRecords(stream, name);
            records.Begin();
            if (Places([.. records.Columns.Select(c => Encoding.Latin1.GetString(c.NameBytes))], options, m => problems.Add(new(name, null, m))) is not { } places)
                return [];
            return Ranges(records, places, name, problems);
        }
        catch (ImportRefusedException refused)
        {
            problems.Add(new(name, null, new($"không phải .dbf đọc được: {refused.Message}", $"not a readable .dbf: {refused.Message}")));
            return [];
        }
    }

    private static List<RemapRange> Ranges(DbfRecords records, IReadOnlyList<int> places, string name, List<StudyProblem> problems)
    {
        var ranges = new List<RemapRange>();
        void Fault(int line, BilingualText message) => problems.Add(new(name, line, message));
        for (var number = 1; number <= MostRows && records.Next(); number++)
            if (!records.IsDeleted && Range(places, i => Text(records, i), number, Fault) is { } range)
                ranges.Add(range);
        return ranges;
    }

    private static string Text(DbfRecords records, int column)
    {
        var field = records.Field(records.Columns[column]);
        return records.Columns[column].Type == 'C'
            ? Encoding.Latin1.GetString(DbfValue.Text(field)).Trim()
            : Convert.ToString(DbfValue.Number(field, records.Columns[column].Type).Value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    private static int[]? Places(IReadOnlyList<string> columns, RemapOptions options, Action<BilingualText> fault)
    {
        string[][] wanted = [Names(options.From, "FROM"), Names(options.To, "TO"), Names(options.Out, "OUT")];
        var places = wanted.Select(names => Find(columns, names)).ToArray();
        for (var i = 0; i < places.Length; i++)
            if (places[i] < 0)
                fault(new($"thiếu cột {wanted[i][0]}; có: {string.Join(", ", columns)}", $"column {wanted[i][0]} is missing; there are: {string.Join(", ", columns)}"));
        return places.Contains(-1) ? null : [.. places, Find(columns, ["MAPPING"])];
    }

    // FROM and TO are words of SQL, so that ArcGIS writes them with a line behind.
    private static string[] Names(string? given, string usual) => given is null ? [usual, usual + "_"] : [given];

    private static int Find(IReadOnlyList<string> columns, string[] names) =>
        columns.ToList().FindIndex(c => names.Contains(c, StringComparer.OrdinalIgnoreCase));

    private static RemapRange? Range(IReadOnlyList<int> places, Func<int, string> field, int line, Action<int, BilingualText> fault)
    {
        var mapping = places[3] < 0 ? Mappings[0] : field(places[3]);
        var kind = Array.FindIndex(Mappings, m => m.Equals(mapping, StringComparison.OrdinalIgnoreCase));
        if (kind < 0)
        {
            fault(line, StudyText.Found(new("cột MAPPING", "column MAPPING"), mapping, new(string.Join(", ", Mappings), string.Join(", ", Mappings))));
            return null;
        }
        double? Number(int place, bool isValue) => isValue ? StudyText.Number(field(place)) : double.NaN;
        var (from, to, output) = (Number(places[0], kind < 2), Number(places[1], kind < 2), Number(places[2], kind is 0 or 2));
        if (from is null || to is null || from > to)
            fault(line, StudyText.Found(new("khoảng", "range"), $"{field(places[0])} - {field(places[1])}", new("hai số, số đầu không lớn hơn số cuối", "two numbers, the first not greater than the last")));
        if (output is null || (output != Math.Truncate(output.Value) && !double.IsNaN(output.Value)))
            fault(line, StudyText.Found(new("giá trị ra", "output value"), field(places[2]), new("số nguyên", "a whole number")));
        return from is null || to is null || output is null ? null : new RemapRange(from.Value, to.Value, double.IsNaN(output.Value) ? null : output, line);
    }
}
