using Geo.Api.Http;
using Geo.Api.Tiles;

namespace Geo.Api.Scenarios;

/// <summary>Scores under weights that the caller chooses, as tiles for maps (XYZ).</summary>
internal static class WeighedEndpoint
{
    public static void MapWeighed(this IEndpointRouteBuilder routes)
    {
        var (shelf, tiles) = (routes.ServiceProvider.GetRequiredService<ScenarioShelf>(), routes.ServiceProvider.GetRequiredService<WeighedTiles>());
        routes.MapResource(
            new Resource("/scenarios/{scenarioId}/weighed/{z}/{x}/{y}.png", [Representation.Png], "theme", "weights"),
            request => TileAsync(request, shelf, tiles));
    }

    private static async Task<IResult> TileAsync(ApiRequest request, ScenarioShelf shelf, WeighedTiles tiles)
    {
        var (scenario, problem) = await ScenarioEndpoints.FindAsync(request, shelf);
        if (scenario is null)
            return problem!; // one of the two is always there
        if (MercatorTile.Parse(request.Segment("z"), request.Segment("x"), request.Segment("y")) is not { } tile)
            return new ProblemResult(TileEndpoint.NoTile(request));
        var asked = WhyEndpoint.ThemeOf(request, scenario);
        if (scenario.Themes.FirstOrDefault(t => t.Id == asked) is not { } theme)
            return new ProblemResult(Problems.Parameters(request.Faults));
        var weights = WeightsParameter.Parse(request, theme);
        return request.Faults.Count > 0 ? new ProblemResult(Problems.Parameters(request.Faults)) : await tiles.AnswerAsync(request, scenario, theme, weights, tile);
    }
}
