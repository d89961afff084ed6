using System.Net.Http.Json;
using System.Text.Json;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Jobs;
using Geo.Engine.Stores;
using Geo.Tests.Fixtures;
using Geo.Tests.Scenarios;

namespace Geo.Tests.EndToEnd;

/// <summary>Jobs outlive their server (robustness.md K3): killed in mid-job, the next server ends it, and its result is published once.</summary>
public sealed class KilledJobTests
{
    private const int Rounds = 2;

    /// <summary>The small coast on 1.5 m: long enough to be killed in the middle.</summary>
    private static readonly string Scenario = ScenarioText.With("cell: 30, origin: [550000, 1060000], size: [120, 80]", "cell: 1.5, origin: [550000, 1060000], size: [2400, 1600]");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_server_leaves_a_job_to_the_next_one_in_a_GeoPackage()
    {
        using var folder = new TemporaryFolder();
        await SurviveAsync($"geopackage:{folder.File("coast.gpkg")}");
    }

    [Fact]
    public async Task A_killed_server_leaves_a_job_to_the_next_one_in_PostGIS()
    {
        await using var database = await PostGisDatabase.CreateAsync();
        await SurviveAsync($"postgis:{database.ConnectionString}");
    }

    private static async Task SurviveAsync(string address)
    {
        var (key, expected) = await FillAsync(address);
        for (var round = 1; round <= Rounds; round++)
        {
            string job;
            await using (var server = BuiltServer.StartOn(address))
            {
                await server.ReadyAsync(Cancel);
                using var client = Client(server, key);
                job = await StartAsync(client);
                await UntilAsync(client, job, s => s.GetProperty("status").GetString() == "running" && s.GetProperty("progress").GetInt32() > 0);
            }
            Assert.Equal((JobState.Running, 1), await FindAsync(address, job) is { } killed ? (killed.Job.State, killed.Job.Attempt) : default);
            await using (var server = BuiltServer.StartOn(address))
            {
                await server.ReadyAsync(Cancel);
                using var client = Client(server, key);
                await UntilAsync(client, job, s => s.GetProperty("status").GetString() is "successful" or "failed");
                Assert.Equal(expected, (await client.GetStringAsync(new Uri($"jobs/{job}/results/resultHash", UriKind.Relative), Cancel)).Trim());
                using var manifest = await client.GetFromJsonAsync<JsonDocument>(new Uri("scenarios/small/run", UriKind.Relative), Cancel);
                Assert.Equal(expected, manifest!.RootElement.GetProperty("resultHash").GetString());
            }
            var (ended, revision) = await FindAsync(address, job);
            Assert.Equal((JobState.Successful, 2, (long)round), (ended.State, ended.Attempt, revision));
        }
    }

    /// <summary>Fills a store, and gives a planner's key and the hash of an undisturbed run.</summary>
    private static async Task<(string Key, string Hash)> FillAsync(string address)
    {
        await using var store = FeatureStores.Create(StoreAddress.Parse(address));
        await store.OpenAsync(Cancel);
        await store.ApplyAsync(SmallCoast.Content(), Cancel);
        var (key, text) = KeyText.Make("test", Role.Planner, DateTimeOffset.UnixEpoch);
        await store.Keys.AddAsync(key, Author.Program, Cancel);
        var undisturbed = await new Geo.Engine.Scenarios.ScenarioRunner(store, new(2, "0.1.0", TimeProvider.System)).RunAsync(ScenarioText.Parse(Scenario), null, Cancel);
        return (text, undisturbed.ResultHash);
    }

    private static async Task<(Job Job, long Revision)> FindAsync(string address, string jobId)
    {
        await using var store = FeatureStores.Create(StoreAddress.Parse(address));
        await store.OpenAsync(Cancel);
        var job = await ((IJobLedger)store).FindJobAsync(jobId, Cancel);
        return (job!, (await store.FindLayerAsync("zones-aquaculture", Cancel))?.Revision ?? 0);
    }

    private static HttpClient Client(BuiltServer server, string key)
    {
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }

    private static async Task<string> StartAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "processes/run-scenario/execution") { Content = JsonContent.Create(new { inputs = new { scenario = Scenario, publish = true } }) };
        request.Headers.Add("Prefer", "respond-async");
        using var answer = await client.SendAsync(request, Cancel);
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
        using var status = await answer.Content.ReadFromJsonAsync<JsonDocument>(Cancel);
        return status!.RootElement.GetProperty("jobID").GetString()!;
    }

    private static async Task UntilAsync(HttpClient client, string job, Func<JsonElement, bool> isReached)
    {
        while (true)
        {
            using var status = await client.GetFromJsonAsync<JsonDocument>(new Uri($"jobs/{job}", UriKind.Relative), Cancel);
            if (isReached(status!.RootElement))
                return;
            await Task.Delay(20, Cancel);
        }
    }
}
