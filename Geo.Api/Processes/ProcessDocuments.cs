using System.Text.Json;
using System.Text.Json.Nodes;
using Geo.Api.Http;

namespace Geo.Api.Processes;

/// <summary>Processes as the standard describes them (18-062r2, processSummary.yaml, process.yaml), in one language.</summary>
internal static class ProcessDocuments
{
    public const string ExecuteRel = "http://www.opengis.net/def/rel/ogc/1.0/execute";

    /// <summary>Path of a process.</summary>
    public static string PathOf(string processId) => $"/processes/{Addresses.Segment(processId)}";

    /// <summary>A process in the list.</summary>
    public static JsonObject Summary(ApiRequest request, ProcessDescription process) => new(Common(request, process)) { ["links"] = Links([.. SummaryLinks(request, process)]) };

    /// <summary>A process in full.</summary>
    public static JsonObject Of(ApiRequest request, ProcessDescription process, IReadOnlyList<Link> links) => new(Common(request, process))
    {
        ["inputs"] = new JsonObject(process.Inputs.Select(i => KeyValuePair.Create<string, JsonNode?>(i.Name, Input(i, request.Language)))),
        ["outputs"] = new JsonObject(process.Outputs.Select(o => KeyValuePair.Create<string, JsonNode?>(o.Name, Output(o, request.Language)))),
        ["links"] = Links(links),
    };

    /// <summary>Where a process is executed.</summary>
    public static Link Execution(ApiRequest request, ProcessDescription process) =>
        new(request.Addresses.To($"{PathOf(process.Id)}/execution"), ExecuteRel, Representation.Json.MediaType, HtmlPage.Say(request, "Thực thi (POST)", "Execute (POST)"));

    /// <summary>Links as they stand in a document.</summary>
    public static JsonNode? Links(IReadOnlyList<Link> links) => JsonSerializer.SerializeToNode(links, ApiJson.Readable.IReadOnlyListLink);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Common(ApiRequest request, ProcessDescription process) =>
    [
        new("id", process.Id),
        new("title", process.Title.For(request.Language)),
        new("description", process.Description.For(request.Language)),
        new("version", ProgramVersion.Text),
        new("keywords", new JsonArray([.. process.Keywords.Select(k => (JsonNode)k)])),
        new("jobControlOptions", new JsonArray("sync-execute", "async-execute", "dismiss")),
        new("outputTransmission", new JsonArray("value", "reference")),
    ];

    private static IEnumerable<Link> SummaryLinks(ApiRequest request, ProcessDescription process)
    {
        var title = process.Title.For(request.Language);
        yield return new Link(request.Addresses.To(PathOf(process.Id)), "self", Representation.Json.MediaType, title);
        yield return new Link(request.Addresses.To(PathOf(process.Id), "html"), "alternate", Representation.Html.MediaType, title);
    }

    private static JsonObject Input(ProcessInput input, string language)
    {
        var schema = input.Kind.Schema(language);
        if (input.Default is { } otherwise)
            schema["default"] = otherwise.DeepClone();
        return new JsonObject
        {
            ["title"] = input.Title.For(language),
            ["description"] = input.Description.For(language),
            ["minOccurs"] = input.MinOccurs,
            ["maxOccurs"] = input.MaxOccurs,
            ["schema"] = schema,
        };
    }

    private static JsonObject Output(ProcessOutput output, string language) => new()
    {
        ["title"] = output.Title.For(language),
        ["description"] = output.Description.For(language),
        ["schema"] = output.Schema(language),
    };
}
