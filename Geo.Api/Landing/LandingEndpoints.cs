using System.Text.Json;
using Geo.Api.Http;
using Geo.Api.Styles;
using Geo.Api.Tiles;

namespace Geo.Api.Landing;

/// <summary>
/// The door: <c>/</c> gives JSON to programs and the map to browsers; <c>/?f=html</c> is the landing page in HTML, which browsers
/// also get at <c>/</c> when the map was not built.
/// </summary>
internal static class LandingEndpoints
{
    private static readonly Representation[] Forms = [Representation.Json, Representation.Html];

    public static void MapLanding(this IEndpointRouteBuilder routes)
    {
        var map = routes.ServiceProvider.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo("index.html");
        routes.MapResource(new Resource("/", Forms) { JudgesParameters = true }, request => Task.FromResult(Landing(request, map)));
        routes.MapResource(new Resource("/conformance", Forms), request => Task.FromResult<IResult>(Conformance(request)));
        RequestDelegate styles = http => Styles.SendAsync(http);
        routes.MapMethods("/pages.css", [HttpMethods.Get, HttpMethods.Head], styles);
    }

    private static IResult Landing(ApiRequest request, Microsoft.Extensions.FileProviders.IFileInfo map)
    {
        var links = Links(request);
        if (request.Form.IsHtml && request.Parameter("f") is null && map.Exists)
            return new MapResult(request, map, links);
        request.Faults.AddRange(ResourceRoutes.JudgeParameters(request.Http.Request, Forms, []));
        if (request.Faults.Count > 0)
            return new ProblemResult(Problems.Parameters(request.Faults));
        var document = new LandingDocument(Texts.Service.For(request.Language), Texts.ServiceDescription.For(request.Language), links);
        var body = request.Form.IsHtml ? LandingPage.Render(request, document, map.Exists) : JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.LandingDocument);
        return new DocumentResult(request, body, links);
    }

    private static DocumentResult Conformance(ApiRequest request)
    {
        Link[] links = [.. request.OwnLinks(Forms)];
        var body = request.Form.IsHtml
            ? ConformancePage.Render(request, ConformanceDocument.Declared, links)
            : JsonSerializer.SerializeToUtf8Bytes(ConformanceDocument.Declared, ApiJson.Readable.ConformanceDocument);
        return new DocumentResult(request, body, links);
    }

    private static Link[] Links(ApiRequest request) =>
    [
        .. request.OwnLinks(Forms),
        Part(request, "/api", "service-desc", Representation.OpenApi, Texts.ApiDefinition),
        Part(request, "/api.html", "service-doc", Representation.Html, Texts.ApiDocumentation),
        Part(request, "/conformance", "conformance", Representation.Json, Texts.Conformance),
        Part(request, "/conformance", "http://www.opengis.net/def/rel/ogc/1.0/conformance", Representation.Json, Texts.Conformance),
        Part(request, "/collections", "data", Representation.Json, Texts.Collections),
        Part(request, "/functions", "http://www.opengis.net/def/rel/ogc/1.0/functions", Representation.Json, Texts.Functions),
        Part(request, "/tileMatrixSets", "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes", Representation.Json, Texts.TileMatrixSets),
        Part(request, "/tiles", TilesetDocuments.VectorTilesets, Representation.Json, Texts.VectorTiles),
        Part(request, "/styles", StyleList.Relation, Representation.Json, Texts.Styles),
        Part(request, "/grids", "urn:soctranggeo:rel:grids", Representation.Json, Texts.Grids),
        Part(request, "/scenarios", "urn:soctranggeo:rel:scenarios", Representation.Json, Texts.Scenarios),
        Part(request, "/processes", "http://www.opengis.net/def/rel/ogc/1.0/processes", Representation.Json, Texts.Processes),
        Part(request, "/jobs", "http://www.opengis.net/def/rel/ogc/1.0/job-list", Representation.Json, Texts.Jobs),
    ];

    private static Link Part(ApiRequest request, string path, string rel, Representation form, BilingualText title) =>
        new(request.Addresses.To(path), rel, form.MediaType, title.For(request.Language));
}
