using System.Net;
using Geo.Api;
using Geo.Engine.Features;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;
using Npgsql;

namespace Geo.Tests.Api;

/// <summary>A request that ends ends its work in the database.</summary>
public sealed class CancelledWorkTests : IAsyncLifetime
{
    private PostGisDatabase _database = null!; // set before each test
    private PostGisStore _store = null!; // set before each test
    private NpgsqlConnection _lock = null!; // set before each test

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await PostGisDatabase.CreateAsync();
        // Neither the driver nor the server ends a statement by itself here: only the request can.
        _store = new PostGisStore(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { CommandTimeout = 600, Options = "-c statement_timeout=0" }.ConnectionString);
        await _store.ApplyAsync(new StoreChange { Layers = [new LayerContent(SampleLayers.Many, SampleLayers.ManyRows(10).ToAsyncEnumerable())] }, Cancel);
        _lock = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { ApplicationName = "lock", Pooling = false }.ConnectionString);
        await _lock.OpenAsync(Cancel);
        // Whoever reads the layer from now on waits.
        await using var command = new NpgsqlCommand("""BEGIN; LOCK TABLE soctrang."many@1" IN ACCESS EXCLUSIVE MODE""", _lock);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _lock.DisposeAsync();
        await _store.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("collections/many/items?name=x")]
    [InlineData("collections/many/items/1")]
    [InlineData("collections/many/tiles/WebMercatorQuad/0/0/0")]
    public async Task A_request_that_takes_too_long_leaves_no_busy_back_end(string path)
    {
        await using var server = await RunningServer.StartAsync(_store, new GeoOptions { StoreTimeoutSeconds = 1 });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.GetAsync(path)).Status);
        await UntilBusyAsync(expected: false);
    }

    [Fact]
    public async Task A_client_that_goes_away_leaves_no_busy_back_end()
    {
        await using var server = await RunningServer.StartAsync(_store, new GeoOptions { StoreTimeoutSeconds = 300 });
        using var impatient = new CancellationTokenSource();
        var request = server.Client.GetAsync(new Uri(server.Address, "collections/many/items"), impatient.Token);
        await UntilBusyAsync(expected: true);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await UntilBusyAsync(expected: false);
    }

    private async Task UntilBusyAsync(bool expected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while ((await BusyAsync() > 0) != expected)
            await Task.Delay(50, patience.Token);
    }

    private async Task<long> BusyAsync() => (long)(await _database.ScalarAsync(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'SocTrangGeo' AND state <> 'idle'") ?? 0L);
}
