using System.Collections.Concurrent;
using Geo.Engine.Access;
using Geo.Engine.Features;

namespace Geo.Tests.Api;

/// <summary>Keys in memory, written from the port's documentation; counts how often it is asked.</summary>
internal sealed class MemoryKeyRing(Func<CancellationToken, Task> answer) : IKeyRing
{
    private readonly ConcurrentDictionary<string, AccessKey> _keys = new(StringComparer.Ordinal);
    private int _reads;

    public int Reads => _reads;

    public async Task<IReadOnlyList<AccessKey>> ListAsync(CancellationToken cancellation)
    {
        Interlocked.Increment(ref _reads);
        await answer(cancellation);
        return [.. _keys.Values.OrderBy(k => k.Id, StringComparer.Ordinal)];
    }

    public async Task AddAsync(AccessKey key, Author author, CancellationToken cancellation)
    {
        await answer(cancellation);
        if (!_keys.TryAdd(key.Id, key))
            throw new InvalidOperationException("known already");
    }

    public async Task<bool> RevokeAsync(string keyId, DateTimeOffset at, Author author, CancellationToken cancellation)
    {
        await answer(cancellation);
        if (!_keys.TryGetValue(keyId, out var key))
            return false;
        _keys[keyId] = key with { Revoked = key.Revoked ?? at };
        return true;
    }
}
