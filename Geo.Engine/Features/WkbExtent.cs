using Geo.Engine.Geodesy;

namespace Geo.Engine.Features;

/// <summary>The box of a geometry, from its bytes.</summary>
internal static class WkbExtent
{
    private static readonly Extent Nothing = new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    /// <summary>The box of x and y; null when there is no position. Of a polygon its outline counts, as in NetTopologySuite.</summary>
    /// <param name="wkb">Bytes that <see cref="WkbScan"/> has found sound.</param>
    public static Extent? Of(ReadOnlySpan<byte> wkb)
    {
        var cursor = new WkbCursor(wkb);
        var box = Add(Nothing, ref cursor);
        return box.MinX <= box.MaxX ? box : null;
    }

    private static Extent Add(Extent box, ref WkbCursor cursor)
    {
        cursor.ReadByteOrder();
        var type = cursor.ReadType();
        switch (type.Code)
        {
            case WkbType.Point:
                return AddPositions(box, ref cursor, type, 1);
            case WkbType.LineString:
                return AddPositions(box, ref cursor, type, cursor.ReadUInt32());
            case WkbType.Polygon:
                return AddOutline(box, ref cursor, type);
            default:
                for (var left = cursor.ReadUInt32(); left > 0; left--)
                    box = Add(box, ref cursor);
                return box;
        }
    }

    private static Extent AddOutline(Extent box, ref WkbCursor cursor, WkbType type)
    {
        var rings = cursor.ReadUInt32();
        if (rings > 0)
            box = AddPositions(box, ref cursor, type, cursor.ReadUInt32());
        for (; rings > 1; rings--)
            cursor.Skip((int)cursor.ReadUInt32() * type.PositionSize);
        return box;
    }

    // The comparisons leave out NaN, by which a point is empty.
    private static Extent AddPositions(Extent box, ref WkbCursor cursor, WkbType type, uint count)
    {
        var (minX, minY, maxX, maxY) = (box.MinX, box.MinY, box.MaxX, box.MaxY);
        for (; count > 0; count--)
        {
            var (x, y) = (cursor.ReadDouble(), cursor.ReadDouble());
            minX = x < minX ? x : minX;
            minY = y < minY ? y : minY;
            maxX = x > maxX ? x : maxX;
            maxY = y > maxY ? y : maxY;
            cursor.Skip(type.PositionSize - 16);
        }
        return new Extent(minX, minY, maxX, maxY);
    }
}
