using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>
/// Finds where a page begins that was asked for by its end. From there it is read like any other, so that a row that comes or goes in the
/// meantime makes neither a gap nor a double.
/// </summary>
internal static class PageStart
{
    /// <summary>The query with its place before the first feature of the page; the same for pages that were asked for by their beginning.</summary>
    public static async Task<ItemsQuery> FindAsync(ApiRequest request, Layer layer, ItemsQuery query, IFeatureStore store)
    {
        if (!query.Conditions.IsReversed || request.IsHead || query.IsHits)
            return query;
        var (found, first) = (0, (Feature?)null);
        await foreach (var feature in store.ReadAsync(layer, query.Conditions with { Limit = query.PageSize + 1 }, request.Cancellation))
            (found, first) = (found + 1, feature);
        var before = found > query.PageSize ? first : null;
        return query with
        {
            Conditions = query.Conditions with { IsReversed = false, AfterId = before?.Id, AfterValues = before is null ? [] : query.Order.ValuesOf(before) },
            // What is left before the place may be less than a page; when nothing is, the first page is given.
            PageSize = found == 0 ? query.PageSize : Math.Min(found, query.PageSize),
        };
    }
}
