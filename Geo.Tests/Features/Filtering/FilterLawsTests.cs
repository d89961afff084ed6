using CsCheck;
using Geo.Engine.Features;
using Geo.Engine.Features.Filtering;
using Geo.Engine.Filters;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;
using static Geo.Tests.Features.Filtering.Filters;

namespace Geo.Tests.Features.Filtering;

/// <summary>Laws that hold for every filter and feature, missing values included.</summary>
public sealed class FilterLawsTests
{
    private static readonly Gen<Feature> Rows = Gen.Select(
        OneOf("", "a", "A", "á", "ab", "%", "_", "Đại", null), OneOf(-1L, 0L, 1L, 9007199254740993L, null), OneOf(-1.5, 0.0, 1.0, 9007199254740992.0, null),
        OneOf(true, false, null), OneOf(Day(2025, 6, 30), Day(2025, 7, 1), null), OneOf(Moment(2025, 6, 30, 12), Moment(2025, 7, 1), null),
        OneOf("POINT(1 1)", "POINT(0 1)", "LINESTRING(-1 1, 5 1)", "POLYGON((1 1, 3 1, 3 3, 1 3, 1 1))", "MULTIPOINT((1 1), (9 9))", "POLYGON EMPTY", null))
        .Select((name, count, depth, salty, day, moment, shape) =>
            With(("name", name), ("count", count), ("depth", depth), ("salty", salty), ("day", day), ("moment", moment)) with { Geometry = shape is null ? null : Shape((string)shape) });

    private static readonly Gen<(object, object)> Pairs = Gen.OneOf(
        Sides(P("name"), P("code"), "a", "Đại"), Sides(P("count"), P("depth"), Of("+", P("count"), 1), 1), Sides(P("day"), P("moment"), Day(2025, 7, 1), Moment(2025, 6, 30, 12)),
        Sides(P("salty"), P("salty"), true, false));

    private static readonly Gen<FilterExpression> Predicates = Gen.OneOf(
        Gen.Select(Gen.Int[0, 5], Pairs).Select((i, p) => (FilterExpression)Of(FilterOperators.Comparisons[i], p.Item1, p.Item2)),
        Gen.Int[0, 7].Select(i => (FilterExpression)Of(FilterOperators.Spatial[i], P("geometry"), Box(0, 0, 4, 4))),
        Pairs.Select(p => (FilterExpression)Of("isNull", p.Item1)),
        Pairs.Select(p => (FilterExpression)Of("in", p.Item1, new[] { p.Item2 })),
        Gen.Const((FilterExpression)P("salty")));

    [Fact]
    public void The_contrary_of_both_is_the_contrary_of_one() => Gen.Select(Predicates, Predicates, Rows).Sample((p, q, row) =>
        Decide(Of("not", Of("and", p, q)), row) == Decide(Of("or", Of("not", p), Of("not", q)), row)
        && Decide(Of("not", Of("or", p, q)), row) == Decide(Of("and", Of("not", p), Of("not", q)), row)
        && Decide(Of("not", Of("not", p)), row) == Decide(p, row));

    // source: truth table of OGC 21-065r2, clause 6.2
    [Fact]
    public void And_and_or_follow_the_table_of_the_standard()
    {
        bool?[] truths = [true, false, null];
        foreach (var a in truths)
        {
            foreach (var b in truths)
            {
                var (p, q, row) = (Of("=", P("salty"), true), Of("=", P("count"), 1), With(("salty", a), ("count", b is null ? null : b.Value ? 1L : 0L)));
                Assert.Equal(a == false || b == false ? false : a is null || b is null ? null : true, Decide(Of("and", p, q), row));
                Assert.Equal(a == true || b == true ? true : a is null || b is null ? null : false, Decide(Of("or", p, q), row));
            }
        }
    }

