using Geo.Engine.Features;
using Geo.Engine.Stores.GeoPackage;
using Geo.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Stores;

/// <summary>Edits in the file itself: what GDAL finds afterwards, how they go with edits by other programs, and where there are none.</summary>
public sealed class GeoPackageEditTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Path => folder.File("edited.gpkg");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Our_edits_count_once_and_those_of_GDAL_go_on_counting()
    {
        await using var store = await OpenSampleAsync();
        var layer = await FindAsync(store);
        await EditAsync(store, layer, new FeatureEdit.Create(new Point(120, 20), ["ours"]), new FeatureEdit.Delete(1), new FeatureEdit.Replace(new Feature(2, new Point(121, 21), ["ours"])));
        Assert.Equal((layer.Revision + 1, 300L), ((await FindAsync(store)).Revision, (await FindAsync(store)).FeatureCount));
        Edit("INSERT INTO points (geom, name) VALUES (AsGPB(ST_GeomFromText('POINT (122 22)', 4326)), 'theirs')");
        Edit("DELETE FROM points WHERE fid = 3");
        var after = await FindAsync(store);
        Assert.Equal((layer.Revision + 3, 300L), (after.Revision, after.FeatureCount));
        var found = await store.ReadAsync(after, FeatureQuery.All with { Boxes = [new(119, 19, 123, 23)] }, Cancel).ToListAsync(Cancel);
        Assert.Equal([(2L, "ours"), (301L, "ours"), (302L, "theirs")], found.Select(f => (f.Id, (string)f.Values[0]!))); // all were given a name
    }

    [Fact]
    public async Task An_id_that_GDAL_has_removed_is_not_given_again()
    {
        await using var store = await OpenSampleAsync();
        Edit("DELETE FROM points WHERE fid > 290");
        Assert.Equal(301, (await EditAsync(store, await FindAsync(store), new FeatureEdit.Create(null, ["new"]))).Features[0].Id);
    }

    [Fact]
    public async Task After_edits_the_file_is_as_sound_as_before()
    {
        await using var store = await OpenSampleAsync();
        var layer = await FindAsync(store);
        for (var i = 1; i <= 60; i++)
            await EditAsync(store, layer, new FeatureEdit.Create(new Point(100 + i, i), [$"new {i}"]), new FeatureEdit.Replace(new Feature(i, i % 7 == 0 ? null : new Point(90, i), ["moved"])), new FeatureEdit.Delete(100 + i));
        Assert.Equal(["ok"], SqliteProbe.Column(Path, "PRAGMA integrity_check"));
        Assert.Equal(["ok"], SqliteProbe.Column(Path, "SELECT rtreecheck('rtree_points_geom')"));
        var (exit, output) = Requirement.Run("ogrinfo", "-so", "-al", Path);
        Assert.Equal(0, exit);
        Assert.DoesNotContain("arning", output, StringComparison.Ordinal);
        Assert.Contains("Feature Count: 300", output, StringComparison.Ordinal);
        Assert.Contains("Extent: (90.000000, 1.000000) - (160.000000, 60.000000)", output, StringComparison.Ordinal);
        Assert.DoesNotContain("soctrang_history", output, StringComparison.Ordinal);
        Requirement.Holds(File.Exists("/usr/bin/python3"), "Debian's python3 with GDAL is not installed; ./test.sh installs it");
        (exit, output) = Requirement.Run("/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", Path);
        Assert.True(exit == 0, output);
    }

    [Theory]
    [InlineData("UPDATE soctrang_history SET editor = 'nobody'")]
    [InlineData("DELETE FROM soctrang_history")]
    public async Task The_history_is_only_added_to(string sql)
    {
        await using var store = await OpenSampleAsync();
        await EditAsync(store, await FindAsync(store), new FeatureEdit.Delete(1));
        var fault = Assert.Throws<SqliteException>(() => SqliteProbe.Execute(Path, sql));
        Assert.Contains("only added to", fault.Message, StringComparison.Ordinal);
        Assert.Equal("tester", Assert.Single(await store.ReadHistoryAsync(new HistoryQuery("points", null, null, 10), Cancel)).Editor);
    }

    [Fact]
    public async Task A_layer_that_another_program_wrote_is_not_edited_and_the_reason_is_told()
    {
        File.WriteAllText(folder.File("in.geojson"), """{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[105,9]},"properties":{"a":1}}]}""");
        var (exit, output) = Requirement.Run("ogr2ogr", "-f", "GPKG", Path, folder.File("in.geojson"), "-nln", "theirs");
        Assert.True(exit == 0, output);
        await using var store = new GeoPackageStore(Path);
        await store.OpenAsync(Cancel);
        var layer = Assert.Single(await store.ListLayersAsync(Cancel));
        Assert.Equal("Another program wrote this layer into the file; import it to edit it here.", layer.ReadOnlyReason?.En);
        Assert.Equal(new EditOutcome.Refused(layer.ReadOnlyReason!), await store.EditAsync(new LayerEdits(layer, [new FeatureEdit.Delete(1)], "tester"), Cancel));
        Assert.Equal(["0"], SqliteProbe.Column(Path, "SELECT count(*) FROM sqlite_master WHERE name LIKE 'soctrang%'"));
    }

    [Fact]
    public async Task A_file_opened_for_reading_only_is_not_edited_and_the_reason_is_told()
    {
        await (await OpenSampleAsync()).DisposeAsync();
        await using var store = new GeoPackageStore(Path, readOnly: true);
        await store.OpenAsync(Cancel);
        var layer = await FindAsync(store);
        Assert.Equal("The store is open for reading only.", layer.ReadOnlyReason?.En);
        Assert.IsType<EditOutcome.Refused>(await store.EditAsync(new LayerEdits(layer, [new FeatureEdit.Delete(1)], "tester"), Cancel));
    }

    private async Task<GeoPackageStore> OpenSampleAsync()
    {
        var store = new GeoPackageStore(Path);
        await store.OpenAsync(Cancel);
        await store.ApplyAsync(new StoreChange { Layers = [GeoPackageSamples.Points("points", 300)] }, Cancel);
        return store;
    }

    private static async Task<Layer> FindAsync(GeoPackageStore store) => Assert.IsType<Layer>(await store.FindLayerAsync("points", Cancel));

    private static async Task<EditOutcome.Applied> EditAsync(GeoPackageStore store, Layer layer, params FeatureEdit[] edits) =>
        Assert.IsType<EditOutcome.Applied>(await store.EditAsync(new LayerEdits(layer, edits, "tester"), Cancel));

    private void Edit(string sql)
    {
        var (exit, output) = Requirement.Run("ogrinfo", Path, "-sql", sql);
        Assert.True(exit == 0 && !output.Contains("ERROR", StringComparison.Ordinal), output);
    }
}
