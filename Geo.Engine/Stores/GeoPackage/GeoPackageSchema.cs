using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>The tables of a GeoPackage 1.3 (OGC 12-128r17) and those of our own beside them.</summary>
internal static class GeoPackageSchema
{
    /// <summary>Version of our own tables; a file with a greater one is left alone.</summary>
    public const int Version = 2;

    /// <summary>Names that begin so belong to SQLite, to the standard or to us; no layer's table has one.</summary>
    public static readonly string[] ReservedPrefixes = ["sqlite_", "gpkg_", "rtree_", OwnPrefix];

    /// <summary>Beginning of the names of our own tables.</summary>
    public const string OwnPrefix = "soctrang_";

    private const string Core = """
        PRAGMA application_id = 1196444487; -- "GPKG"
        PRAGMA user_version = 10300;

        CREATE TABLE gpkg_spatial_ref_sys (
            srs_name TEXT NOT NULL,
            srs_id INTEGER NOT NULL PRIMARY KEY,
            organization TEXT NOT NULL,
            organization_coordsys_id INTEGER NOT NULL,
            definition TEXT NOT NULL,
            description TEXT);
        INSERT INTO gpkg_spatial_ref_sys VALUES
            ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
            ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system');

        CREATE TABLE gpkg_contents (
            table_name TEXT NOT NULL PRIMARY KEY,
            data_type TEXT NOT NULL,
            identifier TEXT UNIQUE,
            description TEXT DEFAULT '',
            last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            min_x DOUBLE,
            min_y DOUBLE,
            max_x DOUBLE,
            max_y DOUBLE,
            srs_id INTEGER,
            CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));

        CREATE TABLE gpkg_geometry_columns (
            table_name TEXT NOT NULL,
            column_name TEXT NOT NULL,
            geometry_type_name TEXT NOT NULL,
            srs_id INTEGER NOT NULL,
            z TINYINT NOT NULL,
            m TINYINT NOT NULL,
            CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
            CONSTRAINT uk_gc_table_name UNIQUE (table_name),
            CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
            CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
        """;

    private const string Shared = """
        CREATE TABLE IF NOT EXISTS gpkg_extensions (
            table_name TEXT,
            column_name TEXT,
            extension_name TEXT NOT NULL,
            definition TEXT NOT NULL,
            scope TEXT NOT NULL,
            CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));

        CREATE TABLE IF NOT EXISTS gpkg_ogr_contents (
            table_name TEXT NOT NULL PRIMARY KEY,
            feature_count INTEGER DEFAULT NULL);
        """;

    // The first is listed as a table of the GeoPackage: that tells readers not to list tables the contents do not name.
    private const string Own = """
        CREATE TABLE IF NOT EXISTS soctrang_layers (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            layer_id TEXT NOT NULL UNIQUE,
            table_name TEXT,
            definition TEXT,
            revision INTEGER NOT NULL);
        INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier, description)
        VALUES ('soctrang_layers', 'attributes', 'soctrang_layers', 'Origin and meaning of the layers');

        CREATE TABLE IF NOT EXISTS soctrang_documents (
            name TEXT NOT NULL PRIMARY KEY,
            media_type TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            content BLOB NOT NULL);

        CREATE TABLE IF NOT EXISTS soctrang_jobs (
            number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            job_id TEXT NOT NULL UNIQUE,
            process_id TEXT NOT NULL,
            state TEXT NOT NULL,
            owner TEXT NOT NULL,
            request TEXT NOT NULL,
            input_hash TEXT NOT NULL,
            idempotency_key TEXT,
            progress INTEGER NOT NULL,
            step_vi TEXT,
            step_en TEXT,
            created INTEGER NOT NULL,
            started INTEGER,
            finished INTEGER,
            updated INTEGER NOT NULL,
            attempt INTEGER NOT NULL,
            fence INTEGER NOT NULL,
            beat INTEGER NOT NULL,
            holder TEXT,
            outcome TEXT,
            UNIQUE (owner, idempotency_key));
        CREATE INDEX IF NOT EXISTS soctrang_jobs_state ON soctrang_jobs (state);

        CREATE TABLE IF NOT EXISTS soctrang_keys (
            key_id TEXT NOT NULL PRIMARY KEY,
            label TEXT NOT NULL,
            role TEXT NOT NULL,
            hash BLOB NOT NULL,
            created INTEGER NOT NULL, -- seconds since 1970
            revoked INTEGER);

        CREATE TABLE IF NOT EXISTS soctrang_audit (
            number INTEGER PRIMARY KEY NOT NULL,
            moment INTEGER NOT NULL, -- milliseconds since 1970
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            request_id TEXT,
            target TEXT NOT NULL,
            before_hash TEXT,
            after_hash TEXT,
            hash TEXT NOT NULL);
        CREATE TRIGGER IF NOT EXISTS soctrang_audit_unchanged BEFORE UPDATE ON soctrang_audit
        BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
        CREATE TRIGGER IF NOT EXISTS soctrang_audit_kept BEFORE DELETE ON soctrang_audit
        BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

        CREATE TABLE IF NOT EXISTS soctrang_schema (
            version INTEGER NOT NULL);
        INSERT INTO soctrang_schema SELECT $version WHERE NOT EXISTS (SELECT 1 FROM soctrang_schema);
        UPDATE soctrang_schema SET version = $version WHERE version < $version;
        """;

