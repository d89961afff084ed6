using System.Globalization;
using System.Text.RegularExpressions;

namespace Geo.Api.Collections;

/// <summary>A duration of ISO 8601 (<c>P1Y2M10DT2H30M</c>, <c>P2W</c>): months are counted on the calendar, the rest is exact.</summary>
/// <param name="Months">Years and months, in months.</param>
/// <param name="Exact">Weeks, days, hours, minutes and seconds.</param>
internal readonly partial record struct CalendarDuration(int Months, TimeSpan Exact)
{
    /// <summary>The duration, or null when the text is none or is longer than time itself.</summary>
    public static CalendarDuration? Parse(string text)
    {
        var match = Pattern().Match(text.ToUpperInvariant());
        if (!match.Success || text.Length < 3 || text.EndsWith("T", StringComparison.OrdinalIgnoreCase))
            return null;
        var months = (Part(match, "years") * 12) + Part(match, "months");
        var seconds = (((((Part(match, "weeks") * 7) + Part(match, "days")) * 24) + Part(match, "hours")) * 3600)
            + (Part(match, "minutes") * 60) + Part(match, "seconds");
        if (months > 120_000 || seconds > TimeSpan.MaxValue.TotalSeconds / 2)
            return null;
        return new((int)months, TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)));
    }

    /// <summary>The moment this much later; null beyond the end of the calendar.</summary>
    public DateTime? After(DateTime start) => Shift(start, 1);

    /// <summary>The moment this much earlier; null before the start of the calendar.</summary>
    public DateTime? Before(DateTime end) => Shift(end, -1);

    private DateTime? Shift(DateTime moment, int sign)
    {
        try
        {
            return moment.AddMonths(sign * Months) + (sign * Exact);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static double Part(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? double.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^P(?:(?<years>[0-9]{1,9})Y)?(?:(?<months>[0-9]{1,9})M)?(?:(?<weeks>[0-9]{1,9})W)?(?:(?<days>[0-9]{1,9})D)?(?:T(?:(?<hours>[0-9]{1,9})H)?(?:(?<minutes>[0-9]{1,9})M)?(?:(?<seconds>[0-9]{1,9}(?:\.[0-9]{1,9})?)S)?)?\z")]
    private static partial Regex Pattern();
}
