using System.Text;
using System.Text.Json;
using Geo.Engine.Features;

namespace Geo.Engine.Formats.GeoJson;

/// <summary>Strings of a JSON text as engine text: NFC, without NUL.</summary>
internal static class JsonStrings
{
    /// <summary>What is wrong where <see cref="Find"/> gives null.</summary>
    public static BilingualText NotText { get; } = new(
        "chuỗi không phải văn bản: byte không phải UTF-8, hoặc có nửa cặp thay thế hay ký tự NUL",
        "the string is not text: its bytes are not UTF-8, or it holds half a surrogate pair or a NUL");

    /// <summary>The string or name the reader stands on; null when it is not text that every store can keep.</summary>
    public static string? Find(in Utf8JsonReader reader)
    {
        try
        {
            var text = reader.GetString();
            return text is null || text.Contains('\0', StringComparison.Ordinal) ? null : text.Normalize(NormalizationForm.FormC);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
