using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>Reads what a request for items asks for.</summary>
internal sealed class ItemsReader(ApiRequest request, Layer layer, ItemsQuery query, IFeatureStore store)
{
    private const long MostToCount = 50_000;

    private readonly MatchedCounts _counts = request.Http.RequestServices.GetRequiredService<MatchedCounts>();

    /// <summary>How many features match, where that is known without reading.</summary>
    public long? KnownMatched => Told(query.IsFiltered ? _counts.Find(layer, query) : layer.FeatureCount);

    /// <summary>The features of the page and, where there are more, the first of the next page.</summary>
    public IAsyncEnumerable<Feature> PageAsync() => RowsAsync().Select(r => r.ToFeature());

    /// <summary>The same as rows, each good until the next is asked for.</summary>
    public async IAsyncEnumerable<FeatureRow> RowsAsync()
    {
        if (query.IsHits)
            yield break;
        var isFirst = true;
        var conditions = query.SetsOutAfter is var (after, offset) ? query.Conditions with { AfterId = after, Offset = offset } : query.Conditions with { Offset = query.Offset };
        await foreach (var row in store.ReadRowsAsync(layer, conditions with { Limit = query.PageSize + 1 }, request.Cancellation))
        {
            if (isFirst)
                request.StopTimer();
            isFirst = false;
            yield return row;
        }
    }

    /// <summary>
    /// How many features match; null where counting would cost more than the page and was not asked for. Only a first page counts: what it finds is
    /// kept for those after it.
    /// </summary>
    /// <param name="returned">Features on the page.</param>
    /// <param name="isLast">Whether no page follows.</param>
    public async Task<long?> MatchedAsync(long returned, bool isLast)
    {
        if (KnownMatched is { } known)
            return known;
        var isFirst = query.Conditions.AfterId is null;
        if (isFirst && isLast && !query.IsHits && (returned > 0 || query.Offset == 0))
            return query.Offset + returned;
        if (!isFirst && !query.IsHits)
            return null;
        var everything = query.Conditions with { AfterId = null, IsReversed = false };
        var matched = query.IsHits || layer.FeatureCount <= MostToCount
            ? await store.CountAsync(layer, everything, request.Cancellation)
            : await store.CountInDatabaseAsync(layer, everything, request.Cancellation);
        if (matched is { } found)
            _counts.Keep(layer, query, found);
        return Told(matched);
    }

    // QGIS reads no larger numbers.
    private static long? Told(long? matched) => matched <= int.MaxValue ? matched : null;
}
