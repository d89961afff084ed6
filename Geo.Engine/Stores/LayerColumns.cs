using System.Text;
using Geo.Engine.Features;

namespace Geo.Engine.Stores;

/// <summary>
/// The columns that carry a layer in either database. A property's column has the property's name, unless the database could not tell it
/// from another one (SQLite has no case), reserves it, or cuts it (PostgreSQL at 63 bytes); then a number is added.
/// </summary>
internal sealed class LayerColumns
{
    private const int LongestName = 63;
    private static readonly string[] Reserved = ["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid", "rowid", "oid", "_rowid_"];

    /// <summary>Names the columns of a layer.</summary>
    public LayerColumns(LayerDefinition definition)
    {
        var taken = new HashSet<string>(Reserved, StringComparer.OrdinalIgnoreCase);
        Properties = [.. definition.Properties.Select(p => Free(p.Name, taken))];
        Id = Free("fid", taken);
        Geometry = definition.GeometryKind == GeometryKind.None ? null : Free("geom", taken);
    }

    /// <summary>As they are found in a table.</summary>
    public LayerColumns(string id, string? geometry, IReadOnlyList<string> properties)
    {
        Id = id;
        Geometry = geometry;
        Properties = properties;
    }

    /// <summary>The primary key.</summary>
    public string Id { get; }

    /// <summary>The geometry; null for a table without one.</summary>
    public string? Geometry { get; }

    /// <summary>In the order of the layer's properties.</summary>
    public IReadOnlyList<string> Properties { get; }

    private static string Free(string name, HashSet<string> taken)
    {
        var candidate = Cut(name, LongestName);
        for (var number = 2; !taken.Add(candidate); number++)
            candidate = $"{Cut(name, LongestName - 8)}_{number}";
        return candidate;
    }

    private static string Cut(string name, int bytes)
    {
        while (Encoding.UTF8.GetByteCount(name) > bytes)
            name = name[..^(char.IsLowSurrogate(name[^1]) ? 2 : 1)];
        return name;
    }
}
