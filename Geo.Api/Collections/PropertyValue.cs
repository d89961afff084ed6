using System.Globalization;
using System.Text;
using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>Property values as they come in queries.</summary>
internal static class PropertyValue
{
    /// <summary>The value with the CLR type of the property; null when the text is none of that type.</summary>
    public static object? Parse(string text, PropertyType type) => type switch
    {
        PropertyType.Text => text.Contains('\0', StringComparison.Ordinal) || !text.IsNormalizable() ? null : text.Normalize(NormalizationForm.FormC),
        PropertyType.Integer => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null,
        PropertyType.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null,
        PropertyType.Boolean => text switch { "true" => true, "false" => false, _ => null },
        PropertyType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
        PropertyType.DateTime => Moment.Parse(text) is { } moment && moment.First == moment.Last ? moment.First : null,
        _ => null,
    };

    /// <summary>What is allowed for a type, for people.</summary>
    public static BilingualText Allowed(PropertyType type) => type switch
    {
        PropertyType.Integer => new("một số nguyên", "an integer"),
        PropertyType.Number => new("một số hữu hạn, dấu chấm thập phân", "a finite number with a decimal point"),
        PropertyType.Boolean => new("true hoặc false", "true or false"),
        PropertyType.Date => new("một ngày dạng 2025-07-01", "a date such as 2025-07-01"),
        PropertyType.DateTime => new("một thời điểm dạng 2025-07-01T00:00:00Z", "an instant such as 2025-07-01T00:00:00Z"),
        _ => new("văn bản không có ký tự NUL", "a text without NUL"),
    };

    private static bool IsNormalizable(this string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }
        return true;
    }
}
