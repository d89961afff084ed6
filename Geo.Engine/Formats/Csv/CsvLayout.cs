using CsvHelper;
using Geo.Engine.Features;
using Geo.Engine.Formats.Intake;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.Csv;

/// <summary>What a first walk over a CSV file has shown.</summary>
internal sealed class CsvLayout
{
    private CsvLayout(IReadOnlyList<string> headers, PositionColumns position, NumberText numbers) =>
        (Headers, Position, Numbers, Values) = (headers, position, numbers, new CsvValues(numbers));

    /// <summary>All headers.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The columns of the position; X is the one with the easting, whatever its header says.</summary>
    public PositionColumns Position { get; private set; }

    /// <summary>How numbers are written.</summary>
    public NumberText Numbers { get; }

    /// <summary>How fields become values.</summary>
    public CsvValues Values { get; }

    /// <summary>Columns other than the position, in order.</summary>
    public IReadOnlyList<PropertyDefinition> Columns { get; private set; } = [];

    /// <summary>Kinds of geometry.</summary>
    public IReadOnlySet<GeometryKind> Kinds { get; private set; } = new HashSet<GeometryKind> { GeometryKind.Point };

    /// <summary>The system the numbers look like.</summary>
    public CoordinateSystem System { get; private set; } = CoordinateSystems.Crs84;

    /// <summary>What a person should know about these findings.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Walks over the file twice: once for the decimal sign, once for types and the range of positions.</summary>
    public static async Task<CsvLayout> SurveyAsync(CsvFile file, string path, CsvDialect dialect, ImportOptions options, CancellationToken cancellation)
    {
        IReadOnlyList<string> headers;
        await using (var reader = dialect.Open(path))
        {
            await reader.ReadHeaderAsync(cancellation);
            headers = [.. reader.Headers.Select(dialect.Decode)];
        }

        if (headers.Count == 0)
            throw file.Refusal(null, "the file is empty; the first row names the columns");
        var (position, fault) = PositionColumns.Find(headers, options.Columns);
        if (position is null)
            throw file.Refusal(CsvFile.Line(1), fault!); // no columns means a fault
        var signs = options.Culture?.NumberFormat.NumberDecimalSeparator is [var given, ..] ? given : await DecimalSignAsync(path, dialect, cancellation);
        var layout = new CsvLayout(headers, position, new NumberText(signs == ',' ? ',' : '.'));
        await layout.LookThroughAsync(path, dialect, cancellation);
        return layout;
    }

    private static async Task<char> DecimalSignAsync(string path, CsvDialect dialect, CancellationToken cancellation)
    {
        long points = 0, commas = 0;
        await using var reader = dialect.Open(path);
        while (await reader.ReadAsync(cancellation))
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                var sign = reader.GetSpan(i).Length <= 40 ? NumberText.SignOf(reader.GetString(i)) : null;
                points += sign == '.' ? 1 : 0;
                commas += sign == ',' ? 1 : 0;
            }
        }

        return commas > points ? ',' : '.';
    }

    private async Task LookThroughAsync(string path, CsvDialect dialect, CancellationToken cancellation)
    {
        var inference = Headers.Select(_ => new ColumnInference()).ToArray();
        var kinds = new HashSet<GeometryKind>();
        var (x, y) = (new Envelope(), new Envelope());
        await using var reader = dialect.Open(path);
        while (await reader.ReadAsync(cancellation))
        {
            for (var i = 0; i < Math.Min(reader.FieldCount, Headers.Count); i++)
            {
                if (!Position.Holds(i) && dialect.Find(reader, i) is { } text)
                    Values.See(text, inference[i]);
            }

            See(reader, dialect, kinds, x, y);
        }

        Columns = [.. Headers.Index().Where(h => !Position.Holds(h.Index)).Select(h => new PropertyDefinition(h.Item, inference[h.Index].Type))];
        Kinds = Position.Wkt >= 0 ? kinds : Kinds;
        if (Position.Wkt < 0 && !x.IsNull && !y.IsNull)
            JudgeRanges(x, y);
    }

    private void See(CsvReader reader, CsvDialect dialect, HashSet<GeometryKind> kinds, Envelope x, Envelope y)
    {
        if (Position.Wkt >= 0)
        {
            if (Position.Wkt < reader.FieldCount && dialect.Find(reader, Position.Wkt) is { Length: > 0 } wkt)
                kinds.Add(WktText.KindOf(wkt));
            return;
        }

        if (Number(reader, dialect, Position.X) is { } first && Number(reader, dialect, Position.Y) is { } second)
        {
            x.ExpandToInclude(first, 0);
            y.ExpandToInclude(second, 0);
        }
    }

    private double? Number(CsvReader reader, CsvDialect dialect, int column) =>
        column < reader.FieldCount && dialect.Find(reader, column) is { } text ? Numbers.Find(text) : null;

    // Headers X and Y do not say which is the northing; the numbers do: the delta lies between 400 and 660 km east, 1,010 and 1,110 km north.
    private void JudgeRanges(Envelope x, Envelope y)
    {
        var box = new Envelope(x.MinX, x.MaxX, y.MinX, y.MaxX);
        var turned = new Envelope(y.MinX, y.MaxX, x.MinX, x.MaxX);
        if (Position.AreAmbiguous && PositionCheck.LooksTurned(box, turned))
        {
            Notes.Add($"the column '{Headers[Position.X]}' holds the {(x.MaxX > 180 ? "northing" : "latitude")} and '{Headers[Position.Y]}' the {(x.MaxX > 180 ? "easting" : "longitude")}, told by their ranges");
            Position = Position with { X = Position.Y, Y = Position.X };
            box = turned;
        }

        if (!PositionCheck.LooksLikeMetres(box) && !PositionCheck.LooksLikeMetres(turned))
            return;
        System = CoordinateSystems.Vn2000Tm3Zone10530;
        Notes.Add($"the coordinates are metres and the file names no system; read as {System.Code} (VN-2000, central meridian 105°30') unless another is given");
    }
}
