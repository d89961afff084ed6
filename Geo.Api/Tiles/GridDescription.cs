using Geo.Api.Collections;
using Geo.Api.Coverages;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Api.Tiles;

/// <summary>Describes grids to clients.</summary>
internal static class GridDescription
{
    public static GridDocument Of(ApiRequest request, KnownGrid grid, Extent bounds, IEnumerable<Link> own)
    {
        var (layer, language) = (grid.Layer, request.Language);
        var template = $"{request.Addresses.Root}{PathOf(layer.Id)}/tiles/{{z}}/{{x}}/{{y}}.png?v={grid.Version}";
        return new GridDocument
        {
            Id = layer.Id,
            Name = layer.Title.For(language),
            Title = layer.Title.For(language),
            Description = layer.Description.For(language),
            Attribution = layer.Provenance.Attribution,
            IsCategorical = layer.IsCategorical,
            Unit = layer.Unit,
            Bounds = ExtentDocument.Outwards(bounds),
            Tiles = [template],
            Legend = [.. layer.Legend.Select(e => new GridDocument.LegendDocument(e.From, e.To, e.Colour, e.Label.For(language)))],
            Provenance = ProvenanceDocument.Of(layer.Provenance, language),
            Links = [.. own, Tiles(template, language), File(request, layer), Part(request, layer)],
        };
    }

    /// <summary>Links of a grid in a list.</summary>
    public static IEnumerable<Link> OwnLinks(ApiRequest request, GridLayer layer)
    {
        var title = layer.Title.For(request.Language);
        yield return new Link(request.Addresses.To(PathOf(layer.Id)), "self", Representation.Json.MediaType, title);
        yield return new Link(request.Addresses.To(PathOf(layer.Id), "html"), "alternate", Representation.Html.MediaType, title);
    }

    /// <summary>Path of a grid, percent-encoded.</summary>
    public static string PathOf(string gridId) => $"/grids/{Addresses.Segment(gridId)}";

    private static Link Tiles(string template, string language) =>
        new(template, "item", "image/png", new BilingualText("Các ô ảnh", "Tiles").For(language)) { Templated = true };

    private static Link Part(ApiRequest request, GridLayer layer) => new(
        request.Addresses.To(PathOf(layer.Id) + "/coverage"), CoverageEndpoint.Relation, Representation.GeoTiff.MediaType, new BilingualText("Một phần của lưới", "A part of the grid").For(request.Language));

    private static Link File(ApiRequest request, GridLayer layer) =>
        new(request.Addresses.To(PathOf(layer.Id) + ".tif"), "enclosure", "image/tiff", "GeoTIFF");
}
