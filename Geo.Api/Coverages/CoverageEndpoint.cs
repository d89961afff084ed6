using System.Globalization;
using Geo.Api.Http;
using Geo.Api.Tiles;

namespace Geo.Api.Coverages;

/// <summary>A part of a grid as a cloud-optimised GeoTIFF, in a system and at a resolution of the client's choice (after the draft of OGC API - Coverages, 19-087).</summary>
internal static class CoverageEndpoint
{
    public const string Relation = "http://www.opengis.net/def/rel/ogc/1.0/coverage";

    /// <summary>Cells of the largest answer: 64 MiB before compression.</summary>
    private const int MostCells = 16 * 1024 * 1024;

    public static void MapCoverages(this IEndpointRouteBuilder routes)
    {
        var catalog = routes.ServiceProvider.GetRequiredService<GridCatalog>();
        var parts = routes.ServiceProvider.GetRequiredService<GridParts>();
        routes.MapResource(new Resource("/grids/{gridId}/coverage", [Representation.GeoTiff], CoverageSelection.Parameters), request => AnswerAsync(request, catalog, parts));
    }

    private static async Task<IResult> AnswerAsync(ApiRequest request, GridCatalog catalog, GridParts parts)
    {
        if (await catalog.FindAsync(request.Segment("gridId"), request.Cancellation) is not { } grid)
            return await GridEndpoints.UnknownAsync(request, catalog);
        var own = await catalog.FrameAsync(grid, request.Cancellation);
        var selection = CoverageSelection.Parse(request, grid.Layer, own.System);
        if (request.Faults.Count > 0)
            return new ProblemResult(Problems.Parameters(request.Faults));
        var frame = selection.FrameOn(own, MostCells, out var cells);
        if (cells > MostCells)
            return new ProblemResult(TooLarge(cells));
        var tag = EntityTags.Strong(grid.Version, selection.Key);
        if (EntityTags.Matches(request.Http.Request, tag))
            return new NotModifiedResult(request, tag);
        Headers.Describe(request, tag, []);
        if (frame is null)
            return Results.NoContent();
        Headers.SetCrs(request.Http.Response, selection.Crs.Uri);
        request.StopTimer();
        var file = await parts.GetAsync(grid, selection, frame, request.Cancellation);
        return Results.Bytes(file, request.MediaType, $"{grid.Layer.Id}.tif", enableRangeProcessing: true, entityTag: tag);
    }

    private static RequestProblem TooLarge(double cells)
    {
        var (asked, allowed) = (cells.ToString("0.##e0", CultureInfo.InvariantCulture), MostCells.ToString(CultureInfo.InvariantCulture));
        return new(
            StatusCodes.Status413PayloadTooLarge,
            "too-large",
            new("Kết quả quá lớn", "Too large"),
            new(
                $"Kết quả có {asked} ô; cho phép {allowed}. Hãy thu hẹp bbox hoặc tăng resolution; cả lưới có ở dạng tệp GeoTIFF.",
                $"The answer has {asked} cells; allowed are {allowed}. Take a smaller bbox or a larger resolution; the whole grid is there as a GeoTIFF file."));
    }
}
