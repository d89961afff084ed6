using System.Runtime.CompilerServices;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Npgsql;
using NpgsqlTypes;

namespace Geo.Engine.Stores.PostGis;

/// <summary>The audit log in a PostGIS database, table <c>soctrang.audit</c>; the database itself refuses to change or remove a record.</summary>
internal sealed class PostGisAuditLog(PostGisStore store) : IAuditLog
{
    private const long Lock = 7_306_105_003; // one record after the other, over all servers, each until its transaction ends
    private const int Page = 1000;

    /// <inheritdoc/>
    public Task AppendAsync(AuditEntry entry, CancellationToken cancellation) => store.InTransactionAsync(
        async connection =>
        {
            await AppendAsync(connection, entry, cancellation);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<AuditRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var page = await ReadPageAsync(0, cancellation); page.Count > 0; page = await ReadPageAsync(page[^1].Number, cancellation))
        {
            foreach (var record in page)
                yield return record;
        }
    }

    /// <summary>Adds a record inside a transaction that writes; the last thing it does, as other writers wait from here on.</summary>
    public static async Task AppendAsync(NpgsqlConnection connection, AuditEntry entry, CancellationToken cancellation)
    {
        await using (var alone = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({Lock})", connection) { CommandTimeout = 0 })
            await alone.ExecuteNonQueryAsync(cancellation);
        var (number, previous) = await NextAsync(connection, cancellation);
        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO soctrang.audit (number, moment, actor, action, request_id, target, before_hash, after_hash, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            connection);
        insert.Parameters.Add(new NpgsqlParameter { Value = number });
        insert.Parameters.Add(new NpgsqlParameter { Value = entry.At.ToUnixTimeMilliseconds() });
        foreach (var text in new[] { entry.Author.Actor, entry.Author.Action, entry.Author.RequestId, entry.Target, entry.Before, entry.After, AuditChain.Link(previous, number, entry) })
            insert.Parameters.Add(new NpgsqlParameter { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await insert.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Adds what a change of layers and documents is to be remembered by; called before the documents are written.</summary>
    public static async Task<AuditEntry?> EntryOfAsync(NpgsqlConnection connection, StoreChange change, DateTimeOffset at, CancellationToken cancellation)
    {
        var before = new List<string?>();
        foreach (var document in change.Documents)
        {
            await using var command = new NpgsqlCommand("SELECT sha256 FROM soctrang.documents WHERE name = $1", connection);
            command.Parameters.Add(new NpgsqlParameter { Value = document.Name });
            before.Add((string?)await command.ExecuteScalarAsync(cancellation));
        }
        return AuditDigest.Of(change, before, at);
    }

    private static async Task<(long Number, string Previous)> NextAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT number, hash FROM soctrang.audit ORDER BY number DESC LIMIT 1", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? (rows.GetInt64(0) + 1, rows.GetString(1)) : (1, AuditChain.Beginning);
    }

    private Task<List<AuditRecord>> ReadPageAsync(long after, CancellationToken cancellation) => store.AskAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand(
                """
                SELECT number, moment, actor, action, request_id, target, before_hash, after_hash, hash
                FROM soctrang.audit WHERE number > $1 ORDER BY number LIMIT $2
                """,
                connection);
            command.Parameters.Add(new NpgsqlParameter { Value = after });
            command.Parameters.Add(new NpgsqlParameter { Value = Page });
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            var page = new List<AuditRecord>();
            while (await rows.ReadAsync(cancellation))
                page.Add(Read(rows));
            return page;
        },
        cancellation);

    private static AuditRecord Read(NpgsqlDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        var author = new Author(row.GetString(2), row.GetString(3), Text(4));
        return new AuditRecord(row.GetInt64(0), new AuditEntry(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), author, row.GetString(5), Text(6), Text(7)), row.GetString(8));
    }
}
