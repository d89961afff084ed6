using System.Text.Json;
using CsCheck;
using Geo.Engine.Suitability;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Suitability;

public sealed class MembershipTests
{
    private const double ReferenceTolerance = 1e-12;

    [Theory]
    [InlineData("linear", Shoulder.Linear)]
    [InlineData("s", Shoulder.S)]
    [InlineData("j", Shoulder.J)]
    [InlineData("g", Shoulder.G)]
    public void A_trapezoid_has_the_shoulders_of_r_fuzzy_set(string expected, Shoulder shoulder)
    {
        var reference = Case("membership-trapezoid-salinity");
        var membership = new Membership.Trapezoid(5, 15, 25, 40, shoulder);
        AssertDegrees(membership, Numbers(reference, "input", "x"), Numbers(reference, "expected", expected));
    }

    [Fact]
    public void Small_and_large_are_those_of_ArcGIS()
    {
        var reference = Case("membership-esri-distance");
        AssertDegrees(new Membership.Small(5000, 5), Numbers(reference, "input", "x"), Numbers(reference, "expected", "small"));
        AssertDegrees(new Membership.Large(5000, 5), Numbers(reference, "input", "x"), Numbers(reference, "expected", "large"));
    }

    [Fact]
    public void Small_and_large_take_negative_values_for_zero()
    {
        Assert.Equal(1, new Membership.Small(5000, 5).Degree(-10));
        Assert.Equal(0, new Membership.Large(5000, 5).Degree(-10));
    }

    [Fact]
    public void Gaussian_and_near_are_one_at_the_midpoint_and_alike_on_both_sides()
    {
        foreach (var membership in new Membership[] { new Membership.Gaussian(29, 0.1), new Membership.Near(29, 0.1) })
        {
            Assert.Equal(1, membership.Degree(29));
            Assert.Equal(membership.Degree(27), membership.Degree(31));
        }
        Assert.Equal(0.670320046035639, new Membership.Gaussian(29, 0.1).Degree(31), 12);
        Assert.Equal(0.714285714285714, new Membership.Near(29, 0.1).Degree(31), 12);
    }

    [Fact]
    public void A_table_is_straight_between_its_points_and_level_outside()
    {
        var table = new Membership.Table([new(-110, 0.2), new(-100, 0.6), new(-80, 1)]);
        double[] values = [-140, -110, -105, -100, -90, -80, -40];
        Assert.Equal([0.2, 0.2, 0.4, 0.6, 0.8, 1, 1], values.Select(v => Math.Round(table.Degree(v), 12)));
    }

    [Fact]
    public void Steps_belong_to_the_range_that_ends_there_and_gaps_have_no_degree()
    {
        // ArcPy, RemapRange: 1 <= value <= 3, 3 < value <= 5, 5 < value <= 7; then a gap and a single value.
        var steps = new Membership.Steps([new(1, 3, 1), new(3, 5, 0.6), new(5, 7, 0.2), new(9, 9, 0.8)]);
        Assert.Equal([double.NaN, 1, 1, 0.6, 0.6, 0.2, 0.2, double.NaN, 0.8, double.NaN, double.NaN], new[] { 0.5, 1, 3, 3.5, 5, 6, 7, 8, 9, 9.1, double.NaN }.Select(steps.Degree));
    }

    [Fact]
    public void A_category_outside_the_table_has_no_degree()
    {
        var categories = new Membership.Categories(new Dictionary<int, double> { [1] = 1, [5] = 0 });
        Assert.Equal(1, categories.Degree(1));
        Assert.Equal(0, categories.Degree(5));
        Assert.Equal(double.NaN, categories.Degree(2));
        Assert.Equal(double.NaN, categories.Degree(1.5));
        Assert.Equal(double.NaN, categories.Degree(double.PositiveInfinity));
    }

    [Fact]
    public void A_slope_may_fall()
    {
        var near = new Membership.Slope(2000, 500, Shoulder.Linear);
        Assert.Equal([1, 1, 0.5, 0, 0], new double[] { 0, 500, 1250, 2000, 9000 }.Select(near.Degree));
    }

