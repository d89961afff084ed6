using System.Net;
using Geo.Api;
using Geo.Engine.Features;

namespace Geo.Tests.Api;

/// <summary>What happens when the store is away, slow or breaks (robustness.md K4-K6), and when clients go away (S5).</summary>
public sealed class StoreTroubleTests
{
    private const string Items = "collections/places/items";

    [Fact]
    public async Task A_store_that_is_down_at_start_leaves_the_server_alive_not_ready_and_it_recovers_by_itself()
    {
        var store = SampleLayers.Store();
        store.IsAway = true;
        await using var server = await RunningServer.StartAsync(store, waitUntilReady: false);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("health/live")).Status);
        var ready = await server.GetAsync("health/ready?lang=en");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.Equal("Opening the store", ready.Json.GetProperty("step").GetString());
        await UntilAsync(async () => (await server.GetAsync("health/ready")).Json.TryGetProperty("failure", out var reason) && reason.GetString() == "The store memory is away.");
        var data = await server.GetAsync("collections");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "5", "application/problem+json"), (data.Status, data.Header("Retry-After"), data.MediaType));

        store.IsAway = false;
        await UntilAsync(async () => (await server.GetAsync("health/ready")).Status == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("collections")).Status);
    }

    [Fact]
    public async Task While_the_store_is_prepared_readiness_tells_step_and_share_and_layers_are_already_served()
    {
        var go = new TaskCompletionSource();
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), prepare: PrepareAsync, waitUntilReady: false);
        await UntilAsync(async () => (await server.GetAsync("health/ready?lang=en")).Json.GetProperty("step").GetString() == "Loading layers");
        Assert.Equal(0.25, (await server.GetAsync("health/ready")).Json.GetProperty("fraction").GetDouble());
        Assert.Equal("Nạp các lớp", (await server.GetAsync("health/ready")).Json.GetProperty("step").GetString());
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(Items)).Status);
        go.SetResult();
        await UntilAsync(async () => (await server.GetAsync("health/ready")).Status == HttpStatusCode.OK);

        async Task PrepareAsync(IProgress<StepProgress> progress, CancellationToken cancellation)
        {
            progress.Report(new StepProgress(new("Nạp các lớp", "Loading layers"), 0.25));
            await go.Task.WaitAsync(cancellation);
        }
    }

    [Fact]
    public async Task A_preparation_that_fails_is_told_and_does_not_end_the_server()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), prepare: (_, _) => throw new InvalidDataException("data/layers.yaml is missing"), waitUntilReady: false);
        await UntilAsync(async () => (await server.GetAsync("health/ready")).Json.TryGetProperty("failure", out var reason) && reason.GetString() == "data/layers.yaml is missing");
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(Items)).Status);
    }

    [Fact]
    public async Task A_frozen_store_ends_requests_in_time_as_503_while_the_process_stays_alive()
    {
        var store = SampleLayers.Store();
        await using var server = await RunningServer.StartAsync(store, new GeoOptions { StoreTimeoutSeconds = 1 });
        store.IsFrozen = true;
        var waiting = Enumerable.Range(0, 50).Select(_ => server.GetAsync(Items)).ToList();
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("health/live")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.GetAsync("health/ready")).Status);
        Assert.All(await Task.WhenAll(waiting), a => Assert.Equal(HttpStatusCode.ServiceUnavailable, a.Status));
        store.IsFrozen = false;
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(Items)).Status);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("html")]
    public async Task A_failure_before_the_first_byte_is_a_clean_500_that_betrays_nothing(string form)
    {
        var store = SampleLayers.Store();
        await using var server = await RunningServer.StartAsync(store);
        store.BreaksAfter = 3;
        var answer = await server.GetAsync($"{Items}?f={form}");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Feature", answer.Text, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("", answer.Header("ETag"));
        Assert.Matches(@"mã theo dõi [0-9A-Z]+:[0-9A-F]+\.", answer.Text); // by which the log's line is found
    }

    [Theory]
    [InlineData("")]
    [InlineData("Accept-Encoding: gzip\r\n")]
    public async Task A_failure_in_mid_stream_cuts_the_connection_so_that_nothing_looks_whole(string header)
    {
        var store = new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(9_000));
        await using var server = await RunningServer.StartAsync(store);
        store.BreaksAfter = 8_000;
        var (status, text) = await RawRequest.SendAsync(server.Address, $"GET /collections/many/items?limit=10000 HTTP/1.1\r\nHost: {server.Address.Authority}\r\n{header}Connection: close\r\n\r\n");
        Assert.Equal(200, status);
        Assert.False(text.EndsWith("0\r\n\r\n", StringComparison.Ordinal), "the answer ended as if it were whole");
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_the_reading_of_the_store()
    {
        var store = new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(100_000));
        await using var server = await RunningServer.StartAsync(store, new GeoOptions { MaxPageSize = 100_000 });
        for (var i = 0; i < 20; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "collections/many/items?limit=100000"));
            using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        await UntilAsync(() => Task.FromResult(store.OpenReads == 0));
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition())
            await Task.Delay(20, patience.Token);
    }
}
