using System.Net;
using System.Text.Json;
using Geo.Engine.Jobs;

namespace Geo.Tests.Api;

/// <summary>OGC API - Processes 1.0: jobs, their list, results, dismissal and progress (service.md 4.8).</summary>
public sealed class JobTests(EchoService service) : IClassFixture<EchoService>
{
    private const string NoSuchJob = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-job";
    private const string NotReady = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/result-not-ready";
    private const string Long = """{"inputs":{"stringInput":"a","pause":300}}""";
    private const string Short = """{"inputs":{"stringInput":"a","doubleInput":2.5}}""";

    private RunningServer Server => service.Server;

    [Theory]
    [InlineData("jobs/none", "GET")]
    [InlineData("jobs/none/results", "GET")]
    [InlineData("jobs/none/results/x", "GET")]
    [InlineData("jobs/none/events", "GET")]
    [InlineData("jobs/none", "DELETE")]
    [InlineData("jobs/%00", "GET")]
    public async Task An_unknown_job_is_404_of_the_type_that_the_standard_names(string path, string method)
    {
        var answer = await Server.SendAsync(new HttpMethod(method), path, path.EndsWith("events", StringComparison.Ordinal) ? "text/event-stream" : null);
        Assert.True(answer.Status == HttpStatusCode.NotFound || (path.EndsWith("%00", StringComparison.Ordinal) && answer.Status == HttpStatusCode.BadRequest), answer.Status.ToString());
        if (answer.Status == HttpStatusCode.NotFound)
            Assert.Equal(NoSuchJob, answer.Json.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_running_job_tells_its_step_and_has_no_results_yet()
    {
        var job = await service.StartAsync(Long);
        var status = await EchoService.UntilAsync(Server, job, "running");
        while (!status.TryGetProperty("message", out _))
            status = await Server.GetJsonAsync($"jobs/{job}?lang=en");
        Assert.StartsWith("Waiting", (await Server.GetJsonAsync($"jobs/{job}?lang=en")).GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.InRange(status.GetProperty("progress").GetInt32(), 0, 99);
        Assert.True(status.TryGetProperty("started", out _));
        Assert.False(status.TryGetProperty("finished", out _));
        foreach (var path in new[] { "results", "results/stringOutput" })
        {
            var answer = await Server.GetAsync($"jobs/{job}/{path}");
            Assert.Equal((HttpStatusCode.NotFound, NotReady), (answer.Status, answer.Json.GetProperty("type").GetString()));
        }
        await Server.SendAsync(HttpMethod.Delete, $"jobs/{job}");
    }

    [Fact]
    public async Task A_successful_job_links_to_its_results_which_come_in_the_form_asked_for()
    {
        var raw = await DoneAsync(Short);
        var status = await Server.GetJsonAsync($"jobs/{raw}");
        Assert.Equal(("successful", 100), (status.GetProperty("status").GetString(), status.GetProperty("progress").GetInt32()));
        var results = Links.Find(status, "http://www.opengis.net/def/rel/ogc/1.0/results")!;
        Assert.StartsWith("multipart/related", (await Server.GetAsync(results)).MediaType, StringComparison.Ordinal);
        Assert.Equal("2.5", (await Server.GetAsync($"jobs/{raw}/results?outputs=doubleOutput")).Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await Server.GetAsync($"jobs/{raw}/results?outputs=doubleOutput,none")).Status);
        Assert.Equal(("text/plain", "a"), await Server.GetAsync($"jobs/{raw}/results/stringOutput") is { } one ? (one.MediaType, one.Text) : default);
        Assert.Equal(HttpStatusCode.NotFound, (await Server.GetAsync($"jobs/{raw}/results/none")).Status);
        var document = await DoneAsync("""{"inputs":{"stringInput":"a","doubleInput":2.5},"response":"document"}""");
        Assert.Equal("""{"stringOutput":"a","doubleOutput":2.5}""", (await Server.GetAsync($"jobs/{document}/results")).Text);
        var reference = await DoneAsync("""{"inputs":{"stringInput":"a"},"outputs":{"stringOutput":{"transmissionMode":"reference"}}}""");
        Assert.Equal(HttpStatusCode.NoContent, (await Server.GetAsync($"jobs/{reference}/results")).Status);
        var single = await DoneAsync("""{"inputs":{"stringInput":"a"}}""");
        Assert.Equal("a", (await Server.GetAsync($"jobs/{single}/results")).Text);
    }

    [Fact]
    public async Task The_results_of_a_failed_job_are_its_reason()
    {
        var job = await service.StartAsync("""{"inputs":{"fail":true}}""");
        var status = await service.UntilOverAsync(job);
        Assert.Equal("failed", status.GetProperty("status").GetString());
        Assert.Equal("Thất bại theo yêu cầu.", status.GetProperty("message").GetString());
        var results = await Server.GetAsync($"jobs/{job}/results?lang=en");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "It failed, as was asked for."), (results.Status, results.Json.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task Dismissing_a_running_job_stops_its_work_and_leaves_it_to_be_read()
    {
        var job = await service.StartAsync(Long);
        await EchoService.UntilAsync(Server, job, "running");
        var dismissed = await Server.SendAsync(HttpMethod.Delete, $"jobs/{job}");
        Assert.Equal((HttpStatusCode.OK, "dismissed"), (dismissed.Status, dismissed.Json.GetProperty("status").GetString()));
        Assert.Equal("dismissed", (await Server.GetJsonAsync($"jobs/{job}")).GetProperty("status").GetString());
        var running = (Geo.Api.Jobs.RunningJobs)Server.Services.GetService(typeof(Geo.Api.Jobs.RunningJobs))!;
        while (running.Holds(job))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        var again = await Server.SendAsync(HttpMethod.Delete, $"jobs/{job}");
        Assert.Equal((HttpStatusCode.NotFound, NoSuchJob), (again.Status, again.Json.GetProperty("type").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await Server.GetAsync($"jobs/{job}/results")).Status);
    }

    [Fact]
    public async Task Dismissing_a_finished_job_removes_it_with_its_results()
    {
        var job = await DoneAsync(Short);
        var removed = await Server.SendAsync(HttpMethod.Delete, $"jobs/{job}");
        Assert.Equal((HttpStatusCode.OK, "dismissed"), (removed.Status, removed.Json.GetProperty("status").GetString()));
        foreach (var path in new[] { "", "/results", "/results/stringOutput" })
            Assert.Equal(NoSuchJob, (await Server.GetAsync($"jobs/{job}{path}")).Json.GetProperty("type").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await Server.SendAsync(HttpMethod.Delete, $"jobs/{job}")).Status);
    }

    [Fact]
    public async Task Jobs_are_listed_by_every_parameter_of_the_standard_and_paged()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), EchoService.Open);
        var ids = new List<string>();
        foreach (var body in new[] { Short, """{"inputs":{"fail":true}}""", Long })
            ids.Add((await server.PostAsync("processes/echo/execution", body, ("Prefer", "respond-async"))).Json.GetProperty("jobID").GetString()!);
        await EchoService.UntilAsync(server, ids[0], "successful");
        await EchoService.UntilAsync(server, ids[1], "failed");
        await EchoService.UntilAsync(server, ids[2], "running");
        async Task<string[]> ListAsync(string query) => [.. (await server.GetJsonAsync($"jobs?{query}")).GetProperty("jobs").EnumerateArray().Select(j => j.GetProperty("jobID").GetString()!)];

