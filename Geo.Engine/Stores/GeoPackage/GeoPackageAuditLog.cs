using System.Runtime.CompilerServices;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Microsoft.Data.Sqlite;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>The audit log in a GeoPackage, table <c>soctrang_audit</c>; the file itself refuses to change or remove a record.</summary>
internal sealed class GeoPackageAuditLog(GeoPackageFile file, GeoPackageStore store) : IAuditLog
{
    private const string Table = "soctrang_audit";
    private const int Page = 1000;

    /// <inheritdoc/>
    public Task AppendAsync(AuditEntry entry, CancellationToken cancellation) => store.ChangeAsync(
        writer =>
        {
            Append(writer, entry);
            return Task.FromResult(true);
        },
        cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<AuditRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var (last, page) = (0L, ReadPage(0, cancellation)); page.Count > 0; page = ReadPage(last, cancellation))
        {
            foreach (var record in page)
                yield return record;
            last = page[^1].Number;
            await Task.Yield();
        }
    }

    /// <summary>Adds a record inside a transaction that writes.</summary>
    public static void Append(GeoPackageConnection writer, AuditEntry entry)
    {
        var last = writer.Rows("SELECT number, hash FROM soctrang_audit ORDER BY number DESC LIMIT 1", r => (Number: r.GetInt64(0), Hash: r.GetString(1)));
        var (number, previous) = last.Count == 0 ? (1, AuditChain.Beginning) : (last[0].Number + 1, last[0].Hash);
        writer.Execute(
            """
            INSERT INTO soctrang_audit (number, moment, actor, action, request_id, target, before_hash, after_hash, hash)
            VALUES ($number, $moment, $actor, $action, $request, $target, $before, $after, $hash)
            """,
            ("$number", number), ("$moment", entry.At.ToUnixTimeMilliseconds()), ("$actor", entry.Author.Actor), ("$action", entry.Author.Action),
            ("$request", entry.Author.RequestId), ("$target", entry.Target), ("$before", entry.Before), ("$after", entry.After),
            ("$hash", AuditChain.Link(previous, number, entry)));
    }

    /// <summary>Adds what a change of layers and documents is to be remembered by; called before the documents are written.</summary>
    public static void Append(GeoPackageConnection writer, StoreChange change, DateTimeOffset at)
    {
        var before = change.Documents.Select(d => (string?)writer.Scalar("SELECT sha256 FROM soctrang_documents WHERE name = $name", ("$name", d.Name))).ToList();
        if (AuditDigest.Of(change, before, at) is { } entry)
            Append(writer, entry);
    }

    private List<AuditRecord> ReadPage(long after, CancellationToken cancellation)
    {
        using var snapshot = file.BeginRead(cancellation);
        return snapshot.Ask(c => !GeoPackageSchema.HasTable(c, Table) ? [] : c.Rows(
            """
            SELECT number, moment, actor, action, request_id, target, before_hash, after_hash, hash
            FROM soctrang_audit WHERE number > $after ORDER BY number LIMIT $page
            """,
            Read, ("$after", after), ("$page", Page)));
    }

    private static AuditRecord Read(SqliteDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        var author = new Author(row.GetString(2), row.GetString(3), Text(4));
        return new AuditRecord(row.GetInt64(0), new AuditEntry(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), author, row.GetString(5), Text(6), Text(7)), row.GetString(8));
    }
}
