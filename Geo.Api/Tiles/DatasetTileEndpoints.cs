using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Tiles;

/// <summary>
/// Vector tiles of the whole dataset (OGC API - Tiles 1.0): all collections in the order of their ids, or those that <c>collections</c> names, in its order.
/// </summary>
internal static class DatasetTileEndpoints
{
    private static readonly Representation[] Forms = [Representation.Json, Representation.Html];

    public static void MapDatasetTiles(this IEndpointRouteBuilder routes)
    {
        var store = routes.ServiceProvider.GetRequiredService<IFeatureStore>();
        var tiles = routes.ServiceProvider.GetRequiredService<VectorTiles>();
        routes.MapResource(new Resource("/tiles", Forms, "collections"), request => OfLayersAsync(request, store, layers => Tilesets(request, layers)));
        routes.MapResource(new Resource("/tiles/{tileMatrixSetId}", Forms, "collections"), request => OfLayersAsync(request, store, layers => Tileset(request, layers)));
        routes.MapResource(
            new Resource("/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}", [Representation.Mvt], "collections", "datetime"),
            request => TileAsync(request, store, tiles));
    }

    private static async Task<IResult> OfLayersAsync(ApiRequest request, IFeatureStore store, Func<IReadOnlyList<Layer>, IResult> answer)
    {
        var layers = CollectionsParameter.Read(request, await store.ListLayersAsync(request.Cancellation));
        return request.Faults.Count > 0 ? new ProblemResult(Problems.Parameters(request.Faults)) : answer(layers);
    }

    private static DocumentResult Tilesets(ApiRequest request, IReadOnlyList<Layer> layers)
    {
        var source = Source(request, layers);
        Link[] links = [.. request.OwnLinks(Forms)];
        return TileMatrixSetEndpoints.Document(
            request, TilesetDocuments.Tilesets(request, source, links), links, () => TilesetPages.Tilesets(request, source, CollectionPages.Trail(request), links));
    }

    private static IResult Tileset(ApiRequest request, IReadOnlyList<Layer> layers)
    {
        if (TileMatrixSetEndpoints.Set(request) is not { } set)
            return TileMatrixSetEndpoints.Unknown(request);
        var source = Source(request, layers);
        Link[] own = [.. request.OwnLinks(Forms)];
        var links = TilesetDocuments.SetLinks(request, source, set, own);
        return TileMatrixSetEndpoints.Document(
            request, TilesetDocuments.Tileset(request, source, set, own), links, () => TilesetPages.Tileset(request, source, set, CollectionPages.Trail(request), links));
    }

    private static async Task<IResult> TileAsync(ApiRequest request, IFeatureStore store, VectorTiles tiles)
    {
        var (tile, problem) = VectorTileAnswer.Find(request);
        if (tile is null)
            return problem!; // one of the two is always there
        var layers = CollectionsParameter.Read(request, await store.ListLayersAsync(request.Cancellation));
        var time = request.ReadValue("datetime", DatetimeParameter.Parse, DatetimeParameter.Allowed);
        return request.Faults.Count > 0
            ? new ProblemResult(Problems.Parameters(request.Faults))
            : await VectorTileAnswer.OfAsync(request, tiles, [.. layers.Select(l => TilePart.During(l, time, request.Parameter("datetime")))], tile);
    }

    private static TileSource Source(ApiRequest request, IReadOnlyList<Layer> layers) => new("/tiles", Texts.Collections, layers, request.Parameter("collections"));
}