    [Fact]
    public void A_trapezoid_without_a_shoulder_jumps_and_its_edge_is_inside()
    {
        var window = new Membership.Trapezoid(5, 5, 35, 35, Shoulder.S);
        Assert.Equal([0, 1, 1, 1, 0], new[] { 4.999, 5, 20, 35, 35.001 }.Select(window.Degree));
    }

    [Fact]
    public void Every_membership_stays_between_0_and_1_and_keeps_missing_values_missing() =>
        Gen.Select(AnyMembership, Gen.Double[-1e6, 1e6]).Sample((membership, value) =>
        {
            Assert.InRange(membership.Degree(value), 0, 1);
            Assert.Equal(double.NaN, membership.Degree(double.NaN));
        });

    [Fact]
    public void Rising_memberships_never_fall() =>
        Gen.Select(Gen.Double[-100, 100], Gen.Double[0.001, 100], AnyShoulder, Gen.Double[-300, 300], Gen.Double[0, 50])
            .Sample((worst, width, shoulder, value, step) =>
            {
                var slope = new Membership.Slope(worst, worst + width, shoulder);
                Assert.True(slope.Degree(value + step) >= slope.Degree(value) - 1e-15);
            });

    [Fact]
    public void Many_values_at_once_give_what_each_gives_alone() =>
        Gen.Select(Gen.OneOf(AnyMembership, AnyCategories), Gen.OneOf(Gen.Float[-100, 100], Gen.Int[-2, 12].Select(i => (float)i)).Array[0, 67], Gen.Int[0, 66]).Sample((membership, values, missing) =>
        {
            if (missing < values.Length)
                values[missing] = float.NaN;
            var degrees = new float[values.Length];
            membership.Apply(values, degrees);
            Assert.Equal(values.Select(v => (float)membership.Degree(v)), degrees);
        });

    private static Gen<Shoulder> AnyShoulder { get; } = Gen.Int[0, 3].Select(i => (Shoulder)i);

    private static Gen<Membership> AnyCategories { get; } =
        Gen.Double[0, 1].Array[1, 9].Select(d => (Membership)new Membership.Categories(d.Index().ToDictionary(c => c.Index, c => c.Item)));

    private static Gen<Membership> AnyMembership { get; } = Gen.OneOf(
        Gen.Select(Gen.Double[-50, 0], Gen.Double[1, 50], AnyShoulder, (a, b, s) => (Membership)new Membership.Slope(a, b, s)),
        Gen.Select(Gen.Double[0, 10].Array[4], AnyShoulder, Trapezoid),
        Gen.Select(Gen.Int[0, 10].Select(i => (double)i).Array[4], AnyShoulder, Trapezoid), // with jumps, and values at the corners
        Gen.Select(Gen.Double[0.1, 50], Gen.OneOf(Gen.Double[0.5, 9], Gen.Int[1, 9].Select(i => (double)i)), (m, s) => (Membership)new Membership.Small(m, s)),
        Gen.Select(Gen.Double[0.1, 50], Gen.Double[0.5, 9], (m, s) => (Membership)new Membership.Large(m, s)),
        Gen.Select(Gen.Double[-50, 50], Gen.Double[0.01, 9], (m, s) => (Membership)new Membership.Gaussian(m, s)),
        Gen.Select(Gen.Double[-50, 50], Gen.Double[0.01, 9], (m, s) => (Membership)new Membership.Near(m, s)));

    private static void AssertDegrees(Membership membership, double[] values, double[] expected)
    {
        for (var i = 0; i < values.Length; i++)
            Assert.Equal(expected[i], membership.Degree(values[i]), ReferenceTolerance);
    }

    private static JsonElement Case(string id) => ReferenceCases.Find("mcda", "fuzzy.json", id);

    private static double[] Numbers(JsonElement reference, string part, string name) =>
        [.. reference.GetProperty(part).GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];

    private static Membership Trapezoid(double[] corners, Shoulder shoulder)
    {
        Array.Sort(corners);
        return new Membership.Trapezoid(corners[0], corners[1], corners[2], corners[3], shoulder);
    }
}
