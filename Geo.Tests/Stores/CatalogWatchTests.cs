using System.Diagnostics;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;
using Npgsql;

namespace Geo.Tests.Stores;

/// <summary>What a server knows of layers is not asked for again, and is never older than the database's word.</summary>
public sealed class CatalogWatchTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private PostGisDatabase database = null!; // set before each test
    private PostGisStore store = null!; // set before each test

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await PostGisDatabase.CreateAsync();
        store = new PostGisStore(database.ConnectionString);
        await WriteAsync(store);
    }

    public async ValueTask DisposeAsync()
    {
        if (store is not null)
            await store.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task In_the_end_a_layer_is_found_without_asking_the_database()
    {
        await UntilAsync(async () => (await FindCountingReadsAsync(store)).Reads == 0);
        Assert.Equal(1, (await store.FindLayerAsync("x", Cancel))?.Revision);
    }

    [Fact]
    public async Task What_another_store_of_the_process_writes_is_seen_at_once()
    {
        await UntilAsync(async () => (await FindCountingReadsAsync(store)).Reads == 0);
        await database.ExecuteAsync("ALTER TABLE soctrang.layers DISABLE TRIGGER ALL"); // no word: the store must know by itself
        await using var other = new PostGisStore(database.ConnectionString);
        for (var revision = 2; revision < 30; revision++)
        {
            await WriteAsync(other);
            Assert.Equal(revision, (await store.FindLayerAsync("x", Cancel))?.Revision);
        }
        await other.ApplyAsync(new StoreChange { RemovedLayers = ["x"] }, Cancel);
        Assert.Null(await store.FindLayerAsync("x", Cancel));
    }

    [Fact]
    public async Task A_change_by_another_program_is_heard()
    {
        await UntilAsync(async () => (await FindCountingReadsAsync(store)).Reads == 0);
        await database.ExecuteAsync("UPDATE soctrang.layers SET revision = 70, table_name = table_name WHERE layer_id = 'x'");
        await UntilAsync(async () => (await store.FindLayerAsync("x", Cancel))?.Revision == 70);
    }

    [Fact]
    public async Task The_database_sends_word_when_a_change_is_committed()
    {
        await using var listener = new NpgsqlConnection(database.ConnectionString);
        await listener.OpenAsync(Cancel);
        var heard = new List<string>();
        listener.Notification += (_, word) => heard.Add(word.Channel);
        await using (var listen = new NpgsqlCommand("LISTEN soctrang_layers", listener))
            await listen.ExecuteNonQueryAsync(Cancel);
        await WriteAsync(store);
        Assert.True(await listener.WaitAsync(Patience, Cancel));
        Assert.Equal(["soctrang_layers"], heard);
    }

    [Fact]
    public async Task A_change_without_word_is_seen_by_its_revision()
    {
        await UntilAsync(async () => (await FindCountingReadsAsync(store)).Reads == 0);
        await database.ExecuteAsync("ALTER TABLE soctrang.layers DISABLE TRIGGER ALL; UPDATE soctrang.layers SET revision = 80 WHERE layer_id = 'x'");
        await UntilAsync(async () => (await store.FindLayerAsync("x", Cancel))?.Revision == 80);
    }

    [Fact]
    public async Task When_the_listening_connection_dies_the_database_is_asked_again()
    {
        await UntilAsync(async () => (await FindCountingReadsAsync(store)).Reads == 0);
        await database.ExecuteAsync("ALTER TABLE soctrang.layers DISABLE TRIGGER ALL; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        await UntilAsync(async () => (await FindCountingReadsAsync(store)).Reads > 0);
        await database.ExecuteAsync("UPDATE soctrang.layers SET revision = 90 WHERE layer_id = 'x'");
        await UntilAsync(async () => await FindCountingReadsAsync(store) is { Reads: 0, Layer.Revision: 90 });
    }

    [Fact]
    public async Task Behind_a_pooler_of_transactions_nothing_listens_and_everything_is_asked()
    {
        await using var pooled = new PostGisStore(database.ConnectionString + ";No Reset On Close=true");
        await pooled.OpenAsync(Cancel);
        for (var i = 0; i < 40; i++)
            Assert.Equal(1, (await FindCountingReadsAsync(pooled)).Reads);
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND (query LIKE 'LISTEN%' OR query LIKE '%sum(revision)%') AND pid <> pg_backend_pid()"));
    }

    private static async Task WriteAsync(PostGisStore store)
    {
        var definition = GeoPackageSamples.Definition("x", GeometryKind.None, CoordinateSystems.Crs84, [new("value", PropertyType.Integer)]);
        await store.ApplyAsync(new StoreChange { Layers = [new LayerContent(definition, new[] { new Feature(1, null, [5L]) }.ToAsyncEnumerable())] }, Cancel);
    }

    // The spans of reads that belong to this question alone, whatever else the process does meanwhile.
    private static async Task<(Layer? Layer, int Reads)> FindCountingReadsAsync(PostGisStore store)
    {
        using var question = new Activity("question").Start();
        var reads = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == StoreTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => options.Parent.TraceId == question.TraceId ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = read => reads += read.TraceId == question.TraceId ? 1 : 0,
        };
        ActivitySource.AddActivityListener(listener);
        var layer = await store.FindLayerAsync("x", Cancel);
        return (layer, reads);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var began = TimeProvider.System.GetTimestamp(); !await condition(); await Task.Delay(20, Cancel))
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "It did not come about in a minute.");
    }
}
