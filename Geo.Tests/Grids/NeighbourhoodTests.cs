using CsCheck;
using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;

namespace Geo.Tests.Grids;

/// <summary>Densities, slopes, shares of categories, months in range.</summary>
public sealed class NeighbourhoodTests
{
    private static readonly GridFrame Frame = SmallGrids.Frame(100, 100);

    [Theory]
    [InlineData(DensityKernel.Uniform, 0.02)]
    [InlineData(DensityKernel.Quartic, 1e-3)]
    [InlineData(DensityKernel.Gaussian, 1e-3)]
    public void A_density_sums_up_to_the_number_of_points_and_to_the_length_of_lines(DensityKernel kernel, double tolerance)
    {
        var (x, y) = (Frame.Left + 1433, Frame.Top - 1621);
        DensitySegment[] points = [new(x, y, x, y, 1), new(x + 401, y, x + 401, y, 2.5), new(x, y - 77, x, y - 77, 1)];
        DensitySegment[] lines = [new(x, y, x + 500, y + 300, 1), new(x - 200, y, x, y, 2)];
        var squareKilometre = Frame.CellSizeMetres * Frame.CellSizeMetres / 1e6;
        Assert.Equal(4.5, SurfaceTests.ByStrips(new DensitySurface(Frame, points, kernel, 600), 100).Sum(v => (double)v) * squareKilometre, 4.5 * tolerance);
        var kilometres = (Math.Sqrt((500 * 500) + (300 * 300)) + 400) / 1000;
        Assert.Equal(kilometres, SurfaceTests.ByStrips(new DensitySurface(Frame, lines, kernel, 600), 100).Sum(v => (double)v) * squareKilometre, kilometres * tolerance);
    }

    [Fact]
    public void Above_a_point_a_quartic_kernel_is_three_over_its_area_and_half_way_nine_sixteenths_of_that()
    {
        var (x, y) = Frame.Centre(50, 50);
        var cells = SurfaceTests.ByStrips(new DensitySurface(Frame, [new(x, y, x, y, 1)], DensityKernel.Quartic, 600), 100);
        Assert.Equal(3e6 / (Math.PI * 600 * 600), cells[5050], 1e-5);
        Assert.Equal(9 / 16.0 * 3e6 / (Math.PI * 600 * 600), cells[5060], 1e-5);
        Assert.Equal(0, cells[5070]);
    }

    [Theory]
    [InlineData(DensityKernel.Uniform)]
    [InlineData(DensityKernel.Quartic)]
    [InlineData(DensityKernel.Gaussian)]
    public void A_line_is_dense_as_many_points_on_it_are(DensityKernel kernel)
    {
        var (x, y) = (Frame.Left + 1203.7, Frame.Top - 1611.3);
        const int Pieces = 4_000;
        var points = Enumerable.Range(0, Pieces).Select(i => (i + 0.5) / Pieces).Select(t => new DensitySegment(x + (700 * t), y + (430 * t), x + (700 * t), y + (430 * t), Math.Sqrt((700 * 700) + (430 * 430)) / Pieces / 1000)).ToList();
        var sampled = SurfaceTests.ByStrips(new DensitySurface(Frame, points, kernel, 400), 100);
        var exact = SurfaceTests.ByStrips(new DensitySurface(Frame, [new(x, y, x + 700, y + 430, 1)], kernel, 400), 100);
        for (var cell = 0; cell < exact.Length; cell++)
            Assert.Equal(sampled[cell], exact[cell], 2e-3);
    }

    [Fact]
    public void Densities_by_strips_are_those_of_the_whole()
    {
        var segments = Enumerable.Range(0, 40).Select(i => new DensitySegment(Frame.Left + (i * 71 % 3000), Frame.Top - (i * 133 % 3000), Frame.Left + (i * 37 % 3000), Frame.Top - (i * 59 % 3000), 1 + (i % 3))).ToList();
        var surface = new DensitySurface(Frame, segments, DensityKernel.Gaussian, 350);
        Assert.Equal(SurfaceTests.Bits(SurfaceTests.ByStrips(surface, 100)), SurfaceTests.Bits(SurfaceTests.ByStrips(surface, 3)));
    }

    [Fact]
    public void The_slope_of_a_plane_is_that_of_the_plane_and_its_rim_is_nodata()
    {
        var heights = new Grid<float>(Frame);
        for (var row = 0; row < 100; row++)
            for (var column = 0; column < 100; column++)
                heights[row, column] = (0.03f * 30 * column) - (0.04f * 30 * row);
        var percent = SurfaceTests.ByStrips(new SlopeSurface(new GridSurface(heights), SlopeUnit.Percent), 7);
        var degrees = SurfaceTests.ByStrips(new SlopeSurface(new GridSurface(heights), SlopeUnit.Degrees), 100);
        for (var cell = 0; cell < percent.Length; cell++)
        {
            var isRim = cell / 100 is 0 or 99 || cell % 100 is 0 or 99;
            Assert.Equal(isRim, float.IsNaN(percent[cell]));
            if (isRim)
                continue;
            Assert.Equal(5, percent[cell], 1e-3);
            Assert.Equal(2.8624052, degrees[cell], 1e-3);
        }
    }

