using System.Text.Json;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Tiles;

/// <summary>Vector tiles of collections (OGC API - Tiles 1.0) with what describes them, and TileJSON for web maps.</summary>
internal static class VectorTileEndpoints
{
    private static readonly Representation[] Forms = [Representation.Json, Representation.Html];
    private static readonly Representation[] Tile = [Representation.Mvt];

    public static void MapVectorTiles(this IEndpointRouteBuilder routes)
    {
        var store = routes.ServiceProvider.GetRequiredService<IFeatureStore>();
        var tiles = routes.ServiceProvider.GetRequiredService<VectorTiles>();
        routes.MapResource(new Resource("/collections/{collectionId}/tiles", Forms), request => OfLayerAsync(request, store, layer => Tilesets(request, layer)));
        routes.MapResource(new Resource("/collections/{collectionId}/tiles/{tileMatrixSetId}", Forms), request => OfLayerAsync(request, store, layer => Tileset(request, layer)));
        routes.MapResource(new Resource("/collections/{collectionId}/tilejson", [Representation.Json]), request => OfLayerAsync(request, store, layer =>
            new DocumentResult(request, JsonSerializer.SerializeToUtf8Bytes(TilesetDocuments.TileJson(request, layer), ApiJson.Readable.JsonObject), [])));
        routes.MapResource(
            new Resource("/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}", Tile) { JudgesParameters = true },
            request => TileAsync(request, store, tiles));
    }

    private static async Task<IResult> OfLayerAsync(ApiRequest request, IFeatureStore store, Func<Layer, IResult> answer)
    {
        var (layer, problem) = await CollectionEndpoints.FindAsync(request, store);
        return layer is null ? problem! : answer(layer); // one of the two is always there
    }

    private static DocumentResult Tilesets(ApiRequest request, Layer layer)
    {
        var source = TileSource.Of(layer);
        Link[] links = [.. request.OwnLinks(Forms)];
        return TileMatrixSetEndpoints.Document(
            request, TilesetDocuments.Tilesets(request, source, links), links, () => TilesetPages.Tilesets(request, source, Trail(request, layer), links));
    }

    private static IResult Tileset(ApiRequest request, Layer layer)
    {
        if (TileMatrixSetEndpoints.Set(request) is not { } set)
            return TileMatrixSetEndpoints.Unknown(request);
        var source = TileSource.Of(layer);
        Link[] own = [.. request.OwnLinks(Forms)];
        var links = TilesetDocuments.SetLinks(request, source, set, own);
        return TileMatrixSetEndpoints.Document(
            request, TilesetDocuments.Tileset(request, source, set, own), links, () => TilesetPages.Tileset(request, source, set, Trail(request, layer), links));
    }

    private static async Task<IResult> TileAsync(ApiRequest request, IFeatureStore store, VectorTiles tiles)
    {
        var (layer, missing) = await CollectionEndpoints.FindAsync(request, store);
        if (layer is null)
            return missing!; // one of the two is always there
        var (tile, problem) = VectorTileAnswer.Find(request);
        if (tile is null)
            return problem!; // as above
        var part = TilePart.Parse(request, layer, Tile);
        return request.Faults.Count > 0 ? new ProblemResult(Problems.Parameters(request.Faults)) : await VectorTileAnswer.OfAsync(request, tiles, [part], tile);
    }

    private static (string, string)[] Trail(ApiRequest request, Layer layer) =>
        [.. CollectionPages.Trail(request), CollectionPages.CollectionsCrumb(request), CollectionPages.Crumb(request, layer.Definition)];
}
