using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Geo.Api.Http;
using Geo.Engine.Access;

namespace Geo.Api.Landing;

/// <summary>Who may call an operation: read off the routes themselves, so that the definition cannot promise anything else.</summary>
internal static partial class OpenApiSecurity
{
    /// <summary>Adds <c>security</c>, <c>x-required-role</c> and the refusals to every operation.</summary>
    public static void Describe(JsonObject paths, ResourceMethods known, Role anonymous)
    {
        foreach (var (path, item) in paths)
        {
            foreach (var (method, operation) in item!.AsObject()) // a path of ours, an object
            {
                if (known.Needs(PatternOf(path), method.ToUpperInvariant()) is { } needs)
                    Describe(operation!.AsObject(), needs, anonymous); // as above
            }
        }
    }

    private static void Describe(JsonObject operation, Role needs, Role anonymous)
    {
        operation["x-required-role"] = needs.ToString().ToLowerInvariant();
        operation["security"] = Security(needs, anonymous);
        var responses = operation["responses"]!.AsObject(); // every operation has some
        if (needs > Role.None)
            Insert(responses, "401", "Unauthorized");
        if (needs > Role.Viewer)
            Insert(responses, "403", "Forbidden");
    }

    private static JsonArray Security(Role needs, Role anonymous)
    {
        var key = new JsonObject { ["apiKey"] = new JsonArray() };
        if (needs == Role.None)
            return [];
        return needs <= anonymous ? [new JsonObject(), key] : [key];
    }

    private static void Insert(JsonObject responses, string code, string name)
    {
        var place = responses.Count(r => string.CompareOrdinal(r.Key, code) < 0);
        responses.Insert(place, code, new JsonObject { ["$ref"] = $"#/components/responses/{name}" });
    }

    /// <summary>The route of a path; collections stand in the definition by name.</summary>
    private static string PatternOf(string path) => Collection().Replace(path, "/collections/{collectionId}");

    [GeneratedRegex("^/collections/[^/]+")]
    private static partial Regex Collection();
}
