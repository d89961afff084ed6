using System.Text.Json.Nodes;
using Geo.Api.Http;
using static Geo.Api.Http.HtmlPage;

namespace Geo.Api.Landing;

/// <summary>The OpenAPI document as a page: paths, parameters, answers.</summary>
internal static class ApiPage
{
    public static byte[] Render(ApiRequest request, JsonObject document, IReadOnlyList<Link> links)
    {
        var paths = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => Operation(request, document, path.Key, operation.Key, operation.Value!))); // the document is ours
        return HtmlPage.Render(request, Texts.ApiDocumentation.For(request.Language), Collections.CollectionPages.Trail(request), links, Html.Of($"""
            <p>{Texts.ServiceDescription.For(request.Language)}</p>
            <p><a href="{request.Addresses.To("/api", "json")}">OpenAPI 3.0</a></p>
            {paths}
            """));
    }

    private static Html Operation(ApiRequest request, JsonObject document, string path, string method, JsonNode operation)
    {
        var parameters = operation["parameters"]!.AsArray().Select(p => Parameter(Resolve(document, p!))); // the document is ours
        var statuses = string.Join(", ", operation["responses"]!.AsObject().Select(r => r.Key)); // the document is ours
        return Html.Of($"""
            <section>
            <h2><code>{method.ToUpperInvariant()} {path}</code></h2>
            <p>{(string?)operation["summary"]}. {(string?)operation["description"]}</p>
            <ul>{parameters}</ul>
            <p>{Say(request, "Mã trả lời", "Status codes")}: {statuses}</p>
            </section>
            """);
    }

    private static Html Parameter(JsonNode parameter)
    {
        var schema = parameter["schema"]!.AsObject(); // the document is ours
        var limits = string.Join(", ", schema.Where(s => s.Key is not "items").Select(s => $"{s.Key} {s.Value}"));
        return Html.Of($"<li><code>{(string?)parameter["name"]}</code> ({(string?)parameter["in"]}; {limits}): {(string?)parameter["description"]}</li>");
    }

    private static JsonNode Resolve(JsonObject document, JsonNode parameter) =>
        (string?)parameter["$ref"] is { } reference ? document["components"]!["parameters"]![reference.Split('/')[^1]]! : parameter; // the document is ours
}
