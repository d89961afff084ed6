using System.Buffers;
using System.Globalization;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>Writes and removes layers, inside the transaction of its connection.</summary>
internal sealed class GeoPackageLayerWriter(GeoPackageConnection connection, TimeProvider time)
{
    /// <summary>Creates a layer, or replaces it whole.</summary>
    public async Task WriteAsync(LayerContent content, GeoPackageTable? existing, CancellationToken cancellation)
    {
        var definition = content.Definition;
        var admission = new FeatureAdmission(definition);
        if (existing is not null)
            Drop(existing);
        var columns = new LayerColumns(definition);
        var table = FreeTableName(definition.Id);
        var srsId = definition.GeometryKind == GeometryKind.None ? 0 : GeoPackageSchema.RegisterSystem(connection, definition.System);
        CreateTable(definition, columns, table);
        var loaded = await LoadAsync(content, admission, columns, table, srsId, cancellation);
        Register(definition, columns, table, srsId, loaded);
        if (columns.Geometry is not null)
            CreateRTree(columns, table, loaded.RTree);
        CreateBookkeeping(definition, table, loaded.Count, existing);
    }

    /// <summary>Removes a layer; its revision is remembered and goes on growing when the layer comes back.</summary>
    public void Remove(GeoPackageTable table)
    {
        Drop(table);
        connection.Execute("UPDATE soctrang_layers SET table_name = NULL, definition = NULL, revision = revision + 1 WHERE layer_id = $id", ("$id", table.Layer.Id));
        if (!table.IsOurs)
            connection.Execute("INSERT INTO soctrang_layers (layer_id, revision) VALUES ($id, $revision) ON CONFLICT DO NOTHING", ("$id", table.Layer.Id), ("$revision", table.Layer.Revision));
    }

    private sealed record Loaded(long Count, Extent? Extent, bool AnyZ, bool AllZ, RTreeLoader RTree);

    private void Drop(GeoPackageTable table)
    {
        connection.Execute($"DROP TABLE {table.Sql}");
        if (table.RTree is not null)
            connection.Execute($"DROP TABLE {SqlName.Quote(table.RTree)}");
        foreach (var register in (string[])["gpkg_extensions", "gpkg_ogr_contents", "gpkg_data_columns", "gpkg_metadata_reference", "gpkg_geometry_columns", "gpkg_contents"])
        {
            if (GeoPackageSchema.HasTable(connection, register))
                connection.Execute($"DELETE FROM {register} WHERE table_name = $t COLLATE NOCASE", ("$t", table.Name));
        }
    }

    private string FreeTableName(string layerId)
    {
        var isReserved = GeoPackageSchema.ReservedPrefixes.Any(p => layerId.StartsWith(p, StringComparison.OrdinalIgnoreCase));
        for (var number = 1; ; number++)
        {
            var name = number == 1 && !isReserved ? layerId : $"layer_{number}_{layerId}";
            if (connection.Scalar("SELECT 1 FROM sqlite_master WHERE name = $name COLLATE NOCASE", ("$name", name)) is null)
                return name;
        }
    }

    private void CreateTable(LayerDefinition definition, LayerColumns columns, string table)
    {
        var parts = new List<string> { $"{SqlName.Quote(columns.Id)} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL" };
        if (columns.Geometry is { } geometry)
            parts.Add($"{SqlName.Quote(geometry)} {TypeName(definition.GeometryKind)}");
        parts.AddRange(columns.Properties.Zip(definition.Properties, (c, p) => $"{SqlName.Quote(c)} {SqliteValue.ColumnType(p.Type)}"));
        connection.Execute($"CREATE TABLE {SqlName.Quote(table)} ({string.Join(", ", parts)})");
    }

