using System.Text;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Scenarios;

namespace Geo.Api.Scenarios;

/// <summary>Scenarios and the record of their last run.</summary>
internal static class ScenarioEndpoints
{
    private static readonly Representation[] ListForms = [Representation.Json, Representation.Html];
    private static readonly Representation[] Forms = [Representation.Json, Representation.Html, Representation.Yaml];

    public static void MapScenarios(this IEndpointRouteBuilder routes)
    {
        var shelf = routes.ServiceProvider.GetRequiredService<ScenarioShelf>();
        routes.MapResource(new Resource("/scenarios", ListForms), request => ListAsync(request, shelf));
        routes.MapResource(new Resource("/scenarios/{scenarioId}", Forms), request => OneAsync(request, shelf));
        routes.MapResource(new Resource("/scenarios/{scenarioId}/run", [Representation.Json]), request => RunAsync(request, shelf));
    }

    /// <summary>The scenario that the path names, or the problem that there is none or that it cannot be read.</summary>
    public static async Task<(Scenario? Scenario, IResult? Problem)> FindAsync(ApiRequest request, ScenarioShelf shelf)
    {
        var id = request.Segment("scenarioId");
        if (await shelf.FindAsync(id, request.Cancellation) is not { } parse)
            return (null, await UnknownAsync(request, shelf));
        return parse.Scenario is { } scenario ? (scenario, null) : (null, new ProblemResult(ScenarioTrouble.Of(parse.Problems)));
    }

    private static async Task<IResult> UnknownAsync(ApiRequest request, ScenarioShelf shelf) => new ProblemResult(
        Problems.Unknown(new("kịch bản", "scenario"), request.Segment("scenarioId"), await shelf.ListAsync(request.Cancellation)));

    private static async Task<IResult> ListAsync(ApiRequest request, ScenarioShelf shelf)
    {
        var entries = new List<ScenarioListDocument.Entry>();
        foreach (var id in await shelf.ListAsync(request.Cancellation))
        {
            if (await shelf.FindAsync(id, request.Cancellation) is { } parse)
                entries.Add(ScenarioDescription.Entry(request, id, parse));
        }
        var document = new ScenarioListDocument([.. request.OwnLinks(ListForms)], entries);
        var body = request.Form.IsHtml ? ScenarioPages.List(request, document) : JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.ScenarioListDocument);
        return new DocumentResult(request, body, document.Links);
    }

    private static async Task<IResult> OneAsync(ApiRequest request, ScenarioShelf shelf)
    {
        var (scenario, problem) = await FindAsync(request, shelf);
        if (scenario is null)
            return problem!; // one of the two is always there
        var id = request.Segment("scenarioId");
        if (request.Form == Representation.Yaml)
            return new DocumentResult(request, Encoding.UTF8.GetBytes(scenario.Yaml), [.. request.OwnLinks(Forms)]);
        var document = ScenarioDescription.Of(request, id, scenario, [], request.OwnLinks(Forms));
        var body = request.Form.IsHtml ? ScenarioPages.One(request, document) : JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.ScenarioDocument);
        return new DocumentResult(request, body, document.Links);
    }

    private static async Task<IResult> RunAsync(ApiRequest request, ScenarioShelf shelf)
    {
        var id = request.Segment("scenarioId");
        if (await shelf.RunAsync(id, request.Cancellation) is { } run)
            return new DocumentResult(request, run.Content.ToArray(), [.. request.OwnLinks([Representation.Json])]);
        if (await shelf.TextAsync(id, request.Cancellation) is null)
            return await UnknownAsync(request, shelf);
        return new ProblemResult(Problems.NotFound($"Kịch bản {id} chưa được chạy.", $"The scenario {id} has not been run."));
    }
}
