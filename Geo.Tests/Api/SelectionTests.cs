using System.Net;
using System.Text.Json;

namespace Geo.Tests.Api;

/// <summary>What of the features comes, and how many of them: property selection (drafts of Parts 6 and 7), offset, hits.</summary>
public sealed class SelectionTests(SampleService service) : IClassFixture<SampleService>
{
    private const string Items = "collections/places/items";

    private RunningServer Server => service.Server;

    [Theory]
    [InlineData("properties=name,height", new[] { "name", "height" }, false)]
    [InlineData("properties=height,name,geometry", new[] { "name", "height" }, true)]
    [InlineData("properties=geometry", new string[0], true)]
    [InlineData("properties=id", new string[0], false)]
    [InlineData("exclude-properties=name,since,seen", new[] { "people", "height", "coastal" }, true)]
    [InlineData("exclude-properties=geometry,people", new[] { "name", "height", "coastal", "since", "seen" }, false)]
    [InlineData("skip-geometry=true", new[] { "name", "people", "height", "coastal", "since", "seen" }, false)]
    [InlineData("skip-geometry=true&properties=name,geometry", new[] { "name" }, false)]
    [InlineData("skip-geometry=false", new[] { "name", "people", "height", "coastal", "since", "seen" }, true)]
    public async Task Only_what_was_asked_for_comes_and_the_id(string query, string[] properties, bool hasGeometry)
    {
        var listed = (await Server.GetJsonAsync($"{Items}?limit=1&{query}")).GetProperty("features")[0];
        var alone = await Server.GetJsonAsync($"{Items}/1?{query}");
        foreach (var feature in new[] { listed, alone })
        {
            Assert.Equal(1, feature.GetProperty("id").GetInt64());
            Assert.Equal(properties, feature.GetProperty("properties").EnumerateObject().Select(p => p.Name));
            Assert.Equal(hasGeometry ? JsonValueKind.Object : JsonValueKind.Null, feature.GetProperty("geometry").ValueKind);
        }
        if (properties.Contains("height"))
            Assert.Equal(2.5, alone.GetProperty("properties").GetProperty("height").GetDouble());
    }

    [Fact]
    public async Task A_condition_holds_on_a_property_that_is_not_selected() =>
        Assert.Equal([2L], Ids(await Server.GetJsonAsync($"{Items}?properties=name&people=163918&bbox=105,9,107,10")));

