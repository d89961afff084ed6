using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Geo.Engine.Features;
using NpgsqlTypes;

namespace Geo.Engine.Stores.PostGis;

/// <summary>
/// Where a layer lies. Each time it is loaded it gets a table of its own, so that a reader of the old one is never in the way of the new one; the
/// name follows from id and revision of the loading alone. Edits change rows of that table and leave its name.
/// </summary>
internal sealed class PostGisTable(LayerDefinition definition, long loadedRevision)
{
    private const int LongestName = 63;

    private static readonly ConditionalWeakTable<Layer, PostGisTable> Known = [];

    /// <summary>For a layer as it was found; the same one each time.</summary>
    public static PostGisTable Of(Layer layer) => Known.GetValue(layer, static l => new(l.Definition, l.LoadedRevision));

    /// <summary>Name of the table.</summary>
    public string Name { get; } = NameOf(definition.Id, loadedRevision);

    /// <summary>Schema and table in SQL.</summary>
    public string Sql { get; } = $"soctrang.{SqlName.Quote(NameOf(definition.Id, loadedRevision))}";

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

    /// <summary>The type of a parameter for a property.</summary>
    public static NpgsqlDbType ValueType(PropertyType type) => type switch
    {
        PropertyType.Text => NpgsqlDbType.Text,
        PropertyType.Integer => NpgsqlDbType.Bigint,
        PropertyType.Number => NpgsqlDbType.Double,
        PropertyType.Boolean => NpgsqlDbType.Boolean,
        PropertyType.Date => NpgsqlDbType.Date,
        _ => NpgsqlDbType.TimestampTz,
    };

    /// <summary>
    /// Makes room for geometries with heights. A typed column of PostGIS takes either flat geometries or those with heights; layers that mix them
    /// get an untyped column, with the same conditions as checks, from the first height on.
    /// </summary>
    public string AllowHeights()
    {
        var column = SqlName.Quote(Columns.Geometry ?? "");
        var kind = definition.GeometryKind == GeometryKind.Geometry ? "" : $", ADD CHECK (geometrytype({column}) = '{definition.GeometryKind.ToString().ToUpperInvariant()}')";
        return $"ALTER TABLE {Sql} ALTER COLUMN {column} TYPE geometry, ADD CHECK (st_srid({column}) = {definition.System.Srid}){kind}";
    }

    private static string NameOf(string id, long revision)
    {
        var suffix = FormattableString.Invariant($"@{revision}");
        if (Encoding.UTF8.GetByteCount(id) + suffix.Length <= LongestName)
            return id + suffix;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..12];
        return $"{string.Concat(id.Where(char.IsAsciiLetterOrDigit).Take(20))}~{hash}{suffix}";
    }
}
