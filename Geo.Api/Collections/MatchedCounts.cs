using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>
/// Remembers how many features of a layer's revision matched which conditions, so that only the first page of a selection counts. The least recently
/// used are forgotten.
/// </summary>
internal sealed class MatchedCounts
{
    private const int MostKept = 1_024;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, long Matched)>> _counts = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, long Matched)> _order = new();

    /// <summary>The number, when it is remembered.</summary>
    public long? Find(Layer layer, ItemsQuery query)
    {
        lock (_lock)
        {
            if (!_counts.TryGetValue(KeyOf(layer, query), out var count))
                return null;
            _order.Remove(count);
            _order.AddFirst(count);
            return count.Value.Matched;
        }
    }

    /// <summary>Remembers a number.</summary>
    public void Keep(Layer layer, ItemsQuery query, long matched)
    {
        var key = KeyOf(layer, query);
        lock (_lock)
        {
            if (_counts.Remove(key, out var old))
                _order.Remove(old);
            _counts[key] = _order.AddFirst((key, matched));
            if (_counts.Count <= MostKept || _order.Last is not { } oldest)
                return;
            _counts.Remove(oldest.Value.Key);
            _order.Remove(oldest);
        }
    }

    // A filter may be long; its digest is not.
    private static string KeyOf(Layer layer, ItemsQuery query) => Http.EntityTags.Digest(LayerTags.KeyOf(layer), query.Canonical);
}
