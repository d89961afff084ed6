using Geo.Engine.Features;
using Geo.Engine.Features.Filtering;
using Geo.Engine.Filters;
using Geo.Engine.Geodesy;
using Geo.Tests.Stores;
using static Geo.Tests.Features.Filtering.Filters;

namespace Geo.Tests.Features.Filtering;

/// <summary>What filters are refused, and what becomes of those that are taken.</summary>
public sealed class FilterBinderTests
{
    [Theory]
    [InlineData("""{"op":"=","args":[{"property":"nmae"},"x"]}""", "/args/0", "no property 'nmae'; the names there are: name, code, count, depth, salty, day, moment, from, to, geometry, id")]
    [InlineData("""{"op":"and","args":[{"op":"=","args":[{"property":"name"},"x"]},{"op":"=","args":[{"property":"count"},"x"]}]}""", "/args/1/args/1", "Found text 'x'; here must stand a number")]
    [InlineData("""{"op":"=","args":[{"property":"name"},5]}""", "/args/1", "Found a number; here must stand text")]
    [InlineData("""{"op":"=","args":[{"property":"salty"},2]}""", "/args/1", "here must stand a truth value")]
    [InlineData("""{"op":"<","args":[{"property":"day"},"yesterday"]}""", "/args/1", "here must stand a date or timestamp")]
    [InlineData("""{"op":"<","args":[{"property":"day"},{"property":"name"}]}""", "/args/1", "Found text 'name'")]
    [InlineData("""{"op":"=","args":[{"property":"geometry"},"x"]}""", "/args/0", "Found a geometry 'geometry'; here must stand text, a number")]
    [InlineData("""{"op":"in","args":[{"property":"count"},[1,2,"three"]]}""", "/args/1/2", "Found text 'three'")]
    [InlineData("""{"op":"between","args":[{"property":"count"},1,true]}""", "/args/2", "Found a truth value")]
    [InlineData("""{"op":"like","args":[{"property":"count"},"5%"]}""", "/args/0", "Found a number 'count'; here must stand text")]
    [InlineData("""{"op":"=","args":[{"op":"casei","args":[{"property":"depth"}]},"x"]}""", "/args/0/args/0", "here must stand text")]
    [InlineData("""{"op":"=","args":[{"op":"+","args":[{"property":"name"},1]},2]}""", "/args/0/args/0", "here must stand a number")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"name"},{"bbox":[0,0,1,1]}]}""", "/args/0", "here must stand a geometry")]
    [InlineData("""{"op":"t_before","args":[{"property":"count"},{"date":"2025-07-01"}]}""", "/args/0", "here must stand a date, a timestamp or INTERVAL(start, end)")]
    [InlineData("""{"op":"t_during","args":[{"property":"day"},{"interval":["2025-01-01","2025-12-31"]}]}""", "/args/0", "compares two periods")]
    [InlineData("""{"op":"t_before","args":[{"property":"day"},{"interval":["2025-12-31","2025-01-01"]}]}""", "/args/1", "ends before it starts")]
    [InlineData("""{"op":"t_before","args":[{"property":"day"},{"interval":[{"property":"name"},".."]}]}""", "/args/1/interval/0", "Found text 'name'")]
    [InlineData("""{"op":"a_contains","args":[{"property":"name"},["x"]]}""", "/args/0", "here must stand a list")]
    [InlineData("""{"op":"=","args":[{"op":"sqrt","args":[{"property":"count"}]},2]}""", "/args/0", "no function or operator 'sqrt'; the functions there are: casei(text), accenti(text), abs(value), area_ha(geometry)")]
    [InlineData("""{"op":"=","args":[{"op":"abs","args":[1,2]},2]}""", "/args/0", "'abs' takes the arguments abs(value); found 2")]
    [InlineData("""{"op":"=","args":[{"op":"area_ha","args":[{"property":"count"}]},2]}""", "/args/0/args/0", "here must stand a geometry")]
    [InlineData("""{"op":"abs","args":[{"property":"count"}]}""", "", "Found a number; here must stand a truth value")]
    [InlineData("""{"op":"not","args":[{"property":"count"}]}""", "/args/0", "here must stand a truth value")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[90,180]}]}""", "/args/1", "The position (90, 180) lies outside OGC:CRS84, which takes longitude -180 to 180, then latitude -90 to 90")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":[1000000,1000000,2000000,2000000]}]}""", "/args/1", "The position (1000000, 1000000) lies outside")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":[0,10,10,0]}]}""", "/args/1", "lies above its upper corner")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"geometry"},{"type":"LineString","coordinates":[[0,0],[0,91]]}]}""", "/args/1", "(0, 91)")]
    public void A_filter_that_does_not_fit_is_refused_with_the_place_and_what_is_allowed(string json, string place, string english)
    {
        var fault = Assert.Throws<FilterException>(() => FilterBinder.Bind(Cql2Json.Parse(System.Text.Encoding.UTF8.GetBytes(json)), Ponds, CoordinateSystems.Crs84));
        Assert.Equal(place, fault.Place.Pointer);
        Assert.Contains(english, fault.English, StringComparison.Ordinal);
        Assert.NotEqual(fault.English, fault.Vietnamese);
        Assert.True(fault.Vietnamese.IsNormalized() && char.IsUpper(fault.Vietnamese.TrimStart('\'')[0]) | fault.Vietnamese.StartsWith('\'') && fault.Vietnamese.EndsWith('.'));
    }

    [Theory]
    [InlineData("EPSG:4326", "POINT(105.97 9.6)", "latitude -90 to 90, then longitude -180 to 180")]
    [InlineData("EPSG:4756", "POINT(9.6 180.1)", "(9.6, 180.1)")]
    [InlineData("EPSG:3857", "POINT(21000000 0)", "metres east, then metres north")]
    [InlineData("EPSG:3857", "POINT(0 1000000000)", "metres east, then metres north")]
    [InlineData("EPSG:9209", "POINT(100000000 1000000)", "metres east")]
    [InlineData("EPSG:9209", "POINT(500000 30000000)", "metres east")]
    public void A_position_outside_its_system_is_refused(string code, string wellKnownText, string english) =>
        Assert.Contains(english, Refused(Of("s_intersects", P("geometry"), Shape(wellKnownText)), CoordinateSystems.Find(code)).English, StringComparison.Ordinal);

    [Fact]
    public void Boxes_in_metres_do_not_cross_the_antimeridian_and_have_four_or_six_numbers()
    {
        Assert.Contains("EPSG:9209 does not", Refused(Of("s_intersects", P("geometry"), Box(600_000, 1_000_000, 500_000, 1_100_000)), CoordinateSystems.Vn2000Tm3Zone10530).English, StringComparison.Ordinal);
        Assert.Contains("4 or 6 numbers", Refused(Of("s_intersects", P("geometry"), Box(1, 2, 3))).English, StringComparison.Ordinal);
    }

    public static TheoryData<string, object, object> Coercions => new()
    {
        { "depth", 5L, 5.0 },
        { "depth", "5", 5.0 },
        { "depth", "5.25", 5.25 },
        { "depth", 9007199254740993L, 9007199254740993L },
        { "count", 5.0, 5L },
        { "count", 5.5, 5.5 },
        { "count", "5", 5L },
        { "salty", "true", true },
        { "salty", 1L, true },
        { "salty", 0L, false },
        { "day", "2025-07-01", Day(2025, 7, 1) },
        { "day", "2025-07-01T23:00:00Z", Day(2025, 7, 1) },
        { "day", "2025-07-01T", Day(2025, 7, 1) },
        { "moment", "2025-07-01T08:30:00+07:00", Moment(2025, 7, 1, 1, 30) },
        { "moment", "2025-07-01 08:30:00", Moment(2025, 7, 1, 8, 30) },
        { "moment", "2025-07-01t08:30:00.5z", Moment(2025, 7, 1, 8, 30).AddMilliseconds(500) },
        { "moment", "2025-07-01", Day(2025, 7, 1) },
        { "name", "2025-07-01", "2025-07-01" },
        { "id", 7.0, 7L },
    };

    [Theory]
    [MemberData(nameof(Coercions))]
    public void A_literal_takes_the_type_of_what_it_is_compared_with(string property, object written, object bound)
    {
        foreach (var (filter, at) in new[] { (Of("=", P(property), written), 1), (Of("<", written, P(property)), 0), (Of("between", P(property), written, written), 2) })
            Assert.Equal(bound, Assert.IsType<Literal>(Assert.IsType<Operation>(FilterBinder.Bind(filter, Ponds, CoordinateSystems.Crs84)).Arguments[at]).Value);
        var list = Assert.IsType<Operation>(FilterBinder.Bind(Of("in", P(property), new[] { written }), Ponds, CoordinateSystems.Crs84)).Arguments[1];
        Assert.Equal(bound, Assert.IsType<Literal>(Assert.Single(Assert.IsType<ArrayExpression>(list).Items)).Value);
    }

    [Fact]
    public void What_needs_no_feature_is_computed_once()
    {
        var bound = Assert.IsType<Operation>(FilterBinder.Bind(Of("=", P("count"), Of("+", Of("abs", -4), Of("*", 2, 3.5))), Ponds, CoordinateSystems.Crs84));
        Assert.Equal(11L, Assert.IsType<Literal>(bound.Arguments[1]).Value);
        bound = Assert.IsType<Operation>(FilterBinder.Bind(Of("=", Of("casei", P("name")), Of("casei", "ĐẠI")), Ponds, CoordinateSystems.Crs84));
        Assert.Equal("đại", Assert.IsType<Literal>(bound.Arguments[1]).Value);
    }

    [Fact]
    public void A_property_goes_before_the_geometry_and_the_id()
    {
        var layer = GeoPackageSamples.Definition("odd", GeometryKind.Point, CoordinateSystems.Crs84, new("id", PropertyType.Text), new("geometry", PropertyType.Integer));
        var feature = new Feature(7, Shape("POINT(1 1)"), ["x", 3L]);
        Assert.True(Decides(layer, Of("=", P("id"), "x"), feature));
        Assert.True(Decides(layer, Of("=", P("geometry"), 3), feature));
        Assert.True(Decides(layer, Of("s_intersects", P("geom"), Box(0, 0, 2, 2)), feature));
        Assert.True(Decides(Ponds, Of("=", P("id"), 7), With()));
        var table = GeoPackageSamples.Definition("table", GeometryKind.None, CoordinateSystems.Crs84);
        Assert.EndsWith("the names there are: id.", Assert.Throws<FilterException>(() => Decides(table, Of("isNull", P("geometry")), feature)).English, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_are_sets()
    {
        Assert.True(Decide("a_equals", List("a", "b", "b"), List("b", "a")));
        Assert.True(Decide("a_contains", List("a", "b"), List("b")));
        Assert.False(Decide("a_contains", List("a"), List("a", "b")));
        Assert.True(Decide("a_containedby", List(1, 2), List(2.0, 1L, 3)));
        Assert.True(Decide("a_overlaps", List(1, "a", true), List("b", true)));
        Assert.False(Decide("a_overlaps", List(1), List("1")));
        Assert.False(Decide("a_overlaps", List(Moment(2025, 7, 1)), List(Day(2025, 7, 1))));
        Assert.True(Decide("a_equals", List(List(1, 2), Interval(Day(2025, 7, 1), null)), List(Interval(Day(2025, 7, 1), null), List(2, 1))));
        Assert.True(Decide("a_contains", List(Shape("LINESTRING(0 0, 2 2)")), List(Shape("LINESTRING(2 2, 0 0)"))));
        Assert.True(Decide(Of("a_contains", List(P("name"), P("code")), List("x")), With(("name", "x"), ("code", "y"))));
        Assert.Null(Decide(Of("a_contains", List(P("name"), P("code")), List("x")), With(("name", "x"))));
    }

    private static object[] List(params object[] items) => items;

    private static bool Decides(LayerDefinition layer, FilterExpression filter, Feature feature) =>
        new FilterEvaluator(FilterBinder.Bind(filter, layer, CoordinateSystems.Crs84), layer).Matches(feature);
}
