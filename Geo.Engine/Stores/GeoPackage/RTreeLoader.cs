using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>
/// Fills an empty R-tree of SQLite at once: boxes are sorted into full nodes, which are written as the module would keep them. Inserting row by
/// row splits nodes again and again and is many times slower.
/// Source: Leutenegger, Lopez, Edgington 1997, "STR: a simple and efficient algorithm for R-tree packing"; node format: SQLite, ext/rtree/rtree.c.
/// </summary>
internal sealed class RTreeLoader
{
    private const int CellSize = 24;
    private const int HeaderSize = 4;
    private const double Filling = 0.9; // some room, so that the first edits need no splits

    private readonly record struct Cell(long Id, float MinX, float MaxX, float MinY, float MaxY);

    private List<Cell> cells = [];
    private int nodeSize;

    private int CellsPerNode => (int)((nodeSize - HeaderSize) / CellSize * Filling);

    /// <summary>Remembers a feature's box.</summary>
    public void Add(long id, Extent box) => cells.Add(new Cell(id, Down(box.MinX), Up(box.MaxX), Down(box.MinY), Up(box.MaxY)));

    /// <summary>Writes the tree into the R-tree table, which must be new and empty.</summary>
    public void Write(GeoPackageConnection connection, string rtree)
    {
        if (cells.Count == 0)
            return; // the module has made an empty root
        connection.SetDefensive(false);
        // The module chooses the size by the file's pages, and keeps to the size of the root that it finds.
        nodeSize = (int)(long)(connection.Scalar($"SELECT length(data) FROM {SqlName.Quote(rtree + "_node")} WHERE nodeno = 1") ?? 0L);
        var level = cells;
        var depth = 0;
        for (long next = 2; ; depth++)
        {
            var isRoot = level.Count <= CellsPerNode;
            var parents = WriteLevel(connection, rtree, level, depth, isRoot ? 1 : next);
            next += parents.Count;
            if (isRoot)
                break;
            level = parents;
        }
        cells = [];
        connection.SetDefensive(true);
    }

    // Nodes are numbered from first on; the root is number 1 by definition, and its header holds the height of the tree.
    private List<Cell> WriteLevel(GeoPackageConnection connection, string rtree, List<Cell> level, int depth, long first)
    {
        Pack(CollectionsMarshal.AsSpan(level));
        var parents = new List<Cell>((level.Count + CellsPerNode - 1) / CellsPerNode);
        using var insertNode = connection.Insert($"INSERT OR REPLACE INTO {SqlName.Quote(rtree + "_node")} (nodeno, data) VALUES (?, ?)");
        using var insertMember = connection.Insert(depth == 0
            ? $"INSERT INTO {SqlName.Quote(rtree + "_rowid")} (rowid, nodeno) VALUES (?, ?)"
            : $"INSERT INTO {SqlName.Quote(rtree + "_parent")} (nodeno, parentnode) VALUES (?, ?)");
        for (var at = 0; at < level.Count; at += CellsPerNode)
        {
            var members = CollectionsMarshal.AsSpan(level).Slice(at, Math.Min(CellsPerNode, level.Count - at));
            var node = first + parents.Count;
            insertNode.Bind(1, node);
            insertNode.Bind(2, Encode(members, node == 1 ? depth : 0).AsSpan());
            insertNode.Run();
            insertMember.Bind(2, node);
            foreach (var member in members)
            {
                insertMember.Bind(1, member.Id);
                insertMember.Run();
            }
            parents.Add(Around(node, members));
        }
        return parents;
    }

    // Vertical slices by x, each sorted by y.
    private void Pack(Span<Cell> level)
    {
        var nodes = (level.Length + CellsPerNode - 1) / CellsPerNode;
        var slice = (int)Math.Ceiling(Math.Sqrt(nodes)) * CellsPerNode;
        level.Sort(static (a, b) => (a.MinX + a.MaxX).CompareTo(b.MinX + b.MaxX) is var order and not 0 ? order : a.Id.CompareTo(b.Id));
        for (var at = 0; at < level.Length; at += slice)
        {
            level.Slice(at, Math.Min(slice, level.Length - at))
                .Sort(static (a, b) => (a.MinY + a.MaxY).CompareTo(b.MinY + b.MaxY) is var order and not 0 ? order : a.Id.CompareTo(b.Id));
        }
    }

    private byte[] Encode(ReadOnlySpan<Cell> members, int depth)
    {
        var node = new byte[nodeSize];
        BinaryPrimitives.WriteUInt16BigEndian(node, (ushort)depth);
        BinaryPrimitives.WriteUInt16BigEndian(node.AsSpan(2), (ushort)members.Length);
        for (var i = 0; i < members.Length; i++)
        {
            var cell = node.AsSpan(HeaderSize + i * CellSize);
            BinaryPrimitives.WriteInt64BigEndian(cell, members[i].Id);
            BinaryPrimitives.WriteSingleBigEndian(cell[8..], members[i].MinX);
            BinaryPrimitives.WriteSingleBigEndian(cell[12..], members[i].MaxX);
            BinaryPrimitives.WriteSingleBigEndian(cell[16..], members[i].MinY);
            BinaryPrimitives.WriteSingleBigEndian(cell[20..], members[i].MaxY);
        }
        return node;
    }

    private static Cell Around(long node, ReadOnlySpan<Cell> members)
    {
        var box = members[0] with { Id = node };
        foreach (var m in members)
            box = new Cell(node, Math.Min(box.MinX, m.MinX), Math.Max(box.MaxX, m.MaxX), Math.Min(box.MinY, m.MinY), Math.Max(box.MaxY, m.MaxY));
        return box;
    }

    private static float Down(double value) => (float)value is var f && f > value ? MathF.BitDecrement(f) : f;

    private static float Up(double value) => (float)value is var f && f < value ? MathF.BitIncrement(f) : f;
}
