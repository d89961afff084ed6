using Microsoft.Net.Http.Headers;

namespace Geo.Api.Http;

/// <summary>The client has it already.</summary>
internal sealed class NotModifiedResult(ApiRequest request, EntityTagHeaderValue tag, string cacheControl = Headers.Revalidate) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        Headers.Describe(request, tag, [], cacheControl);
        httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }
}
