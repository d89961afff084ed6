using System.Text.Json;
using Geo.Engine.Features;

namespace Geo.Engine.Formats.GeoJson;

/// <summary>JSON in words, for messages.</summary>
internal static class JsonWords
{
    /// <summary>A token.</summary>
    public static BilingualText Of(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => new("một đối tượng JSON", "an object"),
        JsonTokenType.StartArray => new("một mảng", "an array"),
        JsonTokenType.EndArray => new("chỗ hết mảng", "the end of an array"),
        JsonTokenType.EndObject => new("chỗ hết đối tượng JSON", "the end of an object"),
        JsonTokenType.String => new("một chuỗi", "a string"),
        JsonTokenType.Number => new("một số", "a number"),
        JsonTokenType.True or JsonTokenType.False => new("true hoặc false", "true or false"),
        JsonTokenType.Null => new("null", "null"),
        _ => new("không có gì", "nothing"),
    };

    /// <summary>That a token of one kind stands where another thing belongs.</summary>
    public static BilingualText Instead(JsonTokenType token, string vi, string en) => new($"{Of(token).Vi} ở chỗ của {vi}", $"{Of(token).En} instead of {en}");

    /// <summary>That something must be one thing and is another.</summary>
    public static BilingualText MustBe(string vi, string en, JsonTokenType token) => new($"{vi}, đây là {Of(token).Vi}", $"{en}, this is {Of(token).En}");

    /// <summary>That a member stands twice in one object.</summary>
    public static BilingualText Twice(string member) => new($"thành phần '{member}' có hai lần", $"the member '{member}' is given twice");

    /// <summary>A pointer to a member, escaped by RFC 6901.</summary>
    public static string Pointer(string parent, string member) =>
        $"{parent}/{Shorten(member).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>A text received, cut so that a message stays a sentence.</summary>
    public static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
