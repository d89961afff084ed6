namespace Geo.Engine.Features.Filtering;

/// <summary>
/// A moment, a day or a period between two of them, both included. Between two periods of days a day is the smallest thing there is; beside
/// moments it lasts from its first to its last moment in UTC.
/// </summary>
/// <param name="Start">Ticks of the first moment, or of the first day's beginning; <see cref="long.MinValue"/> = open.</param>
/// <param name="End">Ticks of the last moment, or of the last day's beginning; <see cref="long.MaxValue"/> = open.</param>
/// <param name="StartIsDay">Whether the start is a day; open ends are.</param>
/// <param name="EndIsDay">Whether the end is a day; open ends are.</param>
internal readonly record struct Period(long Start, long End, bool StartIsDay, bool EndIsDay)
{
    /// <summary>A day or moment by itself; null when it is nothing.</summary>
    public static Period? Of(FilterValue instant) => Between(instant, instant);

    /// <summary>The period between two days or moments; an open end is null. Null when a known end is missing (nothing) or the start comes after the end.</summary>
    public static Period? Between(FilterValue? start, FilterValue? end)
    {
        if (start is { IsNothing: true } || end is { IsNothing: true })
            return null;
        var period = new Period(start?.Integer ?? long.MinValue, end?.Integer ?? long.MaxValue, start?.IsDate ?? true, end?.IsDate ?? true);
        return period.Start <= period.InMoments.End ? period : null;
    }

    /// <summary>The period between two days or moments where a missing one (nothing) is an open end; null when both are missing.</summary>
    public static Period? WithOpenEnds(FilterValue start, FilterValue end) =>
        start.IsNothing && end.IsNothing ? null : Between(start.IsNothing ? null : start, end.IsNothing ? null : end);

    /// <summary>Both periods in the finest common terms: days where both are of days, else moments.</summary>
    public static (Period A, Period B) Align(Period a, Period b) => a.IsOfDays && b.IsOfDays ? (a, b) : (a.InMoments, b.InMoments);

    private bool IsOfDays => StartIsDay && EndIsDay;

    private Period InMoments => new(Start, EndIsDay && End != long.MaxValue ? End + TimeSpan.TicksPerDay - 1 : End, false, false);
}
