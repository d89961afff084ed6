using System.Buffers.Binary;

namespace Geo.Engine.Features;

/// <summary>Knows bytes that are <see cref="CanonicalWkb"/> as they lie, without building the geometry: in two dimensions and not empty, as nearly all are.</summary>
internal static class PlainWkb
{
    /// <summary>Whether bytes are certainly in the canonical form and of a layer's kind; else they have to be read and written anew.</summary>
    /// <param name="wkb">Sound, in any form that <see cref="WkbScan"/> knows.</param>
    /// <param name="kind">The kind that the layer asks for.</param>
    public static bool IsCertain(ReadOnlySpan<byte> wkb, GeometryKind kind)
    {
        if (kind != GeometryKind.Geometry && BinaryPrimitives.ReadUInt32LittleEndian(wkb[1..]) != CodeOf(kind))
            return false;
        var cursor = new WkbCursor(wkb);
        return IsCertain(ref cursor);
    }

    private static uint CodeOf(GeometryKind kind) => kind switch
    {
        GeometryKind.Point => WkbType.Point,
        GeometryKind.LineString => WkbType.LineString,
        GeometryKind.Polygon => WkbType.Polygon,
        GeometryKind.MultiPoint => WkbType.MultiPoint,
        GeometryKind.MultiLineString => WkbType.MultiLineString,
        GeometryKind.MultiPolygon => WkbType.MultiPolygon,
        _ => 0,
    };

    private static bool IsCertain(ref WkbCursor cursor)
    {
        cursor.ReadByteOrder();
        if (!cursor.IsLittleEndian)
            return false;
        var word = cursor.ReadUInt32();
        if (word is 0 or > WkbType.GeometryCollection)
            return false; // with heights, measures or an SRID
        var type = WkbType.Of(word);
        if (type.Code == WkbType.Point)
            return !double.IsNaN(cursor.ReadPositions(1, type).X(0));
        var parts = type.Code == WkbType.LineString ? 1 : cursor.ReadUInt32();
        for (uint i = 0; i < parts; i++)
        {
            if (type.IsCollection ? !IsCertain(ref cursor) : cursor.ReadPositions(cursor.ReadUInt32(), type).Count == 0)
                return false;
        }
        return parts > 0;
    }
}
