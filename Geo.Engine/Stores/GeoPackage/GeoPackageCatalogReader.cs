using System.Globalization;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Microsoft.Data.Sqlite;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>Reads what a GeoPackage holds, our own layers and those of others, and says why a table is not served.</summary>
internal sealed class GeoPackageCatalogReader(GeoPackageConnection connection, string fileName)
{
    private readonly bool isUtf8 = connection.Scalar("PRAGMA encoding") is "UTF-8";

    private sealed record Entry(string Table, string? Title, string? Description, string? LastChange, Extent? Extent, string? Geometry, string? Kind, string? Authority, long? Code);

    private sealed record OwnEntry(string LayerId, string? Definition, long Revision);

    private sealed record Column(string Name, string Type, bool IsKey);

    private sealed class RefusalException(string reason) : Exception(reason);

    /// <summary>Everything, as the connection's transaction sees it.</summary>
    public GeoPackageCatalog Read()
    {
        var own = ReadOwn();
        var tables = new List<GeoPackageTable>();
        var refused = new List<RefusedLayer>();
        foreach (var entry in ReadEntries())
        {
            try
            {
                tables.Add(ReadTable(entry, own.GetValueOrDefault(entry.Table)));
            }
            catch (RefusalException refusal)
            {
                refused.Add(new RefusedLayer(entry.Table, refusal.Message));
            }
        }
        return new GeoPackageCatalog(tables, refused);
    }

    private List<Entry> ReadEntries()
    {
        const string Sql = """
            SELECT c.table_name, c.identifier, c.description, c.last_change, c.min_x, c.min_y, c.max_x, c.max_y,
                   g.column_name, g.geometry_type_name, s.organization, s.organization_coordsys_id
            FROM gpkg_contents c
            LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name COLLATE NOCASE
            LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
            WHERE c.data_type IN ('features', 'attributes') AND c.table_name NOT LIKE 'soctrang\_%' ESCAPE '\'
            ORDER BY c.table_name
            """;
        // A file without any vector layer need not have the table of geometry columns.
        return GeoPackageSchema.HasTable(connection, "gpkg_geometry_columns")
            ? connection.Rows(Sql, r => new Entry(Text(r, 0) ?? "", Text(r, 1), Text(r, 2), Text(r, 3), Box(r), Text(r, 8), Text(r, 9), Text(r, 10), Integer(r, 11)))
            : [];
    }

