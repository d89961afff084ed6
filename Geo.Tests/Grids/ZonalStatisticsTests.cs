using Geo.Engine.Grids;

namespace Geo.Tests.Grids;

public sealed class ZonalStatisticsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Each_zone_has_the_count_sum_mean_and_extremes_of_its_cells()
    {
        var zones = Zones("1122", "1.22");
        var values = new Grid<float>(zones.Labels.Frame, [1, 2, 10, 20, 3, 99, float.NaN, 40]);
        var statistics = ZonalStatistics.Compute(values, zones, 1, Token);
        Assert.Equal(new ZoneStatistics(1, 0, 0.09, 99, 99, 99), statistics[0]);
        Assert.Equal((3L, 0L, 6.0, 2.0, 1f, 3f), Facts(statistics[1]));
        Assert.Equal((3L, 1L, 70.0, 70.0 / 3, 10f, 40f), Facts(statistics[2]));
        Assert.Equal(0.27, statistics[2].Hectares, 1e-12);
    }

    [Fact]
    public void A_zone_without_values_has_no_mean_and_no_extremes()
    {
        var zones = new ZoneGrid(new Grid<int>(SmallGrids.Frame(1, 2), [1, 1]), 2, CellAreas.InThePlane(SmallGrids.Frame(1, 2)));
        var statistics = ZonalStatistics.Compute(new Grid<float>(zones.Labels.Frame, [float.NaN, float.NaN]), zones, 1, Token);
        Assert.Equal(2, statistics[1].NodataCells);
        Assert.All(statistics, s => Assert.True(double.IsNaN(s.Mean) && float.IsNaN(s.Minimum) && float.IsNaN(s.Maximum) && s.Sum == 0));
    }

    [Fact]
    public void Small_values_beside_large_ones_are_not_lost()
    {
        var zones = Zones("1111");
        var values = new Grid<float>(zones.Labels.Frame, [1e20f, 1, 1, -1e20f]);
        Assert.Equal(2, ZonalStatistics.Compute(values, zones, 1, Token)[1].Sum);
    }

    [Fact]
    public void Classes_are_counted_by_zone_in_cells_and_hectares()
    {
        var zones = Zones("1122", "1.22");
        var counts = ZonalStatistics.CountByClass(SmallGrids.Drawn("4455", "4.54"), zones, 1, Token);
        Assert.Equal(3, counts.Cells(1, 4));
        Assert.Equal(3, counts.Cells(2, 5));
        Assert.Equal(1, counts.Cells(2, 4));
        Assert.Equal(1, counts.Cells(0, 0));
        Assert.Equal(0, counts.Cells(1, 5));
        Assert.Equal(0.27, counts.Hectares(2, 5), 1e-12);
    }

    [Fact]
    public void Zones_on_another_frame_are_refused()
    {
        var values = new Grid<float>(SmallGrids.Frame(2, 3));
        Assert.Throws<ArgumentException>(() => ZonalStatistics.Compute(values, Zones("111"), 1, Token));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(15, 8)]
    [InlineData(333, 201)]
    public void The_number_of_threads_changes_no_bit(int rows, int columns)
    {
        var labels = SmallGrids.AsLabels(SmallGrids.Patchy(rows, columns, 9, 1));
        var zones = new ZoneGrid(labels, 3, CellAreas.OnTheGround(labels.Frame));
        var values = new Grid<float>(labels.Frame, [.. Enumerable.Range(0, rows * columns).Select(i => i % 97 == 5 ? float.NaN : MathF.Sin(i) * 1e3f)]);
        var classes = SmallGrids.Patchy(rows, columns, 2, 8);
        var alone = ZonalStatistics.Compute(values, zones, 1, Token);
        var counts = ZonalStatistics.CountByClass(classes, zones, 1, Token);
        foreach (var threads in new[] { 2, 7 })
        {
            Assert.Equal(alone, ZonalStatistics.Compute(values, zones, threads, Token));
            var together = ZonalStatistics.CountByClass(classes, zones, threads, Token);
            Assert.All(Enumerable.Range(0, 4), zone => Assert.Equal(counts.Hectares(zone, 2), together.Hectares(zone, 2)));
        }
    }

    private static (long, long, double, double, float, float) Facts(ZoneStatistics s) =>
        (s.Cells, s.NodataCells, s.Sum, s.Mean, s.Minimum, s.Maximum);

    private static ZoneGrid Zones(params string[] lines)
    {
        var labels = SmallGrids.AsLabels(SmallGrids.Drawn(lines));
        return new ZoneGrid(labels, labels.Cells.ToArray().Max(), CellAreas.InThePlane(labels.Frame));
    }
}
