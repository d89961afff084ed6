namespace Geo.Engine.Access;

/// <summary>The keys of a store, kept beside its layers: the same in every server and command that uses the store.</summary>
public interface IKeyRing
{
    /// <summary>All keys, revoked ones too, in order of id (ordinal).</summary>
    Task<IReadOnlyList<AccessKey>> ListAsync(CancellationToken cancellation);

    /// <summary>Keeps a new key. Throws <see cref="InvalidOperationException"/> when there is one of that id.</summary>
    Task AddAsync(AccessKey key, Author author, CancellationToken cancellation);

    /// <summary>Revokes a key; one that is revoked already keeps its date. False when there is no such key.</summary>
    Task<bool> RevokeAsync(string keyId, DateTimeOffset at, Author author, CancellationToken cancellation);
}
