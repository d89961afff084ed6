using System.Net;
using System.Text.Json;
using Geo.Api;
using Geo.Engine.Features;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Api;

/// <summary>Following <c>next</c>: each feature once, whatever happens in between.</summary>
public sealed class PagingTests
{
    private const string Items = "collections/many/items";

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(100)]
    public async Task Pages_hold_each_feature_once_and_the_last_has_no_next(int limit)
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(20)));
        var pages = await FollowAsync(server, $"{Items}?limit={limit}&f=json");
        Assert.Equal(SampleLayers.ManyRows(20).Select(f => f.Id), pages.SelectMany(Ids));
        Assert.Equal((20 + limit - 1) / limit, pages.Count);
        Assert.All(pages, p => Assert.Equal(20, p.GetProperty("numberMatched").GetInt32()));
        Assert.All(pages, p => Assert.Equal(p.GetProperty("features").GetArrayLength(), p.GetProperty("numberReturned").GetInt32()));
    }

    [Fact]
    public async Task Next_keeps_every_condition_and_the_count_stays_that_of_the_whole_selection()
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(50)));
        var pages = await FollowAsync(server, $"{Items}?limit=4&bbox=105.51,9,105.529,10&lang=en");
        Assert.Equal(20, pages.SelectMany(Ids).Distinct().Count());
        Assert.All(pages, p => Assert.Equal(20, p.GetProperty("numberMatched").GetInt32()));
        Assert.All(pages.SkipLast(1), p => Assert.Contains("lang=en", Links.Find(p, "next"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_that_goes_or_comes_while_paging_makes_no_gap_and_no_double()
    {
        var store = new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(20));
        await using var server = await RunningServer.StartAsync(store);
        var first = await server.GetJsonAsync($"{Items}?limit=5");
        var second = await server.GetJsonAsync(Links.Find(first, "next")!);
        store.With(SampleLayers.Many, SampleLayers.ManyRows(20).Skip(2).Append(new Feature(3, null, ["new", null])));
        var rest = await FollowAsync(server, Links.Find(second, "next")!);
        Assert.Equal(SampleLayers.ManyRows(20).Select(f => f.Id), new[] { first, second }.Concat(rest).SelectMany(Ids));
    }

    [Theory]
    [InlineData("name=x")]
    [InlineData("bbox=0,0,1,1")]
    [InlineData("datetime=2020-01-01")]
    public async Task A_cursor_used_with_another_query_is_refused(string other)
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(20)));
        var next = Links.Find(await server.GetJsonAsync($"{Items}?limit=5"), "next")!;
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(next.Replace("limit=5", "limit=3", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.GetAsync($"{next}&{other}")).Status);
    }

    [Theory]
    [InlineData(9_999)]
    [InlineData(10_000)]
    [InlineData(12_999)]
    [InlineData(13_000)]
    [InlineData(24_990)]
    [InlineData(30_000)]
    public async Task A_far_page_by_its_position_holds_the_features_of_that_position(int offset)
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(25_000)));
        for (var again = 0; again < 2; again++)
        {
            var page = await server.GetJsonAsync($"{Items}?limit=20&offset={offset}");
            Assert.Equal(SampleLayers.ManyRows(25_000).Skip(offset).Take(20).Select(f => f.Id), Ids(page));
            Assert.Equal(25_000, page.GetProperty("numberMatched").GetInt32());
            Assert.Contains($"offset={offset - 20}", Links.Find(page, "prev"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_that_has_grown_too_large_ends_there_and_goes_on_behind_its_next_link()
    {
        var lines = Enumerable.Range(1, 9).Select(i => new Feature(i, new LineString([.. Enumerable.Range(0, 20_000).Select(v => new Coordinate(105.5 + (v * 1.7e-5), 9.2 + (i * 0.01)))]), ["", null]));
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Many with { GeometryKind = GeometryKind.LineString }, lines), new GeoOptions { MaxPageMebibytes = 1 });
        var pages = await FollowAsync(server, $"{Items}?limit=8");
        Assert.Equal(Enumerable.Range(1, 9).Select(i => (long)i), pages.SelectMany(Ids));
        Assert.All(pages.SkipLast(1), p => Assert.InRange(p.GetProperty("numberReturned").GetInt32(), 2, 4)); // some 400 KB each
        Assert.All(pages, p => Assert.Equal(p.GetProperty("features").GetArrayLength(), p.GetProperty("numberReturned").GetInt32()));
    }

    [Fact]
    public async Task A_filtered_count_of_a_large_layer_is_left_out_rather_than_paid_for()
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(50_001)));
        Assert.False((await server.GetJsonAsync($"{Items}?limit=5&bbox=105,9,106,10")).TryGetProperty("numberMatched", out _));
        Assert.Equal(50_001, (await server.GetJsonAsync($"{Items}?limit=5")).GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task A_count_is_made_for_the_first_page_only_and_kept_until_the_layer_changes()
    {
        var store = new CountingStore(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(50)));
        await using var server = await RunningServer.StartAsync(store);
        var pages = await FollowAsync(server, $"{Items}?limit=4&bbox=105.51,9,105.529,10");
        Assert.All(pages, p => Assert.Equal(20, p.GetProperty("numberMatched").GetInt32()));
        Assert.Equal(1, store.Counts);
        await server.GetJsonAsync($"{Items}?limit=5&bbox=105.51,9,105.529,10");
        Assert.Equal(1, store.Counts);
        store.Inner.With(SampleLayers.Many, SampleLayers.ManyRows(20));
        Assert.Equal(10, (await server.GetJsonAsync($"{Items}?limit=5&bbox=105.51,9,105.529,10")).GetProperty("numberMatched").GetInt32());
        Assert.Equal(2, store.Counts);
    }

    [Fact]
    public async Task A_number_that_QGIS_cannot_read_is_not_told()
    {
        await using var server = await RunningServer.StartAsync(new CountingStore(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(9))) { Claimed = 3_000_000_000 });
        Assert.False((await server.GetJsonAsync($"{Items}?limit=5")).TryGetProperty("numberMatched", out _));
    }

    private static async Task<IReadOnlyList<JsonElement>> FollowAsync(RunningServer server, string first)
    {
        var pages = new List<JsonElement>();
        for (var next = first; next is not null && pages.Count < 100; next = Links.Find(pages[^1], "next"))
            pages.Add(await server.GetJsonAsync(next));
        return pages;
    }

    /// <summary>A store that counts how often it is asked to count.</summary>
    private sealed class CountingStore(MemoryStore inner) : OtherLedger(inner), IFeatureStore
    {
        public MemoryStore Inner => inner;

        public int Counts { get; private set; }

        /// <summary>The number of features it says its layer has; null for the true one.</summary>
        public long? Claimed { get; init; }

        public string Description => inner.Description;

        public Geo.Engine.Access.IKeyRing Keys => inner.Keys;

        public Geo.Engine.Access.IAuditLog Audit => inner.Audit;

        public Task OpenAsync(CancellationToken cancellation) => inner.OpenAsync(cancellation);

        public Task<IReadOnlyList<Layer>> ListLayersAsync(CancellationToken cancellation) => inner.ListLayersAsync(cancellation);

        public async Task<Layer?> FindLayerAsync(string layerId, CancellationToken cancellation) =>
            await inner.FindLayerAsync(layerId, cancellation) is { } layer ? layer with { FeatureCount = Claimed ?? layer.FeatureCount } : null;

        public IAsyncEnumerable<Feature> ReadAsync(Layer layer, FeatureQuery query, CancellationToken cancellation) => inner.ReadAsync(layer, query, cancellation);

        public Task<Feature?> FindFeatureAsync(Layer layer, long featureId, CancellationToken cancellation) => inner.FindFeatureAsync(layer, featureId, cancellation);

        public Task<long> CountAsync(Layer layer, FeatureQuery query, CancellationToken cancellation)
        {
            Counts++;
            return inner.CountAsync(layer, query, cancellation);
        }

        public Task ApplyAsync(StoreChange change, CancellationToken cancellation) => inner.ApplyAsync(change, cancellation);

        public Task<EditOutcome> EditAsync(LayerEdits edits, CancellationToken cancellation) => inner.EditAsync(edits, cancellation);

        public Task<IReadOnlyList<FeatureChange>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation) => inner.ReadHistoryAsync(query, cancellation);

        public Task<StoredDocument?> FindDocumentAsync(string name, CancellationToken cancellation) => inner.FindDocumentAsync(name, cancellation);

        public Task<IReadOnlyList<string>> ListDocumentsAsync(string prefix, CancellationToken cancellation) => inner.ListDocumentsAsync(prefix, cancellation);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private static IEnumerable<long> Ids(JsonElement page) => page.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetInt64());
}
