using System.Text.Json;

namespace Geo.Tests.Api;

/// <summary>A link as clients read it.</summary>
internal sealed record Links(string Href, string Rel, string? Type)
{
    /// <summary>The links of a document, in order.</summary>
    public static IReadOnlyList<Links> Of(JsonElement document) =>
        [.. document.GetProperty("links").EnumerateArray().Select(l => new Links(
            l.GetProperty("href").GetString()!,
            l.GetProperty("rel").GetString()!,
            l.TryGetProperty("type", out var type) ? type.GetString() : null))];

    /// <summary>The address behind a relation, or null.</summary>
    public static string? Find(JsonElement document, string rel) => Of(document).FirstOrDefault(l => l.Rel == rel)?.Href;
}
