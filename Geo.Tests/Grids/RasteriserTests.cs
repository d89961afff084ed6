using System.Globalization;
using CsCheck;
using Geo.Engine.Grids;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Tests.Grids;

public sealed class RasteriserTests
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 9209);

    // Positions in cells around a frame of 24 x 30 cells; some far away.
    private static readonly Gen<Coordinate> AnyPosition =
        from x in Gen.Frequency((8, Gen.Double[-5, 35]), (1, Gen.Double[-1e7, 1e7]))
        from y in Gen.Frequency((8, Gen.Double[-5, 29]), (1, Gen.Double[-1e7, 1e7]))
        select Position(x, y);

    private static readonly Gen<Polygon> AnyTriangle =
        AnyPosition.Array[3].Select(c => Factory.CreatePolygon([c[0], c[1], c[2], c[0]])).Where(p => p.Area > 1);

    [Fact]
    public void A_polygon_claims_the_cells_whose_centre_it_holds() =>
        Assert.Equal(
            ["....", ".11.", ".11."],
            Burned(3, 4, CellRule.Centre, Outline((0.6, 0.6), (3.4, 0.6), (3.4, 2.9), (0.6, 2.9))));

    [Fact]
    public void A_centre_on_the_left_or_top_border_is_inside_and_on_the_right_or_bottom_border_outside() =>
        Assert.Equal(
            ["....", ".11.", "...."],
            Burned(3, 4, CellRule.Centre, Outline((1.5, 1.5), (3.5, 1.5), (3.5, 2.5), (1.5, 2.5))));

    [Fact]
    public void A_hole_claims_nothing()
    {
        var ring = Factory.CreatePolygon(
            (LinearRing)Outline((0, 0), (5, 0), (5, 5), (0, 5)).ExteriorRing,
            [(LinearRing)Outline((1, 1), (4, 1), (4, 3), (1, 3)).ExteriorRing]);
        Assert.All(Enum.GetValues<CellRule>(), rule =>
            Assert.Equal(["11111", "1...1", "1...1", "11111", "11111"], Burned(5, 5, rule, ring)));
    }

    [Fact]
    public void A_thin_canal_has_no_gap_when_every_touched_cell_counts() =>
        Assert.Equal(
            ["11...", ".11..", "..11."],
            Burned(3, 5, CellRule.AllTouched, Factory.CreateLineString([Position(0.2, 0.1), Position(3.9, 2.9)])));

    [Fact]
    public void A_line_along_a_cell_edge_lies_in_the_cells_right_of_or_below_it()
    {
        var cross = Factory.CreateMultiLineString([
            Factory.CreateLineString([Position(0, 1), Position(4, 1)]),
            Factory.CreateLineString([Position(2, 0), Position(2, 3)]),
        ]);
        Assert.Equal(["..1.", "1111", "..1."], Burned(3, 4, CellRule.AllTouched, cross));
    }

    [Fact]
    public void A_line_by_centres_is_a_chain_of_one_cell_per_column() =>
        Assert.Equal(
            ["11...", "..11.", "....1"],
            Burned(3, 5, CellRule.Centre, Factory.CreateLineString([Position(0.4, 0.2), Position(4.9, 2.7)])));

    [Fact]
    public void A_point_claims_the_cell_it_lies_in_and_none_outside() =>
        Assert.Equal(
            ["...", ".1."],
            Burned(2, 3, CellRule.Centre, Factory.CreateMultiPointFromCoords([Position(1, 1), Position(3, 0), Position(-0.1, 0), Position(1e9, 1)])));

    [Fact]
    public void Parts_of_nested_collections_are_all_claimed()
    {
        var nested = Factory.CreateGeometryCollection([
            Factory.CreateGeometryCollection([Factory.CreatePoint(Position(0.5, 0.5))]),
            Factory.CreatePolygon(),
            Outline((1, 0), (3, 0), (3, 1), (1, 1)),
        ]);
        Assert.Equal(["111"], Burned(1, 3, CellRule.Centre, nested));
    }

    [Fact]
    public void An_ordinate_that_is_not_finite_is_refused() =>
        Assert.Throws<ArgumentException>(() => Burned(1, 1, CellRule.Centre, Factory.CreatePoint(new Coordinate(double.NaN, 0))));

    [Fact]
    public void Polygons_that_share_borders_claim_every_cell_between_them_exactly_once()
    {
        // A fan around a point on a cell's centre: its borders run through other centres exactly.
        var rim = new[] { Position(-2, -2), Position(15.5, -2), Position(33, -2), Position(33, 26), Position(7.5, 26), Position(-2, 26) };
        var claims = new Grid<byte>(SmallGrids.Frame(24, 30));
        for (var i = 0; i < rim.Length; i++)
        {
            var part = new Grid<byte>(claims.Frame);
            Coordinate[] triangle = [Position(15.5, 12.5), rim[i], rim[(i + 1) % rim.Length], Position(15.5, 12.5)];
            Rasteriser.Burn(part, Factory.CreatePolygon(i % 2 == 0 ? triangle : [.. triangle.Reverse()]), (byte)1, CellRule.Centre);
            for (var cell = 0; cell < part.Cells.Length; cell++)
                claims.Cells[cell] += part.Cells[cell];
        }
        Assert.All(claims.Cells.ToArray(), claim => Assert.Equal(1, claim));
    }

    [Fact]
    public void Every_touched_cell_is_one_whose_inside_meets_the_polygon()
    {
        AnyTriangle.Sample(triangle =>
        {
            var claimed = new Grid<byte>(SmallGrids.Frame(24, 30));
            Rasteriser.Burn(claimed, triangle, (byte)1, CellRule.AllTouched);
            EachCell(claimed, (cell, isClaimed) =>
            {
                var touches = cell.Buffer(-1e-5).Intersects(triangle);
                var clearlyApart = cell.Distance(triangle) > 1e-5;
                Assert.True(isClaimed ? !clearlyApart : !touches, $"{cell} {triangle}");
            });
        }, iter: 60);
    }

    [Fact]
    public void Every_touched_cell_of_a_line_is_one_whose_inside_it_meets()
    {
        AnyPosition.Array[4].Sample(positions =>
        {
            var line = Factory.CreateLineString(positions);
            var claimed = new Grid<byte>(SmallGrids.Frame(24, 30));
            Rasteriser.Burn(claimed, line, (byte)1, CellRule.AllTouched);
            EachCell(claimed, (cell, isClaimed) =>
                Assert.True(isClaimed ? cell.Distance(line) <= 1e-5 : !cell.Buffer(-1e-5).Intersects(line), $"{cell} {line}"));
        }, iter: 60);
    }

    [Fact]
    public void Centres_are_claimed_as_by_gdal_rasterize()
    {
        var folder = Directory.CreateTempSubdirectory("burn");
        try
        {
            var shapes = Shapes();
            var (vector, raster) = (Path.Combine(folder.FullName, "shapes.csv"), Path.Combine(folder.FullName, "burned.img"));
            var writer = new WKTWriter();
            File.WriteAllLines(vector, [.. shapes.Select((s, i) => $"{i + 1},\"{writer.Write(s)}\"").Prepend("id,WKT")]);
            var target = new Grid<byte>(SmallGrids.Frame(120, 150));
            var extent = target.Frame.Extent;
            string[] box = [.. new[] { extent.MinX, extent.MinY, extent.MaxX, extent.MaxY }.Select(v => v.ToString(CultureInfo.InvariantCulture))];
            string[] arguments = ["-q", "-a", "id", "-ot", "Byte", "-of", "ENVI", "-te", .. box, "-ts", "150", "120", vector, raster];
            var run = Requirement.Run("gdal_rasterize", arguments);
            Assert.True(run.ExitCode == 0, run.Output);

            for (var i = 0; i < shapes.Length; i++)
                Rasteriser.Burn(target, shapes[i], (byte)(i + 1), CellRule.Centre);

            var theirs = EnviFile.Read(raster, target.Frame);
            var differing = Enumerable.Range(0, target.Cells.Length).Where(cell => theirs.Cells[cell] != target.Cells[cell]);
            Assert.All(differing, cell =>
            {
                var (x, y) = target.Frame.Centre(cell / 150, cell % 150);
                Assert.True(shapes.Min(s => s.Boundary.Distance(Factory.CreatePoint(new Coordinate(x, y)))) < 1e-6);
            });
            Assert.True(target.Cells.ContainsAnyExcept((byte)0));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Rings of random stars with a star-shaped hole, some reaching over the frame's edge; the seed of every number stands here.
    private static Polygon[] Shapes()
    {
        var random = new Random(20_250_701);
        return [.. Enumerable.Range(0, 40).Select(_ =>
        {
            var (x, y, size) = (random.Next(-10, 160), random.Next(-10, 130), 2 + (random.NextDouble() * 30));
            var outline = Star(random, (x, y), size);
            return Factory.CreatePolygon(outline, [Star(random, (x, y), size * 0.3)]);
        }).Where(p => p.IsValid)];
    }

    private static LinearRing Star(Random random, (double X, double Y) centre, double size)
    {
        var positions = Enumerable.Range(0, 17).Select(i => (Angle: i * Math.Tau / 17, Reach: size * (0.5 + (random.NextDouble() / 2))))
            .Select(p => Position(centre.X + (p.Reach * Math.Cos(p.Angle)), centre.Y + (p.Reach * Math.Sin(p.Angle)))).ToArray();
        return Factory.CreateLinearRing([.. positions, positions[0]]);
    }

    private static string[] Burned(int rows, int columns, CellRule rule, Geometry geometry)
    {
        var target = new Grid<byte>(SmallGrids.Frame(rows, columns));
        Rasteriser.Burn(target, geometry, (byte)1, rule);
        return SmallGrids.Text(target);
    }

    private static void EachCell(Grid<byte> grid, Action<Geometry, bool> check)
    {
        for (var cell = 0; cell < grid.Cells.Length; cell++)
        {
            var (row, column) = (cell / grid.Frame.Columns, cell % grid.Frame.Columns);
            check(Outline((column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)), grid.Cells[cell] != 0);
        }
    }

    // In cells: x to the right, y down from the frame's top-left corner.
    private static Coordinate Position(double x, double y) => new(504_000 + (30 * x), 1_099_020 - (30 * y));

    private static Polygon Outline(params (double X, double Y)[] positions) =>
        Factory.CreatePolygon([.. positions.Append(positions[0]).Select(p => Position(p.X, p.Y))]);
}
