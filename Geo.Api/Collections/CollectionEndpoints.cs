using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>The list of collections and each collection.</summary>
internal static class CollectionEndpoints
{
    private static readonly Representation[] Forms = [Representation.Json, Representation.Html];

    public static void MapCollections(this IEndpointRouteBuilder routes)
    {
        var store = routes.ServiceProvider.GetRequiredService<IFeatureStore>();
        var times = new TemporalExtents(store);
        routes.MapResource(new Resource("/collections", Forms), request => ListAsync(request, store, times));
        routes.MapResource(new Resource("/collections/{collectionId}", Forms), request => OneAsync(request, store, times));
    }

    /// <summary>The layer that the path names, or the problem that there is none.</summary>
    public static async Task<(Layer? Layer, IResult? Problem)> FindAsync(ApiRequest request, IFeatureStore store)
    {
        var id = request.Segment("collectionId");
        if (!id.Contains('\0', StringComparison.Ordinal) && await store.FindLayerAsync(id, request.Cancellation) is { } layer)
            return (layer, null);
        var known = (await store.ListLayersAsync(request.Cancellation)).Select(l => l.Id);
        return (null, new ProblemResult(Problems.Unknown(new("lớp dữ liệu", "collection"), id, known)));
    }

    private static async Task<IResult> ListAsync(ApiRequest request, IFeatureStore store, TemporalExtents times)
    {
        var collections = new List<CollectionDocument>();
        foreach (var layer in await store.ListLayersAsync(request.Cancellation))
            collections.Add(CollectionDescription.Of(request, layer, await times.OfAsync(layer, request.Cancellation), CollectionDescription.OwnLinks(request, layer)));
        var document = new CollectionListDocument([.. request.OwnLinks(Forms)], CrsParameter.Uris, collections);
        var body = request.Form.IsHtml
            ? CollectionPages.List(request, document)
            : JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.CollectionListDocument);
        return new DocumentResult(request, body, document.Links);
    }

    private static async Task<IResult> OneAsync(ApiRequest request, IFeatureStore store, TemporalExtents times)
    {
        var (layer, problem) = await FindAsync(request, store);
        if (layer is null)
            return problem!; // one of the two is always there
        var document = CollectionDescription.Of(request, layer, await times.OfAsync(layer, request.Cancellation), request.OwnLinks(Forms));
        var body = request.Form.IsHtml
            ? CollectionPages.One(request, document, layer)
            : JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.CollectionDocument);
        return new DocumentResult(request, body, document.Links);
    }
}