        Assert.Equal([ids[2], ids[1], ids[0]], await ListAsync(""));
        Assert.Equal([ids[0]], await ListAsync("status=successful"));
        Assert.Equal([ids[2], ids[1]], await ListAsync("status=failed,running"));
        Assert.Equal(3, (await ListAsync("type=process")).Length);
        Assert.Equal(3, (await ListAsync("processID=echo,none")).Length);
        Assert.Empty(await ListAsync("processID=coverage"));
        Assert.Equal(3, (await ListAsync("datetime=2020-01-01/..")).Length);
        Assert.Empty(await ListAsync("datetime=../2020-01-01"));
        var created = (await server.GetJsonAsync($"jobs/{ids[2]}")).GetProperty("created").GetString();
        Assert.Contains(ids[2], await ListAsync($"datetime={created}/.."));
        Assert.Equal([ids[1], ids[0]], await ListAsync("maxDuration=100&status=successful,failed"));
        Assert.Empty(await ListAsync("minDuration=200"));
        Assert.All((await server.GetJsonAsync("jobs")).GetProperty("jobs").EnumerateArray(), j => Assert.Equal("echo", j.GetProperty("processID").GetString()));

        var (seen, pages) = (new List<string>(), 0);
        for (var next = "jobs?limit=2"; next is not null; pages++)
        {
            var page = await server.GetJsonAsync(next);
            seen.AddRange(page.GetProperty("jobs").EnumerateArray().Select(j => j.GetProperty("jobID").GetString()!));
            Assert.NotNull(Links.Find(page, "self"));
            Assert.NotNull(Links.Find(page, "alternate"));
            next = Links.Find(page, "next");
        }
        Assert.Equal([ids[2], ids[1], ids[0]], seen);
        Assert.Equal(2, pages);
        await server.SendAsync(HttpMethod.Delete, $"jobs/{ids[2]}");
    }

    [Theory]
    [InlineData("type=collection", "type")]
    [InlineData("status=done", "status")]
    [InlineData("datetime=yesterday", "datetime")]
    [InlineData("minDuration=-1", "minDuration")]
    [InlineData("maxDuration=x", "maxDuration")]
    [InlineData("limit=0", "limit")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("colour=red", "colour")]
    public async Task A_faulty_parameter_of_the_list_is_400_and_named(string query, string name)
    {
        var answer = await Server.GetAsync($"jobs?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, name), (answer.Status, answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Events_tell_each_step_and_end_with_the_job()
    {
        var job = await service.StartAsync("""{"inputs":{"stringInput":"a","pause":2}}""");
        var answer = await Server.GetAsync($"jobs/{job}/events?lang=en", "text/event-stream");
        Assert.Equal(("text/event-stream", "no-store"), (answer.MediaType, answer.Header("Cache-Control")));
        var events = answer.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Where(e => !e.StartsWith(':')).ToList();
        Assert.All(events, e => Assert.StartsWith("event: status\ndata: ", e, StringComparison.Ordinal));
        var states = events.Select(e => JsonDocument.Parse(e.Split("data: ")[1]).RootElement).ToList();
        Assert.Equal("successful", states[^1].GetProperty("status").GetString());
        Assert.All(states.SkipLast(1), s => Assert.Contains(s.GetProperty("status").GetString(), new[] { "accepted", "running" }));
        Assert.True(states.Count(s => s.TryGetProperty("message", out var message) && message.GetString()!.StartsWith("Waiting", StringComparison.Ordinal)) >= 3, answer.Text);
        Assert.Equal(states.Select(s => s.GetProperty("progress").GetInt32()).Order(), states.Select(s => s.GetProperty("progress").GetInt32()));
        var over = await Server.GetAsync($"jobs/{job}/events", "text/event-stream");
        Assert.Single(over.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Pages_of_jobs_and_results_lead_to_all_there_is_in_both_languages()
    {
        var job = await DoneAsync(Short);
        Assert.Contains("thành công", (await Server.GetAsync($"jobs/{job}?f=html")).Text, StringComparison.Ordinal);
        Assert.Contains("successful", (await Server.GetAsync($"jobs/{job}?f=html&lang=en")).Text, StringComparison.Ordinal);
        Assert.Contains(job, (await Server.GetAsync("jobs?f=html")).Text, StringComparison.Ordinal);
        var results = (await Server.GetAsync($"jobs/{job}/results?f=html&lang=en")).Text;
        Assert.Contains($"{Server.Address}jobs/{job}/results/stringOutput", results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_jobs_go_with_their_results_and_the_latest_stay()
    {
        var store = SampleLayers.Store();
        await using (var server = await RunningServer.StartAsync(store, EchoService.Open))
        {
            for (var i = 0; i < 4; i++)
                await server.PostAsync("processes/echo/execution", Short);
            Assert.Equal(4, (await server.GetJsonAsync("jobs")).GetProperty("jobs").GetArrayLength());
        }
        await using var tidy = await RunningServer.StartAsync(store, EchoService.Open with { JobsKept = 2 });
        JsonElement jobs;
        do
        {
            jobs = (await tidy.GetJsonAsync("jobs")).GetProperty("jobs");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        while (jobs.GetArrayLength() > 2);
        Assert.Equal(4, (await store.ListDocumentsAsync("jobs/", TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task A_server_that_stops_lets_running_jobs_finish_for_a_while_and_gives_the_rest_back()
    {
        var store = SampleLayers.Store();
        var (shortJob, longJob) = ("", "");
        await using (var server = await RunningServer.StartAsync(store, EchoService.Open with { JobDrainSeconds = 4 }))
        {
            shortJob = (await server.PostAsync("processes/echo/execution", """{"inputs":{"stringInput":"a","pause":1}}""", ("Prefer", "respond-async"))).Json.GetProperty("jobID").GetString()!;
            longJob = (await server.PostAsync("processes/echo/execution", Long, ("Prefer", "respond-async"))).Json.GetProperty("jobID").GetString()!;
            await EchoService.UntilAsync(server, shortJob, "running");
            await EchoService.UntilAsync(server, longJob, "running");
            await server.StopAsync();
        }
        Assert.Equal(JobState.Successful, (await store.FindJobAsync(shortJob, TestContext.Current.CancellationToken))!.State);
        var given = (await store.FindJobAsync(longJob, TestContext.Current.CancellationToken))!;
        Assert.Equal((JobState.Accepted, 0, null), (given.State, given.Attempt, given.Holder));
    }

    [Fact]
    public async Task A_job_that_was_begun_too_often_is_given_up()
    {
        var store = SampleLayers.Store();
        await store.AddJobAsync(new NewJob("poison", "echo", "", """{"inputs":{},"wanted":{"asDocument":false},"language":"vi","root":"","author":{"actor":"x","action":"y"}}""", "hash", null, DateTimeOffset.UnixEpoch), 10, TestContext.Current.CancellationToken);
        for (var i = 0; i < 3; i++)
            await store.ClaimJobAsync((await store.FindJobAsync("poison", TestContext.Current.CancellationToken))!, "dead", DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
        await using var server = await RunningServer.StartAsync(store, EchoService.Open with { JobLeaseSeconds = 1 });
        Assert.Contains("3", (await EchoService.UntilAsync(server, "poison", "failed", "successful")).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private async Task<string> DoneAsync(string body)
    {
        var job = await service.StartAsync(body);
        Assert.Equal("successful", (await service.UntilOverAsync(job)).GetProperty("status").GetString());
        return job;
    }
}
