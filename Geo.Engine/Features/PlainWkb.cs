using System.Buffers.Binary;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Features;

/// <summary>Knows bytes that are <see cref="CanonicalWkb"/> as they lie, without building the geometry: in two dimensions and not empty, as nearly all are.</summary>
internal static class PlainWkb
{
    /// <summary>The box of a geometry of a kind; null where its bytes are not certainly in the canonical form, and have to be read and written anew.</summary>
    /// <param name="wkb">Sound, in any form that <see cref="WkbScan"/> knows.</param>
    /// <param name="kind">The kind that its layer asks for.</param>
    public static Extent? FindExtent(ReadOnlySpan<byte> wkb, GeometryKind kind)
    {
        var code = BinaryPrimitives.ReadUInt32LittleEndian(wkb[1..]);
        if (kind != GeometryKind.Geometry && code != CodeOf(kind))
            return null;
        var cursor = new WkbCursor(wkb);
        var box = new Extent(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
        return TryWiden(ref cursor, ref box) && box.MinX <= box.MaxX ? box : null;
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

    private static bool TryWiden(ref WkbCursor cursor, ref Extent box)
    {
        cursor.ReadByteOrder();
        if (!cursor.IsLittleEndian)
            return false;
        var word = cursor.ReadUInt32();
        if (word is 0 or > WkbType.GeometryCollection)
            return false; // with heights, measures or an SRID
        var type = WkbType.Of(word);
        if (type.IsCollection)
            return TryWidenByMembers(ref cursor, ref box);
        var sequences = type.Code == WkbType.Polygon ? cursor.ReadUInt32() : 1;
        for (uint i = 0; i < sequences; i++)
        {
            var count = type.Code == WkbType.Point ? 1 : cursor.ReadUInt32();
            if (count == 0 || !TryWiden(cursor.ReadPositions(count, type), ref box))
                return false;
        }
        return sequences > 0;
    }

    private static bool TryWidenByMembers(ref WkbCursor cursor, ref Extent box)
    {
        var members = cursor.ReadUInt32();
        for (uint i = 0; i < members; i++)
        {
            if (!TryWiden(ref cursor, ref box))
                return false;
        }
        return members > 0;
    }

    // Math.Min and Math.Max keep NaN, which only an empty point has.
    private static bool TryWiden(WkbPositions positions, ref Extent box)
    {
        var (minX, minY, maxX, maxY) = box;
        for (var i = 0; i < positions.Count; i++)
        {
            var (x, y) = (positions.X(i), positions.Y(i));
            (minX, minY, maxX, maxY) = (Math.Min(minX, x), Math.Min(minY, y), Math.Max(maxX, x), Math.Max(maxY, y));
        }
        box = new Extent(minX, minY, maxX, maxY);
        return !double.IsNaN(minX);
    }
}
