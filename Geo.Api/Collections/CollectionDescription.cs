using Geo.Api.Formats;
using Geo.Api.Http;
using Geo.Api.Styles;
using Geo.Api.Tiles;
using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>Describes layers as collections.</summary>
internal static class CollectionDescription
{
    /// <summary>The description of one layer.</summary>
    /// <param name="request">For language and addresses.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="times">Its times; null for none.</param>
    /// <param name="own">Links <c>self</c> and <c>alternate</c>.</param>
    public static CollectionDocument Of(ApiRequest request, Layer layer, TimeInterval? times, IEnumerable<Link> own) => new()
    {
        Id = layer.Id,
        Title = layer.Definition.Title.For(request.Language),
        Description = layer.Definition.Description.For(request.Language),
        Extent = ExtentDocument.Of(layer.Extent, times),
        ItemCount = layer.FeatureCount,
        Crs = CrsParameter.Uris,
        StorageCrs = layer.Definition.System.Uri,
        GeometryType = layer.Definition.GeometryKind.ToString(),
        Provenance = ProvenanceDocument.Of(layer.Definition.Provenance, request.Language),
        Links = [.. own, .. Parts(request, layer)],
    };

    /// <summary>Links of a collection in a list, where it is not the document itself.</summary>
    public static IEnumerable<Link> OwnLinks(ApiRequest request, Layer layer)
    {
        var path = PathOf(layer.Id);
        var title = layer.Definition.Title.For(request.Language);
        yield return new Link(request.Addresses.To(path), "self", Representation.Json.MediaType, title);
        yield return new Link(request.Addresses.To(path, "html"), "alternate", Representation.Html.MediaType, title);
    }

    /// <summary>Path of a collection, percent-encoded.</summary>
    public static string PathOf(string layerId) => $"/collections/{Addresses.Segment(layerId)}";

    private static IEnumerable<Link> Parts(ApiRequest request, Layer layer)
    {
        var path = PathOf(layer.Id);
        var title = new BilingualText("Các đối tượng", "Features").For(request.Language);
        // Without f: clients append "/{id}" to this address as it stands.
        yield return new Link(request.Addresses.To($"{path}/items"), "items", Representation.GeoJson.MediaType, title);
        foreach (var form in ItemsLinks.Forms.Skip(1))
            yield return new Link(request.Addresses.To($"{path}/items", form.Key), "items", form.MediaType, title);
        var whole = new BilingualText("Tải cả lớp", "Download the whole layer").For(request.Language);
        foreach (var form in FeatureForms.OfLayers)
            yield return new Link(request.Addresses.To(DownloadEndpoint.PathOf(layer.Id), form.Key), "enclosure", form.MediaType, whole);
        yield return new Link(request.Addresses.To(TileSource.Of(layer).Path), TilesetDocuments.VectorTilesets, Representation.Json.MediaType, new BilingualText("Ô vector", "Vector tiles").For(request.Language));
        yield return new Link(request.Addresses.To(StyleList.PathOf(layer.Id)), StyleList.Relation, Representation.Json.MediaType, Texts.Styles.For(request.Language));
        var schema = LayerSchema.Returnables;
        yield return new Link(request.Addresses.To(schema.PathOf(layer.Id)), "describedby", Representation.Schema.MediaType, schema.Title.For(request.Language));
        foreach (var link in ItemsLinks.Schemas(request, layer))
            yield return link;
    }
}
