using System.Buffers.Binary;
using System.Security.Cryptography;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores.GeoPackage;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Stores;

/// <summary>GeoPackages that others made: well-made ones, odd ones, and ones made to do harm.</summary>
public sealed class ForeignGeoPackageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Path => folder.File("foreign.gpkg");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_by_ogr2ogr_is_served_as_it_is_and_not_touched()
    {
        MakeByGdal("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[105,9],[106,9],[106,10],[105,9]]]},"properties":{"tên":"Sóc Trăng","n":7,"x":0.5,"day":"2025-06-30","at":"2025-06-30T17:00:00+07:00"}}""",
            """{"type":"Feature","geometry":null,"properties":{"tên":null,"n":8,"x":1.5,"day":null,"at":null}}""");
        var before = SHA256.HashData(await File.ReadAllBytesAsync(Path, Cancel));
        await using (var store = await OpenAsync())
        {
            var layer = Assert.Single(await store.ListLayersAsync(Cancel));
            Assert.Equal(("lớp", 2, new Extent(105, 9, 106, 10), CoordinateSystems.Crs84), (layer.Id, layer.FeatureCount, layer.Extent, layer.Definition.System));
            Assert.Equal(LayerStatus.Synthetic, layer.Definition.Provenance.Status);
            var rows = await store.ReadAsync(layer, FeatureQuery.All, Cancel).ToListAsync(Cancel);
            Assert.Equal(["Sóc Trăng", 7L, 0.5, new DateOnly(2025, 6, 30), new DateTime(2025, 6, 30, 10, 0, 0, DateTimeKind.Utc)], rows[0].Values);
            Assert.Equal("POLYGON ((105 9, 106 9, 106 10, 105 9))", rows[0].Geometry?.AsText());
            Assert.Null(rows[1].Geometry);
            Assert.Equal([1L, 2], (await store.ReadAsync(layer, new FeatureQuery { Boxes = [new Extent(105.9, 9.1, 106, 9.2)] }, Cancel).ToListAsync(Cancel)).Select(f => f.Id));
            Assert.Equal(1, await store.CountAsync(layer, new FeatureQuery { PropertyEquals = [("day", new DateOnly(2025, 6, 30))] }, Cancel));
        }
        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(Path, Cancel)));
    }

    [Fact]
    public async Task The_real_communes_are_read_like_GDAL_reads_them()
    {
        var file = Repository.Shared("data", "communes_soctrang_2025.gpkg");
        await using var store = new GeoPackageStore(file, readOnly: true);
        await store.OpenAsync(Cancel);
        var layer = Assert.Single(await store.ListLayersAsync(Cancel));
        var rows = await store.ReadAsync(layer, FeatureQuery.All, Cancel).ToListAsync(Cancel);
        // source: README of the data (43 features, 81,347 vertices), counted with GDAL
        Assert.Equal((43, 81_347), (rows.Count, rows.Sum(r => r.Geometry?.NumPoints)));
    }

    [Fact]
    public async Task Results_can_be_written_beside_foreign_layers()
    {
        MakeByGdal("""{"type":"Feature","geometry":{"type":"Point","coordinates":[105,9]},"properties":{"n":7}}""");
        await using var store = await OpenAsync();
        var foreign = Assert.Single(await store.ListLayersAsync(Cancel));
        await store.ApplyAsync(new StoreChange { Layers = [GeoPackageSamples.Points("zones", 3)], Documents = [new StoredDocument("run.json", "application/json", "{}"u8.ToArray())] }, Cancel);
        Assert.Equal(["lớp", "zones"], (await store.ListLayersAsync(Cancel)).Select(l => l.Id));
        Assert.Equal(1, await store.ReadAsync(foreign, FeatureQuery.All, Cancel).CountAsync(Cancel));
        Assert.DoesNotContain("arning", Requirement.Run("ogrinfo", "-so", "-al", Path).Output, StringComparison.Ordinal);
        await store.ApplyAsync(new StoreChange { Layers = [GeoPackageSamples.Points("lớp", 3)] }, Cancel);
        var replaced = Assert.IsType<Layer>(await store.FindLayerAsync("lớp", Cancel));
        Assert.True(replaced.Revision > foreign.Revision);
        Assert.Equal(3, replaced.FeatureCount);
    }

    [Fact]
    public async Task Tables_that_cannot_be_served_are_refused_one_by_one_with_the_reason()
    {
        await MakeOwnAsync();
        SqliteProbe.Execute(Path, """
            DROP TABLE soctrang_schema; DROP TABLE soctrang_layers; DELETE FROM gpkg_contents WHERE table_name = 'soctrang_layers';
            INSERT INTO gpkg_spatial_ref_sys VALUES ('Pulkovo', 4284, 'EPSG', 4284, 'GEOGCS[]', NULL);
            CREATE VIEW crossed AS SELECT a.* FROM points a, points b, points c, points d, points e, points f;
            CREATE TABLE nokey (geom BLOB);
            CREATE TABLE pulkovo (fid INTEGER PRIMARY KEY, geom BLOB);
            CREATE TABLE nowhere (fid INTEGER PRIMARY KEY, geom BLOB);
            CREATE TABLE misnamed (fid INTEGER PRIMARY KEY, geom BLOB);
            CREATE VIRTUAL TABLE virtual USING rtree(id, a, b, c, d);
            INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES
                ('crossed', 'features', 'c', 4326), ('nokey', 'features', 'n', 4326), ('pulkovo', 'features', 'p', 4284), ('nowhere', 'features', 'w', 0),
                ('gone', 'features', 'g', 4326), ('misnamed', 'features', 'm', 4326), ('virtual', 'attributes', 'v', NULL);
            INSERT INTO gpkg_geometry_columns VALUES
                ('crossed', 'geom', 'POINT', 4326, 0, 0), ('nokey', 'geom', 'POINT', 4326, 0, 0), ('pulkovo', 'geom', 'POINT', 4284, 0, 0),
                ('nowhere', 'geom', 'POINT', 0, 0, 0), ('gone', 'geom', 'POINT', 4326, 0, 0), ('misnamed', 'shape', 'POINT', 4326, 0, 0);
            """);
        await using var store = await OpenAsync();
        Assert.Equal(["points", "prices", "đất.ven biển"], (await store.ListLayersAsync(Cancel)).Select(l => l.Id));
        var refused = (await store.ListRefusedLayersAsync(Cancel)).ToDictionary(r => r.Name, r => r.Reason);
        Assert.Equal(["crossed", "gone", "misnamed", "nokey", "nowhere", "pulkovo", "virtual"], refused.Keys.Order());
        Assert.Contains("view", refused["crossed"], StringComparison.Ordinal);
        Assert.Contains("PRIMARY KEY", refused["nokey"], StringComparison.Ordinal);
        Assert.Contains("EPSG:4284 is not supported", refused["pulkovo"], StringComparison.Ordinal);
        Assert.Contains("not defined", refused["nowhere"], StringComparison.Ordinal);
        Assert.Contains("'shape'", refused["misnamed"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'true'", "BOOLEAN", true)]
    [InlineData("'F'", "BOOLEAN", false)]
    [InlineData("1", "BOOLEAN", true)]
    [InlineData("'5'", "MEDIUMINT", 5L)]
    [InlineData("5.0", "INTEGER", 5L)]
    [InlineData("7", "DOUBLE", 7.0)]
    [InlineData("9e999", "DOUBLE", null)]
    [InlineData("12", "TEXT(30)", "12")]
    [InlineData("'So' || char(0x301) || 'c Tr' || char(0xE2, 0x306) || 'ng'", "TEXT", "S\u00F3c Tr\u00E2\u0306ng")]
    [InlineData("cast(x'53C3B363FF' AS TEXT)", "TEXT", "S\u00F3c\uFFFD")]
    [InlineData("char(0x1EA1, 0x2126)", "TEXT", "\u1EA1\u03A9")]
    [InlineData("'2025/06/30'", "DATE", "2025-06-30")]
    [InlineData("'2025-06-30T23:30:00+07:00'", "DATETIME", "2025-06-30T16:30:00.000Z")]
    [InlineData("'2025-06-30 23:30:00'", "DATETIME", "2025-06-30T23:30:00.000Z")]
    [InlineData("'2025-06-30T23:30:00.25Z'", "DATETIME", "2025-06-30T23:30:00.250Z")]
    [InlineData("1751328000", "DATETIME", "2025-07-01T00:00:00.000Z")]
    [InlineData("2460857.5", "DATE", "2025-07-01")]
    public async Task Values_in_the_forms_that_programs_write_are_understood(string sql, string type, object? expected)
    {
        await MakeTableAsync($"v {type}", $"NULL, {sql}");
        await using var store = await OpenAsync();
        var layer = await FindAsync(store);
        var feature = Assert.Single(await store.ReadAsync(layer, FeatureQuery.All, Cancel).ToListAsync(Cancel));
        var value = feature.Values[0];
        Assert.Equal(RowReading.Show(feature), RowReading.Show(Assert.Single(await RowsAsync(store, layer))));
        Assert.Equal(expected, value switch
        {
            DateOnly date => date.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture),
            _ => value,
        });
    }

    [Theory]
    [InlineData("'abc'", "INTEGER", "'v'")]
    [InlineData("'30.06.2025'", "DATE", "30.06.2025")]
    [InlineData("x'00'", "TEXT", "bytes")]
    public async Task A_value_that_is_not_of_its_type_is_named_with_its_layer_feature_and_field(string sql, string type, string part)
    {
        await MakeTableAsync($"v {type}", $"NULL, {sql}");
        await using var store = await OpenAsync();
        var layer = await FindAsync(store);
        var fault = await Assert.ThrowsAsync<InvalidFeatureException>(async () => await store.ReadAsync(layer, FeatureQuery.All, Cancel).ToListAsync(Cancel));
        Assert.Equal(fault.Message, (await Assert.ThrowsAsync<InvalidFeatureException>(() => RowsAsync(store, layer))).Message);
        Assert.Equal(("odd", 42L), (fault.LayerId, fault.FeatureId));
        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> BadBlobs => new()
    {
        { "nested deeper", Blob(1, [.. Enumerable.Range(0, 100_000).SelectMany(_ => Collection), .. PointBytes(1, 2)]) },
        { "not finite", Blob(1, PointBytes(double.PositiveInfinity, 2)) },
        { "not finite", Blob(1, PointBytes(double.NaN, 2)) },
        { "cut short", Blob(1, PointBytes(1, 2)[..15]) },
        { "cut short", Blob(1, [1, 2, 0, 0, 0, 255, 255, 255, 255]) },
        { "cut short", Blob(1, []) },
        { "follow the end", Blob(1, [.. PointBytes(1, 2), 0]) },
        { "not supported (curves", Blob(1, [1, 8, 0, 0, 0, 0, 0, 0, 0]) },
        { "extended type", Blob(0x21, PointBytes(1, 2)) },
        { "header is damaged", Blob(0x0F, PointBytes(1, 2)) },
        { "does not begin", "GP"u8.ToArray() },
        { "does not begin", PointBytes(1, 2) },
        { "unknown version", [(byte)'G', (byte)'P', 9, 1, 0, 0, 0, 0, .. PointBytes(1, 2)] },
        { "one point only", Blob(1, [1, 2, 0, 0, 0, 1, 0, 0, 0, .. PointBytes(1, 2)[5..]]) },
    };

    [Theory]
    [MemberData(nameof(BadBlobs))]
    public async Task A_geometry_made_to_do_harm_is_named_with_its_layer_and_feature(string reason, byte[] blob)
    {
        await MakeTableAsync("v INTEGER", "$blob, 1", blob);
        await using var store = await OpenAsync();
        var layer = await FindAsync(store);
        var fault = await Assert.ThrowsAsync<InvalidFeatureException>(async () => await store.ReadAsync(layer, FeatureQuery.All, Cancel).ToListAsync(Cancel));
        Assert.Equal(fault.Message, (await Assert.ThrowsAsync<InvalidFeatureException>(() => RowsAsync(store, layer))).Message);
        Assert.Equal(("odd", 42L), (fault.LayerId, fault.FeatureId));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "POINT (105 9)")]
    [InlineData(1, "POINT (105 9)")]
    [InlineData(2, "POINT (105 9)")]
    [InlineData(3, "POINT (105 9)")]
    [InlineData(4, "POINT (105 9)")]
    public async Task Every_kind_of_header_is_read_and_its_box_is_not_believed(int envelope, string expected)
    {
        int[] sizes = [0, 32, 48, 48, 64];
        byte[] bigEndianPoint = [0, 0, 0, 0, 1, .. BigEndian(105), .. BigEndian(9)];
        await MakeTableAsync("v INTEGER", "$blob, 1", [(byte)'G', (byte)'P', 0, (byte)(envelope << 1), 0, 0, 0x10, 0xE6, .. new byte[sizes[envelope]], .. bigEndianPoint]);
        await using var store = await OpenAsync();
        var layer = await FindAsync(store);
        Assert.Equal(new Extent(105, 9, 105, 9), layer.Extent);
        Assert.Equal(expected, Assert.Single(await store.ReadAsync(layer, new FeatureQuery { Boxes = [new Extent(104, 8, 106, 10)] }, Cancel).ToListAsync(Cancel)).Geometry?.AsText());
    }

    private async Task<GeoPackageStore> OpenAsync()
    {
        var store = new GeoPackageStore(Path);
        await store.OpenAsync(Cancel);
        return store;
    }

    private static async Task<List<Feature>> RowsAsync(GeoPackageStore store, Layer layer) =>
        await store.ReadRowsAsync(layer, FeatureQuery.All, Cancel).Select(r => RowReading.Of(r, layer.Definition)).ToListAsync(Cancel);

    private static async Task<Layer> FindAsync(GeoPackageStore store) => Assert.IsType<Layer>(await store.FindLayerAsync("odd", Cancel));

    private void MakeByGdal(params string[] features)
    {
        var source = folder.File("source.geojson");
        File.WriteAllText(source, $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");
        var (exit, output) = Requirement.Run("ogr2ogr", "-f", "GPKG", Path, source, "-nln", "lớp");
        Assert.True(exit == 0, output);
    }

    private async Task MakeOwnAsync()
    {
        await using var store = await OpenAsync();
        await store.ApplyAsync(new StoreChange { Layers = GeoPackageSamples.All }, Cancel);
    }

    private async Task MakeTableAsync(string column, string values, byte[]? blob = null)
    {
        await MakeOwnAsync();
        SqliteProbe.Execute(
            Path,
            $"""
            CREATE TABLE odd (số INTEGER PRIMARY KEY, hình BLOB, {column});
            INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('odd', 'features', 'odd', 4326);
            INSERT INTO gpkg_geometry_columns VALUES ('odd', 'hình', 'GEOMETRY', 4326, 0, 0);
            INSERT INTO odd VALUES (42, {values});
            """,
            ("$blob", blob ?? []));
    }

    private static readonly byte[] Collection = [1, 7, 0, 0, 0, 1, 0, 0, 0];

    private static byte[] Blob(byte flags, byte[] wkb) => [(byte)'G', (byte)'P', 0, flags, 0xE6, 0x10, 0, 0, .. wkb];

    private static byte[] PointBytes(double x, double y) => [1, 1, 0, 0, 0, .. BitConverter.GetBytes(x), .. BitConverter.GetBytes(y)];

    private static byte[] BigEndian(double value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        return bytes;
    }
}
