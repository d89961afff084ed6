using Geo.Api.Http;

namespace Geo.Api.Jobs;

/// <summary>An answer with a link to the job it came from.</summary>
internal sealed class MonitoredResult(IResult answer, Link monitor) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        // At the last moment, since the answer sets its own links.
        httpContext.Response.OnStarting(() =>
        {
            httpContext.Response.Headers.Append("Link", monitor.ToHeader());
            return Task.CompletedTask;
        });
        return answer.ExecuteAsync(httpContext);
    }
}
