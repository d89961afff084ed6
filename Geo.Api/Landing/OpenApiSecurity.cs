using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Geo.Api.Http;
using Geo.Engine.Access;

namespace Geo.Api.Landing;

/// <summary>Who may call an operation: read off the routes themselves, so that the definition cannot promise anything else.</summary>
internal static partial class OpenApiSecurity
{
    /// <summary>Adds the ways to prove oneself, and to every operation <c>security</c>, <c>x-required-role</c> and the refusals.</summary>
    public static void Describe(JsonObject document, ResourceMethods known, GeoOptions options)
    {
        if (options.TokenIssuer is { } issuer)
            document["components"]!["securitySchemes"]!["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT", ["description"] = $"A token of {issuer}" }; // stands in openapi.json, our own file
        var paths = document["paths"]!.AsObject(); // as above
        foreach (var (path, item) in paths)
        {
            foreach (var (method, operation) in item!.AsObject()) // a path of ours, an object
            {
                if (known.Needs(PatternOf(path), method.ToUpperInvariant()) is { } needs)
                    Describe(operation!.AsObject(), needs, options); // as above
            }
        }
    }

    private static void Describe(JsonObject operation, Role needs, GeoOptions options)
    {
        operation["x-required-role"] = needs.ToString().ToLowerInvariant();
        operation["security"] = Security(needs, options);
        var responses = operation["responses"]!.AsObject(); // every operation has some
        if (needs > Role.None)
            Insert(responses, "401", "Unauthorized");
        if (needs > Role.Viewer)
            Insert(responses, "403", "Forbidden");
        if (needs > Role.None && options.RequestsPerSecond > 0)
            Insert(responses, "429", "TooManyRequests");
    }

    private static JsonArray Security(Role needs, GeoOptions options)
    {
        if (needs == Role.None)
            return [];
        static JsonNode Scheme(string name) => new JsonObject { [name] = new JsonArray() };
        return
        [
            .. needs <= options.AnonymousRole ? [new JsonObject()] : Array.Empty<JsonNode>(),
            Scheme("apiKey"),
            .. options.TokenIssuer is null ? [] : new[] { Scheme("bearer") },
        ];
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
