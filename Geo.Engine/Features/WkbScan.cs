using System.Globalization;

namespace Geo.Engine.Features;

/// <summary>
/// Looks through well-known binary (OGC 06-103r4 section 8, in its ISO and extended forms) before anything is built from it.
/// NetTopologySuite 2.6 kills the process on deeply nested collections, and trusts counts that no bytes stand behind.
/// </summary>
public static class WkbScan
{
    /// <summary>Most geometries that may lie in one another, the outermost counted.</summary>
    public const int DeepestNesting = 32;

    private const int SmallestGeometry = 9;

    /// <summary>
    /// What is wrong with the bytes, as a sentence without a full stop, or null when they hold exactly one geometry of a known type, with
    /// counts that the length backs, nested no deeper than <see cref="DeepestNesting"/>, x and y finite, z finite or NaN (no height).
    /// A point of NaN and NaN is an empty point. Whether rings are closed is not looked at.
    /// </summary>
    public static string? FindFault(ReadOnlySpan<byte> wkb)
    {
        var cursor = new WkbCursor(wkb);
        var fault = FindFault(ref cursor, null, 1);
        return fault ?? (cursor.Left == 0 ? null : Text($"{cursor.Left} bytes follow the end of the geometry"));
    }

    private static string? FindFault(ref WkbCursor cursor, WkbType? parent, int depth)
    {
        if (depth > DeepestNesting)
            return Text($"the geometry is nested deeper than {DeepestNesting} levels");
        if (!cursor.Has(5))
            return CutShort(cursor);
        if (!cursor.ReadByteOrder())
            return Text($"the byte order at byte {cursor.Position - 1} is neither 0 nor 1");
        var type = cursor.ReadType();
        if (type.Code is 0 or > WkbType.GeometryCollection)
            return Unknown(type.Code);
        if (parent is { } collection && !collection.Admits(type.Code))
            return Text($"a geometry of type {type.Code} stands in a collection of type {collection.Code}");
        return type.Code switch
        {
            WkbType.Point => FindPositionFault(ref cursor, type, mayBeEmpty: true),
            WkbType.LineString => FindSequenceFault(ref cursor, type),
            WkbType.Polygon => FindPolygonFault(ref cursor, type),
            _ => FindCollectionFault(ref cursor, type, depth),
        };
    }

    private static string? FindCollectionFault(ref WkbCursor cursor, WkbType type, int depth)
    {
        if (!TryReadCount(ref cursor, SmallestGeometry, out var count))
            return CutShort(cursor);
        for (uint i = 0; i < count; i++)
        {
            if (FindFault(ref cursor, type, depth + 1) is { } fault)
                return fault;
        }
        return null;
    }

    private static string? FindPolygonFault(ref WkbCursor cursor, WkbType type)
    {
        if (!TryReadCount(ref cursor, sizeof(uint), out var rings))
            return CutShort(cursor);
        for (uint i = 0; i < rings; i++)
        {
            if (FindSequenceFault(ref cursor, type) is { } fault)
                return fault;
        }
        return null;
    }

    private static string? FindSequenceFault(ref WkbCursor cursor, WkbType type)
    {
        if (!TryReadCount(ref cursor, type.PositionSize, out var count))
            return CutShort(cursor);
        var positions = cursor;
        if (positions.ReadPositions(count, type).AreFinite())
        {
            cursor = positions;
            return null;
        }
        for (uint i = 0; i < count; i++)
        {
            if (FindPositionFault(ref cursor, type, mayBeEmpty: false) is { } fault)
                return fault;
        }
        return null;
    }

    private static string? FindPositionFault(ref WkbCursor cursor, WkbType type, bool mayBeEmpty)
    {
        if (!cursor.Has(type.PositionSize))
            return CutShort(cursor);
        var (x, y) = (cursor.ReadDouble(), cursor.ReadDouble());
        var z = type.HasZ ? cursor.ReadDouble() : 0;
        if (type.HasM)
            cursor.ReadDouble();
        if (mayBeEmpty && double.IsNaN(x) && double.IsNaN(y))
            return null;
        if (double.IsFinite(x) && double.IsFinite(y) && !double.IsInfinity(z))
            return null;
        return Text($"the position ({x}, {y}{(type.HasZ ? Text($", {z}") : "")}) is not finite");
    }

    private static bool TryReadCount(ref WkbCursor cursor, int sizeOfOne, out uint count)
    {
        count = cursor.Has(4) ? cursor.ReadUInt32() : uint.MaxValue;
        return cursor.Has((long)count * sizeOfOne);
    }

    private static string CutShort(WkbCursor cursor) => Text($"the geometry is cut short after byte {cursor.Position}");

    private static string Unknown(uint code) =>
        Text($"geometry type {code} is not supported{(code is >= 8 and <= 17 ? " (curves and surfaces are to be turned into lines and polygons first)" : "")}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
