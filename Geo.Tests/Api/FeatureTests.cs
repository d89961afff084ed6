using System.Net;

namespace Geo.Tests.Api;

/// <summary>OGC API - Features Part 1: one feature, and how geometries and values are written.</summary>
public sealed class FeatureTests(SampleService service) : IClassFixture<SampleService>
{
    private const string Hard = "collections/%C4%91%E1%BA%A5t.ven%20bi%E1%BB%83n%2F1/items";

    private RunningServer Server => service.Server;

    [Fact]
    public async Task Every_listed_feature_is_found_by_its_id_with_the_same_content()
    {
        var page = await Server.GetJsonAsync("collections/places/items");
        foreach (var listed in page.GetProperty("features").EnumerateArray())
        {
            var alone = await Server.GetJsonAsync($"collections/places/items/{listed.GetProperty("id")}");
            foreach (var member in listed.EnumerateObject())
                Assert.Equal(member.Value.GetRawText(), alone.GetProperty(member.Name).GetRawText());
            Assert.Equal(["self", "alternate", "collection"], Links.Of(alone).Select(l => l.Rel));
        }
    }

    [Theory]
    [InlineData("99")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("no-such")]
    [InlineData("99999999999999999999")]
    [InlineData("1%27%20OR%201=1")]
    public async Task An_unknown_feature_is_404(string id) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Server.GetAsync($"collections/places/items/{id}")).Status);

    [Theory]
    [InlineData(1, """{"type":"Polygon","coordinates":[[[106,9],[107,9],[107,10],[106,10],[106,9]],[[106.2,9.2],[106.2,9.4],[106.4,9.4],[106.4,9.2],[106.2,9.2]]]}""")]
    [InlineData(2, """{"type":"MultiPolygon","coordinates":[[[[105,9],[105.5,9],[105.5,9.5],[105,9]]],[[[105,8],[105.5,8],[105.5,8.5],[105,8]]]]}""")]
    [InlineData(3, """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[106,9,3]},{"type":"LineString","coordinates":[[106,9],[106.5,9.5]]}]}""")]
    [InlineData(9, """{"type":"Polygon","coordinates":[]}""")]
    public async Task Geometries_are_written_as_RFC_7946_says(int id, string geometry) =>
        Assert.Equal(geometry, (await Server.GetJsonAsync($"{Hard}/{id}")).GetProperty("geometry").GetRawText());

    [Fact]
    public async Task Coordinates_have_seven_decimals_at_most_and_no_exponent() =>
        Assert.Equal("[106.1234568,9]", (await Server.GetJsonAsync("collections/places/items/7")).GetProperty("geometry").GetProperty("coordinates").GetRawText());

    [Fact]
    public async Task What_JSON_cannot_hold_is_null_and_dates_are_RFC_3339()
    {
        var first = (await Server.GetJsonAsync("collections/places/items/1")).GetProperty("properties");
        Assert.Equal("2007-02-08", first.GetProperty("since").GetString());
        Assert.Equal("2024-05-01T03:04:05Z", first.GetProperty("seen").GetString());
        var third = (await Server.GetJsonAsync("collections/places/items/3")).GetProperty("properties");
        Assert.Equal("null", third.GetProperty("height").GetRawText());
        Assert.Equal("null", third.GetProperty("people").GetRawText());
    }

    [Fact]
    public async Task Coordinates_of_a_layer_kept_in_VN_2000_come_as_longitude_and_latitude()
    {
        // source: EPSG:6960 by GDAL 3.6.2 / PROJ: EPSG:9209 E 551819.67 N 1061930.47 is 105.9739, 9.6025
        var layer = SampleLayers.Places with { System = Geo.Engine.Geodesy.CoordinateSystems.Vn2000Tm3Zone10530 };
        var row = SampleLayers.PlaceRows[0] with { Geometry = new NetTopologySuite.Geometries.Point(551819.67, 1061930.47) };
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(layer, row));
        var position = (await server.GetJsonAsync("collections/places/items/1")).GetProperty("geometry").GetProperty("coordinates");
        Assert.Equal(105.9739, position[0].GetDouble(), 6);
        Assert.Equal(9.6025, position[1].GetDouble(), 6);
    }
}
