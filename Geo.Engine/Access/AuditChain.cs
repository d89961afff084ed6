using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Geo.Engine.Access;

/// <summary>
/// The chain that ties the records of the audit log together: the hash of each is SHA-256 over the hash of the one before and its own fields,
/// each with its length. Changing, removing or inserting a record breaks it. Cutting off the end does not; for that, keep the last hash elsewhere.
/// </summary>
public static class AuditChain
{
    /// <summary>What stands before the first record.</summary>
    public static readonly string Beginning = new('0', 64);

    /// <summary>The link of a record, 64 hexadecimal digits.</summary>
    /// <param name="previous">The link of the record before, or <see cref="Beginning"/>.</param>
    /// <param name="number">The record's number.</param>
    /// <param name="entry">What it says.</param>
    public static string Link(string previous, long number, AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, previous);
        Append(hash, number);
        Append(hash, entry.At.ToUnixTimeMilliseconds());
        foreach (var field in new[] { entry.Author.Actor, entry.Author.Action, entry.Author.RequestId, entry.Target, entry.Before, entry.After })
            Append(hash, field);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The number of the first record that does not fit the ones before it; null when all do. Records come in order, from the first.</summary>
    public static async Task<(AuditRecord? Last, long? BrokenAt)> CheckAsync(IAsyncEnumerable<AuditRecord> records, CancellationToken cancellation)
    {
        AuditRecord? last = null;
        await foreach (var record in records.WithCancellation(cancellation))
        {
            var number = (last?.Number ?? 0) + 1;
            if (record.Number != number || record.Hash != Link(last?.Hash ?? Beginning, number, record.Entry))
                return (last, number);
            last = record;
        }
        return (last, null);
    }

    private static void Append(IncrementalHash hash, string? text)
    {
        var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        Append(hash, text is null ? -1 : bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