    [Fact]
    public void Two_values_are_less_equal_or_greater_or_one_is_missing() => Gen.Select(Pairs, Rows).Sample((pair, row) =>
    {
        var (a, b) = pair;
        var truths = new[] { "<", "=", ">" }.Select(o => Decide(Of(o, a, b), row)).ToList();
        var isMissing = Decide(Of("isNull", a), row) == true || Decide(Of("isNull", b), row) == true;
        return (isMissing ? truths.TrueForAll(t => t is null) : truths.Count(t => t == true) == 1 && truths.Count(t => t == false) == 2)
            && Decide(Of("<>", a, b), row) == !Decide(Of("=", a, b), row)
            && Decide(Of("<=", a, b), row) == !Decide(Of(">", a, b), row)
            && Decide(Of(">=", a, b), row) == Decide(Of("<=", b, a), row)
            && Decide(Of("between", a, b, b), row) == Decide(Of("=", a, b), row)
            && Decide(Of("in", a, new[] { b, b }), row) == Decide(Of("=", a, b), row);
    });

    [Fact]
    public void Geometries_are_disjoint_or_meet_and_contain_as_they_are_within() => Rows.Sample(row =>
        Decide(Of("s_disjoint", P("geometry"), Box(0, 0, 4, 4)), row) == !Decide(Of("s_intersects", P("geometry"), Box(0, 0, 4, 4)), row)
        && Decide(Of("s_within", P("geometry"), Box(0, 0, 4, 4)), row) == Decide(Of("s_contains", Box(0, 0, 4, 4), P("geometry")), row)
        && Decide(Of("s_equals", P("geometry"), P("geometry")), row) != false
        && Decide(Of("s_disjoint", P("geometry"), Box(-180, -90, 180, 90)), row) != true);

    [Fact]
    public void Each_known_text_fits_a_pattern_or_does_not() => Gen.Select(OneOf("%", "%%", "a%", "_", @"\%", "%a%", "á"), Rows).Sample((pattern, row) =>
    {
        var fits = Decide(Of("like", P("name"), pattern!), row);
        return fits is null == row.Values[0] is null && Decide(Of("not", Of("like", P("name"), pattern!)), row) == !fits
            && (pattern is not ("%" or "%%") || fits != false);
    });

    [Fact]
    public async Task One_evaluator_serves_many_threads()
    {
        var ring = string.Join(", ", Enumerable.Range(0, 361).Select(i => FormattableString.Invariant($"{Math.Cos(i % 360 * Math.PI / 180)} {Math.Sin(i % 360 * Math.PI / 180)}")));
        var filter = Of("and", Of("s_intersects", P("geometry"), Shape($"POLYGON(({ring}))")), Of("like", Of("casei", P("name")), "%đ%"));
        var evaluator = new FilterEvaluator(FilterBinder.Bind(filter, Ponds, CoordinateSystems.Crs84), Ponds);
        var rows = Enumerable.Range(0, 2000).Select(i => With(("name", i % 2 == 0 ? "Đại" : "a")) with { Geometry = new Point(i * 0.001, 0) }).ToList();
        var counts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => rows.Count(evaluator.Matches))));
        Assert.All(counts, count => Assert.Equal(501, count)); // the even ones from 0 to 1000
    }

    [Fact]
    public void Functions_are_listed_by_name_and_described_in_both_languages()
    {
        Assert.Equal(FilterFunctions.All.Select(f => f.Name).Order(StringComparer.Ordinal), FilterFunctions.All.Select(f => f.Name));
        Assert.All(FilterFunctions.All, f => Assert.True(f.Description.Vi.EndsWith('.') && f.Description.En.EndsWith('.') && f.Description.Vi.IsNormalized() && f.Description.Vi != f.Description.En));
    }

    private static Gen<object?> OneOf(params object?[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<(object, object)> Sides(params object[] sides) =>
        Gen.Select(Gen.Int[0, sides.Length - 1], Gen.Int[0, sides.Length - 1]).Select((a, b) => (sides[a], sides[b]));
}
