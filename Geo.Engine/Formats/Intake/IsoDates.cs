using System.Globalization;

namespace Geo.Engine.Formats.Intake;

/// <summary>Dates and moments as RFC 3339 writes them.</summary>
internal static class IsoDates
{
    private static readonly string[] MomentForms =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ssK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK"];

    /// <summary>A date, or null.</summary>
    public static DateOnly? Date(string text) =>
        text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A moment in UTC, or null; a text without offset is none, since nobody knows when it was.</summary>
    public static DateTime? Moment(string text) =>
        text.Length is >= 20 and <= 35
        && HasOffset(text)
        && DateTimeOffset.TryParseExact(text, MomentForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment.UtcDateTime
            : null;

    private static bool HasOffset(string text) => text[^1] == 'Z' || (text[^3] == ':' && text[^6] is '+' or '-');
}
