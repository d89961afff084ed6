using CsCheck;
using Geo.Engine.Filters;
using static Geo.Tests.Features.Filtering.Filters;

namespace Geo.Tests.Features.Filtering;

/// <summary>Relations of moments and periods.</summary>
public sealed class TemporalRelationTests
{
    private static readonly string[] Allen =
    [
        "t_after", "t_before", "t_contains", "t_during", "t_equals", "t_finishedby", "t_finishes", "t_meets", "t_metby", "t_overlappedby",
        "t_overlaps", "t_startedby", "t_starts",
    ];

    // Days of June 2025. source: Allen 1983, figure 2, drawn out by hand
    [Theory]
    [InlineData(1, 3, 5, 9, "t_before")]
    [InlineData(6, 9, 1, 3, "t_after")]
    [InlineData(1, 5, 5, 9, "t_meets")]
    [InlineData(5, 9, 1, 5, "t_metby")]
    [InlineData(1, 6, 5, 9, "t_overlaps")]
    [InlineData(5, 9, 1, 6, "t_overlappedby")]
    [InlineData(1, 3, 1, 9, "t_starts")]
    [InlineData(1, 9, 1, 3, "t_startedby")]
    [InlineData(3, 5, 1, 9, "t_during")]
    [InlineData(1, 9, 3, 5, "t_contains")]
    [InlineData(6, 9, 1, 9, "t_finishes")]
    [InlineData(1, 9, 6, 9, "t_finishedby")]
    [InlineData(1, 9, 1, 9, "t_equals")]
    [InlineData(3, 3, 3, 9, "t_starts")]
    [InlineData(3, 9, 9, 9, "t_finishedby")]
    [InlineData(0, 5, 5, 9, "t_meets")]
    [InlineData(0, 5, 3, 0, "t_overlaps")]
    [InlineData(0, 5, 0, 9, "t_starts")]
    [InlineData(5, 0, 0, 0, "t_finishes")]
    [InlineData(0, 0, 0, 0, "t_equals")]
    public void Two_periods_have_one_relation(int start, int end, int otherStart, int otherEnd, string relation)
    {
        foreach (var of in new Func<int, object?>[] { d => d == 0 ? null : Day(2025, 6, d), d => d == 0 ? null : Moment(2025, 6, d, 8) })
        {
            var (a, b) = (Interval(of(start), of(end)), Interval(of(otherStart), of(otherEnd)));
            Assert.Equal([relation], Allen.Where(name => Decide(name, a, b) == true));
        }
    }

    [Fact]
    public void Any_two_periods_have_one_relation_and_its_contrary_the_other_way_round()
    {
        var ends = Gen.Select(Gen.Int[1, 6], Gen.Int[1, 6]).Select((a, b) => (Math.Min(a, b), Math.Max(a, b)));
        Gen.Select(ends, ends, Gen.Bool, Gen.Bool).Sample((a, b, areDays, otherAreDays) =>
        {
            var (one, other) = (Period(a, areDays), Period(b, otherAreDays));
            var holding = Allen.Where(name => Decide(name, one, other) == true).ToList();
            var turned = Allen.Where(name => Decide(name, other, one) == true).ToList();
            return holding.Count == 1 && turned.SequenceEqual([Turned(holding[0])])
                && Decide("t_disjoint", one, other) == (holding[0] is "t_before" or "t_after")
                && Decide("t_intersects", one, other) != Decide("t_disjoint", one, other);
        }, iter: 300);
    }

    [Fact]
    public void A_day_lasts_from_its_first_to_its_last_moment()
    {
        var day = With(("day", Day(2025, 6, 30)));
        Assert.True(Decide(Of("t_intersects", P("day"), Moment(2025, 6, 30, 23, 59, 59)), day));
        Assert.True(Decide(Of("t_before", P("day"), Moment(2025, 7, 1)), day));
        Assert.True(Decide(Of("t_after", P("day"), Moment(2025, 6, 29, 23, 59, 59)), day));
        Assert.True(Decide(Of("t_equals", P("day"), Day(2025, 6, 30)), day));
        Assert.False(Decide(Of("t_equals", P("day"), Moment(2025, 6, 30)), day));
        Assert.True(Decide(Of("t_during", Interval(Moment(2025, 6, 30, 1), Moment(2025, 6, 30, 2)), Interval(P("day"), P("day"))), day));
        Assert.True(Decide(Of("t_equals", Interval(Moment(2025, 6, 30), P("day")), Interval(P("day"), P("day"))), day));
    }

    [Fact]
    public void Moments_and_days_compare_by_the_day()
    {
        var moment = With(("moment", Moment(2025, 6, 30, 23, 30)));
        Assert.True(Decide(Of("=", P("moment"), Day(2025, 6, 30)), moment));
        Assert.False(Decide(Of(">", P("moment"), Day(2025, 6, 30)), moment));
        Assert.True(Decide(Of("<", P("moment"), Day(2025, 7, 1)), moment));
        Assert.True(Decide(Of("=", P("moment"), "2025-06-30"), moment));
        Assert.True(Decide(Of("=", P("moment"), "2025-07-01T06:30:00+07:00"), moment));
        Assert.True(Decide(Of("between", P("moment"), "2025-06-30T23:30:00Z", Day(2025, 6, 30)), moment));
        Assert.True(Decide(Of("=", P("day"), Moment(2025, 6, 30, 5)), With(("day", Day(2025, 6, 30)))));
    }

    [Fact]
    public void A_missing_end_is_open_where_the_layer_says_so_and_unknown_elsewhere()
    {
        var valid = With(("from", Day(2020, 1, 1)), ("day", Day(2020, 1, 1)));
        Assert.True(Decide(Of("t_intersects", Interval(P("from"), P("to")), Day(2025, 7, 1)), valid));
        Assert.False(Decide(Of("t_intersects", Interval(P("from"), P("to")), Day(2019, 7, 1)), valid));
        Assert.Null(Decide(Of("t_intersects", Interval(P("day"), P("to")), Day(2025, 7, 1)), valid));
        Assert.Null(Decide(Of("t_intersects", Interval(P("from"), P("to")), Day(2025, 7, 1)), With()));
    }

    [Fact]
    public void A_period_of_properties_that_ends_before_it_starts_is_unknown() =>
        Assert.Null(Decide(Of("t_disjoint", Interval(P("from"), P("to")), Day(2025, 7, 1)), With(("from", Day(2021, 1, 1)), ("to", Day(2020, 1, 1)))));

    private static IntervalExpression Period((int Start, int End) days, bool areDays) => areDays
        ? Interval(Day(2025, 6, days.Start), Day(2025, 6, days.End))
        : Interval(Moment(2025, 6, days.Start), Moment(2025, 6, days.End));

    private static string Turned(string name) => name switch
    {
        "t_after" => "t_before",
        "t_before" => "t_after",
        "t_contains" => "t_during",
        "t_during" => "t_contains",
        "t_equals" => "t_equals",
        "t_finishedby" => "t_finishes",
        "t_finishes" => "t_finishedby",
        "t_meets" => "t_metby",
        "t_metby" => "t_meets",
        "t_overlappedby" => "t_overlaps",
        "t_overlaps" => "t_overlappedby",
        "t_startedby" => "t_starts",
        _ => "t_startedby",
    };
}
