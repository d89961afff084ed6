using System.Net;
using System.Text.Json;

namespace Geo.Tests.Api;

/// <summary>OGC API - Features Part 1: collections (service.md 4.1, fc-md and sfc-md).</summary>
public sealed class CollectionTests(SampleService service) : IClassFixture<SampleService>
{
    private RunningServer Server => service.Server;

    [Fact]
    public async Task Every_layer_is_listed_with_its_id_and_links()
    {
        var list = await Server.GetJsonAsync("collections");
        Assert.Equal(["empty", "places", "đất.ven biển/1"], list.GetProperty("collections").EnumerateArray().Select(c => c.GetProperty("id").GetString()));
        Assert.Equal(["self", "alternate"], Links.Of(list).Select(l => l.Rel));
    }

    [Fact]
    public async Task Each_collection_links_to_its_items_in_every_encoding()
    {
        foreach (var collection in (await Server.GetJsonAsync("collections")).GetProperty("collections").EnumerateArray())
            Assert.Equal(["application/geo+json", "text/html", "application/fg+json", "application/geo+json-seq", "text/csv", "application/geopackage+sqlite3", "application/flatgeobuf", "application/vnd.apache.parquet"], Links.Of(collection).Where(l => l.Rel == "items").Select(l => l.Type));
    }

    [Fact]
    public async Task A_collection_alone_says_the_same_as_in_the_list()
    {
        foreach (var listed in (await Server.GetJsonAsync("collections")).GetProperty("collections").EnumerateArray())
        {
            var alone = await Server.GetJsonAsync(Links.Find(listed, "self")!);
            foreach (var member in listed.EnumerateObject().Where(m => m.Name != "links"))
                Assert.Equal(member.Value.ToString(), alone.GetProperty(member.Name).ToString());
        }
    }

    [Fact]
    public async Task The_extent_covers_every_geometry_and_every_time_as_they_are_written()
    {
        var extent = (await Server.GetJsonAsync("collections/places")).GetProperty("extent");
        var box = extent.GetProperty("spatial").GetProperty("bbox")[0].EnumerateArray().Select(n => n.GetDouble()).ToArray();
        Assert.Equal([105.9739, -17, 178.5, 9.7], box);
        Assert.Equal("http://www.opengis.net/def/crs/OGC/1.3/CRS84", extent.GetProperty("spatial").GetProperty("crs").GetString());
        var times = extent.GetProperty("temporal").GetProperty("interval")[0].EnumerateArray().Select(t => t.GetString());
        Assert.Equal(["2007-02-08T00:00:00Z", "2020-01-03T23:59:59.999Z"], times);
    }

    [Fact]
    public async Task An_extent_is_rounded_outwards_never_inwards()
    {
        var layer = SampleLayers.Places with { Id = "round" };
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(layer, SampleLayers.PlaceRows.Where(r => r.Id == 7)));
        var box = (await server.GetJsonAsync("collections/round")).GetProperty("extent").GetProperty("spatial").GetProperty("bbox")[0];
        Assert.Equal([106.1234567, 9, 106.1234568, 9.0000001], box.EnumerateArray().Select(n => n.GetDouble()));
    }

    [Fact]
    public async Task An_empty_layer_has_no_extent_and_still_its_schema_and_an_empty_page()
    {
        var collection = await Server.GetJsonAsync("collections/empty");
        Assert.False(collection.TryGetProperty("extent", out _));
        Assert.Equal(0, (await Server.GetJsonAsync("collections/empty/items")).GetProperty("features").GetArrayLength());
        Assert.Equal("geometry-linestring", (await Server.GetJsonAsync("collections/empty/schema")).GetProperty("properties").GetProperty("geometry").GetProperty("format").GetString());
    }

    [Fact]
    public async Task A_layer_with_a_validity_period_that_is_still_running_has_an_open_end()
    {
        var layer = SampleLayers.Places with { TimeEndProperty = "seen" };
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(layer, SampleLayers.PlaceRows));
        var interval = (await server.GetJsonAsync("collections/places")).GetProperty("extent").GetProperty("temporal").GetProperty("interval")[0];
        Assert.Equal(["2007-02-08T00:00:00Z", null], interval.EnumerateArray().Select(t => t.GetString()));
    }

    [Theory]
    [InlineData("collections/no-such")]
    [InlineData("collections/PLACES")]
    [InlineData("collections/no-such/items")]
    [InlineData("collections/no-such/items/1")]
    [InlineData("collections/no-such/schema")]
    [InlineData("collections/no-such/queryables")]
    [InlineData("collections/no-such/sortables")]
    public async Task An_unknown_collection_is_404_and_the_known_ones_are_named(string path)
    {
        var answer = await Server.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("places", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_with_dot_blank_slash_and_Vietnamese_letters_works_on_every_path()
    {
        var collection = await Server.GetJsonAsync("collections/%C4%91%E1%BA%A5t.ven%20bi%E1%BB%83n%2F1");
        Assert.Equal("đất.ven biển/1", collection.GetProperty("id").GetString());
        foreach (var link in Links.Of(collection))
            Assert.Equal(HttpStatusCode.OK, (await Server.GetAsync(link.Href)).Status);
        var page = await Server.GetJsonAsync(Links.Of(collection).First(l => l.Rel == "items").Href + "?limit=1");
        Assert.Equal(2, (await Server.GetJsonAsync(Links.Find(page, "next")!)).GetProperty("features")[0].GetProperty("id").GetInt64());
    }
}
