using CsCheck;
using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;

namespace Geo.Tests.Grids;

public sealed class NaturalNeighbourTests
{
    private static readonly GridFrame Frame = SmallGrids.Frame(21, 25);

    private static readonly Gen<StationValue[]> Stations =
        Gen.Select(Gen.Double[Frame.Left, Frame.Left + 750], Gen.Double[Frame.Top - 630, Frame.Top], Gen.Float[-5, 30], (x, y, value) => new StationValue(x, y, value)).Array[3, 20];

    [Fact]
    public void A_plane_is_given_back_and_nothing_outside_the_hull() =>
        Stations.Sample(stations =>
        {
            var plane = stations.Select(s => s with { Value = Plane(s.X, s.Y) }).ToArray();
            var cells = SurfaceTests.ByStrips(new NaturalNeighbourSurface(Frame, plane), 21);
            for (var cell = 0; cell < cells.Length; cell++)
            {
                var (x, y) = Frame.Centre(cell / 25, cell % 25);
                if (!float.IsNaN(cells[cell]))
                    Assert.Equal(Plane(x, y), cells[cell], 2e-3);
                if (DistanceToRim(plane, x, y) > 10)
                    Assert.Equal(IsInside(plane, x, y), !float.IsNaN(cells[cell]));
            }
        }, iter: 100);

    [Fact]
    public void A_plane_over_a_lattice_of_stations_is_given_back()
    {
        // Four stations on one circle, again and again: any of their triangles will do.
        var lattice = Enumerable.Range(0, 20).Select(i => new StationValue(Frame.Left + (i % 5 * 180), Frame.Top - (i / 5 * 180), 0)).Select(s => s with { Value = Plane(s.X, s.Y) }).ToArray();
        var cells = SurfaceTests.ByStrips(new NaturalNeighbourSurface(Frame, lattice), 5);
        for (var cell = 0; cell < 18 * 24; cell++)
        {
            var (row, column) = (cell / 24, cell % 24);
            var (x, y) = Frame.Centre(row, column);
            Assert.Equal(Plane(x, y), cells[(row * 25) + column], 1e-3);
        }
    }

    [Fact]
    public void The_middle_of_four_stations_takes_a_quarter_of_each_and_a_station_its_own()
    {
        var (x, y) = Frame.Centre(10, 10);
        StationValue[] square = [new(x - 60, y - 60, 1), new(x + 60, y - 60, 2), new(x + 60, y + 60, 4), new(x - 60, y + 60, 9)];
        var cells = SurfaceTests.ByStrips(new NaturalNeighbourSurface(Frame, square), 21);
        Assert.Equal(4, cells[(10 * 25) + 10], 1e-6);
        Assert.Equal(9, cells[(8 * 25) + 8], 1e-6);
        Assert.Equal(4, cells[(8 * 25) + 12], 1e-6);
        // On the hull only the two ends of the side count: 9 and 4 half way.
        Assert.Equal(6.5, cells[(8 * 25) + 10], 1e-6);
    }

    [Fact]
    public void A_share_is_the_ground_that_a_new_place_takes_over()
    {
        // Counted on a fine raster: for each of its points the nearest station, with and without the new place.
        StationValue[] stations =
        [
            new(Frame.Left + 40, Frame.Top - 50, 3), new(Frame.Left + 700, Frame.Top - 30, 8), new(Frame.Left + 640, Frame.Top - 590, -4), new(Frame.Left + 90, Frame.Top - 560, 12),
            new(Frame.Left + 300, Frame.Top - 260, 20), new(Frame.Left + 470, Frame.Top - 400, 1), new(Frame.Left + 380, Frame.Top - 130, -9),
        ];
        var cells = SurfaceTests.ByStrips(new NaturalNeighbourSurface(Frame, stations), 21);
        foreach (var (row, column) in new[] { (10, 12), (7, 11), (12, 14), (9, 8) })
        {
            var (x, y) = Frame.Centre(row, column);
            Assert.Equal(Counted(stations, x, y), cells[(row * 25) + column], 0.05);
        }
    }

    [Fact]
    public void Values_never_leave_the_range_of_the_stations_and_do_not_depend_on_strips() =>
        Stations.Sample(stations =>
        {
            var surface = new NaturalNeighbourSurface(Frame, stations);
            var cells = SurfaceTests.ByStrips(surface, 21);
            Assert.All(cells, v => Assert.True(float.IsNaN(v) || (v >= stations.Min(s => s.Value) - 1e-4 && v <= stations.Max(s => s.Value) + 1e-4)));
            Assert.Equal(SurfaceTests.Bits(cells), SurfaceTests.Bits(SurfaceTests.ByStrips(surface, 4)));
        }, iter: 50);

    [Fact]
    public void Two_stations_or_three_in_one_line_give_no_value()
    {
        Assert.All(SurfaceTests.ByStrips(new NaturalNeighbourSurface(Frame, [new(Frame.Left, Frame.Top, 1), new(Frame.Left + 90, Frame.Top, 1)]), 21), v => Assert.True(float.IsNaN(v)));
        StationValue[] line = [new(Frame.Left, Frame.Top, 1), new(Frame.Left + 90, Frame.Top - 90, 2), new(Frame.Left + 180, Frame.Top - 180, 3)];
        Assert.All(SurfaceTests.ByStrips(new NaturalNeighbourSurface(Frame, line), 21), v => Assert.True(float.IsNaN(v)));
    }

    private static float Plane(double x, double y) => (float)(3 + (0.02 * (x - Frame.Left)) - (0.05 * (Frame.Top - y)));

    private static bool IsInside(StationValue[] stations, double x, double y) => Hull(stations).Contains(new NetTopologySuite.Geometries.Point(x, y));

    private static double DistanceToRim(StationValue[] stations, double x, double y) => Hull(stations).Boundary.Distance(new NetTopologySuite.Geometries.Point(x, y));

    private static NetTopologySuite.Geometries.Geometry Hull(StationValue[] stations) =>
        NetTopologySuite.Geometries.GeometryFactory.Default.CreateMultiPointFromCoords([.. stations.Select(s => new NetTopologySuite.Geometries.Coordinate(s.X, s.Y))]).ConvexHull();

    private static double Counted(StationValue[] stations, double x, double y)
    {
        var (sum, count) = (0.0, 0);
        for (var east = Frame.Left - 400; east < Frame.Left + 1200; east += 1.5)
            for (var north = Frame.Top - 1000; north < Frame.Top + 400; north += 1.5)
            {
                var nearest = stations.MinBy(s => Square(s.X - east) + Square(s.Y - north));
                if (Square(x - east) + Square(y - north) >= Square(nearest.X - east) + Square(nearest.Y - north))
                    continue;
                sum += nearest.Value;
                count++;
            }
        return sum / count;
    }

    private static double Square(double value) => value * value;
}