    private async Task<Loaded> LoadAsync(LayerContent content, FeatureAdmission admission, LayerColumns columns, string table, int srsId, CancellationToken cancellation)
    {
        var loaded = new Loaded(0, null, false, true, new RTreeLoader());
        var types = content.Definition.Properties.Select(p => p.Type).ToArray();
        var geometry = new ArrayBufferWriter<byte>();
        using var insert = Insert(columns, table);
        await foreach (var feature in Admission.Of(content, admission, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            geometry.ResetWrittenCount();
            if (feature.HasGeometry)
                GeometryBlob.Write(feature, srsId, geometry);
            Bind(insert, feature, columns.Geometry is null ? null : geometry, types);
            insert.Run();
            loaded = Note(loaded, feature);
        }
        return loaded;
    }

    private static Loaded Note(Loaded before, in AdmittedFeature feature)
    {
        var counted = before with
        {
            Count = before.Count + 1,
            AnyZ = before.AnyZ || feature.HasZ,
            AllZ = before.AllZ && (feature.HasZ || !feature.HasGeometry),
        };
        if (feature.Extent is not { } box)
            return counted;
        before.RTree.Add(feature.Id, box);
        return counted with { Extent = before.Extent?.Union(box) ?? box };
    }

    private GeoPackageInsert Insert(LayerColumns columns, string table)
    {
        IEnumerable<string> names = [columns.Id, .. columns.Geometry is { } g ? [g] : Array.Empty<string>(), .. columns.Properties];
        var list = names.Select(SqlName.Quote).ToList();
        return connection.Insert($"INSERT INTO {SqlName.Quote(table)} ({string.Join(", ", list)}) VALUES ({string.Join(", ", list.Select(_ => "?"))})");
    }

    private static void Bind(GeoPackageInsert insert, in AdmittedFeature feature, ArrayBufferWriter<byte>? geometry, PropertyType[] types)
    {
        var place = 1;
        insert.Bind(place++, feature.Id);
        if (geometry is { WrittenCount: > 0 })
            insert.Bind(place++, geometry.WrittenSpan);
        else if (geometry is not null)
            insert.BindNull(place++);
        for (var i = 0; i < types.Length; i++)
            insert.Bind(place++, feature.Row, i, types[i]);
    }

    private void Register(LayerDefinition definition, LayerColumns columns, string table, int srsId, Loaded loaded)
    {
        var title = definition.Title.Vi;
        var isTaken = connection.Scalar("SELECT 1 FROM gpkg_contents WHERE identifier = $title", ("$title", title)) is not null;
        connection.Execute(
            """
            INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, min_y, max_x, max_y, srs_id)
            VALUES ($table, $type, $title, $description, $now, $minx, $miny, $maxx, $maxy, $srs)
            """,
            ("$table", table), ("$type", columns.Geometry is null ? "attributes" : "features"), ("$title", isTaken ? $"{title} ({definition.Id})" : title),
            ("$description", definition.Description.Vi), ("$now", time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)),
            ("$minx", loaded.Extent?.MinX), ("$miny", loaded.Extent?.MinY), ("$maxx", loaded.Extent?.MaxX), ("$maxy", loaded.Extent?.MaxY),
            ("$srs", columns.Geometry is null ? null : srsId));
        if (columns.Geometry is null)
            return;
        connection.Execute(
            "INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES ($table, $column, $kind, $srs, $z, 0)",
            ("$table", table), ("$column", columns.Geometry), ("$kind", TypeName(definition.GeometryKind)), ("$srs", srsId), ("$z", !loaded.AnyZ ? 0 : loaded.AllZ ? 1 : 2));
    }

    private void CreateRTree(LayerColumns columns, string table, RTreeLoader loader)
    {
        var rtree = $"rtree_{table}_{columns.Geometry}";
        connection.Execute($"CREATE VIRTUAL TABLE {SqlName.Quote(rtree)} USING rtree(id, minx, maxx, miny, maxy)");
        loader.Write(connection, rtree);
        connection.Execute(
            "INSERT INTO gpkg_extensions VALUES ($table, $column, 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')",
            ("$table", table), ("$column", columns.Geometry));
        connection.Execute(EditTriggers.ForRTree(table, columns, rtree));
        // Finds the rows that match every box without a walk through the table.
        connection.Execute($"CREATE INDEX {SqlName.Quote($"{GeoPackageSchema.OwnPrefix}bare_{table}")} ON {SqlName.Quote(table)} ({SqlName.Quote(columns.Id)}) WHERE {SqlName.Quote(columns.Geometry ?? "")} IS NULL");
    }

    private void CreateBookkeeping(LayerDefinition definition, string table, long count, GeoPackageTable? existing)
    {
        connection.Execute("INSERT INTO gpkg_ogr_contents (table_name, feature_count) VALUES ($table, $count)", ("$table", table), ("$count", count));
        // A layer of others had a revision too, counted from its last change; ours goes on from there.
        connection.Execute(
            """
            INSERT INTO soctrang_layers (layer_id, table_name, definition, revision) VALUES ($id, $table, $definition, $first)
            ON CONFLICT (layer_id) DO UPDATE SET table_name = excluded.table_name, definition = excluded.definition, revision = max(revision + 1, excluded.revision)
            """,
            ("$id", definition.Id), ("$table", table), ("$definition", LayerDefinitionJson.Write(definition)), ("$first", (existing?.Layer.Revision ?? 0) + 1));
        connection.Execute(EditTriggers.ForBookkeeping(table));
    }

    private static string TypeName(GeometryKind kind) => kind.ToString().ToUpperInvariant();
}
