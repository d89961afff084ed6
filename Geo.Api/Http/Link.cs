using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Geo.Api.Http;

/// <summary>A typed link, as it stands in bodies and in the Link header.</summary>
/// <param name="Href">Absolute address.</param>
/// <param name="Rel">Relation.</param>
/// <param name="Type">Media type of the target.</param>
/// <param name="Title">Name for people.</param>
internal sealed record Link(string Href, string Rel, string Type, string? Title = null)
{
    /// <summary>Whether <see cref="Href"/> is a template to fill in, which belongs in bodies only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Templated { get; init; }

    /// <summary>The link as RFC 8288 writes it, in ASCII; a title with other letters by RFC 8187.</summary>
    public string ToHeader() => string.Concat(["<", Href, ">; rel=\"", Rel, "\"; type=\"", Type, "\"", Title is null ? "" : Titles.GetValue(Title, HeaderOf)]);

    /// <summary>Writes links as the serializer does, of which every page of features has a dozen.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Link> links)
    {
        json.WriteStartArray();
        foreach (var link in links)
            link.Write(json);
        json.WriteEndArray();
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("href"u8, Href);
        json.WriteString("rel"u8, Rel);
        json.WriteString("type"u8, Type);
        if (Title is not null)
            json.WriteString("title"u8, Title);
        if (Templated)
            json.WriteBoolean("templated"u8, value: true);
        json.WriteEndObject();
    }

    // The same few titles go out with every answer.
    private static readonly ConditionalWeakTable<string, string> Titles = [];

    private static string HeaderOf(string title) => IsPlain(title) ? $"; title=\"{title}\"" : $"; title*=UTF-8''{Uri.EscapeDataString(title)}";

    /// <summary>Whether a text may stand between quotes in a header as it is: printable ASCII without quote and backslash.</summary>
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.AsSpan().ContainsAny('"', '\\');
}
