using System.Text;
using System.Text.Unicode;
using Geo.Engine.Features;
using Geo.Engine.Formats.Intake;
using Geo.Engine.Formats.Text;

namespace Geo.Engine.Formats.Shapefile;

/// <summary>The table of a shapefile: types found by a first walk over all records, text decoded by one encoding for the whole file.</summary>
internal sealed class DbfTable
{
    private const int SampleLength = 1 << 20;

    private readonly List<DbfColumn> _columns = [];
    private readonly Encoding _latin1 = System.Text.Encoding.Latin1;

    private DbfTable(TextEncoding encoding) => Encoding = encoding;

    /// <summary>The encoding of text.</summary>
    public TextEncoding Encoding { get; private set; }

    /// <summary>Columns with their names decoded.</summary>
    public IReadOnlyList<PropertyDefinition> Definitions { get; private set; } = [];

    /// <summary>Number of records, deleted ones included.</summary>
    public long Count { get; private set; }

    /// <summary>What a person should know.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Walks over the table once.</summary>
    /// <param name="records">At the start of the file.</param>
    /// <param name="given">The encoding the options name; null = as the bytes show, else as the .cpg says.</param>
    /// <param name="codePage">Content of the .cpg; null without one.</param>
    public static DbfTable Survey(DbfRecords records, TextEncoding? given, string? codePage)
    {
        records.Begin();
        var table = new DbfTable(given ?? TextEncoding.Utf8) { Count = records.Count };
        table._columns.AddRange(records.Columns.Where(c => c.IsKnown));
        foreach (var left in records.Columns.Where(c => !c.IsKnown))
            table.Notes.Add($"column '{System.Text.Encoding.Latin1.GetString(left.NameBytes)}' is of type {left.Type}, which is left out; known are C, N, F, D, L, I, O");
        var inference = table._columns.Select(_ => new ColumnInference()).ToArray();
        var sample = new MemoryStream();
        while (records.Next())
            table.See(records, inference, sample);
        foreach (var column in table._columns)
            sample.Write([.. column.NameBytes, (byte)' ']);
        if (given is null)
            table.ChooseEncoding(TextDetection.Of(sample.GetBuffer().AsSpan(0, (int)sample.Length)), CodePage(codePage));
        table.Definitions = [.. table._columns.Select((c, i) => new PropertyDefinition(TextDecoder.Decode(c.NameBytes, table.Encoding), TypeOf(c, inference[i])))];
        return table;
    }

    /// <summary>The values of the record read last.</summary>
    public object?[] Values(DbfRecords records, long number, DbfNotes notes)
    {
        var values = new object?[_columns.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Value(records, i, number, notes);
        return values;
    }

    private static PropertyType TypeOf(DbfColumn column, ColumnInference inference) => column.Type switch
    {
        'C' => PropertyType.Text,
        'D' => PropertyType.Date,
        'L' => PropertyType.Boolean,
        _ => inference.Type == PropertyType.Integer ? PropertyType.Integer : PropertyType.Number,
    };

    private void See(DbfRecords records, ColumnInference[] inference, MemoryStream sample)
    {
        for (var i = 0; i < inference.Length; i++)
        {
            var field = records.Field(_columns[i]);
            if (_columns[i].Type == 'C')
                Sample(DbfValue.Text(field), sample);
            else if (_columns[i].Type is not ('D' or 'L'))
                See(DbfValue.Number(field, _columns[i].Type).Value, inference[i]);
        }
    }

    private static void Sample(ReadOnlySpan<byte> text, MemoryStream sample)
    {
        if (sample.Length > SampleLength || !text.ContainsAnyExceptInRange((byte)0, (byte)0x7F))
            return;
        var whole = TextDecoder.WithoutCutLetter(text);
        sample.Write(Utf8.IsValid(whole) ? whole : text);
        sample.WriteByte((byte)' ');
    }

    private static void See(object? value, ColumnInference inference)
    {
        if (value is long)
            inference.SeeInteger();
        if (value is double)
            inference.SeeNumber();
    }

    // The bytes tell more than the .cpg: programs write one without looking, and legacy fonts have no name there.
    private void ChooseEncoding(TextDetection guess, TextEncoding? declared)
    {
        Encoding = guess.IsSure || declared is null or TextEncoding.Utf8 ? guess.Encoding : declared.Value;
        if (!guess.IsSure)
            Notes.Add($"the encoding is not sure; read as {Encoding}, words look like this: {guess.Preview}");
        else if (guess.Encoding is TextEncoding.Tcvn3 or TextEncoding.Vni)
            Notes.Add($"text is in {guess.Encoding}, converted to Unicode: {guess.Preview}");
        else if (declared is { } said && said != Encoding && guess.Preview.Length > 0)
            Notes.Add($"the .cpg says {said}, the letters are {Encoding}: {guess.Preview}");
    }

    private static TextEncoding? CodePage(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        null or "" => null,
        "UTF-8" or "UTF8" or "65001" => TextEncoding.Utf8,
        var page when page.Contains("1258", StringComparison.Ordinal) => TextEncoding.Windows1258,
        var page when page.Contains("1252", StringComparison.Ordinal) || page.Contains("8859", StringComparison.Ordinal) => TextEncoding.Windows1252,
        _ => null,
    };

    private object? Value(DbfRecords records, int index, long number, DbfNotes notes)
    {
        var column = _columns[index];
        var field = records.Field(column);
        var (value, cause) = column.Type switch
        {
            'C' => Text(DbfValue.Text(field)),
            'D' => DbfValue.Date(field) is var (date, fault) ? (date, fault) : default((object?, string?)),
            'L' => DbfValue.Flag(field) is var (flag, fault) ? (flag, fault) : default((object?, string?)),
            _ => DbfValue.Number(field, column.Type),
        };
        if (cause is not null)
            notes.Add(Definitions[index].Name, cause, number, _latin1.GetString(field).Trim());
        return value is long whole && Definitions[index].Type == PropertyType.Number ? (double)whole : value;
    }

    private (object?, string?) Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return (null, null);
        var text = TextDecoder.Decode(Encoding == TextEncoding.Utf8 ? TextDecoder.WithoutCutLetter(bytes) : bytes, Encoding);
        return (text, null);
    }
}
