using System.Text.Json.Nodes;
using Geo.Api.Http;
using Geo.Engine.Tiles;

namespace Geo.Api.Tiles;

/// <summary>Definitions of pyramids (Two Dimensional Tile Matrix Set 2.0).</summary>
internal static class TileMatrixSetDocuments
{
    /// <summary>The pyramids there are.</summary>
    public static JsonObject All(ApiRequest request, IEnumerable<Link> links) => new()
    {
        ["links"] = Links(links),
        ["tileMatrixSets"] = new JsonArray([.. TileMatrixSet.All.Select(s => new JsonObject
        {
            ["id"] = s.Id,
            ["uri"] = s.Uri,
            ["crs"] = s.System.Uri,
            ["links"] = Links([new Link(request.Addresses.To($"/tileMatrixSets/{s.Id}"), "self", Representation.Json.MediaType, s.Id)]),
        })]),
    };

    /// <summary>The definition of one.</summary>
    public static JsonObject One(TileMatrixSet set) => new()
    {
        ["id"] = set.Id,
        ["uri"] = set.Uri,
        ["crs"] = set.System.Uri,
        ["wellKnownScaleSet"] = set == TileMatrixSet.WebMercatorQuad ? "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible" : "http://www.opengis.net/def/wkss/OGC/1.0/GoogleCRS84Quad",
        ["tileMatrices"] = new JsonArray([.. Enumerable.Range(0, set.MaxZoom + 1).Select(zoom => Matrix(set, zoom))]),
    };

    /// <summary>Links as they stand in a free-form document.</summary>
    public static JsonArray Links(IEnumerable<Link> links) => new([.. links.Select(l => System.Text.Json.JsonSerializer.SerializeToNode(l, ApiJson.Readable.Link))]);

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
}
