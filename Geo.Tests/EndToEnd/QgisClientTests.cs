using System.Globalization;
using System.Text.Json;
using Geo.Tests.Fixtures;

namespace Geo.Tests.EndToEnd;

/// <summary>
/// QGIS without a window on the built server and either store. QGIS 3.22 knows neither Part 2, CQL2 nor editing (service.md 3.1); what later ones
/// ask is replayed in <see cref="Geo.Tests.Api.QgisReplayTests"/>.
/// </summary>
[Collection(ClientCollection.Name)]
public sealed class QgisClientTests(ClientWorld world)
{
    public static TheoryData<string> Stores => ClientWorld.Stores;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_planner_opens_pages_filters_and_draws_the_layers_without_a_complaint(string store)
    {
        var server = await world.ServerAsync(store, Cancellation);
        var seen = await SeenAsync(server);
        AssertPlaces(seen.GetProperty("places"));
        Assert.Equal(ClientWorld.Many.Select(f => (string?)f.Values[0]), Texts(seen.GetProperty("many")));
        Assert.Equal(["#ff0000", "#ffffff"], Texts(seen.GetProperty("vectorTiles").GetProperty("pixels")));
        await AssertRasterAsync(server, seen.GetProperty("rasterTiles"));
        Assert.Equal(ClientWorld.Places.Count, seen.GetProperty("byAddress").GetProperty("features").GetInt32());
        Assert.Equal("[]", seen.GetProperty("complaints").GetRawText());
    }

    private static void AssertPlaces(JsonElement places)
    {
        Assert.Equal(
            """{"name":"QString","people":"qlonglong","height":"double","coastal":"bool","since":"QDate","seen":"QDateTime"}""",
            places.GetProperty("fields").GetRawText().Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(("Point", 7), (places.GetProperty("geometry").GetString(), places.GetProperty("told").GetInt32()));
        Assert.Equal("""["S\u00f3c Tr\u0103ng", 137305, 2.5, false, "2007-02-08", "2024-05-01T03:04:05"]""", places.GetProperty("first").GetRawText());
        Assert.Equal(["Sóc Trăng"], Texts(places.GetProperty("inBox")));
        Assert.Equal(["Vĩnh Châu"], Texts(places.GetProperty("byExpression")));
        Assert.Equal(["Sóc Trăng", "Trần Đề"], Texts(places.GetProperty("subset")));
        Assert.Equal(2, places.GetProperty("subsetCount").GetInt32());
        Assert.Equal(1, places.GetProperty("withoutGeometry").GetInt32());
    }

    /// <summary>On land a colour of the legend, at sea the paper.</summary>
    private static async Task AssertRasterAsync(Uri server, JsonElement tiles)
    {
        using var client = new HttpClient { BaseAddress = server };
        using var grid = JsonDocument.Parse(await client.GetByteArrayAsync(new Uri("grids/population?f=json", UriKind.Relative), Cancellation));
        var legend = grid.RootElement.GetProperty("legend").EnumerateArray().Select(e => e.GetProperty("colour").GetString());
        var colours = Texts(tiles.GetProperty("pixels")).ToList();
        Assert.Contains(colours[0], legend);
        Assert.Equal("#ffffff", colours[1]);
    }

    private static async Task<JsonElement> SeenAsync(Uri server)
    {
        Requirement.Holds(File.Exists("/usr/lib/python3/dist-packages/qgis/core/__init__.py"), "QGIS for Python is not installed; ./test.sh installs it");
        var script = Path.Combine(Repository.Root, "Geo.Tests", "EndToEnd", "qgis_client.py");
        var places = new[] { ClientWorld.Inside.Longitude, ClientWorld.Inside.Latitude, ClientWorld.AtSea.Longitude, ClientWorld.AtSea.Latitude };
        string[] arguments = [script, server.ToString().TrimEnd('/'), .. places.Select(n => n.ToString(CultureInfo.InvariantCulture))];
        var (exitCode, output) = await Task.Run(() => Requirement.Run("/usr/bin/python3", arguments));
        Assert.True(exitCode == 0, output);
        using var document = JsonDocument.Parse(output.Split('\n').Single(l => l.StartsWith('{')));
        return document.RootElement.Clone();
    }

    private static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(t => t.GetString());
}
