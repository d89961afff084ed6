using Geo.Engine.Access;
using Npgsql;

namespace Geo.Engine.Stores.PostGis;

/// <summary>The keys in a PostGIS database, table <c>soctrang.keys</c>.</summary>
internal sealed class PostGisKeyRing(PostGisStore store) : IKeyRing
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<AccessKey>> ListAsync(CancellationToken cancellation) => store.AskAsync<IReadOnlyList<AccessKey>>(
        async connection =>
        {
            await using var command = Command(connection, "SELECT key_id, label, role, hash, created, revoked FROM soctrang.keys ORDER BY key_id");
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            var keys = new List<AccessKey>();
            while (await rows.ReadAsync(cancellation))
                keys.Add(Read(rows));
            return keys;
        },
        cancellation);

    /// <inheritdoc/>
    public Task AddAsync(AccessKey key, Author author, CancellationToken cancellation) => store.InTransactionAsync(
        async connection =>
        {
            await using var command = Command(
                connection,
                "INSERT INTO soctrang.keys (key_id, label, role, hash, created, revoked) VALUES ($1, $2, $3, $4, to_timestamp($5), to_timestamp($6)) ON CONFLICT DO NOTHING",
                key.Id, key.Label, key.Role.ToString(), key.Hash.ToArray(), (double)key.Created.ToUnixTimeSeconds(), (double?)key.Revoked?.ToUnixTimeSeconds());
            if (await command.ExecuteNonQueryAsync(cancellation) == 0)
                throw new InvalidOperationException($"There is a key {key.Id} already.");
            await PostGisAuditLog.AppendAsync(connection, AuditDigest.OfNewKey(key, author), cancellation);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<bool> RevokeAsync(string keyId, DateTimeOffset at, Author author, CancellationToken cancellation) => store.InTransactionAsync(
        async connection =>
        {
            await using var command = Command(
                connection, "UPDATE soctrang.keys SET revoked = coalesce(revoked, to_timestamp($2)) WHERE key_id = $1", keyId, (double)at.ToUnixTimeSeconds());
            var isThere = await command.ExecuteNonQueryAsync(cancellation) > 0;
            if (isThere)
                await PostGisAuditLog.AppendAsync(connection, new AuditEntry(at, author, $"key {keyId}"), cancellation);
            return isThere;
        },
        cancellation);

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object?[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(value is null ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Double } : new NpgsqlParameter { Value = value });
        return command;
    }

    private static AccessKey Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        Enum.Parse<Role>(row.GetString(2)),
        row.GetFieldValue<byte[]>(3),
        new DateTimeOffset(row.GetDateTime(4)),
        row.IsDBNull(5) ? null : new DateTimeOffset(row.GetDateTime(5)));
}
