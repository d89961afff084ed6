using System.Text.Json;

namespace Geo.Engine.Formats.GeoJson;

/// <summary>JSON in words, for messages.</summary>
internal static class JsonWords
{
    /// <summary>A token.</summary>
    public static string Of(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.EndArray => "the end of an array",
        JsonTokenType.EndObject => "the end of an object",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };

    /// <summary>A pointer to a member, escaped by RFC 6901.</summary>
    public static string Pointer(string parent, string member) =>
        $"{parent}/{Shorten(member).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>A text received, cut so that a message stays a sentence.</summary>
    public static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
