using System.Buffers.Binary;
using Geo.Engine.Features;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.Shapefile;

/// <summary>The first 100 bytes of a .shp. Source: ESRI Shapefile Technical Description, July 1998, tables 1 and 3.</summary>
/// <param name="Type">1 point, 3 line, 5 polygon, 8 multi-point; heights and measures are taken away.</param>
/// <param name="Length">Length of the file that the header claims, bytes.</param>
/// <param name="Box">The extent the header claims; null when it is not finite.</param>
internal sealed record ShapeHeader(int Type, long Length, Envelope? Box)
{
    /// <summary>Length of the header, bytes.</summary>
    public const int Size = 100;

    /// <summary>Kind of the layer.</summary>
    public GeometryKind Kind => Type switch
    {
        1 => GeometryKind.Point,
        3 => GeometryKind.MultiLineString,
        5 => GeometryKind.MultiPolygon,
        8 => GeometryKind.MultiPoint,
        _ => GeometryKind.None,
    };

    /// <summary>Reads the header, or says what is wrong.</summary>
    public static (ShapeHeader? Header, string? Fault) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Size)
            return (null, $"the file ends after {bytes.Length} of {Size} bytes of its header");
        if (BinaryPrimitives.ReadInt32BigEndian(bytes) != 9994 || BinaryPrimitives.ReadInt32LittleEndian(bytes[28..]) != 1000)
            return (null, "not a shapefile: it does not begin with 9994 and version 1000");
        var type = BinaryPrimitives.ReadInt32LittleEndian(bytes[32..]);
        if (Flat(type) is not { } flat)
            return (null, $"the shape type is {type}; known are points, lines, polygons and multi-points, with or without Z and M");
        return (new ShapeHeader(flat, BinaryPrimitives.ReadUInt32BigEndian(bytes[24..]) * 2L, ReadBox(bytes[36..68])), null);
    }

    /// <summary>A shape type without its Z or M; null when it is unknown (31 is a multi-patch).</summary>
    public static int? Flat(int type) => type switch
    {
        0 => 0,
        1 or 11 or 21 => 1,
        3 or 13 or 23 => 3,
        5 or 15 or 25 => 5,
        8 or 18 or 28 => 8,
        _ => null,
    };

    private static Envelope? ReadBox(ReadOnlySpan<byte> bytes)
    {
        var (minX, minY) = (BinaryPrimitives.ReadDoubleLittleEndian(bytes), BinaryPrimitives.ReadDoubleLittleEndian(bytes[8..]));
        var (maxX, maxY) = (BinaryPrimitives.ReadDoubleLittleEndian(bytes[16..]), BinaryPrimitives.ReadDoubleLittleEndian(bytes[24..]));
        return double.IsFinite(minX) && double.IsFinite(minY) && double.IsFinite(maxX) && double.IsFinite(maxY) ? new Envelope(minX, maxX, minY, maxY) : null;
    }
}
