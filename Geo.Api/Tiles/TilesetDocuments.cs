using System.Text.Json.Nodes;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Tiles;

namespace Geo.Api.Tiles;

/// <summary>What describes tiles: pyramids (Two Dimensional Tile Matrix Set 2.0), tilesets (OGC API - Tiles 1.0) and TileJSON 3.0.</summary>
internal static class TilesetDocuments
{
    public const string TilingScheme = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
    public const string VectorTilesets = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";

    private static readonly BilingualText TileTitle = new("Ô vector", "Vector tiles");

    /// <summary>Path of the tilesets of a layer.</summary>
    public static string PathOf(string layerId) => $"{CollectionDescription.PathOf(layerId)}/tiles";

    /// <summary>The pyramids there are.</summary>
    public static JsonObject TileMatrixSets(ApiRequest request) => new()
    {
        ["links"] = Links(request.OwnLinks([Representation.Json])),
        ["tileMatrixSets"] = new JsonArray([.. TileMatrixSet.All.Select(s => new JsonObject
        {
            ["id"] = s.Id,
            ["uri"] = s.Uri,
            ["crs"] = s.System.Uri,
            ["links"] = Links([new Link(request.Addresses.To($"/tileMatrixSets/{s.Id}"), "self", Representation.Json.MediaType, s.Id)]),
        })]),
    };

    /// <summary>The definition of one pyramid.</summary>
    public static JsonObject Definition(TileMatrixSet set) => new()
    {
        ["id"] = set.Id,
        ["uri"] = set.Uri,
        ["crs"] = set.System.Uri,
        ["wellKnownScaleSet"] = set == TileMatrixSet.WebMercatorQuad ? "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible" : "http://www.opengis.net/def/wkss/OGC/1.0/GoogleCRS84Quad",
        ["tileMatrices"] = new JsonArray([.. Enumerable.Range(0, set.MaxZoom + 1).Select(zoom => Matrix(set, zoom))]),
    };

    /// <summary>The tilesets of a layer.</summary>
    public static JsonObject Tilesets(ApiRequest request, Layer layer) => new()
    {
        ["links"] = Links(request.OwnLinks([Representation.Json])),
        ["tilesets"] = new JsonArray([.. TileMatrixSet.All.Select(s => Head(layer, s, request, isSelf: false))]),
    };

    /// <summary>One tileset of a layer.</summary>
    public static JsonObject Tileset(ApiRequest request, Layer layer, TileMatrixSet set)
    {
        var document = Head(layer, set, request, isSelf: true);
        document["layers"] = new JsonArray(new JsonObject
        {
            ["id"] = layer.Id,
            ["title"] = layer.Definition.Title.For(request.Language),
            ["dataType"] = "vector",
            ["geometryDimension"] = Dimension(layer.Definition.GeometryKind),
        });
        if (layer.Extent is { } box)
            document["boundingBox"] = new JsonObject { ["lowerLeft"] = new JsonArray(box.MinX, box.MinY), ["upperRight"] = new JsonArray(box.MaxX, box.MaxY) };
        return document;
    }

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
            ["tiles"] = new JsonArray(Template(request, layer, TileMatrixSet.WebMercatorQuad, "{z}/{y}/{x}")),
            ["minzoom"] = 0,
            ["maxzoom"] = TileMatrixSet.WebMercatorQuad.MaxZoom,
            ["vector_layers"] = new JsonArray(new JsonObject
            {
                ["id"] = layer.Id,
                ["fields"] = new JsonObject(layer.Definition.Properties.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Name, p.Title?.For(request.Language) ?? p.Name))),
            }),
        };
        if (layer.Extent is { } box)
            document["bounds"] = new JsonArray(box.MinX, box.MinY, box.MaxX, box.MaxY);
        return document;
    }

    private static JsonObject Head(Layer layer, TileMatrixSet set, ApiRequest request, bool isSelf)
    {
        var title = $"{TileTitle.For(request.Language)}: {layer.Definition.Title.For(request.Language)} ({set.Id})";
        var own = new Link(isSelf ? request.Addresses.Self() : request.Addresses.To($"{PathOf(layer.Id)}/{set.Id}"), "self", Representation.Json.MediaType, title);
        return new JsonObject
        {
            ["title"] = title,
            ["dataType"] = "vector",
            ["crs"] = set.System.Uri,
            ["tileMatrixSetURI"] = set.Uri,
            ["links"] = Links(
            [
                own,
                new Link(request.Addresses.To($"/tileMatrixSets/{set.Id}"), TilingScheme, Representation.Json.MediaType, set.Id),
                new Link(Template(request, layer, set, "{tileMatrix}/{tileRow}/{tileCol}"), "item", Representation.Mvt.MediaType, title) { Templated = true },
            ]),
        };
    }

    // Curly brackets must not be percent-encoded, so they are put behind the address.
    private static string Template(ApiRequest request, Layer layer, TileMatrixSet set, string variables) =>
        $"{request.Addresses.To($"{PathOf(layer.Id)}/{set.Id}")}/{variables}";

    private static JsonObject Matrix(TileMatrixSet set, int zoom) => new()
    {
        ["id"] = FormattableString.Invariant($"{zoom}"),
        ["scaleDenominator"] = set.ScaleDenominator(zoom),
        ["cellSize"] = set.CellSize(zoom),
        ["cornerOfOrigin"] = "topLeft",
        ["pointOfOrigin"] = new JsonArray(set.Extent.MinX, set.Extent.MaxY),
        ["tileWidth"] = 256,
        ["tileHeight"] = 256,
        ["matrixWidth"] = set.Columns(zoom),
        ["matrixHeight"] = TileMatrixSet.Rows(zoom),
    };

    private static JsonNode? Dimension(GeometryKind kind) => kind switch
    {
        GeometryKind.Point or GeometryKind.MultiPoint => 0,
        GeometryKind.LineString or GeometryKind.MultiLineString => 1,
        GeometryKind.Polygon or GeometryKind.MultiPolygon => 2,
        _ => null,
    };

    private static JsonArray Links(IEnumerable<Link> links) => new([.. links.Select(l => System.Text.Json.JsonSerializer.SerializeToNode(l, ApiJson.Readable.Link))]);
}
