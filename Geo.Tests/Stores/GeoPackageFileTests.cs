using System.Security.Cryptography;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Jobs;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores.GeoPackage;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Stores;

/// <summary>The file itself: what GDAL says of it, what edits by GDAL do, and what happens when a load dies.</summary>
public sealed class GeoPackageFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task GDAL_opens_it_without_a_warning_and_counts_the_same()
    {
        var file = await WriteSampleAsync();
        var (exit, output) = Requirement.Run("ogrinfo", "-so", "-al", file);
        Assert.Equal(0, exit);
        Assert.DoesNotContain("arning", output, StringComparison.Ordinal);
        Assert.DoesNotContain("ERROR", output, StringComparison.Ordinal);
        Assert.Contains("Layer name: đất.ven biển", output, StringComparison.Ordinal);
        Assert.Contains("Geometry: 3D Multi Polygon", output, StringComparison.Ordinal);
        Assert.Contains("Feature Count: 300", output, StringComparison.Ordinal);
        Assert.Contains("ID[\"EPSG\",9209]", output, StringComparison.Ordinal);
        Assert.Contains("moment: DateTime", output, StringComparison.Ordinal);
        Assert.Contains("flag: Integer(Boolean)", output, StringComparison.Ordinal);
        Assert.DoesNotContain("soctrang_documents", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GDALs_validator_finds_nothing_wrong()
    {
        // The validator of GDAL 3.6 looks for the flag of empty geometries in bit 3 of the header; the standard has it in bit 4.
        var file = folder.File("sample.gpkg");
        await WriteAsync(file, [.. GeoPackageSamples.All.Select(l => l with { Features = l.Features.Where(f => f.Geometry is not { IsEmpty: true }) })]);
        Requirement.Holds(File.Exists("/usr/bin/python3"), "Debian's python3 with GDAL is not installed; ./test.sh installs it");
        var (exit, output) = Requirement.Run("/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", file);
        Assert.True(exit == 0, output);
    }

    [Fact]
    public async Task The_spatial_index_is_sound_and_GDAL_uses_it()
    {
        var file = await WriteSampleAsync();
        Assert.Equal(["ok"], SqliteProbe.Column(file, "SELECT rtreecheck('rtree_points_geom')"));
        Assert.Equal(["300"], SqliteProbe.Column(file, "SELECT count(*) FROM rtree_points_geom"));
        var (_, output) = Requirement.Run("ogrinfo", "-q", file, "-dialect", "SQLITE", "-sql", "SELECT HasSpatialIndex('points', 'geom')");
        Assert.Contains("HasSpatialIndex (Integer) = 1", output, StringComparison.Ordinal);
        var (_, found) = Requirement.Run("ogrinfo", "-so", file, "points", "-spat", "105.1", "9.1", "105.1055", "9.1055");
        Assert.Contains("Feature Count: 6", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(46)]
    [InlineData(47)]
    [InlineData(3000)]
    [InlineData(120_000)]
    public async Task The_index_is_sound_at_any_height(int count)
    {
        var file = folder.File("rtree.gpkg");
        await WriteAsync(file, GeoPackageSamples.Points("p", count));
        Assert.Equal(["ok"], SqliteProbe.Column(file, "SELECT rtreecheck('rtree_p_geom')"));
        Assert.Equal(["ok"], SqliteProbe.Column(file, "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task Edits_by_GDAL_are_seen_at_once_with_a_new_revision_count_and_index()
    {
        var file = await WriteSampleAsync();
        await using var store = new GeoPackageStore(file);
        await store.OpenAsync(Cancel);
        var before = Assert.IsType<Layer>(await store.FindLayerAsync("points", Cancel));
        Edit(file, "DELETE FROM points WHERE fid <= 10");
        Edit(file, "INSERT INTO points (geom, name) VALUES (AsGPB(ST_GeomFromText('POINT (110 12)', 4326)), 'new')");
        Edit(file, "UPDATE points SET geom = AsGPB(ST_GeomFromText('POINT (111 12)', 4326)) WHERE fid = 11");
        var after = Assert.IsType<Layer>(await store.FindLayerAsync("points", Cancel));
        Assert.True(after.Revision > before.Revision);
        Assert.Equal(291, after.FeatureCount);
        var found = await store.ReadAsync(after, new FeatureQuery { Boxes = [new Extent(109, 11, 112, 13)] }, Cancel).ToListAsync(Cancel);
        Assert.Equal([11, 301], found.Select(f => f.Id));
    }

    [Fact]
    public async Task A_column_and_a_layer_that_GDAL_adds_are_served_too()
    {
        var file = await WriteSampleAsync();
        Edit(file, "ALTER TABLE points ADD COLUMN ghi_chu TEXT");
        Edit(file, "UPDATE points SET ghi_chu = 'x' WHERE fid = 5");
        var (exit, output) = Requirement.Run("ogr2ogr", "-update", file, file, "points", "-nln", "copy of points", "-lco", "IDENTIFIER=copy");
        Assert.True(exit == 0, output);
        await using var store = new GeoPackageStore(file);
        await store.OpenAsync(Cancel);
        var points = Assert.IsType<Layer>(await store.FindLayerAsync("points", Cancel));
        Assert.Equal(["name", "ghi_chu"], points.Definition.Properties.Select(p => p.Name));
        Assert.Equal(["p5", "x"], (await store.FindFeatureAsync(points, 5, Cancel))?.Values);
        var copy = Assert.IsType<Layer>(await store.FindLayerAsync("copy of points", Cancel));
        Assert.Equal((300, LayerStatus.Synthetic), (copy.FeatureCount, copy.Definition.Provenance.Status));
    }

    [Fact]
    public async Task A_load_that_is_killed_half_way_leaves_the_old_data()
    {
        var (file, dead) = (await WriteSampleAsync(), folder.File("dead.gpkg"));
        await using (var store = new GeoPackageStore(file))
        {
            await store.OpenAsync(Cancel);
            // What lies on the disk in the middle of a load is what a killed process leaves.
            var load = new LayerContent(GeoPackageSamples.Points("points", 1).Definition, CopyHalfWay(file, dead));
            await store.ApplyAsync(new StoreChange { Layers = [load] }, Cancel);
        }
        await using var survivor = new GeoPackageStore(dead);
        await survivor.OpenAsync(Cancel);
        var layer = Assert.IsType<Layer>(await survivor.FindLayerAsync("points", Cancel));
        Assert.Equal((1, 300), (layer.Revision, layer.FeatureCount));
        Assert.Equal(300, await survivor.ReadAsync(layer, FeatureQuery.All, Cancel).CountAsync(Cancel));
        await survivor.ApplyAsync(new StoreChange { Layers = [GeoPackageSamples.Points("points", 7)] }, Cancel);
        Assert.Equal(["ok"], SqliteProbe.Column(dead, "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_file_of_an_older_version_is_served_as_it_is_and_brought_forward_by_the_first_change()
    {
        var file = await WriteSampleAsync();
        // As the first version left it: three tables of our own.
        var later = SqliteProbe.Column(file, "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'soctrang%' AND name NOT IN ('soctrang_layers', 'soctrang_documents', 'soctrang_schema')");
        SqliteProbe.Execute(file, string.Concat(later.Select(t => $"DROP TABLE {t};")) + "UPDATE soctrang_schema SET version = 1");
        await using var store = new GeoPackageStore(file);
        await store.OpenAsync(Cancel);
        var points = Assert.IsType<Layer>(await store.FindLayerAsync("points", Cancel));
        Assert.Empty(await store.Keys.ListAsync(Cancel));
        Assert.Equal(["1"], SqliteProbe.Column(file, "SELECT version FROM soctrang_schema"));

        var (key, _) = KeyText.Make("first", Role.Admin, DateTimeOffset.UnixEpoch);
        await store.Keys.AddAsync(key, Author.Program, Cancel);

        Assert.Equal(["2"], SqliteProbe.Column(file, "SELECT max(version) FROM soctrang_schema"));
        Assert.Equal(later.Order(), SqliteProbe.Column(file, "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'soctrang%'").Except(["soctrang_layers", "soctrang_documents", "soctrang_schema"]).Order());
        Assert.Equal(key.Id, Assert.Single(await store.Keys.ListAsync(Cancel)).Id);
        var same = Assert.IsType<Layer>(await store.FindLayerAsync("points", Cancel));
        Assert.Equal((points.Revision, points.FeatureCount), (same.Revision, same.FeatureCount));
        Assert.DoesNotContain("arning", Requirement.Run("ogrinfo", "-so", "-al", file).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_of_the_audit_log_is_not_changed_or_removed_by_a_statement_and_a_forged_one_is_found()
    {
        var file = await WriteSampleAsync();
        foreach (var statement in new[] { "UPDATE soctrang_audit SET actor = 'nobody'", "DELETE FROM soctrang_audit" })
            Assert.Contains("only added to", Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => SqliteProbe.Execute(file, statement)).Message, StringComparison.Ordinal);
        SqliteProbe.Execute(file, "DROP TRIGGER soctrang_audit_unchanged; UPDATE soctrang_audit SET actor = 'nobody' WHERE number = 1");
        await using var store = new GeoPackageStore(file);
        await store.OpenAsync(Cancel);
        Assert.Equal(1, (await AuditChain.CheckAsync(store.Audit.ReadAsync(Cancel), Cancel)).BrokenAt);
        var (code, text) = Cli.CommandLine.Run("doctor", "--store", $"geopackage:{file}");
        Assert.Equal(1, code);
        Assert.Contains("audit log: record 1 was changed", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_and_left_alone()
    {
        var file = await WriteSampleAsync();
        SqliteProbe.Execute(file, "PRAGMA journal_mode = DELETE; UPDATE soctrang_schema SET version = 99");
        var before = SHA256.HashData(await File.ReadAllBytesAsync(file, Cancel));
        await using var store = new GeoPackageStore(file);
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.OpenAsync(Cancel));
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(file, Cancel)));
    }

    [Fact]
    public async Task A_file_of_the_first_version_is_read_as_it_is_and_gets_what_it_lacks_with_the_first_change()
    {
        var file = await WriteSampleAsync();
        SqliteProbe.Execute(file, "DROP TABLE soctrang_jobs; UPDATE soctrang_schema SET version = 1");
        await using var store = new GeoPackageStore(file);
        await store.OpenAsync(Cancel);
        Assert.Empty(await store.ListJobsAsync(new JobQuery(), Cancel));
        Assert.Null(await store.FindJobAsync("a1", Cancel));
        Assert.Equal(["1"], SqliteProbe.Column(file, "SELECT version FROM soctrang_schema"));
        Assert.True((await store.AddJobAsync(new NewJob("a1", "echo", "", "{}", "hash", null, DateTimeOffset.UnixEpoch), 1, Cancel)).IsNew);
        Assert.Equal(["2"], SqliteProbe.Column(file, "SELECT version FROM soctrang_schema"));
        Assert.Equal(3, (await store.ListLayersAsync(Cancel)).Count);
    }

    [Fact]
    public async Task A_store_for_reading_only_refuses_a_change_and_does_not_make_a_file()
    {
        var file = await WriteSampleAsync();
        await using var store = new GeoPackageStore(file, readOnly: true);
        await store.OpenAsync(Cancel);
        Assert.Equal(3, (await store.ListLayersAsync(Cancel)).Count);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.ApplyAsync(new StoreChange(), Cancel));
        await using var missing = new GeoPackageStore(folder.File("none.gpkg"), readOnly: true);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => missing.OpenAsync(Cancel));
        Assert.False(File.Exists(folder.File("none.gpkg")));
    }

    [Fact]
    public async Task A_path_that_cannot_be_is_refused_by_name()
    {
        await File.WriteAllTextAsync(folder.File("file"), "x", Cancel);
        foreach (var path in (string[])[folder.File("file/store.gpkg"), folder.Path])
        {
            await using var store = new GeoPackageStore(path);
            Assert.Contains(path, (await Assert.ThrowsAsync<StoreUnavailableException>(() => store.OpenAsync(Cancel))).Message, StringComparison.Ordinal);
        }
    }

    private static void Edit(string file, string sql)
    {
        var (exit, output) = Requirement.Run("ogrinfo", file, "-sql", sql);
        Assert.True(exit == 0 && !output.Contains("ERROR", StringComparison.Ordinal), output);
    }

    private static async IAsyncEnumerable<Feature> CopyHalfWay(string file, string to)
    {
        await foreach (var feature in GeoPackageSamples.Points("points", 60_000).Features)
        {
            if (feature.Id == 50_000)
            {
                File.Copy(file, to);
                File.Copy(file + "-wal", to + "-wal");
                Assert.True(new FileInfo(to + "-wal").Length > 100_000); // the load has reached the disk
            }
            yield return feature with { Values = [new string('x', 2000)] };
        }
    }

    private async Task<string> WriteSampleAsync()
    {
        var file = folder.File("sample.gpkg");
        await WriteAsync(file, GeoPackageSamples.All);
        return file;
    }

    private static async Task WriteAsync(string file, params LayerContent[] layers)
    {
        await using var store = new GeoPackageStore(file);
        await store.OpenAsync(Cancel);
        await store.ApplyAsync(new StoreChange { Layers = layers, Documents = [new StoredDocument("a.txt", "text/plain", new byte[] { 1 })] }, Cancel);
    }
}
