using System.Text.Json.Nodes;
using Geo.Api.Http;
using Geo.Api.Tiles;
using Geo.Engine.Features;
using Geo.Engine.Tiles;

namespace Geo.Api.Styles;

/// <summary>A MapLibre style (version 8) whose sources are this server's tiles; nothing is fetched from elsewhere.</summary>
internal static class StyleDocument
{
    /// <summary>The style of layers, the first drawn lowest.</summary>
    public static JsonObject Of(ApiRequest request, BilingualText title, IReadOnlyList<(Layer Layer, LayerLook Look)> layers)
    {
        var document = new JsonObject
        {
            ["version"] = 8,
            ["name"] = title.For(request.Language),
            ["sources"] = new JsonObject(layers.Select(l => KeyValuePair.Create<string, JsonNode?>(l.Layer.Id, Source(request, l.Layer)))),
            ["layers"] = new JsonArray([.. layers.SelectMany(l => StyleLayers.Of(l.Layer.Definition, l.Look, request.Language))]),
        };
        if (layers.Select(l => l.Layer.Extent).FirstOrDefault(e => e is not null) is { } box)
            document["center"] = new JsonArray(Math.Round((box.MinX + box.MaxX) / 2, 5), Math.Round((box.MinY + box.MaxY) / 2, 5));
        document["zoom"] = 9;
        return document;
    }

    // The tiles themselves rather than the address of their TileJSON: QGIS takes the template from here.
    private static JsonObject Source(ApiRequest request, Layer layer)
    {
        var source = new JsonObject
        {
            ["type"] = "vector",
            ["tiles"] = new JsonArray(TileSource.Of(layer).Template(request, TileMatrixSet.WebMercatorQuad, "{z}/{y}/{x}")),
            ["minzoom"] = 0,
            ["maxzoom"] = TilesetDocuments.DeepestWebZoom,
            ["attribution"] = layer.Definition.Provenance.Attribution,
        };
        if (layer.Extent is { } box)
            source["bounds"] = new JsonArray(box.MinX, box.MinY, box.MaxX, box.MaxY);
        return source;
    }
}
