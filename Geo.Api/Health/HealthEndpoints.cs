using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Access;
using Geo.Engine.Features;

namespace Geo.Api.Health;

/// <summary><c>/health/live</c> never touches the store; <c>/health/ready</c> asks it, for two seconds at most.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var store = routes.ServiceProvider.GetRequiredService<IFeatureStore>();
        var progress = routes.ServiceProvider.GetRequiredService<PreparationProgress>();
        routes.MapResource(new Resource("/health/live", [Representation.Json]) { Needs = Role.None }, _ => Task.FromResult<IResult>(Answer(new HealthDocument("alive"), StatusCodes.Status200OK)));
        routes.MapResource(new Resource("/health/ready", [Representation.Json]) { Needs = Role.None }, request => ReadyAsync(request, store, progress));
    }

    private static async Task<IResult> ReadyAsync(ApiRequest request, IFeatureStore store, PreparationProgress progress)
    {
        if (progress.Current is { } current)
            return Answer(Preparing(current, progress.Failure, request.Language), StatusCodes.Status503ServiceUnavailable);
        try
        {
            await store.ListLayersAsync(request.Cancellation).WaitAsync(Patience, request.Cancellation);
            return Answer(new HealthDocument("ready"), StatusCodes.Status200OK);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or TimeoutException)
        {
            return Answer(new HealthDocument("unavailable", Failure: new BilingualText("Kho dữ liệu không trả lời.", "The store does not answer.").For(request.Language)), StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static HealthDocument Preparing(StepProgress step, string? failure, string language) =>
        new("preparing", step.Step.For(language), step.Fraction, failure);

    private static HealthResult Answer(HealthDocument document, int status) => new(document, status);

    private sealed class HealthResult(HealthDocument document, int status) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = Representation.Json.MediaType;
            httpContext.Response.Headers.CacheControl = "no-store";
            if (status == StatusCodes.Status503ServiceUnavailable)
                httpContext.Response.Headers.RetryAfter = "1";
            await httpContext.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.HealthDocument), httpContext.RequestAborted);
        }
    }
}
