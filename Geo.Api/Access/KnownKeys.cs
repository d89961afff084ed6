using Geo.Engine.Access;
using Geo.Engine.Features;

namespace Geo.Api.Access;

/// <summary>
/// The keys of the store as they were a moment ago: a revoked key is refused within <see cref="Freshness"/>, a new one is good at once, and a
/// flood of wrong ones costs the store next to nothing.
/// </summary>
internal sealed class KnownKeys(IFeatureStore store, GeoOptions options, TimeProvider time)
{
    /// <summary>How old the list may be.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(3);

    /// <summary>How often, in that time, a key that is not in the list is looked for in the store.</summary>
    private const int MostExtraReads = 8;

    private readonly Lock _lock = new();
    private Task<Dictionary<string, AccessKey>>? _list;
    private long _asked;
    private int _extraReads;

    /// <summary>The good key of which this is the text; null when there is none.</summary>
    /// <exception cref="StoreUnavailableException">The store does not say which keys there are.</exception>
    public async Task<AccessKey?> FindAsync(string text, CancellationToken cancellation)
    {
        if (KeyText.IdOf(text) is not { } id)
            return null;
        var list = Current();
        var keys = await list.WaitAsync(cancellation);
        if (!keys.ContainsKey(id))
            keys = await Newer(list).WaitAsync(cancellation);
        return keys.TryGetValue(id, out var key) && KeyText.Matches(text, key) && key.Revoked is null ? key : null;
    }

    private Task<Dictionary<string, AccessKey>> Current()
    {
        lock (_lock)
        {
            var isFresh = _list is { IsFaulted: false, IsCanceled: false } && time.GetElapsedTime(_asked) < Freshness;
            if (isFresh && _list is { } known)
                return known;
            (_asked, _extraReads) = (time.GetTimestamp(), 0);
            return _list = Task.Run(ReadAsync);
        }
    }

    private Task<Dictionary<string, AccessKey>> Newer(Task<Dictionary<string, AccessKey>> seen)
    {
        lock (_lock)
        {
            if (_list is { } other && (other != seen || _extraReads == MostExtraReads))
                return other;
            _extraReads++;
            return _list = Task.Run(ReadAsync);
        }
    }

    private async Task<Dictionary<string, AccessKey>> ReadAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.StoreTimeoutSeconds));
        var keys = await store.Keys.ListAsync(patience.Token);
        return keys.ToDictionary(k => k.Id, StringComparer.Ordinal);
    }
}
