using System.Globalization;
using System.Text.Json.Nodes;
using Geo.Api.Http;
using Geo.Api.Landing;

namespace Geo.Api.Processes;

/// <summary>The list of processes and each process.</summary>
internal static class ProcessEndpoints
{
    private static readonly Representation[] Forms = [Representation.Json, Representation.Html];

    public static void MapProcesses(this IEndpointRouteBuilder routes)
    {
        var catalog = routes.ServiceProvider.GetRequiredService<ProcessCatalog>();
        routes.MapResource(new Resource("/processes", Forms, "limit", "offset"), request => Task.FromResult(List(request, catalog)));
        routes.MapResource(new Resource("/processes/{processId}", Forms), request => Task.FromResult(One(request, catalog)));
        routes.ServiceProvider.GetRequiredService<ExecutionEndpoint>().Map(routes);
    }

    /// <summary>The problem that there is no such process.</summary>
    public static IResult Unknown(ApiRequest request, ProcessCatalog catalog)
    {
        var problem = Problems.Unknown(new("quy trình", "process"), request.Segment("processId"), catalog.All.Select(p => p.Description.Id));
        return new ProblemResult(problem with { TypeUri = JobProblemTypes.NoSuchProcess });
    }

    private static IResult List(ApiRequest request, ProcessCatalog catalog)
    {
        var limit = WholeNumber.Read(request, "limit", 1, int.MaxValue) ?? catalog.All.Count;
        var offset = WholeNumber.Read(request, "offset", 0, int.MaxValue) ?? 0;
        if (request.Faults.Count > 0)
            return new ProblemResult(Problems.Parameters(request.Faults));
        var page = catalog.All.Skip(offset).Take(limit).Select(p => p.Description).ToList();
        Link[] links =
        [
            .. request.OwnLinks(Forms),
            .. offset + (long)limit < catalog.All.Count ? [Next(request, offset + limit)] : Array.Empty<Link>(),
        ];
        var document = new JsonObject
        {
            ["processes"] = new JsonArray([.. page.Select(p => (JsonNode)ProcessDocuments.Summary(request, p))]),
            ["links"] = ProcessDocuments.Links(links),
        };
        return new DocumentResult(request, request.Form.IsHtml ? ProcessPages.List(request, page, links) : OpenApiDocument.Write(document), links);
    }

    private static Link Next(ApiRequest request, int offset) => new(
        request.Addresses.With(("offset", offset.ToString(CultureInfo.InvariantCulture))), "next", request.MediaType, HtmlPage.Say(request, "Trang sau", "Next page"));

    private static IResult One(ApiRequest request, ProcessCatalog catalog)
    {
        if (catalog.Find(request.Segment("processId")) is not { Description: var process })
            return Unknown(request, catalog);
        Link[] links = [.. request.OwnLinks(Forms), ProcessDocuments.Execution(request, process)];
        var body = request.Form.IsHtml ? ProcessPages.One(request, process, links) : OpenApiDocument.Write(ProcessDocuments.Of(request, process, links));
        return new DocumentResult(request, body, links);
    }
}
