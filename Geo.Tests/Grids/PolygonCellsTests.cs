using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Tests.Grids;

public sealed class PolygonCellsTests
{
    private static readonly GridFrame Frame = new(CoordinateSystems.Vn2000Tm3Zone10530, 1_000, 2_000, 10, 40, 50);

    [Theory]
    [InlineData("POLYGON ((1012 1987, 1187 1961, 1103 1733, 1012 1987))")]
    [InlineData("POLYGON ((900 2100, 1600 2100, 1600 1500, 900 1500, 900 2100), (1100 1900, 1200 1900, 1200 1800, 1100 1800, 1100 1900))")]
    [InlineData("MULTIPOLYGON (((1000 2000, 1030 2000, 1030 1970, 1000 1970, 1000 2000)), ((1470 1630, 1500 1630, 1500 1600, 1470 1600, 1470 1630)))")]
    [InlineData("POLYGON ((1490 1610, 1700 1610, 1700 1500, 1490 1500, 1490 1610))")]
    public void The_window_around_a_polygon_holds_what_the_whole_grid_holds_of_it(string wkt)
    {
        var polygon = new WKTReader().Read(wkt);
        var values = Values();
        var labels = new Grid<int>(Frame);
        Rasteriser.Burn(labels, polygon, 1, CellRule.Centre);
        var whole = ZonalStatistics.Compute(values, new ZoneGrid(labels, 1, CellAreas.OnTheGround(Frame)), 1, TestContext.Current.CancellationToken)[1];

        var cells = Assert.IsType<PolygonCells>(PolygonCells.Of(Frame, polygon));
        var found = cells.Statistics(values, TestContext.Current.CancellationToken);

        Assert.True(whole.Cells > 0);
        Assert.Equal((whole.Cells, whole.NodataCells, whole.Minimum, whole.Maximum), (found.Cells, found.NodataCells, found.Minimum, found.Maximum));
        Assert.Equal(whole.Sum, found.Sum, 1e-9);
        Assert.Equal(whole.Hectares, found.Hectares, whole.Hectares * 1e-7);
        var codes = cells.Codes(values, TestContext.Current.CancellationToken);
        Assert.Equal((whole.Cells, whole.Sum), (codes.Sum(c => c.Cells), codes.Sum(c => c.Cells * (double)c.Code)));
        Assert.Equal(whole.Hectares, codes.Sum(c => c.Hectares), whole.Hectares * 1e-7);
        Assert.Equal(codes.Select(c => c.Code).Order(), codes.Select(c => c.Code));
    }

    [Theory]
    [InlineData("POLYGON ((0 0, 10 0, 10 10, 0 0))")]
    [InlineData("POLYGON ((1500 1600, 1600 1600, 1600 1500, 1500 1600))")]
    [InlineData("POLYGON EMPTY")]
    public void A_polygon_beside_the_grid_has_no_cells(string wkt) => Assert.Null(PolygonCells.Of(Frame, new WKTReader().Read(wkt)));

    [Fact]
    public void A_polygon_between_the_centres_of_cells_has_none_of_them()
    {
        var cells = PolygonCells.Of(Frame, new WKTReader().Read("POLYGON ((1001 1999, 1004 1999, 1004 1996, 1001 1996, 1001 1999))"))!;
        Assert.Equal((0L, 1L), (cells.Statistics(Values(), TestContext.Current.CancellationToken).Cells, cells.WindowCells));
        Assert.Empty(cells.Codes(Values(), TestContext.Current.CancellationToken));
    }

    private static Grid<float> Values()
    {
        var values = new Grid<float>(Frame);
        for (var row = 0; row < Frame.Rows; row++)
            for (var column = 0; column < Frame.Columns; column++)
                values[row, column] = (row + column) % 7 == 0 ? float.NaN : ((row * 3) + column) % 11;
        return values;
    }
}
