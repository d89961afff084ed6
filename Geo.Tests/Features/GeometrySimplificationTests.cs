using CsCheck;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Algorithm.Distance;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Tests.Features;

/// <summary>Fewer vertices, still valid, no further away than said.</summary>
public sealed class GeometrySimplificationTests
{
    [Theory]
    // Douglas-Peucker by hand: a vertex stays when it is further than the tolerance from the chord.
    [InlineData(1, "LINESTRING (0 0, 10 0.9, 20 0)", "LINESTRING (0 0, 20 0)")]
    [InlineData(1, "LINESTRING (0 0, 10 1.1, 20 0)", "LINESTRING (0 0, 10 1.1, 20 0)")]
    [InlineData(0, "LINESTRING (0 0, 10 0, 20 0)", "LINESTRING (0 0, 10 0, 20 0)")]
    [InlineData(100, "POINT (1 2)", "POINT (1 2)")]
    [InlineData(100, "POLYGON EMPTY", "POLYGON EMPTY")]
    [InlineData(2, "MULTILINESTRING ((0 0, 5 1, 10 0), (0 50, 5 55, 10 50))", "MULTILINESTRING ((0 0, 10 0), (0 50, 5 55, 10 50))")]
    public void Vertices_within_the_tolerance_go(double toleranceMetres, string before, string after) =>
        Assert.Equal(after, new GeometrySimplification(CoordinateSystems.Vn2000Tm3Zone10530, toleranceMetres).Of(new WKTReader().Read(before)).AsText());

    [Fact]
    public void In_degrees_the_tolerance_is_in_metres_too()
    {
        // The middle lies 0.001 degrees off the chord: 111.3 m at the equator.
        var line = new WKTReader().Read("LINESTRING (105 0, 105.5 0.001, 106 0)");
        Assert.Equal(2, new GeometrySimplification(CoordinateSystems.Crs84, 112).Of(line).NumPoints);
        Assert.Equal(3, new GeometrySimplification(CoordinateSystems.Crs84, 111).Of(line).NumPoints);
    }

    [Fact]
    public void A_ring_never_collapses_and_a_hole_never_leaves_its_ring()
    {
        var land = new WKTReader().Read("POLYGON ((0 0, 50 -1, 100 0, 101 50, 100 100, 50 101, 0 100, -1 50, 0 0), (50 -0.5, 50.2 -0.5, 50.2 -0.3, 50 -0.3, 50 -0.5))");
        for (var tolerance = 0.5; tolerance < 500; tolerance *= 2)
        {
            var simple = new GeometrySimplification(CoordinateSystems.Vn2000Tm3Zone10530, tolerance).Of(land);
            Assert.True(simple.IsValid, $"{tolerance}: {simple}");
            Assert.False(simple.IsEmpty);
        }
    }

    [Fact]
    public void Any_coast_stays_valid_loses_vertices_and_stays_where_it_was() => Gen.Select(Gen.Double[0.9, 1.1].Array[8, 200], Gen.Double[0.5, 60]).Sample(
        (radii, tolerance) =>
        {
            var shore = radii.Select((r, i) => new Coordinate(1000 * r * Math.Cos(2 * Math.PI * i / radii.Length), 1000 * r * Math.Sin(2 * Math.PI * i / radii.Length))).ToList();
            var island = new Polygon(new LinearRing([.. shore, shore[0]]));
            var simple = new GeometrySimplification(CoordinateSystems.Vn2000Tm3Zone10530, tolerance).Of(island);
            Assert.True(simple.IsValid);
            Assert.InRange(simple.NumPoints, 4, island.NumPoints);
            Assert.InRange(DiscreteHausdorffDistance.Distance(simple.Boundary, island.Boundary, 0.1), 0, tolerance + 1e-6);
        },
        iter: 2_000,
        seed: "c5m1cgj5b5f6");
}
