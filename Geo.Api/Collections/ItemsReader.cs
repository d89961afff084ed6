using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>Reads what a request for items asks for.</summary>
internal sealed class ItemsReader(ApiRequest request, Layer layer, ItemsQuery query, IFeatureStore store)
{
    private const long MostToCount = 50_000;

    /// <summary>How many features match, where that is known without reading.</summary>
    public long? KnownMatched => query.IsFiltered ? null : layer.FeatureCount;

    /// <summary>The features of the page and, where there are more, the first of the next page.</summary>
    public async IAsyncEnumerable<Feature> PageAsync()
    {
        if (query.IsHits)
            yield break;
        var toSkip = query.Offset;
        await foreach (var feature in store.ReadAsync(layer, query.Conditions with { Limit = query.Offset + query.PageSize + 1 }, request.Cancellation))
        {
            request.StopTimer();
            if (toSkip-- <= 0)
                yield return feature;
        }
    }

    /// <summary>How many features match; null where counting would cost more than the page and was not asked for.</summary>
    /// <param name="returned">Features on the page.</param>
    /// <param name="isLast">Whether no page follows.</param>
    public async Task<long?> MatchedAsync(long returned, bool isLast)
    {
        if (KnownMatched is { } known)
            return known;
        var isWholePage = isLast && !query.IsHits && query.Conditions.AfterId is null;
        if (isWholePage && (returned > 0 || query.Offset == 0))
            return query.Offset + returned;
        return query.IsHits || layer.FeatureCount <= MostToCount
            ? await store.CountAsync(layer, query.Conditions with { AfterId = null }, request.Cancellation)
            : null;
    }
}
