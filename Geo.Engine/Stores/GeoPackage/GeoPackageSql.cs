using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Microsoft.Data.Sqlite;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>The words of SQLite for the table of a layer; placeholders are put into a command.</summary>
internal sealed class GeoPackageSql(GeoPackageTable table, SqliteCommand command) : LayerSql(table.Layer.Definition)
{
    /// <inheritdoc/>
    public override string Id => SqlName.Quote(table.Columns.Id);

    /// <inheritdoc/>
    public override string? Geometry => table.Columns.Geometry is { } name ? SqlName.Quote(name) : null;

    /// <inheritdoc/>
    public override string Parameter(object value)
    {
        var name = FormattableString.Invariant($"$v{command.Parameters.Count}");
        command.Parameters.AddWithValue(name, SqliteValue.Encode(value));
        return name;
    }

    /// <inheritdoc/>
    public override string Column(int property) => SqlName.Quote(table.Columns.Properties[property]);

    /// <inheritdoc/>
    public override bool Compares(int property) => table.Compares(property);

    /// <inheritdoc/>
    /// <remarks>Moments have three or six decimals of a second; without the Z behind them they are in order.</remarks>
    public override string Ordered(string sql, PropertyType type) => type == PropertyType.DateTime ? $"rtrim({sql}, 'Z')" : sql;

    /// <inheritdoc/>
    public override string? MayMeet(IReadOnlyList<Extent> boxes, bool orHaveNone)
    {
        if (table.RTree is not { } index)
            return null;
        var selects = boxes.Select(box =>
            $"SELECT id FROM {SqlName.Quote(index)} WHERE maxx >= {Parameter(box.MinX)} AND minx <= {Parameter(box.MaxX)} AND maxy >= {Parameter(box.MinY)} AND miny <= {Parameter(box.MaxY)}");
        // A partial index makes rows without geometry quick to find in our own tables.
        var without = $"SELECT {Id} FROM {table.Sql} WHERE {Geometry} IS NULL";
        return $"({Id} IN ({string.Join(" UNION ALL ", orHaveNone ? selects.Append(without) : selects.DefaultIfEmpty("SELECT NULL"))}))";
    }
}
