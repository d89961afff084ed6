using System.Text.Json.Nodes;
using Geo.Api.Http;
using Geo.Api.Styles;
using Geo.Engine.Features;
using Geo.Engine.Tiles;
using static Geo.Api.Tiles.TileMatrixSetDocuments;

namespace Geo.Api.Tiles;

/// <summary>What describes vector tiles: tilesets (OGC API - Tiles 1.0) and TileJSON 3.0.</summary>
internal static class TilesetDocuments
{
    public const string TilingScheme = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
    public const string VectorTilesets = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";

    /// <summary>Beyond it web maps enlarge what they have: a unit is then four centimetres.</summary>
    public const int DeepestWebZoom = 18;

    private static readonly BilingualText TileTitle = new("Ô vector", "Vector tiles");

    /// <summary>The tilesets of a source.</summary>
    public static JsonObject Tilesets(ApiRequest request, TileSource source, IEnumerable<Link> links) => new()
    {
        ["links"] = Links(links),
        ["tilesets"] = new JsonArray([.. TileMatrixSet.All.Select(s => Head(request, source, s, SetLinks(request, source, s, Self(request, source, s))))]),
    };

    /// <summary>One tileset.</summary>
    public static JsonObject Tileset(ApiRequest request, TileSource source, TileMatrixSet set, IEnumerable<Link> own)
    {
        var document = Head(request, source, set, SetLinks(request, source, set, own));
        document["layers"] = new JsonArray([.. source.Layers.Select(l => new JsonObject
        {
            ["id"] = l.Id,
            ["title"] = l.Definition.Title.For(request.Language),
            ["dataType"] = "vector",
            ["geometryDimension"] = Dimension(l.Definition.GeometryKind),
        })]);
        if (source.Extent is { } box)
            document["boundingBox"] = new JsonObject { ["lowerLeft"] = new JsonArray(box.MinX, box.MinY), ["upperRight"] = new JsonArray(box.MaxX, box.MaxY) };
        return document;
    }

    /// <summary>Links of a tileset: its own, its pyramid, its tiles.</summary>
    public static IReadOnlyList<Link> SetLinks(ApiRequest request, TileSource source, TileMatrixSet set, IEnumerable<Link> own) =>
    [
        .. own,
        new Link(request.Addresses.To($"/tileMatrixSets/{set.Id}"), TilingScheme, Representation.Json.MediaType, set.Id),
        new Link(source.Template(request, set, "{tileMatrix}/{tileRow}/{tileCol}"), "item", Representation.Mvt.MediaType, TitleOf(request, source, set)) { Templated = true },
    ];

    /// <summary>TileJSON 3.0, for web maps.</summary>
    public static JsonObject TileJson(ApiRequest request, Layer layer)
    {
        var document = new JsonObject
        {
            ["tilejson"] = "3.0.0",
            ["name"] = layer.Definition.Title.For(request.Language),
            ["description"] = layer.Definition.Description.For(request.Language),
            ["attribution"] = layer.Definition.Provenance.Attribution,
            ["scheme"] = "xyz",
            ["tiles"] = new JsonArray(TileSource.Of(layer).Template(request, TileMatrixSet.WebMercatorQuad, "{z}/{y}/{x}")),
            ["minzoom"] = 0,
            ["maxzoom"] = DeepestWebZoom,
            ["vector_layers"] = new JsonArray(new JsonObject
            {
                ["id"] = layer.Id,
                ["fields"] = new JsonObject(layer.Definition.Properties.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Name, p.Title?.For(request.Language) ?? p.Name))),
            }),
        };
        if (layer.Extent is { } box)
            document["bounds"] = new JsonArray(box.MinX, box.MinY, box.MaxX, box.MaxY);
        document["links"] = Links([StyleList.Stylesheet(request, layer)]);
        return document;
    }

    /// <summary>The name of a tileset.</summary>
    public static string TitleOf(ApiRequest request, TileSource source, TileMatrixSet set) =>
        $"{TileTitle.For(request.Language)}: {source.Title.For(request.Language)} ({set.Id})";

    private static Link[] Self(ApiRequest request, TileSource source, TileMatrixSet set) =>
        [new Link(source.AddressOf(request, $"/{set.Id}"), "self", Representation.Json.MediaType, TitleOf(request, source, set))];

    private static JsonObject Head(ApiRequest request, TileSource source, TileMatrixSet set, IEnumerable<Link> links) => new()
    {
        ["title"] = TitleOf(request, source, set),
        ["dataType"] = "vector",
        ["crs"] = set.System.Uri,
        ["tileMatrixSetURI"] = set.Uri,
        ["links"] = Links(links),
    };

    private static JsonNode? Dimension(GeometryKind kind) => kind switch
    {
        GeometryKind.Point or GeometryKind.MultiPoint => 0,
        GeometryKind.LineString or GeometryKind.MultiLineString => 1,
        GeometryKind.Polygon or GeometryKind.MultiPolygon => 2,
        _ => null,
    };
}
