using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Geo.Engine.Access;

/// <summary>
/// The text of a key, <c>stg_ID_SECRET</c>: shown once to whoever makes it, then only its hash is known. The secret is 256 random bits, so that
/// SHA-256 is enough to keep it: slow hashes with salt make guessing dear where people choose the password, and here there is nothing to guess.
/// The beginning lets scanners for leaked secrets find it.
/// </summary>
public static class KeyText
{
    private const string Prefix = "stg_";
    private const int IdBytes = 4;
    private const int SecretBytes = 32;
    private static readonly int Length = Prefix.Length + (2 * IdBytes) + 1 + Base64Url.GetEncodedLength(SecretBytes);

    /// <summary>A new key: what is kept, and the text to hand over.</summary>
    public static (AccessKey Key, string Text) Make(string label, Role role, DateTimeOffset now)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var text = $"{Prefix}{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";
        return (new AccessKey(id, label, role, Hash(text), WholeSeconds(now)), text);
    }

    /// <summary>The id in the text of a key; null when the text is none.</summary>
    public static string? IdOf(string text) =>
        text.Length == Length && text.StartsWith(Prefix, StringComparison.Ordinal) && text[Prefix.Length + (2 * IdBytes)] == '_'
            ? text.Substring(Prefix.Length, 2 * IdBytes)
            : null;

    /// <summary>Whether a text is that of a key, in a time that does not tell how much of it is right. Revocation is not looked at.</summary>
    public static bool Matches(string text, AccessKey key) => CryptographicOperations.FixedTimeEquals(Hash(text), key.Hash.Span);

    /// <summary>A moment as stores keep it.</summary>
    public static DateTimeOffset WholeSeconds(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
