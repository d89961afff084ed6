using System.Globalization;
using Geo.Api.Http;
using Geo.Api.Tiles;
using Geo.Engine.Scenarios;

namespace Geo.Api.Scenarios;

/// <summary>Tiles of the scores of a theme under other weights than its own: what a slider of the map moves.</summary>
internal sealed class WeighedTiles(ScoreWeigher weigher, GeoOptions options)
{
    private const long Mebibyte = 1024 * 1024;
    private readonly BoundedCache<GridImage> _images = new(options.GridCacheMebibytes * Mebibyte / 8, image => image.Bytes);

    /// <summary>A tile, or why there is none.</summary>
    public async Task<IResult> AnswerAsync(ApiRequest request, Scenario scenario, Theme theme, IReadOnlyList<double> weights, MercatorTile tile)
    {
        var key = await weigher.KeyAsync(scenario, theme, request.Cancellation);
        var weighed = string.Join(',', weights.Select(w => w.ToString("R", CultureInfo.InvariantCulture)));
        var tag = EntityTags.Strong(key, weighed, string.Create(CultureInfo.InvariantCulture, $"{tile.Zoom}/{tile.Column}/{tile.Row}"));
        if (EntityTags.Matches(request.Http.Request, tag))
            return new NotModifiedResult(request, tag, Headers.Revalidate);
        request.StopTimer();
        try
        {
            var image = await _images.GetAsync(
                $"{key} {weighed}",
                async () => GridImage.Of(await weigher.WeighAsync(key, scenario, theme, weights, CancellationToken.None), ScenarioPublication.ScoreLegend, isCategorical: false),
                request.Cancellation);
            return new BodyResult(request, TileRenderer.Render(image, tile), [], tag, Headers.Revalidate);
        }
        catch (ScenarioFailedException failure)
        {
            return new ProblemResult(ScenarioTrouble.Of(failure.Text));
        }
    }
}
