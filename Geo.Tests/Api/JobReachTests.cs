using System.Net;
using Geo.Api;
using Geo.Engine.Access;

namespace Geo.Tests.Api;

/// <summary>Who may execute what, and whose jobs somebody may see (robustness.md A5).</summary>
public sealed class JobReachTests : IAsyncLifetime
{
    private const string Body = """{"inputs":{"stringInput":"a"}}""";
    private RunningServer _server = null!; // set before each test

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync(SampleLayers.Store(), new GeoOptions { EchoProcess = true });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Anybody_may_execute_and_see_a_job_of_nobody_by_its_id_but_not_in_the_list()
    {
        var job = await StartAsync(null);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync($"jobs/{job}", null)).Status);
        Assert.Equal(0, (await GetAsync("jobs", null)).Json.GetProperty("jobs").GetArrayLength());
        Assert.Equal(32, job.Length);
        Assert.NotEqual(job, await StartAsync(null));
    }

    [Fact]
    public async Task The_holder_of_a_key_sees_its_own_jobs_and_a_planner_all_of_them()
    {
        var (lan, minh, planner) = (await _server.MakeKeyAsync(Role.Viewer), await _server.MakeKeyAsync(Role.Viewer), await _server.MakeKeyAsync(Role.Planner));
        var (lans, minhs, nobodys) = (await StartAsync(lan), await StartAsync(minh), await StartAsync(null));
        Assert.Equal([lans], await ListAsync(lan));
        Assert.Equal([minhs], await ListAsync(minh));
        Assert.Equal([nobodys, minhs, lans], await ListAsync(planner));
        foreach (var path in new[] { "", "/results", "/results/stringOutput", "/events" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"jobs/{lans}{path}", minh)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"jobs/{lans}{path}", null)).Status);
            Assert.NotEqual(HttpStatusCode.Unauthorized, (await GetAsync($"jobs/{lans}{path}", planner)).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await _server.SendAsync(HttpMethod.Delete, $"jobs/{lans}", null, ("X-Api-Key", minh))).Status);
        Assert.Equal(HttpStatusCode.OK, (await _server.SendAsync(HttpMethod.Delete, $"jobs/{lans}", null, ("X-Api-Key", lan))).Status);
    }

    [Fact]
    public async Task A_key_of_one_owner_says_nothing_of_the_jobs_of_another()
    {
        var (lan, minh) = (await _server.MakeKeyAsync(Role.Viewer), await _server.MakeKeyAsync(Role.Viewer));
        Assert.NotEqual(await StartAsync(lan, ("Idempotency-Key", "k")), await StartAsync(minh, ("Idempotency-Key", "k")));
        Assert.Equal(await StartAsync(lan, ("Idempotency-Key", "k")), await StartAsync(lan, ("Idempotency-Key", "k")));
    }

    [Fact]
    public async Task Publishing_takes_a_planner_and_is_refused_before_a_job_is_written()
    {
        const string Publish = """{"inputs":{"scenario":"schema: soctranggeo/scenario/1\nid: x","publish":true}}""";
        await using var coast = await Scenarios.ScenarioStore.GeoPackageAsync(Scenarios.SmallCoast.Content());
        await using var server = await RunningServer.StartAsync(coast.Store);
        var inputs = "{\"inputs\":{\"scenario\":" + System.Text.Json.JsonSerializer.Serialize(Scenarios.ScenarioText.Right) + ",\"publish\":true}}";
        Assert.Equal(HttpStatusCode.BadRequest, (await server.PostAsync("processes/run-scenario/execution", Publish)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.PostAsync("processes/run-scenario/execution", inputs)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.PostAsync("processes/run-scenario/execution", inputs, ("X-Api-Key", await server.MakeKeyAsync(Role.Viewer)))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync("collections/zones-aquaculture")).Status);
        await server.SignInAsync(Role.Planner);
        Assert.Equal(0, (await server.GetJsonAsync("jobs")).GetProperty("jobs").GetArrayLength());
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync("processes/run-scenario/execution", inputs)).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("collections/zones-aquaculture")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("scenarios/small/run")).Status);
    }

    private async Task<string> StartAsync(string? key, params (string, string)[] more)
    {
        (string, string)[] headers = [("Prefer", "respond-async"), .. key is null ? more : [("X-Api-Key", key), .. more]];
        var answer = await _server.PostAsync("processes/echo/execution", Body, headers);
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        return answer.Json.GetProperty("jobID").GetString()!;
    }

    private async Task<string[]> ListAsync(string key) => [.. (await GetAsync("jobs", key)).Json.GetProperty("jobs").EnumerateArray().Select(j => j.GetProperty("jobID").GetString()!)];

    private Task<RunningServer.Answer> GetAsync(string path, string? key) =>
        _server.GetAsync(path, path.EndsWith("events", StringComparison.Ordinal) ? "text/event-stream" : null, key is null ? [] : [("X-Api-Key", key)]);
}
