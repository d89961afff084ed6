using System.Globalization;
using Geo.Api.Http;

namespace Geo.Api.Tiles;

/// <summary>Tiles of grids for maps (XYZ).</summary>
internal static class TileEndpoint
{
    /// <summary>A tile whose address holds the version of its grid never changes.</summary>
    private const string ForEver = "public, max-age=31536000, immutable";

    public static void MapTiles(this IEndpointRouteBuilder routes)
    {
        var catalog = routes.ServiceProvider.GetRequiredService<GridCatalog>();
        routes.MapResource(new Resource("/grids/{gridId}/tiles/{z}/{x}/{y}.png", [Representation.Png], "v"), request => TileAsync(request, catalog));
    }

    private static async Task<IResult> TileAsync(ApiRequest request, GridCatalog catalog)
    {
        if (await catalog.FindAsync(request.Segment("gridId"), request.Cancellation) is not { } grid)
            return await GridEndpoints.UnknownAsync(request, catalog);
        if (MercatorTile.Parse(request.Segment("z"), request.Segment("x"), request.Segment("y")) is not { } tile)
            return new ProblemResult(NoTile(request));
        var tag = EntityTags.Strong(grid.Version, string.Create(CultureInfo.InvariantCulture, $"{tile.Zoom}/{tile.Column}/{tile.Row}"));
        var caching = request.Parameter("v") == grid.Version ? ForEver : Headers.Revalidate;
        if (EntityTags.Matches(request.Http.Request, tag))
            return new NotModifiedResult(request, tag, caching);
        var image = await catalog.ImageAsync(grid, request.Cancellation);
        return new BodyResult(request, TileRenderer.Render(image, tile), [], tag, caching);
    }

    /// <summary>The problem that there is no tile of these numbers.</summary>
    public static RequestProblem NoTile(ApiRequest request)
    {
        var asked = Problems.Shown($"{request.Segment("z")}/{request.Segment("x")}/{request.Segment("y")}");
        return Problems.NotFound(
            $"Không có ô ảnh {asked}: z từ 0 đến {MercatorTile.MaxZoom}, x và y từ 0 đến 2^z - 1.",
            $"There is no tile {asked}: z is 0 to {MercatorTile.MaxZoom}, x and y are 0 to 2^z - 1.");
    }
}