    [Theory]
    [InlineData("properties", "name,nonsense")]
    [InlineData("properties", "")]
    [InlineData("properties", "Name")]
    [InlineData("exclude-properties", "nonsense")]
    [InlineData("skip-geometry", "yes")]
    [InlineData("zoom-level", "-1")]
    [InlineData("zoom-level", "25")]
    [InlineData("zoom-level", "x")]
    [InlineData("offset", "-1", "items")]
    [InlineData("offset", "x", "items")]
    [InlineData("resultType", "count", "items")]
    public async Task A_fault_is_400_and_names_the_parameter(string name, string value, string only = "")
    {
        foreach (var path in only == "items" ? new[] { Items } : [Items, Items + "/1"])
        {
            var answer = await Server.GetAsync($"{path}?{name}={value}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal(name, answer.Json.GetProperty("parameters").EnumerateArray().Single().GetProperty("name").GetString());
        }
    }

    [Theory]
    // Half a pixel at the equator is 78271.5 m at level 0 and 152.9 m at level 9; the middle of the line lies 111.3 m off, that of the other 1113 m.
    [InlineData("9", 2, 3)]
    [InlineData("10", 3, 3)]
    [InlineData("6", 2, 2)]
    [InlineData("24", 3, 3)]
    public async Task A_zoom_level_leaves_out_vertices_that_a_map_does_not_show(string zoom, int first, int second)
    {
        var layer = SampleLayers.Many with { GeometryKind = Geo.Engine.Features.GeometryKind.LineString, Properties = [] };
        var shapes = new[] { "LINESTRING (105 0, 105.5 0.001, 106 0)", "LINESTRING (105 0, 105.5 0.01, 106 0)" };
        var rows = shapes.Select((s, i) => new Geo.Engine.Features.Feature(i + 1, new NetTopologySuite.IO.WKTReader().Read(s), []));
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(layer, rows));
        var page = await server.GetJsonAsync($"collections/many/items?zoom-level={zoom}");
        Assert.Equal([first, second], page.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("geometry").GetProperty("coordinates").GetArrayLength()));
        var alone = await server.GetJsonAsync($"collections/many/items/1?zoom-level={zoom}");
        Assert.Equal(first, alone.GetProperty("geometry").GetProperty("coordinates").GetArrayLength());
    }

    [Fact]
    public async Task Properties_and_their_exclusion_do_not_go_together()
    {
        var answer = await Server.GetAsync($"{Items}?properties=name&exclude-properties=people");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("exclude-properties", answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_page_for_people_shows_the_selected_columns_only()
    {
        var page = (await Server.GetAsync($"{Items}?properties=people&f=html&lang=en")).Text;
        var heads = page[page.IndexOf("<thead>", StringComparison.Ordinal)..page.IndexOf("</thead>", StringComparison.Ordinal)];
        Assert.Contains("Population", heads, StringComparison.Ordinal);
        Assert.DoesNotContain("Since", heads, StringComparison.Ordinal);
        Assert.Contains("matching in all: 7", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("offset=0&limit=2", new[] { 1L, 2 }, 7)]
    [InlineData("offset=2&limit=2", new[] { 3L, 4 }, 7)]
    [InlineData("offset=6&limit=2", new[] { 7L }, 7)]
    [InlineData("offset=7", new long[0], 7)]
    [InlineData("offset=99999999999999999999", new long[0], 7)]
    [InlineData("offset=1&coastal=true", new[] { 3L, 5, 6 }, 4)]
    [InlineData("offset=9&coastal=true", new long[0], 4)]
    public async Task An_offset_passes_features_over_and_the_count_is_of_all(string query, long[] ids, int matched)
    {
        var page = await Server.GetJsonAsync($"{Items}?{query}");
        Assert.Equal(ids, Ids(page));
        Assert.Equal(matched, page.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task The_page_after_an_offset_goes_on_by_cursor_and_the_two_are_not_taken_together()
    {
        var next = Links.Find(await Server.GetJsonAsync($"{Items}?offset=1&limit=2"), "next")!;
        Assert.DoesNotContain("offset", next, StringComparison.Ordinal);
        Assert.Equal([4L, 5], Ids(await Server.GetJsonAsync(next)));
        var answer = await Server.GetAsync(next + "&offset=1");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("offset", answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("", 7)]
    [InlineData("&coastal=true", 4)]
    [InlineData("&bbox=0,0,1,1", 1)]
    public async Task Hits_are_a_count_without_features(string query, int matched)
    {
        var answer = await Server.GetAsync($"{Items}?resultType=hits{query}");
        Assert.Empty(Ids(answer.Json));
        Assert.Equal(matched, answer.Json.GetProperty("numberMatched").GetInt32());
        Assert.Equal(0, answer.Json.GetProperty("numberReturned").GetInt32());
        Assert.Equal(matched.ToString(System.Globalization.CultureInfo.InvariantCulture), answer.Header("OGC-NumberMatched"));
        Assert.Null(Links.Find(answer.Json, "next"));
    }

    [Fact]
    public async Task Hits_are_counted_on_a_large_layer_too()
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(50_001)));
        Assert.Equal(50_001, (await server.GetJsonAsync("collections/many/items?resultType=hits&bbox=105,9,107,10")).GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task The_counts_stand_in_headers_where_they_are_known_before_the_body()
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(9_000)));
        Assert.Equal(("9000", "5"), Counts(await server.GetAsync("collections/many/items?limit=5")));
        Assert.Equal(("9000", ""), Counts(await server.GetAsync("collections/many/items?limit=9000")));
        Assert.Equal(("1", "1"), Counts(await server.GetAsync("collections/many/items?value=0.25")));
        Assert.Equal(("9000", ""), Counts(await server.SendAsync(HttpMethod.Head, "collections/many/items?limit=5")));
        Assert.Equal(("", ""), Counts(await server.SendAsync(HttpMethod.Head, "collections/many/items?value=0.25")));
        Assert.Equal(("9000", "5"), Counts(await server.GetAsync("collections/many/items?limit=5&f=html")));
    }

    private static (string, string) Counts(RunningServer.Answer answer) => (answer.Header("OGC-NumberMatched"), answer.Header("OGC-NumberReturned"));

    private static IEnumerable<long> Ids(JsonElement page) => page.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetInt64());
}
