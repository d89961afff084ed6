using System.Runtime.Intrinsics;
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

    /// <summary>Whether a position lies in a box, its border counted: the geometry then shares a point with it.</summary>
    /// <param name="wkb">Bytes that <see cref="WkbScan"/> has found sound.</param>
    /// <param name="box">In the geometry's coordinates.</param>
    public static bool HasPositionIn(ReadOnlySpan<byte> wkb, in Extent box)
    {
        var cursor = new WkbCursor(wkb);
        return HasPositionIn(ref cursor, box);
    }

    private static Extent Add(Extent box, ref WkbCursor cursor)
    {
        cursor.ReadByteOrder();
        var type = cursor.ReadType();
        switch (type.Code)
        {
            case WkbType.Point:
                return AddPositions(box, cursor.ReadPositions(1, type));
            case WkbType.LineString:
                return AddPositions(box, cursor.ReadPositions(cursor.ReadUInt32(), type));
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
            box = AddPositions(box, cursor.ReadPositions(cursor.ReadUInt32(), type));
        for (; rings > 1; rings--)
            cursor.Skip((int)cursor.ReadUInt32() * type.PositionSize);
        return box;
    }

    // The comparisons leave out NaN, by which a point is empty.
    private static Extent AddPositions(Extent box, in WkbPositions positions)
    {
        var (least, most) = (Vector128.Create(box.MinX, box.MinY), Vector128.Create(box.MaxX, box.MaxY));
        for (var i = 0; i < positions.Count; i++)
        {
            var position = positions.XY(i);
            least = Vector128.ConditionalSelect(Vector128.LessThan(position, least), position, least);
            most = Vector128.ConditionalSelect(Vector128.GreaterThan(position, most), position, most);
        }
        return new Extent(least[0], least[1], most[0], most[1]);
    }

    private static bool HasPositionIn(ref WkbCursor cursor, in Extent box)
    {
        cursor.ReadByteOrder();
        var type = cursor.ReadType();
        if (type.Code == WkbType.Point)
            return IsAnyIn(cursor.ReadPositions(1, type), box);
        if (type.Code == WkbType.LineString)
            return IsAnyIn(cursor.ReadPositions(cursor.ReadUInt32(), type), box);
        for (var left = cursor.ReadUInt32(); left > 0; left--)
        {
            var isFound = type.Code == WkbType.Polygon ? IsAnyIn(cursor.ReadPositions(cursor.ReadUInt32(), type), box) : HasPositionIn(ref cursor, box);
            if (isFound)
                return true;
        }
        return false;
    }

    private static bool IsAnyIn(in WkbPositions positions, in Extent box)
    {
        for (var i = 0; i < positions.Count; i++)
        {
            var (x, y) = (positions.X(i), positions.Y(i));
            if (box.MinX <= x && x <= box.MaxX && box.MinY <= y && y <= box.MaxY)
                return true;
        }
        return false;
    }
}