    private Dictionary<string, OwnEntry> ReadOwn() => GeoPackageSchema.HasOwn(connection)
        ? connection.Rows("SELECT table_name, layer_id, definition, revision FROM soctrang_layers WHERE table_name IS NOT NULL",
                r => (Table: Text(r, 0) ?? "", Entry: new OwnEntry(Text(r, 1) ?? "", Text(r, 2), Integer(r, 3) ?? 1)))
            .DistinctBy(r => r.Table, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(r => r.Table, r => r.Entry, StringComparer.OrdinalIgnoreCase)
        : [];

    private GeoPackageTable ReadTable(Entry entry, OwnEntry? own)
    {
        var name = FindRealTable(entry.Table);
        var columns = connection.Rows($"PRAGMA table_info({SqlName.Quote(name)})", r => new Column(Text(r, 1) ?? "", Text(r, 2) ?? "", Integer(r, 5) > 0));
        var key = FindKey(columns);
        var geometry = entry.Geometry is null ? null : columns.FirstOrDefault(c => Same(c.Name, entry.Geometry))?.Name
            ?? throw new RefusalException($"its geometry column '{entry.Geometry}' does not exist");
        var properties = columns.Where(c => !Same(c.Name, key) && !Same(c.Name, geometry)).ToList();
        var system = geometry is null ? CoordinateSystems.Crs84 : FindSystem(entry);
        var rtree = geometry is null ? null : FindRTree(name, geometry);
        var (definition, carriers) = Define(entry, own, name, properties, system);
        var extent = ExtentOf(entry, own is not null, rtree, name, geometry, system);
        var layer = new Layer(definition, own?.Revision ?? RevisionOf(entry), CountOf(name), extent) { ReadOnlyReason = ReadOnlyReasonOf(own) };
        return new GeoPackageTable(layer, name, new LayerColumns(key, geometry, carriers), rtree, own is not null, isUtf8);
    }

    // Tables of others have triggers and registers that only the program which made them knows.
    private BilingualText? ReadOnlyReasonOf(OwnEntry? own) => (connection.IsReadOnly, own) switch
    {
        (true, _) => new("Kho dữ liệu được mở chỉ để đọc.", "The store is open for reading only."),
        (_, null) => new(
            "Lớp này do chương trình khác ghi vào tệp; hãy nhập nó bằng lệnh import thì mới sửa được ở đây.",
            "Another program wrote this layer into the file; import it to edit it here."),
        _ => null,
    };

    // Views are not served: a view can take for ever, or change under a reader, and has no key that pages can be kept by.
    private string FindRealTable(string name)
    {
        var found = connection.Rows("SELECT name, type, sql FROM sqlite_master WHERE name = $name COLLATE NOCASE AND type IN ('table', 'view')",
            r => (Name: Text(r, 0) ?? "", Type: Text(r, 1), Sql: Text(r, 2) ?? ""), ("$name", name));
        if (found.Count == 0)
            throw new RefusalException("the contents name it, but there is no such table");
        if (found[0].Type == "view")
            throw new RefusalException("it is a view; copy it into a table");
        if (found[0].Sql.StartsWith("CREATE VIRTUAL", StringComparison.OrdinalIgnoreCase))
            throw new RefusalException("it is a virtual table; copy it into a real one");
        return found[0].Name;
    }

    private static string FindKey(List<Column> columns)
    {
        var keys = columns.Where(c => c.IsKey).ToList();
        return keys.Count == 1 && Same(keys[0].Type, "INTEGER") ? keys[0].Name : throw new RefusalException("it has no INTEGER PRIMARY KEY of one column");
    }

    private static CoordinateSystem FindSystem(Entry entry)
    {
        var known = Same(entry.Authority, "EPSG") && entry.Code is >= 0 and <= int.MaxValue ? CoordinateSystems.FindBySrid((int)entry.Code.Value) : null;
        return known ?? throw new RefusalException(entry.Authority is null or "NONE"
            ? "its coordinate system is not defined"
            : $"its coordinate system {entry.Authority}:{entry.Code} is not supported; supported are {string.Join(", ", CoordinateSystems.All.Select(s => s.Code))}");
    }

    private string? FindRTree(string table, string geometry)
    {
        var name = $"rtree_{table}_{geometry}";
        var declared = GeoPackageSchema.HasTable(connection, "gpkg_extensions") && connection.Scalar(
            "SELECT 1 FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index' AND table_name = $t COLLATE NOCASE AND column_name = $c COLLATE NOCASE", ("$t", table), ("$c", geometry)) is not null;
        if (!declared)
            return null;
        var sql = connection.Scalar("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = $name COLLATE NOCASE", ("$name", name)) as string ?? "";
        var isRTree = sql.StartsWith("CREATE VIRTUAL", StringComparison.OrdinalIgnoreCase) && sql.Contains("USING rtree", StringComparison.OrdinalIgnoreCase);
        string[] expected = ["id", "minx", "maxx", "miny", "maxy"];
        return isRTree && connection.Rows($"PRAGMA table_info({SqlName.Quote(name)})", r => Text(r, 1)).SequenceEqual(expected, StringComparer.OrdinalIgnoreCase) ? name : null;
    }

    private (LayerDefinition Definition, IReadOnlyList<string> Carriers) Define(Entry entry, OwnEntry? own, string table, List<Column> columns, CoordinateSystem system)
    {
        var known = own is null ? null : ReadDefinition(own, table);
        var described = new List<(PropertyDefinition Property, string Column)>();
        if (known is not null)
        {
            described.AddRange(known.Properties.Zip(new LayerColumns(known).Properties)
                .Where(p => columns.RemoveAll(c => Same(c.Name, p.Second)) > 0).Select(p => (p.First, p.Second)));
        }
        // Columns that another program has added to a layer of ours are served like those of a layer of others.
        described.AddRange(columns.Where(c => SqliteValue.TypeOf(c.Type) is not null)
            .Select(c => (new PropertyDefinition(c.Name, SqliteValue.TypeOf(c.Type) ?? PropertyType.Text), c.Name)));
        var definition = known ?? Undescribed(entry, table, system);
        string? Kept(string? name) => described.Any(d => d.Property.Name == name) ? name : null;
        return (definition with
        {
            Properties = [.. described.Select(d => d.Property)],
            TimeStartProperty = Kept(definition.TimeStartProperty),
            TimeEndProperty = Kept(definition.TimeEndProperty),
        }, [.. described.Select(d => d.Column)]);
    }

    private static LayerDefinition ReadDefinition(OwnEntry own, string table)
    {
        try
        {
            return LayerDefinitionJson.Read(own.Definition ?? "null");
        }
        catch (JsonException)
        {
            throw new RefusalException($"the description of layer '{own.LayerId}' in table soctrang_layers, for table '{table}', is damaged");
        }
    }

    // Nobody said how far these layers can be trusted; a result made from them must not look better than it is.
    private LayerDefinition Undescribed(Entry entry, string table, CoordinateSystem system)
    {
        var title = string.IsNullOrWhiteSpace(entry.Title) ? table : entry.Title;
        return new LayerDefinition
        {
            Id = table,
            Title = new BilingualText(title, title),
            Description = new BilingualText(entry.Description ?? "", entry.Description ?? ""),
            GeometryKind = entry.Geometry is null ? GeometryKind.None : KindOf(entry.Kind),
            System = system,
            Properties = [],
            Provenance = new LayerProvenance($"{fileName}; origin and trust not stated, taken as the lowest", "not stated", "", entry.LastChange is { Length: >= 10 } date ? date[..10] : "", LayerStatus.Synthetic, null),
        };
    }

    private static GeometryKind KindOf(string? name) => name?.ToUpperInvariant() switch
    {
        "POINT" => GeometryKind.Point,
        "LINESTRING" => GeometryKind.LineString,
        "POLYGON" => GeometryKind.Polygon,
        "MULTIPOINT" => GeometryKind.MultiPoint,
        "MULTILINESTRING" => GeometryKind.MultiLineString,
        "MULTIPOLYGON" => GeometryKind.MultiPolygon,
        _ => GeometryKind.Geometry,
    };

    private static long RevisionOf(Entry entry) =>
        DateTime.TryParse(entry.LastChange, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? Math.Max(1, (long)(moment - DateTime.UnixEpoch).TotalMilliseconds)
            : 1;

    private long CountOf(string table) =>
        (GeoPackageSchema.HasTable(connection, "gpkg_ogr_contents")
            ? connection.Scalar("SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = $t COLLATE NOCASE", ("$t", table)) as long?
            : null)
        ?? (long)(connection.Scalar($"SELECT count(*) FROM {SqlName.Quote(table)}") ?? 0L);

    // The box that others declare may be wrong; their index knows better.
    private Extent? ExtentOf(Entry entry, bool isOurs, string? rtree, string table, string? geometry, CoordinateSystem system)
    {
        var stored = geometry is null ? null
            : isOurs ? entry.Extent
            : rtree is not null ? connection.Rows($"SELECT min(minx), min(miny), max(maxx), max(maxy) FROM {SqlName.Quote(rtree)}", r => Box(r, 0))[0]
            : ScanExtent(table, geometry);
        return stored is { } box && system.Srid != CoordinateSystems.Crs84.Srid ? Projection.Between(system, CoordinateSystems.Crs84).Transform(box) : stored;
    }

    private Extent? ScanExtent(string table, string geometry)
    {
        Extent? all = null;
        foreach (var box in connection.Rows($"SELECT {SqlName.Quote(geometry)} FROM {SqlName.Quote(table)}", ExtentOfBlob))
            all = box is { } next ? all?.Union(next) ?? next : all;
        return all;
    }

    // A damaged geometry has its say when it is read; here it only has no box.
    private static Extent? ExtentOfBlob(SqliteDataReader row)
    {
        try
        {
            if (row.GetValue(0) is not byte[] blob || CanonicalWkb.Read(GeometryBlob.Wkb(blob), 0).EnvelopeInternal is not { IsNull: false } e)
                return null;
            return new Extent(e.MinX, e.MinY, e.MaxX, e.MaxY);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Extent? Box(SqliteDataReader row) => Box(row, 4);

    private static Extent? Box(SqliteDataReader row, int first)
    {
        Span<double> ordinates = stackalloc double[4];
        for (var i = 0; i < 4; i++)
            ordinates[i] = row.GetValue(first + i) switch { double number => number, long number => number, _ => double.NaN };
        var box = new Extent(ordinates[0], ordinates[1], ordinates[2], ordinates[3]);
        return double.IsFinite(box.Width) && double.IsFinite(box.Height) && box.Width >= 0 && box.Height >= 0 ? box : null;
    }

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long? Integer(SqliteDataReader row, int column) => row.GetValue(column) as long?;
}
