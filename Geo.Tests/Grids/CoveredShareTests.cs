using CsCheck;
using Geo.Engine.Grids.Surfaces;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Tests.Grids;

/// <summary>Shares of cells that polygons cover, beside the areas of intersections that NetTopologySuite computes.</summary>
public sealed class CoveredShareTests
{
    [Fact]
    public void A_triangle_and_a_square_with_a_hole_cover_what_is_worked_out_by_hand()
    {
        // Cells of 30 m from 504000, 1099020. A triangle over the lower left half of the first cell; a square over two by two cells without its middle 30 x 30.
        var frame = SmallGrids.Frame(3, 4);
        var polygons = new WKTReader().Read("MULTIPOLYGON (((504000 1099020, 504030 1098990, 504000 1098990, 504000 1099020)), ((504030 1098990, 504090 1098990, 504090 1098930, 504030 1098930, 504030 1098990), (504045 1098975, 504045 1098945, 504075 1098945, 504075 1098975, 504045 1098975)))");
        Assert.Equal([0.5f, 0, 0, 0, 0, 0.75f, 0.75f, 0, 0, 0.75f, 0.75f, 0], new CoveredShareSurface(frame, polygons).ToGrid(1, TestContext.Current.CancellationToken).Cells.ToArray());
        Assert.All(SurfaceTests.ByStrips(new CoveredShareSurface(frame, GeometryFactory.Default.CreatePolygon()), 2), s => Assert.Equal(0, s));
    }

    [Fact]
    public void Every_share_is_the_area_of_the_cell_within_the_polygon_also_beyond_the_frame() =>
        Gen.Select(Gen.Int[3, 9], Gen.Int[0, 100_000]).Sample(
            (corners, seed) =>
            {
                var frame = SmallGrids.Frame(8, 9);
                var random = new Random(seed);
                var polygon = Star(random, corners, frame.Left + 135, frame.Top - 120, 240).Difference(Star(random, corners, frame.Left + 135, frame.Top - 120, 60));
                var surface = new CoveredShareSurface(frame, polygon);
                var shares = SurfaceTests.ByStrips(surface, 3);
                Assert.Equal(SurfaceTests.Bits(shares), SurfaceTests.Bits(surface.ToGrid(3, CancellationToken.None).Cells));
                for (var cell = 0; cell < shares.Length; cell++)
                {
                    var (x, y) = frame.Centre(cell / 9, cell % 9);
                    var square = GeometryFactory.Default.ToGeometry(new Envelope(x - 15, x + 15, y - 15, y + 15));
                    Assert.Equal(polygon.Intersection(square).Area / 900, shares[cell], 1e-6);
                }
            },
            iter: 60);

    /// <summary>A polygon around a middle with corners at drawn distances.</summary>
    private static Polygon Star(Random random, int corners, double x, double y, double reach)
    {
        var points = Enumerable.Range(0, corners).Select(i => (Angle: 2 * Math.PI * i / corners, Distance: reach * (0.2 + (0.8 * random.NextDouble())))).ToList();
        var ring = points.Select(p => new Coordinate(x + (p.Distance * Math.Cos(p.Angle)), y + (p.Distance * Math.Sin(p.Angle)))).ToList();
        return GeometryFactory.Default.CreatePolygon([.. ring, ring[0]]);
    }
}
