using CsCheck;
using Geo.Engine.Grids;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Grids;

public sealed class PolygoniserTests
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 9209);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_block_of_cells_becomes_its_four_corners_counter_clockwise()
    {
        var zone = Assert.Single(Polygonise("....", ".11.", ".11.", "...."));
        Assert.Equal(1, zone.Label);
        // Cells of 30 m, top-left corner at (504 000, 1 099 020).
        Assert.Equal(
            "POLYGON ((504030 1098990, 504030 1098930, 504090 1098930, 504090 1098990, 504030 1098990))",
            zone.Geometry.AsText());
    }

    [Fact]
    public void A_hole_is_kept_and_runs_clockwise()
    {
        var zones = Polygonise("111", "121", "111");
        var ring = Assert.IsType<Polygon>(zones[0].Geometry);
        Assert.False(Orientation.IsCCW(Assert.Single(ring.InteriorRings).CoordinateSequence));
        Assert.Equal(8 * 900, ring.Area);
        Assert.Equal(900, zones[1].Geometry.Area);
    }

    [Fact]
    public void Cells_that_touch_at_a_corner_are_two_polygons()
    {
        var pair = Assert.IsType<MultiPolygon>(Assert.Single(Polygonise("1.", ".1")).Geometry);
        Assert.Equal(2, pair.NumGeometries);
        Assert.True(pair.IsValid);
    }

    [Fact]
    public void A_hole_that_touches_its_shell_at_a_corner_stays_a_hole()
    {
        var zone = Assert.IsType<Polygon>(Assert.Single(Polygonise(".111", "1.11", "1111", "1111")).Geometry);
        Assert.True(zone.IsValid);
        Assert.Equal(1, zone.NumInteriorRings);
        Assert.Equal(14 * 900, zone.Area);
    }

    [Fact]
    public void A_corner_where_three_zones_meet_is_a_vertex_of_all_three()
    {
        var zones = Polygonise("12", "13", "13");
        var corner = new Coordinate(504_030, 1_098_990);
        Assert.All(zones, zone => Assert.Contains(corner, zone.Geometry.Coordinates));
    }

    [Fact]
    public void Zones_are_valid_and_oriented_and_have_the_area_of_their_cells()
    {
        SmallGrids.Random(30).Sample(classes =>
        {
            foreach (var zone in Polygoniser.Polygonise(SmallGrids.AsLabels(classes), Factory, 2, Token))
            {
                Assert.True(zone.Geometry.IsValid);
                Assert.Equal(900.0 * classes.Cells.Count((byte)zone.Label), zone.Geometry.Area, 1e-3);
                Assert.All(Polygons(zone.Geometry), p => Assert.True(Orientation.IsCCW(p.Shell.CoordinateSequence)));
            }
        }, iter: 300);
    }

    [Fact]
    public void Laid_on_the_grid_again_zones_give_back_their_cells()
    {
        SmallGrids.Random(30).Sample(classes =>
        {
            foreach (var rule in Enum.GetValues<CellRule>())
            {
                var again = new Grid<byte>(classes.Frame);
                foreach (var zone in Polygoniser.Polygonise(SmallGrids.AsLabels(classes), Factory, 1, Token))
                    Rasteriser.Burn(again, zone.Geometry, (byte)zone.Label, rule);
                Assert.Equal(classes.Cells, again.Cells);
            }
        }, iter: 200);
    }

    [Fact]
    public void Neighbours_have_the_same_vertices_on_their_border()
    {
        SmallGrids.Random(20).Sample(classes =>
        {
            var zones = Polygoniser.Polygonise(SmallGrids.AsLabels(classes), Factory, 1, Token);
            var pieces = zones.SelectMany(zone => Polygons(zone.Geometry)).SelectMany(Pieces).ToHashSet();
            var outline = zones.SelectMany(zone => Polygons(zone.Geometry)).SelectMany(Pieces)
                .Where(piece => !pieces.Contains((piece.To, piece.From)));
            Assert.All(outline, piece => Assert.True(BordersNodata(classes, piece)));
        }, iter: 200);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(200, 131)]
    public void The_number_of_threads_changes_nothing(int rows, int columns)
    {
        var labels = SmallGrids.AsLabels(SmallGrids.Patchy(rows, columns, 3, 5));
        var alone = Polygoniser.Polygonise(labels, Factory, 1, Token);
        foreach (var threads in new[] { 2, 7 })
        {
            var together = Polygoniser.Polygonise(labels, Factory, threads, Token);
            Assert.Equal(alone.Select(z => (z.Label, z.Geometry.AsText())), together.Select(z => (z.Label, z.Geometry.AsText())));
        }
    }

    [Fact]
    public void A_grid_of_nodata_has_no_zones() => Assert.Empty(Polygonise("..", ".."));

    private static IReadOnlyList<LabelledPolygon> Polygonise(params string[] lines) =>
        Polygoniser.Polygonise(SmallGrids.AsLabels(SmallGrids.Drawn(lines)), Factory, 1, Token);

    private static IEnumerable<Polygon> Polygons(Geometry geometry) =>
        Enumerable.Range(0, geometry.NumGeometries).Select(i => (Polygon)geometry.GetGeometryN(i));

    private static IEnumerable<(Coordinate From, Coordinate To)> Pieces(Polygon polygon) =>
        polygon.InteriorRings.Prepend(polygon.ExteriorRing).SelectMany(ring => ring.Coordinates.Zip(ring.Coordinates.Skip(1)));

    // Regions lie left of their rings; a piece without a neighbour must have nodata, or nothing, along the whole of its right side.
    private static bool BordersNodata(Grid<byte> classes, (Coordinate From, Coordinate To) piece)
    {
        var cells = (int)Math.Round(piece.From.Distance(piece.To) / 30);
        var (dx, dy) = ((piece.To.X - piece.From.X) / cells, (piece.To.Y - piece.From.Y) / cells);
        return Enumerable.Range(0, cells)
            .Select(i => classes.Frame.CellAt(piece.From.X + ((i + 0.5) * dx) + (dy / 2), piece.From.Y + ((i + 0.5) * dy) - (dx / 2)))
            .All(cell => cell is null || classes[cell.Value.Row, cell.Value.Column] == 0);
    }
}
