using Geo.Engine.Features;
using Geo.Engine.Features.Filtering;
using Geo.Engine.Filters;
using Geo.Engine.Geodesy;
using Geo.Tests.Stores;
using NetTopologySuite.Geometries;
using static Geo.Tests.Features.Filtering.Filters;

namespace Geo.Tests.Features.Filtering;

/// <summary>Relations of geometries, and the coordinates of filters in other systems.</summary>
public sealed class SpatialRelationTests
{
    // source: drawn out by hand after OGC 06-103r4, 6.1.15.3
    [Theory]
    [InlineData("s_contains", "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))", "POINT(1 1)", true)]
    [InlineData("s_contains", "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))", "POINT(0 1)", false)]
    [InlineData("s_within", "POINT(1 1)", "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))", true)]
    [InlineData("s_touches", "POINT(0 1)", "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))", true)]
    [InlineData("s_crosses", "LINESTRING(-1 1, 5 1)", "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))", true)]
    [InlineData("s_crosses", "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))", "LINESTRING(-1 1, 5 1)", true)]
    // (104 11, 108 13) lies on (102 10, 110 14), and other parts cross where no double lies; GEOS 3.11 takes that for a crossing.
    [InlineData("s_overlaps", "LINESTRING(103 11, 100 7, 108 13, 104 11)", "LINESTRING(110 14, 102 10, 107 11, 104 12)", true)]
    [InlineData("s_crosses", "LINESTRING(103 11, 100 7, 108 13, 104 11)", "LINESTRING(110 14, 102 10, 107 11, 104 12)", false)]
    [InlineData("s_overlaps", "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))", "POLYGON((1 1, 5 1, 5 5, 1 5, 1 1))", true)]
    [InlineData("s_overlaps", "POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))", "POLYGON((1 1, 2 1, 2 2, 1 2, 1 1))", false)]
    [InlineData("s_equals", "LINESTRING(0 0, 2 2)", "LINESTRING(2 2, 1 1, 0 0)", true)]
    [InlineData("s_intersects", "GEOMETRYCOLLECTION(POINT(9 9), POLYGON((0 0, 4 0, 4 4, 0 4, 0 0)))", "POINT(1 1)", true)]
    [InlineData("s_contains", "GEOMETRYCOLLECTION(POLYGON((0 0, 2 0, 2 4, 0 4, 0 0)), POLYGON((2 0, 4 0, 4 4, 2 4, 2 0)))", "LINESTRING(1 1, 3 1)", true)]
    [InlineData("s_disjoint", "POINT(1 1)", "MULTIPOINT((2 2), (3 3))", true)]
    public void A_relation_holds_or_not_whichever_side_is_the_feature(string relation, string a, string b, bool holds)
    {
        Assert.Equal(holds, Decide(Of(relation, P("geometry"), Shape(b)), At(a)));
        Assert.Equal(holds, Decide(Of(relation, Shape(a), P("geom")), At(b)));
        Assert.Equal(holds, Decide(relation, Shape(a), Shape(b)));
    }

    [Theory]
    [InlineData("s_intersects")]
    [InlineData("s_disjoint")]
    [InlineData("s_equals")]
    public void Nothing_is_known_of_what_is_nowhere(string relation)
    {
        Assert.Null(Decide(Of(relation, P("geometry"), Box(0, 0, 1, 1)), With()));
        Assert.Null(Decide(Of(relation, Box(0, 0, 1, 1), P("geometry")), At("POLYGON EMPTY")));
        Assert.Null(Decide(Of(relation, P("geometry"), P("geometry")), With()));
    }

    [Fact]
    public void Only_a_missing_geometry_is_null()
    {
        Assert.True(Decide(Of("isNull", P("geometry")), With()));
        Assert.False(Decide(Of("isNull", P("geometry")), At("POLYGON EMPTY")));
    }

    [Fact]
    public void A_box_across_the_antimeridian_has_two_parts()
    {
        var box = Box(170, -20, -170, -10);
        Assert.True(Decide(Of("s_intersects", P("geometry"), box), At("POINT(178.5 -17)")));
        Assert.True(Decide(Of("s_intersects", P("geometry"), box), At("POINT(-175 -17)")));
        Assert.False(Decide(Of("s_intersects", P("geometry"), box), At("POINT(0 -17)")));
        Assert.True(Decide(Of("s_intersects", P("geometry"), Box(180, -20, -170, -10)), At("POINT(180 -17)")));
    }

    [Theory]
    [InlineData(new[] { 106.0, 9.5, 106.0, 9.5 }, true)]
    [InlineData(new[] { 106.0, 9.0, 106.0, 9.6 }, true)]
    [InlineData(new[] { 106.0, 9.0, 106.0, 9.4 }, false)]
    [InlineData(new[] { 105.0, 9.0, -50.0, 107.0, 10.0, 50.0 }, true)]
    public void A_box_may_be_a_point_or_a_line_or_have_heights(double[] box, bool meets) =>
        Assert.Equal(meets, Decide(Of("s_intersects", P("geometry"), Box(box)), At("POINT(106 9.5)")));

