using Geo.Api.Http;
using Geo.Engine.Tiles;

namespace Geo.Api.Tiles;

/// <summary>Answers a request for a vector tile: 304, 204, or the tile, compressed for those who take it so.</summary>
internal static class VectorTileAnswer
{
    /// <summary>The answer.</summary>
    public static async Task<IResult> OfAsync(ApiRequest request, VectorTiles tiles, IReadOnlyList<TilePart> parts, TileAddress tile)
    {
        var key = VectorTiles.KeyOf(parts, tile);
        var encoding = TakesGzip(request.Http.Request) ? "gzip" : "identity";
        var tag = EntityTags.Strong(key, encoding);
        if (EntityTags.Matches(request.Http.Request, tag))
            return new NotModifiedResult(request, tag);
        var packed = await tiles.GetAsync(key, parts, tile, request.Cancellation);
        if (packed.IsEmpty)
        {
            Headers.Describe(request, tag, []);
            return Results.NoContent();
        }
        if (encoding != "gzip")
            return new BodyResult(request, packed.Unpack(), [], tag);
        request.Http.Response.Headers.ContentEncoding = encoding;
        return new BodyResult(request, packed.Gzip, [], tag);
    }

    /// <summary>The tile of the path, or the problem that there is no such set or tile.</summary>
    public static (TileAddress? Tile, IResult? Problem) Find(ApiRequest request)
    {
        if (TileMatrixSetEndpoints.Set(request) is not { } set)
            return (null, TileMatrixSetEndpoints.Unknown(request));
        var tile = TileAddress.Parse(set, request.Segment("tileMatrix"), request.Segment("tileCol"), request.Segment("tileRow"));
        return tile is null ? (null, new ProblemResult(NoTile(request, set))) : (tile, null);
    }

    /// <summary>RFC 9110, 12.5.3: the weight of gzip, else that of everything; none means no wish, for which the plain bytes are safe.</summary>
    private static bool TakesGzip(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        var gzip = accepted.FirstOrDefault(e => e.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase)) ?? accepted.FirstOrDefault(e => e.Value == "*");
        return gzip is not null && gzip.Quality is not 0;
    }

    private static RequestProblem NoTile(ApiRequest request, TileMatrixSet set)
    {
        var asked = Problems.Shown($"{request.Segment("tileMatrix")}/{request.Segment("tileRow")}/{request.Segment("tileCol")}");
        return Problems.NotFound(
            $"{set.Id} không có ô {asked}: tileMatrix từ 0 đến {set.MaxZoom}, tileRow và tileCol trong phạm vi của mức đó.",
            $"{set.Id} has no tile {asked}: tileMatrix is 0 to {set.MaxZoom}, tileRow and tileCol are within that level.");
    }
}
