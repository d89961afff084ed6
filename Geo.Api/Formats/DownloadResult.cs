using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Microsoft.Net.Http.Headers;

namespace Geo.Api.Formats;

/// <summary>
/// Sends all features that match as they are read, in flat memory. The first is read before the first byte goes out, so that a store that fails is a clean
/// problem; a later failure breaks the connection.
/// </summary>
internal sealed class DownloadResult(ApiRequest request, Layer layer, ItemsQuery query, IFeatureStore store, EntityTagHeaderValue tag) : IResult
{
    private const int RetryAfterSeconds = 10;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var slots = httpContext.RequestServices.GetRequiredService<DownloadSlots>();
        if (!request.IsHead && !slots.TryTake())
        {
            await new ProblemResult(Busy()).ExecuteAsync(httpContext);
            return;
        }
        try
        {
            await SendAsync(httpContext);
        }
        finally
        {
            if (!request.IsHead)
                slots.GiveBack();
        }
    }

    private async Task SendAsync(HttpContext http)
    {
        var options = new FeatureFormOptions(http.RequestServices.GetRequiredService<TimeProvider>(), query.HasByteOrderMark, HasIndex: query.Conditions.SortBy.Count == 0);
        var format = FeatureForms.Find(request.Form, options);
        http.Response.ContentType = Headers.ContentType(request.MediaType);
        FileNames.Set(http.Response, layer, format);
        Headers.Describe(request, tag, [.. request.OwnLinks(FeatureForms.OfLayers), ItemsLinks.Collection(request, layer)]);
        if (request.IsHead)
            return;
        var conditions = format.KeepsOrder ? query.Conditions : query.Conditions with { SortBy = [] };
        await using var rows = store.ReadRowsAsync(layer, conditions, request.Cancellation).GetAsyncEnumerator(request.Cancellation);
        var hasFirst = await rows.MoveNextAsync();
        request.StopTimer();
        await format.WriteAsync(query.Selection.ViewOf(layer.Definition, query.Crs).Of(RestOf(rows, hasFirst)), http.Response.Body, request.Cancellation);
    }

    private static async IAsyncEnumerable<FeatureRow> RestOf(IAsyncEnumerator<FeatureRow> rows, bool hasFirst)
    {
        for (var isThere = hasFirst; isThere; isThere = await rows.MoveNextAsync())
            yield return rows.Current;
    }

    private static RequestProblem Busy() => Problems.Busy(
        $"Đã có {DownloadSlots.Most} lượt tải đang chạy; hãy thử lại sau.",
        $"{DownloadSlots.Most} downloads are running; try again later.",
        RetryAfterSeconds);
}
