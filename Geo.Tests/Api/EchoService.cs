using System.Net;
using System.Text.Json;
using Geo.Api;
using Geo.Engine.Access;

namespace Geo.Tests.Api;

/// <summary>A server over the sample layers that offers the process <c>echo</c>, shared by the tests of a class.</summary>
public sealed class EchoService : IAsyncLifetime
{
    internal RunningServer Server { get; private set; } = null!; // set before any test runs

    public async ValueTask InitializeAsync() => Server = await RunningServer.StartAsync(SampleLayers.Store(), Open);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>Settings with <c>echo</c>, under which everybody sees all jobs.</summary>
    internal static GeoOptions Open { get; } = new() { EchoProcess = true, AnonymousRole = Role.Planner };

    /// <summary>Executes <c>echo</c>.</summary>
    internal Task<RunningServer.Answer> ExecuteAsync(string body, params (string Name, string Value)[] headers) => Server.PostAsync("processes/echo/execution", body, headers);

    /// <summary>Starts <c>echo</c> as a job and gives its id.</summary>
    internal async Task<string> StartAsync(string body)
    {
        var answer = await ExecuteAsync(body, ("Prefer", "respond-async"));
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        return answer.Json.GetProperty("jobID").GetString()!;
    }

    /// <summary>Waits until a job is in one of some states.</summary>
    internal static async Task<JsonElement> UntilAsync(RunningServer server, string jobId, params string[] states)
    {
        while (true)
        {
            var status = await server.GetJsonAsync($"jobs/{jobId}");
            if (states.Contains(status.GetProperty("status").GetString()))
                return status;
            await Task.Delay(30, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until a job is over.</summary>
    internal Task<JsonElement> UntilOverAsync(string jobId) => UntilAsync(Server, jobId, "successful", "failed", "dismissed");
}
