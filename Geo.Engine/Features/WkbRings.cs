using System.Globalization;

namespace Geo.Engine.Features;

/// <summary>Looks at what <see cref="WkbScan"/> leaves open: whether lines and rings have enough points, rings are closed, and holes lie in an outline.</summary>
internal static class WkbRings
{
    /// <summary>What is wrong with bytes that <see cref="WkbScan"/> has found sound, as a sentence without a full stop, or null.</summary>
    public static string? FindFault(ReadOnlySpan<byte> wkb)
    {
        var cursor = new WkbCursor(wkb);
        return FindFault(ref cursor);
    }

    private static string? FindFault(ref WkbCursor cursor)
    {
        cursor.ReadByteOrder();
        var type = cursor.ReadType();
        switch (type.Code)
        {
            case WkbType.Point:
                cursor.Skip(type.PositionSize);
                return null;
            case WkbType.LineString:
                var points = cursor.ReadUInt32();
                cursor.Skip((int)points * type.PositionSize);
                return points == 1 ? "a line has one point only" : null;
            case WkbType.Polygon:
                return FindPolygonFault(ref cursor, type);
            default:
                return FindMemberFault(ref cursor);
        }
    }

    private static string? FindMemberFault(ref WkbCursor cursor)
    {
        for (var left = cursor.ReadUInt32(); left > 0; left--)
        {
            if (FindFault(ref cursor) is { } fault)
                return fault;
        }
        return null;
    }

    private static string? FindPolygonFault(ref WkbCursor cursor, WkbType type)
    {
        var isBare = false;
        for (uint ring = 0, rings = cursor.ReadUInt32(); ring < rings; ring++)
        {
            var count = (int)cursor.ReadUInt32();
            if (FindRingFault(ref cursor, type, count) is { } fault)
                return fault;
            isBare |= ring == 0 && count == 0;
            if (isBare && count > 0)
                return "a polygon has holes without an outline";
        }
        return null;
    }

    private static string? FindRingFault(ref WkbCursor cursor, WkbType type, int count)
    {
        if (count is 1 or 2 or 3)
            return string.Create(CultureInfo.InvariantCulture, $"a ring has {count} points; it needs 4, the last equal to the first");
        if (count == 0)
            return null;
        var (firstX, firstY) = (cursor.ReadDouble(), cursor.ReadDouble());
        cursor.Skip((count - 1) * type.PositionSize - 16);
        var (lastX, lastY) = (cursor.ReadDouble(), cursor.ReadDouble());
        cursor.Skip(type.PositionSize - 16);
        return firstX == lastX && firstY == lastY
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"a ring is not closed: it begins at ({firstX}, {firstY}) and ends at ({lastX}, {lastY})");
    }
}
