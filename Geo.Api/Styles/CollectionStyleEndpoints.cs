using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Api.Tiles;
using Geo.Engine.Features;

namespace Geo.Api.Styles;

/// <summary>The style of each collection, for MapLibre and QGIS, with its legend.</summary>
internal static class CollectionStyleEndpoints
{
    public static void MapCollectionStyles(this IEndpointRouteBuilder routes)
    {
        var store = routes.ServiceProvider.GetRequiredService<IFeatureStore>();
        var catalog = routes.ServiceProvider.GetRequiredService<GridCatalog>();
        routes.MapResource(new Resource("/collections/{collectionId}/styles", StyleAnswers.ListForms), request => ListAsync(request, store));
        routes.MapResource(new Resource("/collections/{collectionId}/styles/{styleId}", [Representation.MapStyle]), request => OneAsync(request, store, catalog, (layer, look) =>
            StyleAnswers.Style(request, $"{StyleList.PathOf(layer.Id)}/{StyleList.Default}", layer.Definition.Title, [(layer, look)])));
        routes.MapResource(new Resource("/collections/{collectionId}/styles/{styleId}/legend", StyleAnswers.LegendForms), request => OneAsync(request, store, catalog, (layer, look) =>
            StyleAnswers.Legend(request, layer.Definition.Title, look)));
    }

    /// <summary>The look of a layer; zones take the colours of their theme's grid of classes.</summary>
    public static async Task<LayerLook> LookAsync(ApiRequest request, Layer layer, GridCatalog catalog)
    {
        var theme = LayerLook.ThemeOf(layer.Definition);
        var grid = theme is null ? null : await catalog.FindAsync($"classes-{theme}", request.Cancellation);
        return LayerLook.Of(layer.Definition, grid?.Layer.Legend ?? []);
    }

    private static async Task<IResult> ListAsync(ApiRequest request, IFeatureStore store)
    {
        var (layer, problem) = await CollectionEndpoints.FindAsync(request, store);
        if (layer is null)
            return problem!; // one of the two is always there
        (string, string)[] trail = [.. CollectionPages.Trail(request), CollectionPages.CollectionsCrumb(request), CollectionPages.Crumb(request, layer.Definition)];
        return StyleAnswers.List(request, StyleList.PathOf(layer.Id), [(StyleList.Default, layer.Definition.Title)], trail);
    }

    private static async Task<IResult> OneAsync(ApiRequest request, IFeatureStore store, GridCatalog catalog, Func<Layer, LayerLook, IResult> answer)
    {
        var (layer, problem) = await CollectionEndpoints.FindAsync(request, store);
        if (layer is null)
            return problem!; // one of the two is always there
        return request.Segment("styleId") == StyleList.Default
            ? answer(layer, await LookAsync(request, layer, catalog))
            : new ProblemResult(Problems.Unknown(new("kiểu", "style"), request.Segment("styleId"), [StyleList.Default]));
    }
}
