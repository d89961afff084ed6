using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Landing;

/// <summary>The definition of the API: for programs at <c>/api</c>, for people at <c>/api.html</c>.</summary>
internal static class ApiEndpoints
{
    private static readonly Representation[] Definition = [Representation.OpenApi, Representation.Html];
    private static readonly Representation[] Documentation = [Representation.Html];

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var store = routes.ServiceProvider.GetRequiredService<IFeatureStore>();
        routes.MapResource(new Resource("/api", Definition), request => AnswerAsync(request, store, Definition));
        routes.MapResource(new Resource("/api.html", Documentation), request => AnswerAsync(request, store, Documentation));
    }

    private static async Task<IResult> AnswerAsync(ApiRequest request, IFeatureStore store, Representation[] forms)
    {
        var document = OpenApiDocument.Of(request, await store.ListLayersAsync(request.Cancellation));
        Link[] links = [.. request.OwnLinks(forms)];
        return new DocumentResult(request, request.Form.IsHtml ? ApiPage.Render(request, document, links) : OpenApiDocument.Write(document), links);
    }
}
