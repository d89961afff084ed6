using System.Security.Cryptography;
using System.Text;
using Geo.Engine.Features;

namespace Geo.Engine.Stores.PostGis;

/// <summary>
/// Where a revision of a layer lies. Each revision has a table of its own, so that a reader of the old one is never in the way of the new one;
/// the name follows from id and revision alone.
/// </summary>
internal sealed class PostGisTable(LayerDefinition definition, long revision)
{
    private const int LongestName = 63;

    /// <summary>For a layer as it was found.</summary>
    public PostGisTable(Layer layer) : this(layer.Definition, layer.Revision)
    {
    }

    /// <summary>Name of the table.</summary>
    public string Name { get; } = NameOf(definition.Id, revision);

    /// <summary>Schema and table in SQL.</summary>
    public string Sql => $"soctrang.{SqlName.Quote(Name)}";

    /// <summary>The columns that carry it.</summary>
    public LayerColumns Columns { get; } = new(definition);

    /// <summary>The layer's definition.</summary>
    public LayerDefinition Definition => definition;

    /// <summary>The column type of a property.</summary>
    public static string ColumnType(PropertyType type) => type switch
    {
        PropertyType.Text => "text COLLATE \"C\"",
        PropertyType.Integer => "bigint",
        PropertyType.Number => "double precision",
        PropertyType.Boolean => "boolean",
        PropertyType.Date => "date",
        _ => "timestamptz",
    };

    private static string NameOf(string id, long revision)
    {
        var suffix = FormattableString.Invariant($"@{revision}");
        if (Encoding.UTF8.GetByteCount(id) + suffix.Length <= LongestName)
            return id + suffix;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..12];
        return $"{string.Concat(id.Where(char.IsAsciiLetterOrDigit).Take(20))}~{hash}{suffix}";
    }
}