    [Fact]
    public void Slopes_are_those_of_gdaldem()
    {
        // gdaldem slope (GDAL 3.6.2), Horn; -p for percent.
        var heights = new Grid<float>(SmallGrids.Frame(4, 5), [3, 4, 5, 7, 6, 2, 4, 8, 9, 5, 1, 3, 6, 12, 4, 0, 2, 5, 8, 3]);
        var percent = SurfaceTests.ByStrips(new SlopeSurface(new GridSurface(heights), SlopeUnit.Percent), 2);
        var degrees = SurfaceTests.ByStrips(new SlopeSurface(new GridSurface(heights), SlopeUnit.Degrees), 4);
        Assert.Equal([8.0147438f, 9.5014620f, 4.7507310f], percent[6..9], (a, b) => Math.Abs(a - b) < 2e-6f);
        Assert.Equal([9.5197163f, 12.651855f, 4.7507310f], percent[11..14], (a, b) => Math.Abs(a - b) < 2e-6f);
        Assert.Equal([4.5823150f, 5.4276428f, 2.7199233f], degrees[6..9], (a, b) => Math.Abs(a - b) < 2e-6f);
    }

    [Fact]
    public void A_slope_beside_nodata_is_nodata()
    {
        var heights = new Grid<float>(SmallGrids.Frame(5, 5));
        heights[2, 2] = float.NaN;
        Assert.All(SurfaceTests.ByStrips(new SlopeSurface(new GridSurface(heights), SlopeUnit.Percent), 5), v => Assert.True(float.IsNaN(v)));
    }

    [Fact]
    public void A_share_is_counted_over_the_centres_within_the_radius_and_nodata_counts_neither_way() =>
        Gen.Select(SmallGrids.Random(30), Gen.Double[0, 200], Gen.Int[1, 9]).Sample((classes, radius, rows) =>
        {
            var codes = new Grid<float>(classes.Frame, [.. classes.Cells.ToArray().Select(c => c == 0 ? float.NaN : c)]);
            var cells = SurfaceTests.ByStrips(new ClassShareSurface(new GridSurface(codes), [1, 3], radius), rows);
            for (var cell = 0; cell < cells.Length; cell++)
                Assert.Equal(Counted(classes, cell, radius), cells[cell]);
        }, iter: 60);

    [Theory]
    [InlineData(new float[] { 4, 5, 15, 20, 25, 26, 10, 0, 0, 0, 0, 12 }, 6, 4)]
    [InlineData(new float[] { 10, 10, 0, 0, 10, 0, 0, 0, 0, 10, 10, 10 }, 6, 5)]
    [InlineData(new float[] { 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5 }, 12, 12)]
    [InlineData(new float[] { 0, 0, 0 }, 0, 0)]
    public void Months_in_range_are_counted_and_their_longest_run_goes_over_the_turn_of_the_year(float[] year, float all, float longest)
    {
        // Five and twenty-five are in range.
        var months = year.Select(v => (Surface)new GridSurface(new Grid<float>(SmallGrids.Frame(1, 1), [v]))).ToList();
        Assert.Equal([all], SurfaceTests.ByStrips(new MonthsSurface(months, 5, 25, longestRun: false), 1));
        Assert.Equal([longest], SurfaceTests.ByStrips(new MonthsSurface(months, 5, 25, longestRun: true), 1));
        months[1] = new GridSurface(new Grid<float>(SmallGrids.Frame(1, 1), [float.NaN]));
        Assert.Equal([float.NaN], SurfaceTests.ByStrips(new MonthsSurface(months, 5, 25, longestRun: false), 1));
        Assert.Equal([float.NaN], SurfaceTests.ByStrips(new MonthsSurface(months, 5, 25, longestRun: true), 1));
    }

    private static float Counted(Grid<byte> classes, int cell, double radius)
    {
        var (row, column) = (cell / classes.Frame.Columns, cell % classes.Frame.Columns);
        var near = Enumerable.Range(0, classes.Cells.Length)
            .Where(c => Math.Sqrt(Math.Pow((c / classes.Frame.Columns) - row, 2) + Math.Pow((c % classes.Frame.Columns) - column, 2)) * 30 <= radius)
            .Select(c => classes.Cells[c]).Where(c => c != 0).ToList();
        return near.Count == 0 ? float.NaN : (float)(near.Count(c => c is 1 or 3) / (double)near.Count);
    }
}
