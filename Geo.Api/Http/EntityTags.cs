using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Geo.Engine.Formats;
using Microsoft.Net.Http.Headers;

namespace Geo.Api.Http;

/// <summary>
/// Entity tags from what an answer depends on: the same after a restart, another after an upgrade. Weak where the answer may be
/// compressed on its way, strong where the bytes are sent as they are.
/// </summary>
internal static class EntityTags
{
    private const int FirstBuffer = 1024;

    /// <summary>Changes with the compiled program, as equal data may be written differently by another version.</summary>
    private static readonly string Program = typeof(EntityTags).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        + typeof(EntityTags).Module.ModuleVersionId;

    public static EntityTagHeaderValue Weak(params ReadOnlySpan<string> parts) => Tag(Digest(parts), isWeak: true);

    public static EntityTagHeaderValue Strong(params ReadOnlySpan<string> parts) => Tag(Digest(parts), isWeak: false);

    public static EntityTagHeaderValue WeakOf(ReadOnlySpan<byte> body) => Tag(Shorten(SHA256.HashData(body)), isWeak: true);

    /// <summary>Whether the client has this very answer already (<c>If-None-Match</c>, compared weakly, as RFC 9110 13.1.2 asks).</summary>
    public static bool Matches(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known == EntityTagHeaderValue.Any || known.Compare(tag, useStrongComparison: false));

    /// <summary>A digest of texts that cannot be confused by moving a border between two of them.</summary>
    public static string Digest(params ReadOnlySpan<string> parts)
    {
        using var text = new PooledBuffer(FirstBuffer);
        Append(text, Program);
        foreach (var part in parts)
            Append(text, part);
        return Shorten(SHA256.HashData(text.Written.Span));
    }

    private static void Append(PooledBuffer text, string part)
    {
        Encoding.UTF8.GetBytes(part, text);
        text.Append(0);
    }

    private static string Shorten(byte[] digest) => Convert.ToHexStringLower(digest.AsSpan(0, 12));

    private static EntityTagHeaderValue Tag(string digest, bool isWeak) => new($"\"{digest}\"", isWeak);
}
