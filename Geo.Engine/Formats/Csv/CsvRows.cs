using CsvHelper;
using Geo.Engine.Formats.Intake;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.Csv;

/// <summary>Turns rows into features.</summary>
internal sealed class CsvRows(CsvLayout layout, CsvDialect dialect, GeometryFactory factory, bool isGeographic)
{
    private readonly WktText _wkt = new(factory);

    /// <summary>The feature of the row the reader stands on, or what is wrong with it.</summary>
    public (RawFeature Feature, CsvFault? Fault) Read(CsvReader reader, long number)
    {
        if (reader.FieldCount != layout.Headers.Count)
            return (default, new CsvFault(null, $"the row has {reader.FieldCount} field(s), the header {layout.Headers.Count}"));
        var fields = new string[reader.FieldCount];
        for (var i = 0; i < fields.Length; i++)
        {
            if (dialect.Find(reader, i) is not { } text)
                return (default, new CsvFault(layout.Headers[i], "the field is not text: its bytes do not fit the encoding, or it holds a NUL"));
            fields[i] = text;
        }

        var (geometry, fault) = layout.Position.Wkt >= 0 ? Wkt(fields) : Point(fields);
        return (new RawFeature(number, reader.LineNumber, null, geometry, Values(fields), []), fault);
    }

    private object?[] Values(string[] fields)
    {
        var values = new object?[layout.Columns.Count];
        var column = 0;
        for (var i = 0; i < fields.Length; i++)
        {
            if (layout.Position.Holds(i))
                continue;
            values[column] = layout.Values.Read(fields[i], layout.Columns[column].Type);
            column++;
        }

        return values;
    }

    private (Geometry?, CsvFault?) Wkt(string[] fields)
    {
        var text = fields[layout.Position.Wkt];
        if (text.Length == 0)
            return (null, null);
        var (geometry, fault) = _wkt.Read(text);
        return (geometry, fault is null ? null : new CsvFault(layout.Headers[layout.Position.Wkt], fault));
    }

    private (Geometry?, CsvFault?) Point(string[] fields)
    {
        var (x, y) = (fields[layout.Position.X], fields[layout.Position.Y]);
        if (x.Length == 0 && y.Length == 0)
            return (null, null);
        if (Ordinate(x, isLatitude: false) is not { } easting)
            return (null, Unreadable(layout.Position.X, x));
        if (Ordinate(y, isLatitude: true) is not { } northing)
            return (null, Unreadable(layout.Position.Y, y));
        return (factory.CreatePoint(new Coordinate(easting, northing)), null);
    }

    private double? Ordinate(string text, bool isLatitude) =>
        (isGeographic ? AngleText.Find(text, isLatitude) : null) ?? layout.Numbers.Find(text);

    private CsvFault Unreadable(int column, string text) => new(
        layout.Headers[column],
        text.Length == 0
            ? "the field is empty, but the other half of the position is given"
            : $"'{(text.Length > 60 ? text[..60] + "…" : text)}' is no coordinate; allowed are numbers with a decimal {(layout.Numbers.DecimalSign == '.' ? "point" : "comma")}{(isGeographic ? " and degrees, minutes, seconds" : "")}");
}
