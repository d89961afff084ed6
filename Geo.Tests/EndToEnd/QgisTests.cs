using System.Text.Json;
using Geo.Tests.Fixtures;

namespace Geo.Tests.EndToEnd;

/// <summary>QGIS itself, without a window, on the bundled layers: by the OGC API and from the GeoPackage.</summary>
[Collection(MapCollection.Name)]
public sealed class QgisTests(MapWorld world)
{
    [Fact]
    public async Task Every_collection_opens_with_all_its_features_and_without_a_complaint()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var server = await world.ServerAsync(cancellation);
        var layers = await SeenAsync(server.ToString().TrimEnd('/'));
        using var client = new HttpClient { BaseAddress = server };
        foreach (var layer in layers)
        {
            using var page = JsonDocument.Parse(await client.GetStringAsync($"collections/{layer.Name}/items?f=json&limit=1", cancellation));
            Assert.Equal(page.RootElement.GetProperty("numberMatched").GetInt32(), layer.Features);
        }
        Assert.Contains(layers, l => l is { Name: "zones-aquaculture", Features: > 50 } && l.Fields.Contains("area_ha"));
    }

    [Fact]
    public async Task Every_layer_of_the_embedded_store_opens_as_a_plain_GeoPackage()
    {
        await world.ServerAsync(TestContext.Current.CancellationToken);
        var layers = await SeenAsync(world.StoreFile);
        Assert.Contains(layers, l => l is { Name: "districts", Features: 11 });
        Assert.Contains(layers, l => l.Name == "zones-5g");
    }

    private static async Task<List<SeenLayer>> SeenAsync(string source)
    {
        var script = Path.Combine(Repository.Root, "Geo.Tests", "EndToEnd", "qgis_layers.py");
        Requirement.Holds(File.Exists("/usr/lib/python3/dist-packages/qgis/core/__init__.py"), "QGIS for Python is not installed; ./test.sh installs it");
        var (exitCode, output) = await Task.Run(() => Requirement.Run("/usr/bin/python3", script, source));
        Assert.True(exitCode == 0, output);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.StartsWith('{')).ToList();
        Assert.Equal("""{"complaints": []}""", lines[^1]);
        var layers = lines.SkipLast(1).Select(l => JsonSerializer.Deserialize<SeenLayer>(l, JsonSerializerOptions.Web)!).ToList();
        Assert.All(layers.Where(l => l.Geometry != "NoGeometry"), l => Assert.True(l is { Valid: true, Crs: "EPSG:4326" or "OGC:CRS84" }, l.ToString()));
        return layers;
    }

    private sealed record SeenLayer(string Name, bool Valid, string Crs, string Geometry, int Features, IReadOnlyList<string> Fields);
}
