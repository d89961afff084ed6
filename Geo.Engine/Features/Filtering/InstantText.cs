using System.Globalization;

namespace Geo.Engine.Features.Filtering;

/// <summary>Days and moments in texts that clients compare with them: <c>2025-07-01</c>, <c>2025-07-01T08:30:00+07:00</c>.</summary>
internal static class InstantText
{
    // GDAL's driver ends dates with a T.
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-MM-dd'T'"];

    private static readonly string[] Moments =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK"];

    /// <summary>A <see cref="DateOnly"/>, or a <see cref="DateTime"/> in UTC (also where no offset is given); null for other texts.</summary>
    public static object? Parse(string text)
    {
        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParseExact(text.ToUpperInvariant(), Moments, CultureInfo.InvariantCulture, Utc, out var moment) ? moment : null;
    }
}
