using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Api.Tiles;
using Geo.Engine.Features;

namespace Geo.Api.Styles;

/// <summary>A style for the results of each theme: its zones by class above the ground that is there, below borders and names.</summary>
internal static class ThemeStyleEndpoints
{
    private static readonly string[] Below = ["coast", "estuary"];
    private static readonly string[] Above = ["roads", "districts", "ports"];

    public static void MapThemeStyles(this IEndpointRouteBuilder routes)
    {
        var store = routes.ServiceProvider.GetRequiredService<IFeatureStore>();
        var catalog = routes.ServiceProvider.GetRequiredService<GridCatalog>();
        routes.MapResource(new Resource("/styles", StyleAnswers.ListForms), request => ListAsync(request, store));
        routes.MapResource(new Resource("/styles/{styleId}", [Representation.MapStyle]), request => OneAsync(request, store, catalog));
        routes.MapResource(new Resource("/styles/{styleId}/legend", StyleAnswers.LegendForms), request => LegendAsync(request, store, catalog));
    }

    private static async Task<IResult> ListAsync(ApiRequest request, IFeatureStore store)
    {
        var zones = Zones(await store.ListLayersAsync(request.Cancellation));
        return StyleAnswers.List(request, "/styles", [.. zones.Select(z => (z.Theme, z.Layer.Definition.Title))], CollectionPages.Trail(request));
    }

    private static async Task<IResult> OneAsync(ApiRequest request, IFeatureStore store, GridCatalog catalog)
    {
        var layers = await store.ListLayersAsync(request.Cancellation);
        if (Find(request, layers) is not { } zones)
            return Unknown(request, layers);
        var drawn = new List<(Layer, LayerLook)>();
        foreach (var layer in Named(layers, Below).Append(zones).Concat(Named(layers, Above)))
            drawn.Add((layer, await CollectionStyleEndpoints.LookAsync(request, layer, catalog)));
        return StyleAnswers.Style(request, $"/styles/{Addresses.Segment(request.Segment("styleId"))}", zones.Definition.Title, drawn);
    }

    private static async Task<IResult> LegendAsync(ApiRequest request, IFeatureStore store, GridCatalog catalog)
    {
        var layers = await store.ListLayersAsync(request.Cancellation);
        return Find(request, layers) is { } zones
            ? StyleAnswers.Legend(request, zones.Definition.Title, await CollectionStyleEndpoints.LookAsync(request, zones, catalog))
            : Unknown(request, layers);
    }

    private static Layer? Find(ApiRequest request, IReadOnlyList<Layer> layers) => Zones(layers).FirstOrDefault(z => z.Theme == request.Segment("styleId")).Layer;

    private static IEnumerable<(string Theme, Layer Layer)> Zones(IReadOnlyList<Layer> layers) =>
        layers.Select(l => (Theme: LayerLook.ThemeOf(l.Definition), Layer: l)).Where(z => z.Theme is not null).Select(z => (z.Theme!, z.Layer)); // just looked

    private static IEnumerable<Layer> Named(IReadOnlyList<Layer> layers, string[] ids) => ids.Select(id => layers.FirstOrDefault(l => l.Id == id)).OfType<Layer>();

    private static ProblemResult Unknown(ApiRequest request, IReadOnlyList<Layer> layers) =>
        new(Problems.Unknown(new("kiểu", "style"), request.Segment("styleId"), Zones(layers).Select(z => z.Theme)));
}
