using System.Net;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Stores.GeoPackage;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Api;

/// <summary>Following <c>prev</c>: the way back is the way there.</summary>
public sealed class PagingBackTests
{
    private const string Items = "collections/places/items";

    /// <summary>Every kind of column, among them some without a value in some rows, in both directions.</summary>
    private static readonly string[] Orders =
        ["", "&sortby=name", "&sortby=-name", "&sortby=people", "&sortby=-people", "&sortby=height", "&sortby=-height", "&sortby=coastal,-since", "&sortby=-seen", "&sortby=seen,-coastal"];

    [Fact]
    public async Task The_way_back_is_the_way_there() => await BackAsync(SampleLayers.Store());

    [Fact]
    public async Task The_way_back_is_the_way_there_on_a_GeoPackage()
    {
        using var folder = new TemporaryFolder();
        await using var store = new GeoPackageStore(folder.File("back.gpkg"));
        await BackAsync(store, FillAsync);
    }

    [Fact]
    public async Task The_way_back_is_the_way_there_on_PostGIS()
    {
        await using var database = await PostGisDatabase.CreateAsync();
        await using var store = new PostGisStore(database.ConnectionString);
        await BackAsync(store, FillAsync);
    }

    [Fact]
    public async Task Rows_that_come_and_go_make_neither_gap_nor_double_on_the_way_back()
    {
        var store = new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(20));
        await using var server = await RunningServer.StartAsync(store);
        var (first, second) = await TwoPagesAsync(server, "collections/many/items?limit=5");
        var third = await server.GetJsonAsync(Links.Find(second, "next")!);
        // Of the rows before the third page the first and the seventh go, one comes between the second and the third.
        var ids = Ids(first).Concat(Ids(second)).ToList();
        store.With(SampleLayers.Many, SampleLayers.ManyRows(20).Where(f => f.Id != ids[0] && f.Id != ids[6]).Append(new Feature(3, null, ["new", null])));
        var back = await server.GetJsonAsync(Links.Find(third, "prev")!);
        var start = await server.GetJsonAsync(Links.Find(back, "prev")!);
        Assert.Equal([ids[4], ids[5], ids[7], ids[8], ids[9]], Ids(back));
        Assert.Equal([ids[1], 3L, ids[2], ids[3]], Ids(start).Order());
        Assert.Null(Links.Find(start, "prev"));
        Assert.Equal(Ids(back), Ids(await server.GetJsonAsync(Links.Find(start, "next")!)));
    }

    [Fact]
    public async Task When_all_rows_before_are_gone_the_way_back_leads_to_the_first_page()
    {
        var store = new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(20));
        await using var server = await RunningServer.StartAsync(store);
        var (_, second) = await TwoPagesAsync(server, "collections/many/items?limit=5");
        store.With(SampleLayers.Many, SampleLayers.ManyRows(20).Skip(5));
        var back = await server.GetJsonAsync(Links.Find(second, "prev")!);
        Assert.Equal(Ids(second), Ids(back));
        Assert.Null(Links.Find(back, "prev"));
    }

    [Theory]
    [InlineData("&name=x")]
    [InlineData("&sortby=value")]
    [InlineData("&filter=value%3E1")]
    [InlineData("&q=x")]
    [InlineData("&crs=http://www.opengis.net/def/crs/EPSG/0/9209")]
    public async Task The_way_back_of_another_query_is_refused(string other)
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(20)));
        var (_, second) = await TwoPagesAsync(server, "collections/many/items?limit=5");
        var answer = await server.GetAsync(Links.Find(second, "prev")! + other);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("cursor", answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("offset=5&limit=2", "offset=3")]
    [InlineData("offset=2&limit=2", null)]
    [InlineData("offset=1&limit=2", null)]
    public async Task Before_an_offset_lies_a_smaller_one(string query, string? expected)
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store());
        var back = Links.Find(await server.GetJsonAsync($"{Items}?{query}"), "prev")!;
        Assert.Equal(expected is not null, back.Contains("offset=", StringComparison.Ordinal));
        Assert.Contains(expected ?? "limit=2", back, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(back)).Status);
    }

    [Fact]
    public async Task The_way_back_stands_in_headers_and_pages_too()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store());
        var next = Links.Find(await server.GetJsonAsync($"{Items}?limit=2"), "next")!;
        foreach (var answer in new[] { await server.GetAsync(next), await server.SendAsync(HttpMethod.Head, next), await server.GetAsync(next + "&f=html") })
            Assert.Contains("rel=\"prev\"", answer.Header("Link"), StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\">Trang trước</a>", (await server.GetAsync(next + "&f=html")).Text, StringComparison.Ordinal);
    }

    private static async Task BackAsync(IFeatureStore store, Func<IFeatureStore, CancellationToken, Task>? fill = null)
    {
        await using var server = await RunningServer.StartAsync(store, null, fill is null ? null : (_, cancellation) => fill(store, cancellation));
        foreach (var order in Orders)
        {
            var there = new List<JsonElement>();
            for (var next = $"{Items}?limit=2{order}"; next is not null; next = Links.Find(there[^1], "next"))
                there.Add(await server.GetJsonAsync(next));
            Assert.Equal(4, there.Count);
            Assert.Null(Links.Find(there[0], "prev"));
            var page = there[^1];
            foreach (var before in there.SkipLast(1).Reverse())
            {
                page = await server.GetJsonAsync(Links.Find(page, "prev")!);
                Assert.Equal(Ids(before), Ids(page));
            }
            Assert.Null(Links.Find(page, "prev"));
        }
    }

    private static Task FillAsync(IFeatureStore store, CancellationToken cancellation) => store.ApplyAsync(
        new StoreChange { Layers = [new LayerContent(SampleLayers.Places, SampleLayers.Storable(SampleLayers.PlaceRows).ToAsyncEnumerable())] }, cancellation);

    private static async Task<(JsonElement First, JsonElement Second)> TwoPagesAsync(RunningServer server, string path)
    {
        var first = await server.GetJsonAsync(path);
        return (first, await server.GetJsonAsync(Links.Find(first, "next")!));
    }

    private static IEnumerable<long> Ids(JsonElement page) => page.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetInt64());
}
