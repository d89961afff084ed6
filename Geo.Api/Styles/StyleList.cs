using System.Text.Json.Nodes;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Api.Tiles;
using Geo.Engine.Features;

namespace Geo.Api.Styles;

/// <summary>Lists of styles, in the form of the draft of OGC API - Styles (20-009).</summary>
internal static class StyleList
{
    public const string Relation = "http://www.opengis.net/def/rel/ogc/1.0/styles";
    public const string LegendRelation = "http://www.opengis.net/def/rel/ogc/1.0/legend";

    /// <summary>The style that every collection has.</summary>
    public const string Default = "default";

    /// <summary>Path of the styles of a layer.</summary>
    public static string PathOf(string layerId) => $"{CollectionDescription.PathOf(layerId)}/styles";

    /// <summary>The link to the style of a layer.</summary>
    public static Link Stylesheet(ApiRequest request, Layer layer) =>
        new(request.Addresses.To($"{PathOf(layer.Id)}/{Default}"), "stylesheet", Representation.MapStyle.MediaType, layer.Definition.Title.For(request.Language));

    /// <summary>A list of styles.</summary>
    /// <param name="request">For addresses and language.</param>
    /// <param name="path">Path of the list.</param>
    /// <param name="styles">Identifiers and names.</param>
    /// <param name="links">Links of the list.</param>
    public static JsonObject Of(ApiRequest request, string path, IEnumerable<(string Id, BilingualText Title)> styles, IEnumerable<Link> links) => new()
    {
        ["links"] = TileMatrixSetDocuments.Links(links),
        ["styles"] = new JsonArray([.. styles.Select(s => new JsonObject
        {
            ["id"] = s.Id,
            ["title"] = s.Title.For(request.Language),
            ["links"] = TileMatrixSetDocuments.Links(StyleLinks(request, $"{path}/{Addresses.Segment(s.Id)}")),
        })]),
    };

    /// <summary>Links of one style: the sheet and its legend in two forms.</summary>
    public static IReadOnlyList<Link> StyleLinks(ApiRequest request, string path) =>
    [
        new(request.Addresses.To(path), "stylesheet", Representation.MapStyle.MediaType, "MapLibre"),
        new(request.Addresses.To($"{path}/legend"), LegendRelation, Representation.Json.MediaType, Texts.Legend.For(request.Language)),
        new(request.Addresses.To($"{path}/legend", "svg"), LegendRelation, Representation.Svg.MediaType, Texts.Legend.For(request.Language)),
    ];
}
