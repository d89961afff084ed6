using System.Net;
using System.Text.Json;
using Geo.Api;
using Geo.Engine.Features;

namespace Geo.Tests.Api;

/// <summary>Large pages are sent as they are read.</summary>
public sealed class StreamingTests
{
    [Fact]
    public async Task A_page_of_100_000_features_comes_whole_and_in_order()
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(100_001)), new GeoOptions { MaxPageSize = 100_000 });
        var page = await server.GetJsonAsync("collections/many/items?limit=100000");
        var ids = page.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetInt64());
        Assert.True(ids.SequenceEqual(SampleLayers.ManyRows(100_000).Select(f => f.Id)));
        Assert.Equal(100_000, page.GetProperty("numberReturned").GetInt32());
        var rest = await server.GetJsonAsync(Links.Find(page, "next")!);
        Assert.Equal(1, rest.GetProperty("numberReturned").GetInt32());
    }

    [Theory]
    [InlineData("items?limit=100000")]
    [InlineData("download?f=json")]
    [InlineData("download?f=csv")]
    [InlineData("download?f=geojsonseq")]
    public async Task A_client_that_does_not_read_holds_the_store_back(string resource)
    {
        var store = new EndlessStore();
        await using var server = await RunningServer.StartAsync(store, new GeoOptions { MaxPageSize = 100_000 });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, $"collections/many/{resource}"));
        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var (before, now) = (-1L, 0L);
        while (before != now)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            (before, now) = (now, store.Given);
        }
        // Each row is 4 kB; what the sockets of this machine take in is below 40 MB, the whole page would be 400 MB.
        Assert.InRange(now, 1, 10_000);
    }

    [Fact]
    public async Task Forty_clients_at_a_time_each_get_their_own_page()
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(4_000)));
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            var limit = 50 * (i + 1);
            var answer = await server.GetAsync($"collections/many/items?limit={limit}");
            return (limit, answer.Status, Count: answer.Json.GetProperty("features").GetArrayLength());
        }));
        Assert.All(answers, a => Assert.Equal((HttpStatusCode.OK, a.limit), (a.Status, a.Count)));
    }

    /// <summary>A store whose only layer never ends, with rows of four kilobytes.</summary>
    private sealed class EndlessStore() : OtherLedger(new MemoryStore()), IFeatureStore
    {
        private static readonly Layer Endless = new(SampleLayers.Many, 1, 1_000_000, null);

        private readonly string _text = new('x', 4_000);
        private long _given;

        public long Given => Interlocked.Read(ref _given);

        public string Description => "endless";

        public Geo.Engine.Access.IKeyRing Keys { get; } = new MemoryKeyRing(_ => Task.CompletedTask);

        public Geo.Engine.Access.IAuditLog Audit { get; } = new MemoryAuditLog(_ => Task.CompletedTask);

        public Task OpenAsync(CancellationToken cancellation) => Task.CompletedTask;

        public Task<IReadOnlyList<Layer>> ListLayersAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Layer>>([Endless]);

        public Task<Layer?> FindLayerAsync(string layerId, CancellationToken cancellation) => Task.FromResult<Layer?>(Endless);

        public async IAsyncEnumerable<Feature> ReadAsync(Layer layer, FeatureQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            for (var id = 1L; ; id++)
            {
                cancellation.ThrowIfCancellationRequested();
                await Task.CompletedTask;
                Interlocked.Increment(ref _given);
                yield return new Feature(id, null, [_text, 1d]);
            }
        }

        public Task<Feature?> FindFeatureAsync(Layer layer, long featureId, CancellationToken cancellation) => Task.FromResult<Feature?>(null);

        public Task<long> CountAsync(Layer layer, FeatureQuery query, CancellationToken cancellation) => Task.FromResult(1_000_000L);

        public Task ApplyAsync(StoreChange change, CancellationToken cancellation) => Task.CompletedTask;

        public Task<EditOutcome> EditAsync(LayerEdits edits, CancellationToken cancellation) => Task.FromResult<EditOutcome>(new EditOutcome.Refused(new("", "")));

        public Task<IReadOnlyList<FeatureChange>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<FeatureChange>>([]);

        public Task<StoredDocument?> FindDocumentAsync(string name, CancellationToken cancellation) => Task.FromResult<StoredDocument?>(null);

        public Task<IReadOnlyList<string>> ListDocumentsAsync(string prefix, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([]);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
