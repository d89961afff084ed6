namespace Geo.Api.Http;

/// <summary>The outermost door: turns exceptions and bare statuses into problems, and never lets a broken answer look whole.</summary>
internal static class OuterDoor
{
    public static void UseOuterDoor(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Geo.Api");
        app.Use((http, next) => PassAsync(http, next, logger));
    }

    private static async Task PassAsync(HttpContext http, RequestDelegate next, ILogger logger)
    {
        Headers.SetOnEveryAnswer(http.Response);
        Headers.DropUnknownRange(http.Request);
        try
        {
            await next(http);
            if (IsBare(http.Response))
                await new ProblemResult(Problems.Status(http.Response.StatusCode, $"{http.Request.Method} {Problems.Shown(http.Request.Path)}")).ExecuteAsync(http);
        }
        catch (Exception exception)
        {
            await FailAsync(http, exception, logger);
        }
    }

    private static bool IsBare(HttpResponse response) =>
        !response.HasStarted && response.StatusCode >= 400 && response.ContentType is null && response.ContentLength is null;

    private static async Task FailAsync(HttpContext http, Exception exception, ILogger logger)
    {
        if (http.RequestAborted.IsCancellationRequested)
            return;
        var problem = Problems.From(exception, http.TraceIdentifier);
        var path = http.Request.Path.ToUriComponent(); // encoded: no line of the log is the client's own
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            logger.StoreSilent(http.Request.Method, path, exception.Message);
        else if (problem.Status >= 500)
            logger.RequestFailed(http.Request.Method, path, http.TraceIdentifier, exception);
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }
        http.Response.Clear();
        Headers.SetOnEveryAnswer(http.Response);
        await new ProblemResult(problem).ExecuteAsync(http);
    }
}
