using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Geo.Api;
using Geo.Engine.Access;
using Geo.Engine.Stores.GeoPackage;
using Geo.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Geo.Tests.Api;

/// <summary>What operators see of the server.</summary>
public sealed class TelemetryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_count_requests_by_route_and_reads_of_the_store_and_tell_no_names()
    {
        using var folder = new TemporaryFolder();
        await using var store = new GeoPackageStore(folder.File("s.gpkg"));
        await using var server = await RunningServer.StartAsync(store);
        await server.GetAsync("collections/a-secret-name/items");
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.GetAsync("metrics")).Status);
        await server.SignInAsync(Role.Viewer);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.GetAsync("metrics")).Status);
        await server.SignInAsync(Role.Admin);
        var answer = await server.GetAsync("metrics");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.StartsWith("text/plain", answer.MediaType, StringComparison.Ordinal);
        var counted = answer.Text.Split('\n').Where(l => l.StartsWith("http_server_request_duration_seconds_count", StringComparison.Ordinal));
        Assert.Contains(counted, l => l.Contains("http_route=\"/collections/{collectionId}/items\"", StringComparison.Ordinal) && l.Contains("http_response_status_code=\"404\"", StringComparison.Ordinal));
        Assert.Contains("soctrang_store_read_duration_seconds_count", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret-name", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_can_be_opened_to_everybody()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), new GeoOptions { MetricsRole = Role.None });
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("metrics")).Status);
    }

    [Fact(Timeout = 120_000)]
    public async Task Traces_go_where_they_are_configured_to_go()
    {
        var bodies = new ConcurrentQueue<byte[]>();
        await using var collector = WebApplication.CreateSlimBuilder().Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/v1/traces", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, Cancel);
            bodies.Enqueue(body.ToArray());
        });
        await collector.StartAsync(Cancel);
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), new GeoOptions { OtlpEndpoint = new Uri(collector.Urls.First()) });
        await server.GetAsync("collections/places/items");
        while (!bodies.Any(b => b.AsSpan().IndexOf(Encoding.UTF8.GetBytes("/collections/{collectionId}/items")) >= 0))
            await Task.Delay(100, Cancel);
    }
}
