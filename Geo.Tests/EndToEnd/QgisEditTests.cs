using Geo.Engine.Features;
using Geo.Engine.Stores.GeoPackage;
using Geo.Tests.Api;
using Geo.Tests.Fixtures;

namespace Geo.Tests.EndToEnd;

/// <summary>QGIS itself edits the file that a running server serves; the service follows, and edits of its own go on from there.</summary>
public sealed class QgisEditTests
{
    [Fact]
    public async Task What_QGIS_saves_into_the_file_is_served_at_once_and_can_be_edited_on()
    {
        Requirement.Holds(File.Exists("/usr/lib/python3/dist-packages/qgis/core/__init__.py"), "QGIS for Python is not installed; ./test.sh installs it");
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var store = new GeoPackageStore(folder.File("edited.gpkg"));
        await using var server = await RunningServer.StartAsync(store, null, (_, token) => store.ApplyAsync(
            new StoreChange { Layers = [new LayerContent(SampleLayers.Places, SampleLayers.Storable(SampleLayers.PlaceRows).ToAsyncEnumerable())] }, token));
        var before = await server.GetAsync("collections/places/items");

        var script = Path.Combine(Repository.Root, "Geo.Tests", "EndToEnd", "qgis_edit.py");
        var (exitCode, output) = await Task.Run(() => Requirement.Run("/usr/bin/python3", script, folder.File("edited.gpkg"), "places"), cancellation);
        Assert.True(exitCode == 0, output);
        Assert.Contains("""{"saved": true, "errors": [], "complaints": []}""", output, StringComparison.Ordinal);

        var after = await server.GetAsync("collections/places/items");
        Assert.NotEqual(before.Header("ETag"), after.Header("ETag"));
        Assert.Equal(7, after.Json.GetProperty("numberMatched").GetInt32());
        Assert.Equal([1, 2, 3, 4, 5, 6, 8], after.Json.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetInt32()));
        Assert.Equal("[105.5,9.25]", (await server.GetJsonAsync("collections/places/items/1")).GetProperty("geometry").GetProperty("coordinates").GetRawText());
        Assert.Equal("tên mới", (await server.GetJsonAsync("collections/places/items/2")).GetProperty("properties").GetProperty("name").GetString());
        Assert.Equal(1, (await server.GetJsonAsync("collections/places/items?bbox=106.9,7.9,107.1,8.1&name=b%E1%BA%BFn%20m%E1%BB%9Bi")).GetProperty("numberReturned").GetInt32());

        var layer = Assert.IsType<Layer>(await store.FindLayerAsync("places", cancellation));
        var edited = Assert.IsType<EditOutcome.Applied>(await store.EditAsync(new LayerEdits(layer, [new FeatureEdit.Create(null, [.. layer.Definition.Properties.Select(_ => (object?)null)]), new FeatureEdit.Delete(8)], "tester"), cancellation));
        Assert.Equal((9, layer.Revision + 1), (edited.Features[0].Id, edited.Revision));
    }
}
