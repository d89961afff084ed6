using System.Net;
using Geo.Api;
using Geo.Engine.Features;
using Geo.Engine.Stores.GeoPackage;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Api;

/// <summary>The service over a GeoPackage and over PostGIS says the same as over the oracle in memory, to hostile questions too (robustness.md V3, V7).</summary>
public sealed class RealStoreTests
{
    private static readonly GeoOptions Published = new() { PublicUrl = new Uri("https://geo.example.org") };

    public static TheoryData<string> Questions =>
    [
        "collections/places", "collections/places/items", "collections/places/items?limit=3", "collections/places/items?bbox=105.9,9.5,106.1,9.65",
        "collections/places/items?bbox=177,-20,-177,-10", "collections/places/items?bbox=-180,-90,180,90", "collections/places/items?datetime=2020-01-02",
        "collections/places/items?datetime=../2009-12-31", "collections/places/items?datetime=2020-01-02/..", "collections/places/items?datetime=0000-01-01T00:00:00Z/9999-12-31T00:00:00Z",
        "collections/places/items?coastal=true&limit=2", "collections/places/items?people=0", "collections/places/items?height=1.25", "collections/places/items?seen=2024-05-01T03:04:05Z",
        "collections/places/items?since=2020-01-02", "collections/places/items?name=S%C3%B3c%20Tr%C4%83ng", "collections/places/items/1", "collections/places/items/4", "collections/places/items/99",
        "collections/%C4%91%E1%BA%A5t.ven%20bi%E1%BB%83n%2F1/items", "collections/empty/items", "collections/no-such",
        "collections/places/download?f=csv", "collections/places/download?f=geojsonseq&sortby=-name", "collections/places/items?f=jsonfg&limit=3&crs=http://www.opengis.net/def/crs/EPSG/0/9209",
        "collections/places/download?f=fgb", "collections/places/download?f=parquet", "collections/places/items?q=tran+de,soc&zoom-level=3",
    ];

    /// <summary>Texts that break out of careless SQL (V3).</summary>
    private static string[] Hostile =>
    [
        "'", "''", "\\'", "%", "_", "$$", "--", ";", "’", "' OR '1'='1", "'; DROP TABLE places; --", "\") OR (\"a\"=\"a", "1 UNION SELECT 1", "{{7*7}}", "$(id)", "T(java.lang.Runtime)", "exec('x')",
        "System.Diagnostics.Process.Start", "\u0301", new string('x', 5_000),
    ];

    [Fact]
    public async Task A_GeoPackage_gives_the_same_answers_as_the_oracle()
    {
        using var folder = new TemporaryFolder();
        await using var store = new GeoPackageStore(folder.File("api.gpkg"));
        await AgreeAsync(store);
    }

    [Fact]
    public async Task PostGIS_gives_the_same_answers_as_the_oracle()
    {
        await using var database = await PostGisDatabase.CreateAsync();
        await using var store = new PostGisStore(database.ConnectionString);
        await AgreeAsync(store);
    }

    [Fact]
    public async Task A_GeoPackage_is_not_moved_by_hostile_values()
    {
        using var folder = new TemporaryFolder();
        await using var store = new GeoPackageStore(folder.File("api.gpkg"));
        await WithstandAsync(store);
    }

    [Fact]
    public async Task PostGIS_is_not_moved_by_hostile_values()
    {
        await using var database = await PostGisDatabase.CreateAsync();
        await using var store = new PostGisStore(database.ConnectionString);
        await WithstandAsync(store);
    }

    [Fact]
    public async Task Tags_of_a_GeoPackage_survive_a_restart_and_change_with_the_layer()
    {
        using var folder = new TemporaryFolder();
        var tags = new List<string>();
        for (var life = 0; life < 3; life++)
        {
            await using var store = new GeoPackageStore(folder.File("api.gpkg"));
            await using var server = await RunningServer.StartAsync(store, Published, life == 1 ? null : (_, cancellation) => FillAsync(store, cancellation));
            tags.Add((await server.GetAsync("collections/places/items")).Header("ETag"));
        }
        Assert.Equal(tags[0], tags[1]);
        Assert.NotEqual(tags[0], tags[2]);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_of_a_GeoPackage_come_page_by_page_each_once()
    {
        using var folder = new TemporaryFolder();
        await using var store = new GeoPackageStore(folder.File("many.gpkg"));
        await using var server = await RunningServer.StartAsync(store, null, (_, cancellation) => store.ApplyAsync(
            new StoreChange { Layers = [new LayerContent(SampleLayers.Many, SampleLayers.ManyRows(100_000).ToAsyncEnumerable())] }, cancellation));
        var (seen, last) = (0L, 0L);
        for (var next = "collections/many/items?limit=10000"; next is not null;)
        {
            var page = await server.GetJsonAsync(next);
            foreach (var feature in page.GetProperty("features").EnumerateArray())
            {
                Assert.True(feature.GetProperty("id").GetInt64() > last);
                (seen, last) = (seen + 1, feature.GetProperty("id").GetInt64());
            }
            next = Links.Find(page, "next");
        }
        Assert.Equal(100_000, seen);
    }

    private static async Task AgreeAsync(IFeatureStore store)
    {
        await using var oracle = await RunningServer.StartAsync(Oracle(), Published);
        await using var server = await RunningServer.StartAsync(store, Published, (_, cancellation) => FillAsync(store, cancellation));
        foreach (var question in Questions.Select(q => q.Data))
        {
            var (expected, actual) = (await oracle.GetAsync(question), await server.GetAsync(question));
            Assert.Equal(expected.Status, actual.Status);
            Assert.Equal(expected.Text, actual.Text);
        }
    }

    private static async Task WithstandAsync(IFeatureStore store)
    {
        await using var server = await RunningServer.StartAsync(store, null, (_, cancellation) => FillAsync(store, cancellation));
        foreach (var text in Hostile)
        {
            var value = Uri.EscapeDataString(text);
            var found = await server.GetJsonAsync($"collections/places/items?name={value}");
            Assert.Equal(0, found.GetProperty("features").GetArrayLength());
            foreach (var path in new[] { $"collections/{value}", $"collections/places/items/{value}", $"collections/places/items?people={value}", $"collections/places/items?{value}=1", $"collections/places/items?bbox={value}", $"collections/places/items?datetime={value}", $"grids/{value}", $"scenarios/{value}" })
                Assert.True((await server.GetAsync(path)).Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, path);
        }
        Assert.Equal(7, (await server.GetJsonAsync("collections/places/items")).GetProperty("numberReturned").GetInt32());
    }

    private static MemoryStore Oracle() => new MemoryStore()
        .With(SampleLayers.Places, SampleLayers.Storable(SampleLayers.PlaceRows)).With(SampleLayers.Hard, SampleLayers.Storable(SampleLayers.HardRows)).With(SampleLayers.Empty);

    private static Task FillAsync(IFeatureStore store, CancellationToken cancellation) => store.ApplyAsync(
        new StoreChange
        {
            Layers =
            [
                new LayerContent(SampleLayers.Places, SampleLayers.Storable(SampleLayers.PlaceRows).ToAsyncEnumerable()),
                new LayerContent(SampleLayers.Hard, SampleLayers.Storable(SampleLayers.HardRows).ToAsyncEnumerable()),
                new LayerContent(SampleLayers.Empty, AsyncEnumerable.Empty<Feature>()),
            ],
        },
        cancellation);
}
