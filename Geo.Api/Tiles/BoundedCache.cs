namespace Geo.Api.Tiles;

/// <summary>
/// Keeps made things up to a number of bytes; the least recently used go first, the newest always stays. Callers who
/// ask for the same thing at the same time wait for one making. A making that fails is not kept.
/// </summary>
internal sealed class BoundedCache<T>(long mostBytes, Func<T, long> sizeOf)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task<T>> _things = new(StringComparer.Ordinal);
    private readonly LinkedList<string> _order = new();

    /// <summary>The thing under a key, made when it is not there.</summary>
    public Task<T> GetAsync(string key, Func<Task<T>> make, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!_things.TryGetValue(key, out var thing))
            {
                thing = Task.Run(make, CancellationToken.None);
                _things[key] = thing;
                _ = thing.ContinueWith(made => Trim(key, made), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
            _order.Remove(key);
            _order.AddFirst(key);
            return thing.WaitAsync(cancellation);
        }
    }

    private void Trim(string key, Task<T> made)
    {
        lock (_lock)
        {
            if (!made.IsCompletedSuccessfully && _things.TryGetValue(key, out var current) && current == made)
                Remove(key);
            var bytes = _things.Values.Where(t => t.IsCompletedSuccessfully).Sum(t => sizeOf(t.Result));
            while (bytes > mostBytes && _order.Count > 1 && _order.Last is { } oldest)
            {
                bytes -= _things[oldest.Value] is { IsCompletedSuccessfully: true } thing ? sizeOf(thing.Result) : 0;
                Remove(oldest.Value);
            }
        }
    }

    private void Remove(string key)
    {
        _things.Remove(key);
        _order.Remove(key);
    }
}
