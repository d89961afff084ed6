using System.Buffers.Binary;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Formats.FlatGeobuf;

/// <summary>
/// The packed R-tree of FlatGeobuf: features in the order of a Hilbert curve, sixteen to a node, nodes above them in the same way, the root first in
/// the file. An entry is a box and a place: of a feature among the features, of a node among the entries.
/// </summary>
/// <remarks>Source: flatgeobuf.org, specification, section "Spatial Index"; the curve after "Hacker's Delight", second edition, section 16-1.</remarks>
internal static class FlatGeobufIndex
{
    /// <summary>Entries of a node.</summary>
    public const int NodeSize = 16;

    private const int EntrySize = 40;
    private const int CurveOrder = 16;

    /// <summary>The order in which the features are to be written.</summary>
    public static int[] Order(IReadOnlyList<WaitingFeature> features, Extent around)
    {
        var keys = features.Select(f => f.Box is { } box ? PlaceOnCurve(box, around) : 0).ToArray();
        var order = Enumerable.Range(0, features.Count).ToArray();
        Array.Sort(keys, order);
        return order;
    }

    /// <summary>The entries, root first.</summary>
    /// <param name="boxes">Boxes of the features in the order they are written.</param>
    /// <param name="starts">Where each begins behind the index, in bytes.</param>
    public static byte[] Write(IReadOnlyList<Extent> boxes, IReadOnlyList<long> starts)
    {
        var sizes = LevelSizes(boxes.Count);
        var entries = new (Extent Box, long Place)[sizes.Sum()];
        var first = entries.Length - boxes.Count;
        for (var i = 0; i < boxes.Count; i++)
            entries[first + i] = (boxes[i], starts[i]);
        for (var level = 1; level < sizes.Count; level++)
        {
            var above = first - sizes[level];
            for (var node = 0; node < sizes[level]; node++)
            {
                var child = first + node * NodeSize;
                var children = entries.AsSpan(child, Math.Min(NodeSize, sizes[level - 1] - node * NodeSize));
                entries[above + node] = (Around(children), child);
            }
            first = above;
        }
        return Encode(entries);
    }

    /// <summary>Numbers of entries on each level, from the features to the root.</summary>
    private static List<int> LevelSizes(int features)
    {
        List<int> sizes = [features];
        do
            sizes.Add((sizes[^1] + NodeSize - 1) / NodeSize);
        while (sizes[^1] > 1);
        return sizes;
    }

    private static Extent Around(ReadOnlySpan<(Extent Box, long Place)> entries)
    {
        var box = entries[0].Box;
        foreach (var entry in entries[1..])
            box = box.Union(entry.Box);
        return box;
    }

    private static byte[] Encode((Extent Box, long Place)[] entries)
    {
        var bytes = new byte[entries.Length * EntrySize];
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = bytes.AsSpan(i * EntrySize, EntrySize);
            BinaryPrimitives.WriteDoubleLittleEndian(entry, entries[i].Box.MinX);
            BinaryPrimitives.WriteDoubleLittleEndian(entry[8..], entries[i].Box.MinY);
            BinaryPrimitives.WriteDoubleLittleEndian(entry[16..], entries[i].Box.MaxX);
            BinaryPrimitives.WriteDoubleLittleEndian(entry[24..], entries[i].Box.MaxY);
            BinaryPrimitives.WriteInt64LittleEndian(entry[32..], entries[i].Place);
        }
        return bytes;
    }

    private static long PlaceOnCurve(Extent box, Extent around) => PlaceOnCurve(
        Cell((box.MinX + box.MaxX) / 2 - around.MinX, around.Width),
        Cell((box.MinY + box.MaxY) / 2 - around.MinY, around.Height));

    private static long Cell(double from, double length) => length > 0 ? (long)(from / length * ((1 << CurveOrder) - 1)) : 0;

    private static long PlaceOnCurve(long column, long row)
    {
        var place = 0L;
        for (var side = 1L << (CurveOrder - 1); side > 0; side /= 2)
        {
            var (right, up) = ((column & side) != 0, (row & side) != 0);
            place = place * 4 + (right ? up ? 2 : 3 : up ? 1 : 0);
            if (up)
                continue;
            // The lower quarters are the curve turned on its diagonal.
            if (right)
                (column, row) = ((1 << CurveOrder) - 1 - column, (1 << CurveOrder) - 1 - row);
            (column, row) = (row, column);
        }
        return place;
    }
}
