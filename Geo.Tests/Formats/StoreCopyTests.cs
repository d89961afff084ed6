using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Stores.GeoPackage;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Formats;

public sealed class StoreCopyTests : IDisposable
{
    private readonly ImportFiles _files = new();

    [Fact]
    public async Task The_real_communes_are_imported_from_their_GeoPackage()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var source = await OpenCopyAsync("communes_soctrang_2025.gpkg");
        await using var target = await OpenAsync("target.gpkg");
        var report = await StoreCopy.IntoAsync(target, source, null, new ImportOptions { LayerId = "communes" }, cancellation);
        Assert.Empty(report.Refused);
        Assert.Equal(43, report.FeaturesRead);
        var layer = await target.FindLayerAsync("communes", cancellation);
        Assert.Equal(43, layer!.FeatureCount);
        Assert.Equal(GeometryKind.MultiPolygon, layer.Definition.GeometryKind);
        Assert.Equal("OGC:CRS84", layer.Definition.System.Code);
        // 81,347 vertices (data README); mending may not touch any: "all polygons pass a validity check".
        var vertices = 0;
        await foreach (var feature in target.ReadAsync(layer, FeatureQuery.All, cancellation))
            vertices += feature.Geometry!.NumPoints;
        Assert.Equal(81_347, vertices);
        Assert.Equal(0, report.MendedCount);
    }

    [Fact]
    public async Task A_store_of_several_layers_must_be_told_which()
    {
        await using var source = await OpenCopyAsync("water_osm2017_geomaps.gpkg");
        await using var target = await OpenAsync("target.gpkg");
        var cancellation = TestContext.Current.CancellationToken;
        var unnamed = await StoreCopy.IntoAsync(target, source, null, new ImportOptions(), cancellation);
        Assert.Contains("name one of its layers; it has lakes, land, rivers, waterbodies", unnamed.Refused[0].ToString(), StringComparison.Ordinal);
        var unknown = await StoreCopy.IntoAsync(target, source, "roads", new ImportOptions(), cancellation);
        Assert.Contains("there is no layer 'roads'", unknown.Refused[0].ToString(), StringComparison.Ordinal);
        var water = await StoreCopy.IntoAsync(target, source, "waterbodies", new ImportOptions(), cancellation);
        Assert.Equal(426, water.FeaturesRead);
    }

    [Fact]
    public async Task A_replaced_layer_keeps_its_title_and_its_columns_of_time()
    {
        await using var target = await OpenAsync("target.gpkg");
        var cancellation = TestContext.Current.CancellationToken;
        const string row = """{"type":"Feature","properties":{"until":"2024-05-01","name":"a"},"geometry":{"type":"Point","coordinates":[106,9.5]}}""";
        var file = _files.Write("moc.geojson", row);
        var first = new ImportOptions { Title = new("Mốc", "Marks"), TimeStart = "until" };
        Assert.Empty((await FileImport.IntoAsync(target, file, first, cancellation)).Refused);
        var before = (await target.FindLayerAsync("moc", cancellation))!.Definition;
        Assert.Equal("until", before.TimeStartProperty);
        Assert.Empty((await FileImport.IntoAsync(target, file, new ImportOptions { Replaced = before }, cancellation)).Refused);
        var after = (await target.FindLayerAsync("moc", cancellation))!.Definition;
        Assert.Equal((before.Title, "until"), (after.Title, after.TimeStartProperty));
    }

    [Fact]
    public async Task A_column_of_time_that_is_none_is_refused_and_the_right_ones_are_named()
    {
        await using var target = await OpenAsync("target.gpkg");
        const string row = """{"type":"Feature","properties":{"until":"2024-05-01","name":"a"},"geometry":{"type":"Point","coordinates":[106,9.5]}}""";
        var report = await FileImport.IntoAsync(target, _files.Write("moc.geojson", row), new ImportOptions { TimeEnd = "name" }, TestContext.Current.CancellationToken);
        Assert.Contains("no date or date-time column 'name'; it has until", Assert.Single(report.Refused).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_leaves_the_store_as_it_was()
    {
        await using var target = await OpenAsync("target.gpkg");
        var cancellation = TestContext.Current.CancellationToken;
        const string good = """{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[106,9.5]}}""";
        var before = await FileImport.IntoAsync(target, _files.Write("moc.geojson", good), new ImportOptions(), cancellation);
        Assert.False(before.IsRefused, string.Join('\n', before.Refused));
        var bad = string.Join('\n', Enumerable.Repeat(good, 5_000)) + "\n" + good.Replace("106", "1e999", StringComparison.Ordinal);
        var report = await FileImport.IntoAsync(target, _files.Write("moc.geojsonl", bad), new ImportOptions(), cancellation);
        Assert.Contains("feature 5001", Assert.Single(report.Refused).ToString(), StringComparison.Ordinal);
        var layer = await target.FindLayerAsync("moc", cancellation);
        Assert.Equal((1L, 1L), (layer!.FeatureCount, layer.Revision));
    }

    [Fact]
    public async Task A_layer_is_copied_as_it_is()
    {
        await using var source = await OpenAsync("source.gpkg");
        await using var target = await OpenAsync("target.gpkg");
        var cancellation = TestContext.Current.CancellationToken;
        await FileImport.IntoAsync(source, Repository.Shared("data", "districts_soctrang_2020.geojson"), new ImportOptions { LayerId = "districts" }, cancellation);
        var layer = await source.FindLayerAsync("districts", cancellation);
        await target.ApplyAsync(new StoreChange { Layers = [StoreCopy.Content(source, layer!, cancellation)] }, cancellation);
        var copy = await target.FindLayerAsync("districts", cancellation);
        Assert.Equal(layer!.Extent, copy!.Extent);
        Assert.Equal(11, copy.FeatureCount);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _files.Dispose();
    }

    private async Task<IFeatureStore> OpenCopyAsync(string name)
    {
        File.Copy(Repository.Shared("data", name), _files[name]);
        File.SetAttributes(_files[name], FileAttributes.Normal);
        return await OpenAsync(name);
    }

    private async Task<IFeatureStore> OpenAsync(string name)
    {
        var store = new GeoPackageStore(_files[name]);
        await store.OpenAsync(TestContext.Current.CancellationToken);
        return store;
    }
}
