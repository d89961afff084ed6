using CsCheck;
using Geo.Engine.Suitability;

namespace Geo.Tests.Suitability;

public sealed class ValueForDegreeTests
{
    [Fact]
    public void The_value_of_a_line_is_found_on_it() => Assert.Equal(600, ValueForDegree.Nearest(new Membership.Slope(1000, 200, Shoulder.Linear), 900, 0.5)!.Value, 1e-9);

    [Fact]
    public void A_trapezoid_is_entered_from_the_side_where_the_value_is()
    {
        var membership = new Membership.Trapezoid(5, 15, 25, 35, Shoulder.Linear);
        Assert.Equal(10, ValueForDegree.Nearest(membership, 2, 0.5)!.Value, 1e-9);
        Assert.Equal(30, ValueForDegree.Nearest(membership, 40, 0.5)!.Value, 1e-9);
    }

    [Fact]
    public void A_table_that_rises_on_both_sides_gives_the_nearer_value() =>
        Assert.Equal(3.5, ValueForDegree.Nearest(new Membership.Table([new(0, 1), new(2, 0), new(3, 0), new(4, 1)]), 2.9, 0.5)!.Value, 1e-9);

    [Fact]
    public void Of_codes_the_one_that_is_just_good_enough_is_taken() =>
        Assert.Equal(7, ValueForDegree.Nearest(new Membership.Categories(new Dictionary<int, double> { [1] = 1, [2] = 0.5, [7] = 0.6 }), 2, 0.55));

    [Fact]
    public void What_no_value_reaches_has_none()
    {
        Assert.Null(ValueForDegree.Nearest(new Membership.Table([new(0, 0), new(1, 0.8)]), 0, 0.9));
        Assert.Null(ValueForDegree.Nearest(new Membership.Slope(0, 1, Shoulder.Linear), double.NaN, 0.9));
    }

    [Fact]
    public void The_value_found_is_good_enough_and_a_value_a_little_nearer_is_not() =>
        Gen.Select(Gen.Double[0.1, 50], Gen.Double[1, 6], Gen.Double[0.05, 0.95], Gen.Double[0, 100]).Sample((midpoint, spread, degree, from) =>
        {
            foreach (var membership in new Membership[] { new Membership.Small(midpoint, spread), new Membership.Large(midpoint, spread), new Membership.Gaussian(midpoint, 0.01), new Membership.Near(midpoint, 0.1), new Membership.Slope(midpoint, midpoint + 10, Shoulder.S) })
                if (ValueForDegree.Nearest(membership, from, degree) is { } value && value != from)
                {
                    Assert.True(membership.Degree(value) >= degree);
                    Assert.True(membership.Degree(value + ((from - value) * 1e-6)) < degree);
                }
        });
}
