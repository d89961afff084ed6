using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>
/// Where the next page begins: the last id of this one, sealed with the conditions it belongs to, so that a cursor used with another
/// query is refused instead of silently giving other rows. It survives inserts and deletes.
/// </summary>
internal static class PageCursor
{
    private const int SealLength = 8;

    /// <summary>What is allowed, for people.</summary>
    public static BilingualText Allowed { get; } = new(
        "giá trị lấy từ liên kết next của chính truy vấn này, không sửa đổi",
        "the value from the next link of this very query, unchanged");

    /// <summary>The cursor after a feature.</summary>
    /// <param name="lastId">The last id on the page.</param>
    /// <param name="conditions">Canonical text of the query without page size and format.</param>
    public static string After(long lastId, string conditions)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long) + SealLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, lastId);
        Seal(bytes[..sizeof(long)], conditions).AsSpan(0, SealLength).CopyTo(bytes[sizeof(long)..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The id to go on after; null when the cursor is none, or belongs to another query.</summary>
    public static long? Parse(string cursor, string conditions)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long) + SealLength];
        if (cursor.Length != Base64Url.GetEncodedLength(bytes.Length)
            || !Base64Url.IsValid(cursor)
            || !Base64Url.TryDecodeFromChars(cursor, bytes, out var length)
            || length != bytes.Length)
            return null;
        var seal = Seal(bytes[..sizeof(long)], conditions).AsSpan(0, SealLength);
        return seal.SequenceEqual(bytes[sizeof(long)..]) ? BinaryPrimitives.ReadInt64BigEndian(bytes) : null;
    }

    private static byte[] Seal(ReadOnlySpan<byte> id, string conditions) => SHA256.HashData([.. id, .. Encoding.UTF8.GetBytes(conditions)]);
}
