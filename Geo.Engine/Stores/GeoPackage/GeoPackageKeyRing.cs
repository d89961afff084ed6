using Geo.Engine.Access;
using Microsoft.Data.Sqlite;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>The keys in a GeoPackage, table <c>soctrang_keys</c>; a file that has no such table yet has no keys.</summary>
internal sealed class GeoPackageKeyRing(GeoPackageFile file, GeoPackageStore store) : IKeyRing
{
    private const string Table = "soctrang_keys";

    /// <inheritdoc/>
    public Task<IReadOnlyList<AccessKey>> ListAsync(CancellationToken cancellation)
    {
        using var snapshot = file.BeginRead(cancellation);
        return Task.FromResult<IReadOnlyList<AccessKey>>(snapshot.Ask(c => !GeoPackageSchema.HasTable(c, Table) ? [] : c.Rows(
            "SELECT key_id, label, role, hash, created, revoked FROM soctrang_keys ORDER BY key_id", Read)));
    }

    /// <inheritdoc/>
    public Task AddAsync(AccessKey key, Author author, CancellationToken cancellation) => store.ChangeAsync(
        writer =>
        {
            if (writer.Scalar("SELECT 1 FROM soctrang_keys WHERE key_id = $id", ("$id", key.Id)) is not null)
                throw new InvalidOperationException($"There is a key {key.Id} already.");
            writer.Execute(
                "INSERT INTO soctrang_keys (key_id, label, role, hash, created, revoked) VALUES ($id, $label, $role, $hash, $created, $revoked)",
                ("$id", key.Id), ("$label", key.Label), ("$role", key.Role.ToString()), ("$hash", key.Hash.ToArray()),
                ("$created", key.Created.ToUnixTimeSeconds()), ("$revoked", key.Revoked?.ToUnixTimeSeconds()));
            GeoPackageAuditLog.Append(writer, AuditDigest.OfNewKey(key, author));
            return Task.FromResult(true);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<bool> RevokeAsync(string keyId, DateTimeOffset at, Author author, CancellationToken cancellation) => store.ChangeAsync(
        writer =>
        {
            writer.Execute("UPDATE soctrang_keys SET revoked = coalesce(revoked, $at) WHERE key_id = $id", ("$id", keyId), ("$at", at.ToUnixTimeSeconds()));
            var isThere = writer.Scalar("SELECT changes()") is > 0L;
            if (isThere)
                GeoPackageAuditLog.Append(writer, new AuditEntry(at, author, $"key {keyId}"));
            return Task.FromResult(isThere);
        },
        cancellation);

    private static AccessKey Read(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        Enum.Parse<Role>(row.GetString(2)),
        row.GetFieldValue<byte[]>(3),
        DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(4)),
        row.IsDBNull(5) ? null : DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(5)));
}
