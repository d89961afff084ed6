using System.Globalization;
using System.Text.RegularExpressions;

namespace Geo.Api.Collections;

/// <summary>A date or date-time of RFC 3339 as the span of time it names: a day, or a single tick. UTC.</summary>
/// <param name="First">Its first tick.</param>
/// <param name="Last">Its last tick.</param>
/// <param name="Year">The year as written, 0 to 9999; <see cref="DateTime"/> has no year 0, which becomes the start of its calendar.</param>
internal readonly partial record struct Moment(DateTime First, DateTime Last, int Year)
{
    /// <summary>The moment, or null when the text is none. Letters may be small; a blank stands for the plus sign that a query turned into one.</summary>
    public static Moment? Parse(string text)
    {
        var match = Pattern().Match(text.ToUpperInvariant());
        if (!match.Success)
            return null;
        var year = Number(match, "year");
        if (!DateOnly.TryParseExact(string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, year):0000}{match.Groups["rest"].Value}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return null;
        if (year == 0)
            date = DateOnly.MinValue;
        var day = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return match.Groups["time"].Success ? AtTime(match, day, year) : new Moment(day, date.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc), year);
    }

    private static Moment? AtTime(Match match, DateTime day, int year)
    {
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        if (hour > 23 || minute > 59 || second > 60 || Offset(match) is not { } offset)
            return null;
        var fraction = match.Groups["fraction"].Value.PadRight(7, '0')[..7];
        var time = new TimeSpan(hour, minute, Math.Min(second, 59)) + TimeSpan.FromTicks(long.Parse(fraction, CultureInfo.InvariantCulture));
        var ticks = Math.Clamp(day.Ticks + time.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        var moment = new DateTime(ticks, DateTimeKind.Utc);
        return new Moment(moment, moment, year);
    }

    private static TimeSpan? Offset(Match match)
    {
        if (match.Groups["utc"].Success)
            return TimeSpan.Zero;
        var (hours, minutes) = (Number(match, "offsetHours"), Number(match, "offsetMinutes"));
        if (hours > 23 || minutes > 59)
            return null;
        var size = new TimeSpan(hours, minutes, 0);
        return match.Groups["sign"].Value == "-" ? -size : size;
    }

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?<rest>-[0-9]{2}-[0-9]{2})(?<time>T(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(?:\.(?<fraction>[0-9]{1,18}))?(?:(?<utc>Z)|(?<sign>[-+ ])(?<offsetHours>[0-9]{2}):(?<offsetMinutes>[0-9]{2})))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
