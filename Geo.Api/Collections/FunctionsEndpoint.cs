using System.Text.Json;
using System.Text.Json.Nodes;
using Geo.Api.Http;
using Geo.Engine.Features.Filtering;

namespace Geo.Api.Collections;

/// <summary>The functions that filters may call beside those of the standard (OGC API - Features Part 3, 7.4).</summary>
internal static class FunctionsEndpoint
{
    public static void MapFunctions(this IEndpointRouteBuilder routes) =>
        routes.MapResource(new Resource("/functions", [Representation.Json]), request => Task.FromResult<IResult>(new DocumentResult(request, Body(request), [.. request.OwnLinks([Representation.Json])])));

    private static byte[] Body(ApiRequest request) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject { ["functions"] = new JsonArray([.. FilterFunctions.All.Select(f => Describe(f, request.Language))]) }, ApiJson.Readable.JsonObject);

    private static JsonObject Describe(FilterFunction function, string language) => new()
    {
        ["name"] = function.Name,
        ["description"] = function.Description.For(language) + (function.RepeatsLast ? Repeats(language) : ""),
        ["returns"] = new JsonArray(TypeOf(function.Returns)),
        ["arguments"] = new JsonArray([.. function.Parameters.Select(p => new JsonObject { ["title"] = p.Name, ["type"] = new JsonArray(TypeOf(p.Type)) })]),
    };

    private static string Repeats(string language) => language == "vi" ? " Đối số cuối có thể lặp lại." : " The last argument may be repeated.";

    // The words of the schema of Part 3, functions.yaml.
    private static string TypeOf(FilterType type) => type switch
    {
        FilterType.Text => "string",
        FilterType.Number => "number",
        FilterType.Geometry => "geometry",
        FilterType.Boolean => "boolean",
        _ => "datetime",
    };
}
