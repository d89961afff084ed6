using System.Globalization;
using System.Net;
using Geo.Api;
using Geo.Engine.Access;

namespace Geo.Tests.Api;

/// <summary>What one caller may ask for in a time.</summary>
public sealed class RateTests
{
    private static readonly GeoOptions Slow = new() { RequestsPerSecond = 1, RequestBurst = 3 };

    private static async Task<List<HttpStatusCode>> AskAsync(RunningServer server, int times, Func<int, (string, string)[]> headers, string path = "conformance")
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < times; i++)
            statuses.Add((await server.GetAsync(path, null, headers(i))).Status);
        return statuses;
    }

    [Fact(Timeout = 120_000)]
    public async Task Who_asks_too_much_is_told_when_to_come_again_and_is_answered_then()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), Slow);
        RunningServer.Answer answer;
        while ((answer = await server.GetAsync("conformance?lang=en")).Status == HttpStatusCode.OK)
        {
        }
        Assert.Equal((HttpStatusCode.TooManyRequests, "1", "application/problem+json"), (answer.Status, answer.Header("Retry-After"), answer.MediaType));
        Assert.Contains("1 requests a second", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("health/live")).Status);
        while ((await server.GetAsync("conformance")).Status != HttpStatusCode.OK)
            await Task.Delay(200, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task One_caller_does_not_use_up_what_another_may_ask_for()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), Slow with { RequestBurst = 1 });
        var (first, second) = (await server.MakeKeyAsync(Role.Viewer), await server.MakeKeyAsync(Role.Viewer));
        Assert.Contains(HttpStatusCode.TooManyRequests, await AskAsync(server, 30, _ => [("X-Api-Key", first)]));
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("conformance", null, ("X-Api-Key", second))).Status);
    }

    [Fact]
    public async Task Guessing_keys_is_charged_to_the_address()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), Slow);
        Assert.Contains(HttpStatusCode.TooManyRequests, await AskAsync(server, 30, i => [("X-Api-Key", $"guess {i}")]));
    }

    [Theory]
    [InlineData(false, "10.0.0.{0}", true)]
    [InlineData(true, "10.0.0.{0}", false)]
    [InlineData(true, "10.0.0.{0}, 192.0.2.7", true)]
    [InlineData(true, "2001:db8:1:2:{0}::1", true)]
    public async Task A_forwarded_address_is_believed_only_from_our_own_proxy(bool isTrusted, string address, bool isOneCaller)
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), Slow with { TrustForwardedHeaders = isTrusted });
        var statuses = await AskAsync(server, 30, i => [("X-Forwarded-For", string.Format(CultureInfo.InvariantCulture, address, i + 1))]);
        Assert.Equal(isOneCaller, statuses.Contains(HttpStatusCode.TooManyRequests));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_run_costs_more_than_a_page()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), new GeoOptions { RequestsPerSecond = 1, RequestBurst = 10 });
        var key = await server.MakeKeyAsync(Role.Planner);
        RunningServer.Answer answer;
        while ((answer = await server.SendAsync(HttpMethod.Post, "scenarios/none/runs", null, ("X-Api-Key", key))).Status == HttpStatusCode.NotFound)
        {
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.InRange(int.Parse(answer.Header("Retry-After"), CultureInfo.InvariantCulture), 2, 10);
    }

    [Fact]
    public async Task The_definition_lists_429_where_there_is_a_limit()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), Slow with { RequestBurst = 1000 });
        var paths = (await server.GetJsonAsync("api")).GetProperty("paths");
        Assert.True(paths.GetProperty("/collections/places/items").GetProperty("get").GetProperty("responses").TryGetProperty("429", out _));
        Assert.False(paths.GetProperty("/health/live").GetProperty("get").GetProperty("responses").TryGetProperty("429", out _));
    }
}
