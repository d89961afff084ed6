using System.Text.Json;
using Geo.Api.Http;
using Geo.Api.Tiles;
using Geo.Engine.Features;
using Geo.Engine.Scenarios;

namespace Geo.Api.Scenarios;

/// <summary>Why a place has its score, and why a zone is judged as it is.</summary>
internal static class WhyEndpoint
{
    public static void MapWhy(this IEndpointRouteBuilder routes)
    {
        var shelf = routes.ServiceProvider.GetRequiredService<ScenarioShelf>();
        var explainer = routes.ServiceProvider.GetRequiredService<ScoreExplainer>();
        var areas = new WhyArea(routes.ServiceProvider.GetRequiredService<IFeatureStore>(), explainer);
        routes.MapResource(
            new Resource("/scenarios/{scenarioId}/why", [Representation.Json], "theme", "lon", "lat", "collection", "feature"),
            request => WhyAsync(request, shelf, explainer, areas));
    }

    private static async Task<IResult> WhyAsync(ApiRequest request, ScenarioShelf shelf, ScoreExplainer explainer, WhyArea areas)
    {
        var (scenario, problem) = await ScenarioEndpoints.FindAsync(request, shelf);
        if (scenario is null)
            return problem!; // one of the two is always there
        var theme = ThemeOf(request, scenario);
        if (WhyArea.IsAsked(request))
            return await areas.AnswerAsync(request, scenario, theme);
        var at = PositionParameters.Parse(request);
        if (request.Faults.Count > 0)
            return new ProblemResult(Problems.Parameters(request.Faults));
        request.StopTimer();
        return await ExplainAsync(request, scenario, theme, at, explainer);
    }

    private static async Task<IResult> ExplainAsync(ApiRequest request, Scenario scenario, string theme, (double Longitude, double Latitude) at, ScoreExplainer explainer)
    {
        try
        {
            if (await explainer.ExplainAsync(scenario, theme, at.Longitude, at.Latitude, request.Cancellation) is not { } why)
                return new ProblemResult(Problems.NotFound("Vị trí nằm ngoài lưới của kịch bản.", "The position lies outside the scenario's grid."));
            var document = ExplanationDocument.Of(request.Language, scenario.Id, theme, at, why, [.. request.OwnLinks([Representation.Json])]);
            return new DocumentResult(request, JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.ExplanationDocument), document.Links);
        }
        catch (ScenarioFailedException failure)
        {
            return new ProblemResult(ScenarioTrouble.Of(failure.Text));
        }
    }

    /// <summary>The theme asked for; the only one where there is one.</summary>
    public static string ThemeOf(ApiRequest request, Scenario scenario)
    {
        var asked = request.Parameter("theme") ?? (scenario.Themes.Count == 1 ? scenario.Themes[0].Id : "");
        if (scenario.Themes.All(t => t.Id != asked))
        {
            var known = string.Join(", ", scenario.Themes.Select(t => t.Id));
            request.Faults.Add(new ParameterFault("theme", asked, new(known, known)));
        }
        return asked;
    }
}
