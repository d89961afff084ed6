using Geo.Api.Http;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Scenarios;

namespace Geo.Api.Scenarios;

/// <summary>Runs a stored scenario and publishes its results; one run at a time, as a run takes all processors.</summary>
internal static class RunEndpoint
{
    private const int RetryAfterSeconds = 5;

    public static void MapRuns(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var (shelf, store, settings) = (services.GetRequiredService<ScenarioShelf>(), services.GetRequiredService<IFeatureStore>(), services.GetRequiredService<RunSettings>());
        var turn = new SemaphoreSlim(1);
        var runs = new Resource("/scenarios/{scenarioId}/runs", [Representation.Json]) { Needs = Role.Planner };
        routes.MapAction(runs, request => RunInTurnAsync(request, turn, () => RunAsync(request, shelf, store, settings)));
    }

    private static async Task<IResult> RunInTurnAsync(ApiRequest request, SemaphoreSlim turn, Func<Task<IResult>> run)
    {
        if (!await turn.WaitAsync(TimeSpan.Zero, request.Cancellation))
            return new ProblemResult(Problems.Busy("Một kịch bản khác đang chạy.", "Another scenario is being run.", RetryAfterSeconds));
        try
        {
            return await run();
        }
        finally
        {
            turn.Release();
        }
    }

    private static async Task<IResult> RunAsync(ApiRequest request, ScenarioShelf shelf, IFeatureStore store, RunSettings settings)
    {
        var (scenario, problem) = await ScenarioEndpoints.FindAsync(request, shelf);
        if (scenario is null)
            return problem!; // one of the two is always there
        request.StopTimer();
        var problems = await ScenarioCheck.CheckAsync(scenario, store, request.Cancellation);
        if (problems.Any(p => !p.IsWarning))
            return new ProblemResult(ScenarioTrouble.Of(problems));
        try
        {
            var result = await new ScenarioRunner(store, settings).RunAsync(scenario, progress: null, request.Cancellation);
            await store.ApplyAsync(ScenarioPublication.ToStoreChange(result) with { Author = request.Author("scenario.run") }, request.Cancellation);
        }
        catch (ScenarioFailedException failure)
        {
            return new ProblemResult(ScenarioTrouble.Of(failure.Text));
        }
        return await CreatedAsync(request, shelf, scenario.Id);
    }

    private static async Task<IResult> CreatedAsync(ApiRequest request, ScenarioShelf shelf, string scenarioId)
    {
        var run = await shelf.RunAsync(scenarioId, request.Cancellation)
            ?? throw new InvalidOperationException($"The run of {scenarioId} left no manifest.");
        var address = request.Addresses.To($"{ScenarioDescription.PathOf(scenarioId)}/run");
        request.Http.Response.Headers.Location = address;
        return new DocumentResult(request, run.Content.ToArray(), [new Link(address, "self", Representation.Json.MediaType)]) { Status = StatusCodes.Status201Created };
    }
}
