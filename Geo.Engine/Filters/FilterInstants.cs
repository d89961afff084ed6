using System.Globalization;
using System.Text.RegularExpressions;

namespace Geo.Engine.Filters;

/// <summary>Dates and moments as the two encodings write them alike (RFC 3339). A moment without <c>Z</c> but with an offset is accepted beyond the standard.</summary>
internal static partial class FilterInstants
{
    /// <summary>What an interval writes for an open end; an empty text means the same.</summary>
    public const string Open = "..";

    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>A date.</summary>
    /// <exception cref="FilterException">It is none, or before year 1.</exception>
    public static Literal ReadDate(string text, FilterPlace place) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? new Literal(date, place)
        : throw Fault(place, text, "ngày dạng 'yyyy-mm-dd', năm 0001 đến 9999", "a date is written yyyy-mm-dd, years 0001 to 9999");

    /// <summary>A moment; digits beyond 100 nanoseconds are cut off.</summary>
    /// <exception cref="FilterException">It is none, or outside the years 1 to 9999.</exception>
    public static Literal ReadMoment(string text, FilterPlace place)
    {
        var match = Moment().Match(text);
        var ticks = match.Groups["fraction"].Value;
        var rounded = $"{match.Groups["whole"].Value}.{(ticks.Length > 7 ? ticks[..7] : ticks.PadRight(7, '0'))}{match.Groups["zone"].Value}".ToUpperInvariant();
        return match.Success && DateTimeOffset.TryParseExact(rounded, "yyyy-MM-dd'T'HH:mm:ss.fffffffK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? new Literal(moment.UtcDateTime, place)
            : throw Fault(place, text, "thời điểm dạng 'yyyy-mm-ddThh:mm:ssZ'", "a moment is written yyyy-mm-ddThh:mm:ssZ");
    }

    /// <summary>The end of an interval: a date, a moment, or null where it is open.</summary>
    /// <exception cref="FilterException">It is neither.</exception>
    public static Literal? ReadEnd(string text, FilterPlace place)
    {
        if (text is "" or Open)
            return null;
        if (text.Length <= "yyyy-mm-dd".Length && Moment().IsMatch(text + "T00:00:00Z"))
            return ReadDate(text, place);
        return Moment().IsMatch(text)
            ? ReadMoment(text, place)
            : throw Fault(place, text, "ngày, thời điểm hoặc '..' (để ngỏ)", "an end of an interval is a date, a moment or '..' for open");
    }

    /// <summary>A date or moment as text.</summary>
    public static string Write(object value) => value is DateOnly date
        ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : ((DateTime)value).ToString(MomentFormat, CultureInfo.InvariantCulture);

    private static FilterException Fault(FilterPlace place, string found, string vietnamese, string english) =>
        new(place, $"Gặp '{FilterFaults.Shorten(found)}'; phải là {vietnamese}.", $"Found '{FilterFaults.Shorten(found)}'; {english}.");

    [GeneratedRegex(@"\A(?<whole>[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2})(\.(?<fraction>[0-9]+))?(?<zone>[Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Moment();
}
