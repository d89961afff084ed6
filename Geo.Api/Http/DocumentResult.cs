namespace Geo.Api.Http;

/// <summary>A document small enough to be made at once: its entity tag is taken from its bytes.</summary>
internal sealed class DocumentResult(ApiRequest request, byte[] body, IReadOnlyList<Link> links) : IResult
{
    /// <summary>Status of the answer, 200 or 201.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Who may keep it, and for how long.</summary>
    public string CacheControl { get; init; } = Headers.Revalidate;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var tag = EntityTags.WeakOf(body);
        Headers.Describe(request, tag, links, CacheControl);
        if (EntityTags.Matches(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.StatusCode = Status;
        response.ContentType = Headers.ContentType(request.MediaType);
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
