using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>
/// The parameter <c>datetime</c>: an instant or an interval (RFC 3339), ends may be open (<c>..</c> or nothing), dates are whole days in
/// UTC, one end may be a duration of ISO 8601. The years 0000 and 9999, with which clients write open ends, are open ends.
/// </summary>
internal static class DatetimeParameter
{
    /// <summary>What is allowed, for people.</summary>
    public static BilingualText Allowed { get; } = new(
        "một thời điểm RFC 3339 có múi giờ (2025-07-01T00:00:00Z), một ngày (2025-07-01) hoặc khoảng a/b, ../b, a/.., a/P2D với a không sau b; dấu + viết là %2B",
        "an RFC 3339 instant with zone (2025-07-01T00:00:00Z), a date (2025-07-01), or an interval a/b, ../b, a/.., a/P2D with a not after b; write + as %2B");

    /// <summary>The time asked for; null when the text is none.</summary>
    public static TimeInterval? Parse(string text)
    {
        var ends = text.Split('/');
        return ends.Length switch
        {
            1 => Moment.Parse(text) is { } moment ? new TimeInterval(moment.First, moment.Last) : null,
            2 => Interval(ends[0], ends[1]),
            _ => null,
        };
    }

    private static TimeInterval? Interval(string from, string to)
    {
        if (CalendarDuration.Parse(to) is { } length)
            return Moment.Parse(from) is { } start ? Ordered(start.First, length.After(start.First)) : null;
        if (CalendarDuration.Parse(from) is { } before)
            return Moment.Parse(to) is { } end ? Ordered(before.Before(end.Last), end.Last) : null;
        var (first, last) = (Moment.Parse(from), Moment.Parse(to));
        if ((first is null && !IsOpen(from)) || (last is null && !IsOpen(to)))
            return null;
        return Ordered(first is { Year: > 0 } ? first.Value.First : null, last is { Year: < 9999 } ? last.Value.Last : null);
    }

    private static bool IsOpen(string end) => end is "" or "..";

    private static TimeInterval? Ordered(DateTime? start, DateTime? end) => start > end ? null : new TimeInterval(start, end);
}
