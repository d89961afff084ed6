using static Geo.Tests.Features.Filtering.Filters;

namespace Geo.Tests.Features.Filtering;

/// <summary>Numbers of filters.</summary>
public sealed class ArithmeticTests
{
    [Theory]
    [InlineData("+", 2L, 3L, 5L)]
    [InlineData("-", 2L, 3L, -1L)]
    [InlineData("*", 3L, 2.5, 7.5)]
    [InlineData("/", 5L, 2L, 2.5)]
    [InlineData("/", 9007199254740993L, 3L, 3002399751580331L)]
    [InlineData("div", 7L, 2L, 3L)]
    [InlineData("div", -7L, 2L, -3L)]
    [InlineData("div", 7.5, 2L, 3L)]
    [InlineData("%", 5L, 2L, 1L)]
    [InlineData("%", -5L, 3L, -2L)]
    [InlineData("%", 5.5, 2L, 1.5)]
    [InlineData("%", long.MinValue, -1L, 0L)]
    [InlineData("^", 2L, 10L, 1024L)]
    [InlineData("^", 3L, 39L, 4052555153018976267L)]
    [InlineData("^", 2L, -1L, 0.5)]
    [InlineData("^", 2L, 0.5, 1.4142135623730951)]
    [InlineData("+", 9007199254740992L, 1L, 9007199254740993L)]
    [InlineData("+", long.MaxValue, 1L, 9.2233720368547758e18)]
    public void Two_numbers_give_a_third(string name, object a, object b, object result) => Assert.True(Decide("=", Of(name, a, b), result));

    [Theory]
    [InlineData("/", 1L, 0L)]
    [InlineData("/", 1.5, 0.0)]
    [InlineData("div", 1L, 0L)]
    [InlineData("%", 1L, 0L)]
    [InlineData("%", 1.5, 0L)]
    [InlineData("^", 0L, -1L)]
    [InlineData("^", -1L, 0.5)]
    [InlineData("*", 1e300, 1e300)]
    public void What_has_no_finite_result_is_unknown(string name, object a, object b)
    {
        Assert.Null(Decide("=", Of(name, a, b), 1));
        Assert.Null(Decide(Of("not", Of("=", P("count"), Of(name, a, b))), With(("count", 1L))));
        Assert.True(Decide("isNull", Of(name, a, b)));
    }

    [Fact]
    public void A_sum_of_a_missing_number_is_unknown()
    {
        Assert.Null(Decide(Of(">", Of("+", P("count"), 1), 0), With()));
        Assert.True(Decide(Of(">", Of("+", P("count"), P("depth")), 5.4), With(("count", 3L), ("depth", 2.5))));
    }

    [Theory]
    [InlineData(9007199254740993L, 9007199254740992.0, ">")]
    [InlineData(long.MaxValue, 9223372036854775808.0, "<")]
    [InlineData(long.MinValue, -9223372036854775808.0, "=")]
    [InlineData(1L, 1.5, "<")]
    [InlineData(-1L, -1.5, ">")]
    [InlineData(3L, 3.0, "=")]
    [InlineData(5L, 1e300, "<")]
    public void Whole_numbers_and_others_are_compared_exactly(long whole, double number, string relation)
    {
        foreach (var name in new[] { "<", "=", ">" })
            Assert.Equal(name == relation, Decide(Of(name, P("count"), P("depth")), With(("count", whole), ("depth", number))));
    }

    [Fact]
    public void Numbers_come_from_functions()
    {
        var feature = With(("name", "Đại Ngãi"), ("depth", -2.5), ("count", 4L));
        Assert.True(Decide(Of("=", Of("length", P("name")), 8), feature));
        Assert.True(Decide(Of("=", Of("upper", P("name")), "ĐẠI NGÃI"), feature));
        Assert.True(Decide(Of("=", Of("lower", P("name")), "đại ngãi"), feature));
        Assert.True(Decide(Of("=", Of("abs", P("depth")), 2.5), feature));
        Assert.True(Decide(Of("=", Of("round", P("depth")), -3), feature));
        Assert.True(Decide(Of("=", Of("floor", P("depth")), -3), feature));
        Assert.True(Decide(Of("=", Of("ceil", P("depth")), -2), feature));
        Assert.True(Decide(Of("=", Of("min", P("count"), 9, P("depth")), -2.5), feature));
        Assert.True(Decide(Of("=", Of("MAX", P("count"), P("depth")), 4), feature));
        Assert.Null(Decide(Of("=", Of("max", P("count"), P("depth")), 4), With(("count", 4L))));
        Assert.True(Decide("=", Of("length", "\U0001F990"), 1));
    }

    [Fact]
    public void Areas_and_lengths_are_those_of_the_ground()
    {
        // source: GeographicLib over PROJ 9.1.1, as in GroundMeasureTests
        var pond = At("POLYGON((106 9.5, 106.01 9.5, 106.01 9.51, 106 9.51, 106 9.5))");
        Assert.True(Decide(Of("between", Of("area_ha", P("geometry")), 121.4451, 121.4452), pond));
        Assert.True(Decide(Of("s_within", Of("centroid", P("geometry")), Box(106.00499999, 9.50499999, 106.00500001, 9.50500001)), pond));
        // source: the meridian of WGS 84 from 0 to 1 degree, its curvature summed in 200 000 steps
        Assert.True(Decide(Of("between", Of("length_m", P("geom")), 110_574.3885, 110_574.3887), At("LINESTRING(106 0, 106 1)")));
        Assert.Null(Decide(Of(">", Of("area_ha", P("geometry")), 0), With()));
    }
}
