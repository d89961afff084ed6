using System.Text.Json.Nodes;
using Geo.Api.Collections;
using Geo.Api.Formats;
using Geo.Api.Http;
using Geo.Api.Tiles;
using Geo.Engine.Features;

namespace Geo.Api.Landing;

/// <summary>The paths of one collection.</summary>
internal static class OpenApiPaths
{
    /// <summary>Adds the collection, its schemas, its items and its single features.</summary>
    public static void Add(JsonObject paths, LayerDefinition layer, string language)
    {
        var path = CollectionDescription.PathOf(layer.Id);
        var title = layer.Title.For(language);
        paths[path] = Get(layer, "describe", title, layer.Description.For(language), Documents("collection", "application/json", "text/html"), Reference("f"), Reference("lang"));
        foreach (var schema in LayerSchema.All)
            paths[schema.PathOf(layer.Id)] = Get(layer, schema.Name, title, schema.Title.For(language), Documents(null, "application/schema+json", "text/html"), Reference("f"), Reference("lang"));
        paths[$"{path}/items"] = Get(layer, "items", title, "Features", Files(ItemsLinks.Forms), FeatureParameters(layer, language, ItemsQuery.Parameters, "f-items"));
        paths[DownloadEndpoint.PathOf(layer.Id)] = Get(
            layer, "download", title, "All features that match, in one answer", Files(FeatureForms.OfLayers), FeatureParameters(layer, language, ItemsQuery.ConditionParameters, "f-download"));
        paths[$"{path}/items/{{featureId}}"] = Get(layer, "item", title, "One feature", Documents("feature", "application/geo+json", "text/html"), [Reference("featureId"), Reference("crs"), .. PropertySelection.Parameters.Append("f").Append("lang").Select(Reference)]);
        AddTiles(paths, layer, path, title, language);
        AddStyles(paths, layer, path, title);
    }

    // The ends of the operation ids are those of OGC API - Tiles 1.0.
    private static void AddTiles(JsonObject paths, LayerDefinition layer, string path, string title, string language)
    {
        JsonNode[] Parameters(params string[] names) => [.. names.Append("lang").Select(Reference)];
        JsonObject Page() => Documents(null, "application/json", "text/html");
        paths[$"{path}/tilejson"] = Get(layer, "tilejson", title, "TileJSON 3.0, for web maps", Documents(null, "application/json"), Parameters());
        paths[$"{path}/tiles"] = Get(layer, "collection.vector.getTileSetsList", title, "The tilesets", Page(), Parameters("f"));
        paths[$"{path}/tiles/{{tileMatrixSetId}}"] = Get(layer, "collection.vector.getTileSet", title, "A tileset", Page(), Parameters("tileMatrixSetId", "f"));
        paths[$"{path}/tiles/{{tileMatrixSetId}}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}"] = Get(
            layer, "collection.vector.getTile", title, "A vector tile; 204 when nothing lies in it", Documents(null, "application/vnd.mapbox-vector-tile"),
            [.. Parameters(["tileMatrixSetId", "tileMatrix", "tileRow", "tileCol", .. TilePart.Parameters]), .. ItemsQuery.Filterable(layer).Select(p => Filter(p, language))]);
    }

    private static void AddStyles(JsonObject paths, LayerDefinition layer, string path, string title)
    {
        paths[$"{path}/styles"] = Get(layer, "styles", title, "The styles", Documents(null, "application/json", "text/html"), Reference("f"), Reference("lang"));
        paths[$"{path}/styles/{{styleId}}"] = Get(layer, "style", title, "A MapLibre style", Documents(null, "application/vnd.mapbox.style+json"), Reference("styleId"), Reference("lang"));
        paths[$"{path}/styles/{{styleId}}/legend"] = Get(layer, "legend", title, "What the colours of a style mean", Documents(null, "application/json", "image/svg+xml"), Reference("styleId"), Reference("legendForm"), Reference("lang"));
    }

    private static JsonNode[] FeatureParameters(LayerDefinition layer, string language, IReadOnlyList<string> names, string form) =>
    [
        .. names.Append(form).Append("lang").Select(Reference),
        .. ItemsQuery.Filterable(layer).Select(p => Filter(p, language)),
    ];

    private static JsonObject Filter(PropertyDefinition property, string language)
    {
        var schema = new JsonObject { ["type"] = LayerSchema.TypeOf(property.Type) };
        if (LayerSchema.FormatOf(property.Type) is { } format)
            schema["format"] = format;
        return new JsonObject
        {
            ["name"] = property.Name,
            ["in"] = "query",
            ["required"] = false,
            ["description"] = property.Title?.For(language) ?? property.Name,
            ["schema"] = schema,
            ["style"] = "form",
            ["explode"] = false,
        };
    }

    private static JsonObject Get(LayerDefinition layer, string verb, string summary, string description, JsonObject content, params JsonNode[] parameters) => new()
    {
        ["get"] = new JsonObject
        {
            ["operationId"] = verb.Contains('.', StringComparison.Ordinal) ? $"{layer.Id}.{verb}" : $"{verb}.{layer.Id}",
            ["tags"] = new JsonArray("Data"),
            ["summary"] = summary,
            ["description"] = description,
            ["parameters"] = new JsonArray(parameters),
            ["responses"] = Responses(content),
        },
    };

    private static JsonObject Responses(JsonObject content) => new()
    {
        ["200"] = new JsonObject { ["description"] = "The answer", ["content"] = content },
        ["304"] = Response("NotModified"),
        ["400"] = Response("InvalidParameter"),
        ["404"] = Response("NotFound"),
        ["406"] = Response("NotAcceptable"),
        ["500"] = Response("ServerError"),
        ["503"] = Response("Unavailable"),
    };

    private static JsonObject Documents(string? schema, params string[] mediaTypes) => new(mediaTypes.Select(type =>
        KeyValuePair.Create<string, JsonNode?>(type, new JsonObject
        {
            ["schema"] = type == "text/html"
                ? new JsonObject { ["type"] = "string" }
                : schema is null ? new JsonObject { ["type"] = "object" } : new JsonObject { ["$ref"] = $"#/components/schemas/{schema}" },
        })));

    /// <summary>GeoJSON, pages, and files whose inside OpenAPI cannot describe.</summary>
    private static JsonObject Files(IReadOnlyList<Representation> forms)
    {
        var documents = Documents("featureCollection", "application/geo+json");
        foreach (var form in forms.Where(f => f != Representation.GeoJson))
        {
            var schema = new JsonObject { ["type"] = "string" };
            if (!form.MediaType.StartsWith("text/", StringComparison.Ordinal))
                schema["format"] = "binary";
            documents[form.MediaType] = new JsonObject { ["schema"] = schema };
        }
        return documents;
    }

    private static JsonObject Reference(string parameter) => new() { ["$ref"] = $"#/components/parameters/{parameter}" };

    private static JsonObject Response(string name) => new() { ["$ref"] = $"#/components/responses/{name}" };
}
