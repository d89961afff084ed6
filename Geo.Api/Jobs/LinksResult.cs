using Geo.Api.Http;

namespace Geo.Api.Jobs;

/// <summary>Results that are wanted by reference only: nothing but links in the header.</summary>
internal sealed class LinksResult(IReadOnlyList<Link> links) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
        foreach (var link in links)
            httpContext.Response.Headers.Append("Link", link.ToHeader());
        return Task.CompletedTask;
    }
}
