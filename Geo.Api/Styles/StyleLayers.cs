using System.Text.Json.Nodes;
using Geo.Engine.Features;

namespace Geo.Api.Styles;

/// <summary>
/// Layers of a MapLibre style (style specification, version 8) that QGIS's converter reads too: plain colours and numbers, <c>match</c> at most. Names need no glyphs from
/// anywhere: MapLibre draws them with the fonts of its machine.
/// </summary>
internal static class StyleLayers
{
    /// <summary>The layers that draw one layer of data.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="look">Its colours.</param>
    /// <param name="language">For names that come in two languages.</param>
    public static IEnumerable<JsonObject> Of(LayerDefinition layer, LayerLook look, string language)
    {
        var colour = ColourOf(look);
        foreach (var shape in Shapes(layer.GeometryKind))
        {
            foreach (var part in shape switch { "Polygon" => Areas(colour, look.Property is not null), "LineString" => [Line(colour, 1.5)], _ => new[] { Circles(colour) } })
                yield return Placed(part, layer, shape);
        }
        if (NameOf(layer, language) is { } name)
            yield return Placed(Names(name), layer, "name");
    }

    private static JsonNode ColourOf(LayerLook look) => look.Property is null
        ? look.Entries[0].Colour
        : new JsonArray(["match", new JsonArray("get", look.Property), .. look.Entries.SelectMany(e => new JsonNode?[] { e.Value, e.Colour }), LayerLook.OtherColour]);

    // A layer of mixed geometry is drawn by each, filtered by what a feature is.
    private static string[] Shapes(GeometryKind kind) => kind switch
    {
        GeometryKind.Point or GeometryKind.MultiPoint => ["Point"],
        GeometryKind.LineString or GeometryKind.MultiLineString => ["LineString"],
        GeometryKind.Polygon or GeometryKind.MultiPolygon => ["Polygon"],
        _ => ["Polygon", "LineString", "Point"],
    };

    private static JsonObject[] Areas(JsonNode colour, bool isClassified) =>
    [
        new() { ["type"] = "fill", ["paint"] = new JsonObject { ["fill-color"] = colour.DeepClone(), ["fill-opacity"] = isClassified ? 0.85 : 0.4 } },
        Line(isClassified ? MapColours.Of("ink") : colour, isClassified ? 0.4 : 1),
    ];

    private static JsonObject Line(JsonNode colour, double width) => new()
    {
        ["type"] = "line",
        ["layout"] = new JsonObject { ["line-join"] = "round", ["line-cap"] = "round" },
        ["paint"] = new JsonObject { ["line-color"] = colour.DeepClone(), ["line-width"] = width },
    };

    private static JsonObject Circles(JsonNode colour) => new()
    {
        ["type"] = "circle",
        ["paint"] = new JsonObject
        {
            ["circle-color"] = colour.DeepClone(),
            ["circle-radius"] = 4,
            ["circle-stroke-color"] = MapColours.Of("halo"),
            ["circle-stroke-width"] = 1.2,
        },
    };

    private static JsonObject Names(string property) => new()
    {
        ["type"] = "symbol",
        ["minzoom"] = 9,
        ["layout"] = new JsonObject { ["text-field"] = new JsonArray("get", property), ["text-font"] = new JsonArray("Be Vietnam Pro"), ["text-size"] = 12 },
        ["paint"] = new JsonObject { ["text-color"] = MapColours.Of("ink"), ["text-halo-color"] = MapColours.Of("halo"), ["text-halo-width"] = 1.5 },
    };

    private static string? NameOf(LayerDefinition layer, string language) =>
        new[] { $"name_{language}", "name", "name_vi" }.FirstOrDefault(n => layer.Properties.Any(p => p.Name == n && p.Type == PropertyType.Text));

    private static JsonObject Placed(JsonObject part, LayerDefinition layer, string shape)
    {
        var type = (string)part["type"]!; // set above
        var placed = new JsonObject { ["id"] = $"{layer.Id}-{shape}-{type}", ["type"] = type, ["source"] = layer.Id, ["source-layer"] = layer.Id };
        if (Shapes(layer.GeometryKind).Length > 1 && shape != "name")
            placed["filter"] = new JsonArray("==", new JsonArray("geometry-type"), shape);
        foreach (var (key, value) in part.Where(p => p.Key != "type"))
            placed[key] = value?.DeepClone();
        return placed;
    }
}
