using Geo.Api.Formats;
using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>The links of a page of features and of one feature.</summary>
internal static class ItemsLinks
{
    /// <summary>Forms of a page.</summary>
    public static IReadOnlyList<Representation> Forms { get; } = [Representation.GeoJson, Representation.Html, .. FeatureForms.OfPages];

    /// <summary>Forms of one feature.</summary>
    public static IReadOnlyList<Representation> FormsOfFeature { get; } = [Representation.GeoJson, Representation.Html];

    /// <summary>Links of a page.</summary>
    /// <param name="request">The request for this page.</param>
    /// <param name="layer">Its layer.</param>
    /// <param name="query">What it asks for.</param>
    /// <param name="next">Cursor of the next page; null when this is the last.</param>
    public static IReadOnlyList<Link> Of(ApiRequest request, Layer layer, ItemsQuery query, string? next)
    {
        var links = request.OwnLinks(Forms).ToList();
        if (query.Previous is var (cursor, offset))
            links.Add(new Link(request.Addresses.With(("cursor", cursor), ("offset", offset)), "prev", request.Form.MediaType, new BilingualText("Trang trước", "Previous page").For(request.Language)));
        if (next is not null)
            links.Add(new Link(request.Addresses.With(("cursor", next), ("offset", null)), "next", request.Form.MediaType, new BilingualText("Trang sau", "Next page").For(request.Language)));
        return [.. links, Collection(request, layer), .. Schemas(request, layer)];
    }

    /// <summary>Links of one feature.</summary>
    public static IReadOnlyList<Link> OfFeature(ApiRequest request, Layer layer) => [.. request.OwnLinks(FormsOfFeature), Collection(request, layer)];

    /// <summary>Links to the schemas of a layer, as the tests of OGC look for them in the body and in the headers.</summary>
    public static IEnumerable<Link> Schemas(ApiRequest request, Layer layer) =>
        LayerSchema.All.Select(s => new Link(request.Addresses.To(s.PathOf(layer.Id)), s.Rel, Representation.Schema.MediaType, s.Title.For(request.Language)));

    /// <summary>The link to a layer's collection.</summary>
    public static Link Collection(ApiRequest request, Layer layer) =>
        new(request.Addresses.To(CollectionDescription.PathOf(layer.Id)), "collection", Representation.Json.MediaType, layer.Definition.Title.For(request.Language));
}
