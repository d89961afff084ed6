using System.Text.Json.Nodes;
using Geo.Api.Collections;
using Geo.Api.Editing;
using Geo.Engine.Features;

namespace Geo.Api.Landing;

/// <summary>The operations that edit the features of one collection, and the paths of their history.</summary>
internal static class OpenApiEdits
{
    /// <summary>Adds the history, and to the paths of items and item what changes them, where the layer can be edited.</summary>
    public static void Add(JsonObject paths, Layer layer, string language)
    {
        var path = CollectionDescription.PathOf(layer.Id);
        var title = layer.Definition.Title.For(language);
        paths[$"{path}/history"] = new JsonObject { ["get"] = History(layer, "history", title) };
        paths[$"{path}/items/{{featureId}}/history"] = new JsonObject { ["get"] = History(layer, "itemHistory", title, "featureId") };
        if (EditTarget.Obstacle(layer) is not null)
            return;
        var (items, item) = (paths[$"{path}/items"]!.AsObject(), paths[$"{path}/items/{{featureId}}"]!.AsObject()); // OpenApiPaths has added them
        items["post"] = Operation(layer, "create", title, "Adds a feature, or in one transaction all of a collection", ["Content-Crs", "lang"], Body(EditBody.GeoJson), ("201", "Created"));
        paths[$"{path}/transactions"] = new JsonObject
        {
            ["post"] = Operation(layer, "transact", title, "Several edits in one transaction: all are done, or none", ["Content-Crs", "lang"], Body("application/json"), ("200", "Transacted"), isGuarded: true),
        };
        string[] guarded = ["featureId", "Content-Crs", "If-Match", "lang"];
        item["put"] = Operation(layer, "replace", title, "Replaces a feature whole", guarded, Body(EditBody.GeoJson), ("204", "Edited"));
        item["patch"] = Operation(layer, "update", title, "Changes what a merge patch (RFC 7396) names; the geometry is replaced whole", guarded, Body(EditBody.MergePatch), ("204", "Edited"));
        item["delete"] = Operation(layer, "delete", title, "Removes a feature; its id is not given again", ["featureId", "If-Match", "lang"], null, ("204", "Removed"));
    }

    private static JsonObject History(Layer layer, string verb, string title, params string[] parameters) => new()
    {
        ["operationId"] = $"{verb}.{layer.Id}",
        ["tags"] = new JsonArray("Editing"),
        ["summary"] = title,
        ["description"] = "Who changed what, the newest first",
        ["parameters"] = References("parameters", [.. parameters, "historyLimit", "historyBefore", "f", "lang"]),
        ["responses"] = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = "Entries of the history",
                ["content"] = new JsonObject
                {
                    ["application/json"] = new JsonObject { ["schema"] = Reference("schemas", "history") },
                    ["text/html"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } },
                },
            },
            ["304"] = Reference("responses", "NotModified"),
            ["400"] = Reference("responses", "InvalidParameter"),
            ["404"] = Reference("responses", "NotFound"),
            ["406"] = Reference("responses", "NotAcceptable"),
            ["500"] = Reference("responses", "ServerError"),
            ["503"] = Reference("responses", "Unavailable"),
        },
    };

    private static JsonObject Operation(Layer layer, string verb, string title, string description, string[] parameters, JsonObject? body, (string Code, string Name) success, bool isGuarded = false)
    {
        var operation = new JsonObject
        {
            ["operationId"] = $"{verb}.{layer.Id}",
            ["tags"] = new JsonArray("Editing"),
            ["summary"] = title,
            ["description"] = description,
            ["parameters"] = References("parameters", parameters),
        };
        if (body is not null)
            operation["requestBody"] = body;
        operation["responses"] = Responses(success, hasBody: body is not null, isGuarded || parameters.Contains("If-Match"));
        return operation;
    }

    private static JsonObject Responses((string Code, string Name) success, bool hasBody, bool isGuarded)
    {
        var responses = new JsonObject { [success.Code] = Reference("responses", success.Name) };
        (string Code, string Name, bool Applies)[] problems =
        [
            ("400", "InvalidParameter", true), ("404", "NotFound", true), ("405", "NotEditable", true), ("406", "NotAcceptable", true), ("412", "ChangedMeanwhile", isGuarded),
            ("413", "TooLarge", hasBody), ("415", "UnsupportedType", hasBody), ("422", "UnfitFeature", hasBody), ("428", "ConditionRequired", isGuarded),
            ("500", "ServerError", true), ("503", "Unavailable", true),
        ];
        foreach (var (code, name, _) in problems.Where(p => p.Applies))
            responses[code] = Reference("responses", name);
        return responses;
    }

    private static JsonObject Body(string mediaType) => new()
    {
        ["required"] = true,
        ["content"] = new JsonObject
        {
            [mediaType] = new JsonObject { ["schema"] = Reference("schemas", mediaType switch { EditBody.GeoJson => "feature", EditBody.MergePatch => "featurePatch", _ => "transaction" }) },
        },
    };

    private static JsonArray References(string kind, params IEnumerable<string> names) => new([.. names.Select(n => (JsonNode)Reference(kind, n))]);

    private static JsonObject Reference(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };
}
