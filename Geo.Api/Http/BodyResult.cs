using Microsoft.Net.Http.Headers;

namespace Geo.Api.Http;

/// <summary>Sends bytes that are made already, under an entity tag that was known before.</summary>
internal sealed class BodyResult(ApiRequest request, ReadOnlyMemory<byte> body, IReadOnlyList<Link> links, EntityTagHeaderValue tag, string cacheControl = Headers.Revalidate) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        Headers.Describe(request, tag, links, cacheControl);
        httpContext.Response.ContentType = Headers.ContentType(request.MediaType);
        await httpContext.Response.Body.WriteAsync(body, request.Cancellation);
    }
}