    /// <summary>Makes an empty GeoPackage of an empty file.</summary>
    public static void Create(GeoPackageConnection connection)
    {
        connection.Execute(Core);
        RegisterSystem(connection, CoordinateSystems.Crs84);
        EnsureOwn(connection);
    }

    /// <summary>Adds our own tables, as far as they are missing: to a GeoPackage that somebody else made, or that an older version of ours wrote.</summary>
    public static void EnsureOwn(GeoPackageConnection connection)
    {
        if (!HasOwn(connection))
            connection.Execute(Shared);
        connection.Execute(Own, ("$version", Version));
    }

    /// <summary>Whether our own tables are there.</summary>
    public static bool HasOwn(GeoPackageConnection connection) => HasTable(connection, "soctrang_schema");

    /// <summary>Whether a table of this name is there; views are none.</summary>
    public static bool HasTable(GeoPackageConnection connection, string name) =>
        connection.Scalar("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $name COLLATE NOCASE", ("$name", name)) is not null;

    /// <summary>Refuses what is no GeoPackage, and what a newer version wrote.</summary>
    /// <exception cref="StoreUnavailableException">With the reason.</exception>
    public static void Check(GeoPackageConnection connection, string path)
    {
        if (!HasTable(connection, "gpkg_contents"))
            throw new StoreUnavailableException($"The store {path} is not a GeoPackage: it has no table gpkg_contents.");
        if (!HasOwn(connection))
            return;
        var version = connection.Scalar("SELECT max(version) FROM soctrang_schema");
        if (version is not long known || known < 1)
            throw new StoreUnavailableException($"The store {path} does not say of which version it is; its table soctrang_schema is damaged.");
        if (known > Version)
            throw new StoreUnavailableException($"The store {path} was written by a newer version of this program (its schema is {known}; {Version} is known here). Nothing was changed; use the newer version, or another file.");
    }

    /// <summary>The <c>srs_id</c> of a system, which is entered when it is missing.</summary>
    public static int RegisterSystem(GeoPackageConnection connection, CoordinateSystem system)
    {
        if (connection.Scalar("SELECT srs_id FROM gpkg_spatial_ref_sys WHERE organization = 'EPSG' COLLATE NOCASE AND organization_coordsys_id = $code ORDER BY srs_id LIMIT 1", ("$code", system.Srid)) is long known)
            return (int)known;
        connection.Execute(
            "INSERT INTO gpkg_spatial_ref_sys VALUES ($name, $code, 'EPSG', $code, $definition, NULL)",
            ("$name", CoordinateSystems.All.Last(s => s.Srid == system.Srid).Name), ("$code", system.Srid), ("$definition", SpatialReferenceText.Of(system)));
        return system.Srid;
    }
}
