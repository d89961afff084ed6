using System.Text.Json;
using System.Text.Json.Nodes;
using Geo.Api.Http;
using Geo.Engine.Tiles;

namespace Geo.Api.Tiles;

/// <summary>The pyramids of tiles (Two Dimensional Tile Matrix Set 2.0).</summary>
internal static class TileMatrixSetEndpoints
{
    private static readonly Representation[] Forms = [Representation.Json, Representation.Html];

    public static void MapTileMatrixSets(this IEndpointRouteBuilder routes)
    {
        routes.MapResource(new Resource("/tileMatrixSets", Forms), request => Task.FromResult<IResult>(List(request)));
        routes.MapResource(new Resource("/tileMatrixSets/{tileMatrixSetId}", Forms), request => Task.FromResult(One(request)));
    }

    /// <summary>The pyramid that the path names; null when there is none.</summary>
    public static TileMatrixSet? Set(ApiRequest request) => TileMatrixSet.Find(request.Segment("tileMatrixSetId"));

    /// <summary>The problem that there is no such pyramid.</summary>
    public static ProblemResult Unknown(ApiRequest request) => new(
        Problems.Unknown(new("hệ ô", "tile matrix set"), request.Segment("tileMatrixSetId"), [.. TileMatrixSet.All.Select(s => s.Id)]));

    /// <summary>A free-form document, or the page of it.</summary>
    public static DocumentResult Document(ApiRequest request, JsonObject document, IReadOnlyList<Link> links, Func<byte[]> page) =>
        new(request, request.Form.IsHtml ? page() : JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.JsonObject), links);

    private static DocumentResult List(ApiRequest request)
    {
        Link[] links = [.. request.OwnLinks(Forms)];
        return Document(request, TileMatrixSetDocuments.All(request, links), links, () => TilesetPages.Pyramids(request, links));
    }

    private static IResult One(ApiRequest request)
    {
        if (Set(request) is not { } set)
            return Unknown(request);
        Link[] links = [.. request.OwnLinks(Forms)];
        return Document(request, TileMatrixSetDocuments.One(set), links, () => TilesetPages.Pyramid(request, set, links));
    }
}
