using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>
/// Knows where far pages of whole layers begin, for clients that count instead of following <c>next</c>: a database would pass over every row before. The
/// ids of every thousandth feature are read once for each revision of a layer; what is left to pass over is less than that.
/// </summary>
internal sealed class Milestones(IFeatureStore store)
{
    private const int Every = 1_000;
    private const int NotBefore = 10_000; // nearer pages are read sooner than milestones
    private const long LargestLayer = 20_000_000; // of larger ones a single reading would take too long
    private const long MostBytes = 16L << 20;
    private const int KeyBytes = 256;

    private readonly BoundedCache<IReadOnlyList<long>> _known = new(MostBytes, ids => (ids.Count * sizeof(long)) + KeyBytes);

    /// <summary>The query with the feature after which its page is to be sought, where that is quicker; else as it is.</summary>
    public async Task<ItemsQuery> SetOutAsync(Layer layer, ItemsQuery query, CancellationToken cancellation)
    {
        if (query.Offset < NotBefore || query.IsFiltered || query.Conditions.SortBy.Count > 0 || query.IsHits || layer.FeatureCount > LargestLayer)
            return query;
        var ids = await _known.GetAsync(LayerTags.KeyOf(layer), () => store.FindMilestonesAsync(layer, Every, CancellationToken.None), cancellation);
        var passed = Math.Min(query.Offset / Every, ids.Count);
        return passed == 0 ? query : query with { SetsOutAfter = (ids[passed - 1], query.Offset - (passed * Every)) };
    }
}