    [Theory]
    [InlineData("EPSG:4326", "POINT(9.6025 105.9739)")]
    [InlineData("OGC:CRS84", "POINT(105.9739 9.6025)")]
    [InlineData("EPSG:4756", "POINT(9.6035152 105.9721185)")]
    [InlineData("EPSG:9209", "POINT(551819.67 1061930.47)")]
    [InlineData("EPSG:3405", "POINT(606671.31 1061727.23)")]
    [InlineData("EPSG:3857", "POINT(11796960.585 1073984.958)")]
    public void A_place_is_the_same_in_every_system(string code, string wellKnownText)
    {
        // source: GDAL 3.6.2 over PROJ, operation EPSG:6960
        var system = CoordinateSystems.Find(code)!;
        Assert.True(Decide(Of("s_within", Shape(wellKnownText), P("geometry")), At(Square(105.9739, 9.6025, 1e-6)), system));
        Assert.False(Decide(Of("s_within", Shape(wellKnownText), P("geometry")), At(Square(105.9739 + 1e-5, 9.6025, 1e-6)), system));
    }

    [Theory]
    [InlineData("EPSG:9209")]
    [InlineData("EPSG:5897")]
    [InlineData("EPSG:3405")]
    [InlineData("EPSG:32648")]
    [InlineData("EPSG:3857")]
    [InlineData("EPSG:4756")]
    [InlineData("EPSG:4326")]
    public void A_box_of_another_system_holds_its_sides_and_hardly_more(string code)
    {
        var system = CoordinateSystems.Find(code)!;
        var (west, south) = Projection.Between(CoordinateSystems.Crs84, system).Transform(105.5, 9.2);
        var (east, north) = Projection.Between(CoordinateSystems.Crs84, system).Transform(106.2, 9.9);
        var box = system.AxisOrder == AxisOrder.NorthEast ? Box(south, west, north, east) : Box(west, south, east, north);
        var step = system.IsGeographic ? 1e-6 : 0.1;
        for (var i = 0; i <= 50; i++)
        {
            var (x, y) = (west + ((east - west) * i / 50), south + ((north - south) * i / 50));
            foreach (var (edgeX, edgeY, outX, outY) in new[] { (x, south, 0, -1), (x, north, 0, 1), (west, y, -1, 0), (east, y, 1, 0) })
            {
                Assert.True(Decide(Of("s_intersects", P("geometry"), box), LonLat(system, edgeX, edgeY), system));
                Assert.False(Decide(Of("s_intersects", P("geometry"), box), LonLat(system, edgeX + (outX * step), edgeY + (outY * step)), system));
            }
        }
    }

    [Theory]
    [InlineData("EPSG:4756", new[] { -90.0, -180.0, 90.0, 180.0 })]
    [InlineData("EPSG:4326", new[] { -90.0, -180.0, 90.0, 180.0 })]
    [InlineData("OGC:CRS84", new[] { -180.0, -90.0, 180.0, 90.0 })]
    public void The_world_holds_all_of_it(string code, double[] box)
    {
        foreach (var place in new[] { "POINT(180 0)", "POINT(-180 0)", "POINT(0 90)", "POINT(0 -90)", "POINT(106 9.5)", "POINT(-180 -90)" })
            Assert.False(Decide(Of("s_disjoint", P("geometry"), Box(box)), At(place), CoordinateSystems.Find(code)));
    }

    [Fact]
    public void A_layer_in_metres_is_judged_in_degrees()
    {
        var layer = GeoPackageSamples.Definition("metres", GeometryKind.Point, CoordinateSystems.Vn2000Tm3Zone10530);
        var filter = FilterBinder.Bind(Of("s_within", P("geometry"), Shape(Square(105.9739, 9.6025, 1e-6))), layer, CoordinateSystems.Crs84);
        var evaluator = new FilterEvaluator(filter, layer);
        Assert.True(evaluator.Matches(new Feature(1, new Point(551819.67, 1061930.47), [])));
        Assert.False(evaluator.Matches(new Feature(1, new Point(551821.67, 1061930.47), [])));
    }

    [Fact]
    public void An_area_that_crosses_itself_is_mended_and_one_that_is_stored_does_no_harm()
    {
        const string Bow = "POLYGON((0 0, 4 4, 4 0, 0 4, 0 0))";
        Assert.True(Decide(Of("s_contains", Shape(Bow), P("geometry")), At("POINT(1 2)")));
        Assert.False(Decide(Of("s_contains", Shape(Bow), P("geometry")), At("POINT(2 3.5)")));
        foreach (var relation in FilterOperators.Spatial)
            Assert.NotNull(Decide(Of(relation, P("geometry"), Shape("LINESTRING(-1 1, 5 1.1)")), At(Bow)));
    }

    private static string Square(double x, double y, double half) => FormattableString.Invariant(
        $"POLYGON(({x - half} {y - half}, {x + half} {y - half}, {x + half} {y + half}, {x - half} {y + half}, {x - half} {y - half}))");

    private static Feature LonLat(CoordinateSystem system, double x, double y)
    {
        var (longitude, latitude) = Projection.Between(system, CoordinateSystems.Crs84).Transform(x, y);
        return With() with { Geometry = new Point(longitude, latitude) };
    }
}
