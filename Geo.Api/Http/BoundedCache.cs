namespace Geo.Api.Http;

/// <summary>
/// Keeps made things up to a number of bytes; the least recently used go first, the newest always stays. Callers who
/// ask for the same thing at the same time wait for one making. A making that fails is not kept.
/// </summary>
internal sealed class BoundedCache<T>(long mostBytes, Func<T, long> sizeOf)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _order = new();
    private long _bytes;

    /// <summary>The thing under a key, made when it is not there.</summary>
    public Task<T> GetAsync(string key, Func<Task<T>> make, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var known))
            {
                _order.Remove(known);
                _order.AddFirst(known);
                return known.Value.Thing.WaitAsync(cancellation);
            }
            var thing = Task.Run(make, CancellationToken.None);
            var entry = _order.AddFirst(new Entry(key, thing));
            _entries[key] = entry;
            _ = thing.ContinueWith(made => Settle(entry, made), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return thing.WaitAsync(cancellation);
        }
    }

    private void Settle(LinkedListNode<Entry> entry, Task<T> made)
    {
        lock (_lock)
        {
            if (entry.List is null)
                return;
            if (!made.IsCompletedSuccessfully)
            {
                Remove(entry);
                return;
            }
            entry.Value.Bytes = sizeOf(made.Result);
            _bytes += entry.Value.Bytes;
            while (_bytes > mostBytes && _order.Count > 1 && _order.Last is { } oldest)
                Remove(oldest);
        }
    }

    private void Remove(LinkedListNode<Entry> entry)
    {
        _bytes -= entry.Value.Bytes;
        _entries.Remove(entry.Value.Key);
        _order.Remove(entry);
    }

    /// <summary>A thing that is there or being made; it weighs nothing until it is made.</summary>
    private sealed class Entry(string key, Task<T> thing)
    {
        public string Key { get; } = key;

        public Task<T> Thing { get; } = thing;

        public long Bytes { get; set; }
    }
}
