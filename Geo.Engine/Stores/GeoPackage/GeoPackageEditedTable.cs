using System.Globalization;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>
/// A table of our own inside a transaction that edits it. The connection runs no triggers: those in the file are for other programs, and
/// what they would do is done here once for the whole transaction.
/// </summary>
internal sealed class GeoPackageEditedTable(GeoPackageConnection connection, GeoPackageTable table, LayerEdits edits, DateTime moment) : IEditedTable
{
    private readonly GeoPackageFeatureReader reader = new(connection, table);
    private readonly int srsId = GeoPackageSchema.RegisterSystem(connection, table.Layer.Definition.System);

    private string Id => SqlName.Quote(table.Columns.Id);

    /// <inheritdoc/>
    /// <remarks>SQLite remembers the greatest id a table ever held; the history knows those of tables that were replaced.</remarks>
    public Task<long> LastIdAsync(CancellationToken cancellation)
    {
        var ofTable = connection.Scalar("SELECT seq FROM sqlite_sequence WHERE name = $name COLLATE NOCASE", ("$name", table.Name)) as long? ?? 0;
        var present = connection.Scalar($"SELECT max({Id}) FROM {table.Sql}") as long? ?? 0;
        return Task.FromResult(Math.Max(Math.Max(ofTable, present), GeoPackageHistory.LastId(connection, table.Layer.Id)));
    }

    /// <inheritdoc/>
    public Task<Feature?> FindAsync(long id, CancellationToken cancellation)
    {
        using var select = reader.SelectOne(id);
        connection.BeginStep();
        using var rows = select.Command.ExecuteReader();
        return Task.FromResult(connection.Next(rows) ? new GeoPackageRow(table, rows).ToFeature() : null);
    }

    /// <inheritdoc/>
    public Task WriteAsync(FeatureRowChange change, CancellationToken cancellation)
    {
        if (change.After is not { } after)
            connection.Execute($"DELETE FROM {table.Sql} WHERE {Id} = $id", ("$id", change.FeatureId));
        else if (change.Before is null)
            Insert(after);
        else
            Update(after);
        WriteIndex(change);
        GeoPackageHistory.Add(connection, edits, table.Layer.Revision + 1, moment, change);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task FinishAsync(EditTally tally, CancellationToken cancellation)
    {
        connection.Execute("UPDATE soctrang_layers SET revision = revision + 1 WHERE layer_id = $id", ("$id", table.Layer.Id));
        connection.Execute("UPDATE gpkg_ogr_contents SET feature_count = feature_count + $added WHERE table_name = $table COLLATE NOCASE", ("$added", tally.Added), ("$table", table.Name));
        connection.Execute("UPDATE gpkg_contents SET last_change = $now WHERE table_name = $table COLLATE NOCASE",
            ("$now", moment.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)), ("$table", table.Name));
        if (tally.Extent is { } box)
            Grow(box);
        // The standard's z: 0 forbids heights, 1 demands them, 2 allows both.
        connection.Execute("UPDATE gpkg_geometry_columns SET z = 2 WHERE table_name = $table COLLATE NOCASE AND ((z = 0 AND $heights) OR (z = 1 AND $flat))",
            ("$table", table.Name), ("$heights", tally.AnyHeights), ("$flat", tally.AnyFlat));
        return Task.CompletedTask;
    }

    private void Insert(in AdmittedFeature feature)
    {
        var row = Row(feature);
        connection.Execute(
            $"INSERT INTO {table.Sql} ({Id}{string.Concat(row.Select(c => $", {c.Column}"))}) VALUES ($id{string.Concat(row.Select(c => $", {c.Name}"))})",
            [("$id", feature.Id), .. row.Select(c => (c.Name, c.Value))]);
    }

    private void Update(in AdmittedFeature feature)
    {
        var row = Row(feature);
        if (row.Count == 0)
            return; // a layer of ids alone
        connection.Execute($"UPDATE {table.Sql} SET {string.Join(", ", row.Select(c => $"{c.Column} = {c.Name}"))} WHERE {Id} = $id", [("$id", feature.Id), .. row.Select(c => (c.Name, c.Value))]);
    }

    private List<(string Column, string Name, object? Value)> Row(in AdmittedFeature feature)
    {
        var row = new List<(string, string, object?)>();
        if (table.Columns.Geometry is { } geometry)
            row.Add((SqlName.Quote(geometry), "$geometry", feature.HasGeometry ? GeometryBlob.Write(feature, srsId) : null));
        for (var i = 0; i < feature.Values.Count; i++)
            row.Add((SqlName.Quote(table.Columns.Properties[i]), FormattableString.Invariant($"$v{i}"), feature.Values[i] is { } value ? SqliteValue.Encode(value) : null));
        return row;
    }

    // The R-tree rounds boxes outwards to its 32 bits by itself.
    private void WriteIndex(FeatureRowChange change)
    {
        if (table.RTree is not { } name)
            return;
        var rtree = SqlName.Quote(name);
        if (change.After?.Extent is { } box)
            connection.Execute($"INSERT OR REPLACE INTO {rtree} (id, minx, maxx, miny, maxy) VALUES ($id, $minx, $maxx, $miny, $maxy)",
                ("$id", change.FeatureId), ("$minx", box.MinX), ("$maxx", box.MaxX), ("$miny", box.MinY), ("$maxy", box.MaxY));
        else
            connection.Execute($"DELETE FROM {rtree} WHERE id = $id", ("$id", change.FeatureId));
    }

    private void Grow(Extent box) => connection.Execute(
        """
        UPDATE gpkg_contents
        SET min_x = min(coalesce(min_x, $minx), $minx), min_y = min(coalesce(min_y, $miny), $miny),
            max_x = max(coalesce(max_x, $maxx), $maxx), max_y = max(coalesce(max_y, $maxy), $maxy)
        WHERE table_name = $table COLLATE NOCASE
        """,
        ("$minx", box.MinX), ("$miny", box.MinY), ("$maxx", box.MaxX), ("$maxy", box.MaxY), ("$table", table.Name));
}
