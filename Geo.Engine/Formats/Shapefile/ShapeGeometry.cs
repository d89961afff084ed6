using System.Buffers.Binary;
using Geo.Engine.Formats.Intake;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.Shapefile;

/// <summary>
/// Makes geometries of .shp records; counts and offsets are checked against the record's length first. Z and M are left out.
/// Source: ESRI Shapefile Technical Description, July 1998, tables 4 to 16.
/// </summary>
internal sealed class ShapeGeometry(RingBuilder rings)
{
    private readonly ShapeRings _assembly = new(rings);

    /// <summary>The geometry of a record, null for an empty one; or what is wrong with it.</summary>
    public (Geometry? Geometry, string? Fault) Read(ReadOnlySpan<byte> record, int layerType)
    {
        var type = BinaryPrimitives.ReadInt32LittleEndian(record);
        if (type == 0)
            return (null, null);
        if (ShapeHeader.Flat(type) != layerType)
            return (null, $"a shape of type {type} in a file of type {layerType}");
        return layerType switch
        {
            1 => ReadPoint(record),
            8 => ReadMultiPoint(record),
            _ => ReadParts(record, layerType == 5),
        };
    }

    private (Geometry?, string?) ReadPoint(ReadOnlySpan<byte> record)
    {
        if (record.Length < 20)
            return (null, $"a point of {record.Length} bytes; it has at least 20");
        return Positions(record[4..], 1) is { } point ? (rings.Factory.CreatePoint(point[0]), null) : (null, NotFinite);
    }

    private (Geometry?, string?) ReadMultiPoint(ReadOnlySpan<byte> record)
    {
        var count = record.Length < 40 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(record[36..]);
        if (count < 0 || 40 + count * 16L > record.Length)
            return (null, $"{count} points do not fit into {record.Length} bytes");
        if (count == 0)
            return (null, null);
        return Positions(record[40..], count) is { } points ? (rings.Factory.CreateMultiPointFromCoords(points), null) : (null, NotFinite);
    }

    private (Geometry?, string?) ReadParts(ReadOnlySpan<byte> record, bool isPolygon)
    {
        if (record.Length < 44)
            return (null, $"a shape of {record.Length} bytes; it has at least 44");
        var (partCount, count) = (BinaryPrimitives.ReadInt32LittleEndian(record[36..]), BinaryPrimitives.ReadInt32LittleEndian(record[40..]));
        if (partCount < 0 || count < 0 || 44 + partCount * 4L + count * 16L > record.Length)
            return (null, $"{partCount} parts with {count} points do not fit into {record.Length} bytes");
        if (Positions(record[(44 + partCount * 4)..], count) is not { } positions)
            return (null, NotFinite);
        var parts = new List<ArraySegment<Coordinate>>(partCount);
        for (var i = 0; i < partCount; i++)
        {
            var start = BinaryPrimitives.ReadInt32LittleEndian(record[(44 + i * 4)..]);
            var end = i + 1 < partCount ? BinaryPrimitives.ReadInt32LittleEndian(record[(48 + i * 4)..]) : count;
            if (start < 0 || end < start || end > count)
                return (null, $"part {i + 1} runs from point {start} to {end} of {count}");
            parts.Add(new ArraySegment<Coordinate>(positions, start, end - start));
        }

        return (isPolygon ? _assembly.Polygons(parts) : Lines(parts), null);
    }

    private MultiLineString? Lines(List<ArraySegment<Coordinate>> parts)
    {
        LineString[] lines = [.. parts.Select(p => rings.Line(p)).OfType<LineString>()];
        return lines.Length == 0 ? null : rings.Factory.CreateMultiLineString(lines);
    }

    private const string NotFinite = "a coordinate is not finite";

    private static Coordinate[]? Positions(ReadOnlySpan<byte> bytes, int count)
    {
        var positions = new Coordinate[count];
        for (var i = 0; i < count; i++)
        {
            var (x, y) = (BinaryPrimitives.ReadDoubleLittleEndian(bytes[(i * 16)..]), BinaryPrimitives.ReadDoubleLittleEndian(bytes[(i * 16 + 8)..]));
            if (!double.IsFinite(x) || !double.IsFinite(y))
                return null;
            positions[i] = new Coordinate(x, y);
        }

        return positions;
    }
}
