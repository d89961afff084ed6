using System.Text.Json;
using Geo.Api.Http;
using Geo.Api.Jobs;
using Geo.Api.Processes;
using Geo.Engine.Access;
using Geo.Engine.Jobs;

namespace Geo.Api.Scenarios;

/// <summary>Runs a stored scenario and publishes its results: a short way to the process <c>run-scenario</c>.</summary>
internal static class RunEndpoint
{
    private static readonly ExecutionRequest ManifestOnly = new()
    {
        Outputs = new Dictionary<string, ExecutionRequest.WantedOutput> { [RunScenarioProcess.Manifest] = new(ByReference: false) },
    };

    public static void MapRuns(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var (shelf, execution, process) = (services.GetRequiredService<ScenarioShelf>(), services.GetRequiredService<ExecutionEndpoint>(), services.GetRequiredService<RunScenarioProcess>());
        routes.MapAction(new Resource("/scenarios/{scenarioId}/runs", [Representation.Json]) { Needs = Role.Planner, Cost = 10 }, request => RunAsync(request, shelf, execution, process));
    }

    private static async Task<IResult> RunAsync(ApiRequest request, ScenarioShelf shelf, ExecutionEndpoint execution, RunScenarioProcess process)
    {
        var (scenario, problem) = await ScenarioEndpoints.FindAsync(request, shelf);
        if (scenario is null)
            return problem!; // one of the two is always there
        var inputs = new ProcessInputs(new Dictionary<string, IReadOnlyList<JsonElement>>
        {
            [RunScenarioProcess.Scenario] = [JsonSerializer.SerializeToElement(request.Segment("scenarioId"), ApiJson.Default.String)],
            [RunScenarioProcess.Publish] = [JsonSerializer.SerializeToElement(true, ApiJson.Default.Boolean)],
        });
        return await execution.RunAsync(request, process, inputs, ManifestOnly, job => CreatedAsync(request, shelf, scenario.Id, job));
    }

    private static async Task<IResult> CreatedAsync(ApiRequest request, ScenarioShelf shelf, string scenarioId, Job job)
    {
        if (JobResults.Missing(job) is { } problem)
            return new ProblemResult(problem);
        var run = await shelf.RunAsync(scenarioId, request.Cancellation)
            ?? throw new InvalidOperationException($"The run of {scenarioId} left no manifest.");
        var address = request.Addresses.To($"{ScenarioDescription.PathOf(scenarioId)}/run");
        request.Http.Response.Headers.Location = address;
        return new DocumentResult(request, run.Content.ToArray(), [new Link(address, "self", Representation.Json.MediaType)]) { Status = StatusCodes.Status201Created };
    }
}
