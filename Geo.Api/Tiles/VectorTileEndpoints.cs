using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Tiles;

namespace Geo.Api.Tiles;

/// <summary>Vector tiles of collections (OGC API - Tiles 1.0) with what describes them, and TileJSON for web maps.</summary>
internal static class VectorTileEndpoints
{
    public static void MapVectorTiles(this IEndpointRouteBuilder routes)
    {
        var store = routes.ServiceProvider.GetRequiredService<IFeatureStore>();
        var tiles = routes.ServiceProvider.GetRequiredService<VectorTiles>();
        Representation[] json = [Representation.Json];
        routes.MapResource(new Resource("/tileMatrixSets", json), request => Task.FromResult<IResult>(Document(request, TilesetDocuments.TileMatrixSets(request))));
        routes.MapResource(new Resource("/tileMatrixSets/{tileMatrixSetId}", json), request => Task.FromResult<IResult>(
            Set(request) is { } set ? Document(request, TilesetDocuments.Definition(set)) : UnknownSet(request)));
        routes.MapResource(new Resource("/collections/{collectionId}/tiles", json), request => OfLayerAsync(request, store, layer =>
            Document(request, TilesetDocuments.Tilesets(request, layer))));
        routes.MapResource(new Resource("/collections/{collectionId}/tilejson", json), request => OfLayerAsync(request, store, layer =>
            Document(request, TilesetDocuments.TileJson(request, layer))));
        routes.MapResource(new Resource("/collections/{collectionId}/tiles/{tileMatrixSetId}", json), request => OfLayerAsync(request, store, layer =>
            Set(request) is { } set ? Document(request, TilesetDocuments.Tileset(request, layer, set)) : UnknownSet(request)));
        routes.MapResource(new Resource("/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}", [Representation.Mvt]), request => TileAsync(request, store, tiles));
    }

    private static async Task<IResult> OfLayerAsync(ApiRequest request, IFeatureStore store, Func<Layer, IResult> answer)
    {
        var (layer, problem) = await CollectionEndpoints.FindAsync(request, store);
        return layer is null ? problem! : answer(layer); // one of the two is always there
    }

    private static async Task<IResult> TileAsync(ApiRequest request, IFeatureStore store, VectorTiles tiles)
    {
        var (layer, problem) = await CollectionEndpoints.FindAsync(request, store);
        if (layer is null)
            return problem!; // one of the two is always there
        if (Set(request) is not { } set)
            return UnknownSet(request);
        if (TileAddress.Parse(set, request.Segment("tileMatrix"), request.Segment("tileCol"), request.Segment("tileRow")) is not { } tile)
            return new ProblemResult(NoTile(request, set));
        var tag = LayerTags.Of(request, layer, string.Create(CultureInfo.InvariantCulture, $"{set.Id}/{tile.Zoom}/{tile.Row}/{tile.Column}"));
        if (EntityTags.Matches(request.Http.Request, tag))
            return new NotModifiedResult(request, tag);
        var bytes = await tiles.GetAsync(layer, tile, request.Cancellation);
        if (bytes.Length > 0)
            return new BodyResult(request, bytes, [], tag);
        Headers.Describe(request, tag, []);
        return Results.NoContent();
    }

    private static TileMatrixSet? Set(ApiRequest request) => TileMatrixSet.Find(request.Segment("tileMatrixSetId"));

    private static DocumentResult Document(ApiRequest request, JsonObject document) => new(request, JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.JsonObject), []);

    private static ProblemResult UnknownSet(ApiRequest request) => new(
        Problems.Unknown(new("hệ ô", "tile matrix set"), request.Segment("tileMatrixSetId"), [.. TileMatrixSet.All.Select(s => s.Id)]));

    private static RequestProblem NoTile(ApiRequest request, TileMatrixSet set)
    {
        var asked = Problems.Shown($"{request.Segment("tileMatrix")}/{request.Segment("tileRow")}/{request.Segment("tileCol")}");
        return Problems.NotFound(
            $"{set.Id} không có ô {asked}: tileMatrix từ 0 đến {set.MaxZoom}, tileRow và tileCol trong phạm vi của mức đó.",
            $"{set.Id} has no tile {asked}: tileMatrix is 0 to {set.MaxZoom}, tileRow and tileCol are within that level.");
    }
}
