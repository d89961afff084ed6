using CsCheck;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;

namespace Geo.Tests.Grids;

public sealed class ResamplingTests
{
    private const float None = float.NaN;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly GridFrame Source = SmallGrids.Frame(2, 3);

    private static readonly Grid<float> Ramp = new(Source, [0, 10, 20, 30, 40, 50]);

    [Fact]
    public void The_nearest_cell_holds_the_centre()
    {
        var finer = Source with { CellSizeMetres = 15, Rows = 4, Columns = 7 };
        var grid = Resampling.Nearest(Ramp, finer, -1f, 2, Stop);
        Assert.Equal([0, 0, 10, 10, 20, 20, -1], grid.Row(1).ToArray());
        Assert.Equal([30, 30, 40, 40, 50, 50, -1], grid.Row(2).ToArray());
    }

    // source: gdalwarp's rule, worked out by hand: centres at 1/4 and 3/4 of the way.
    [Fact]
    public void Bilinear_values_lie_between_the_centres_and_go_on_at_the_edge()
    {
        var finer = Source with { CellSizeMetres = 15, Rows = 4, Columns = 7 };
        var grid = Resampling.Bilinear(Ramp, finer, 2, Stop);
        Assert.Equal([0, 2.5f, 7.5f, 12.5f, 17.5f, 20, None], grid.Row(0).ToArray());
        Assert.Equal([7.5f, 10, 15, 20, 25, 27.5f, None], grid.Row(1).ToArray());
    }

    [Fact]
    public void Nodata_is_never_interpolated()
    {
        var holed = new Grid<float>(Source, [0, None, 20, 30, 40, 50]);
        var finer = Source with { CellSizeMetres = 15, Rows = 4, Columns = 6 };
        Assert.Equal([0, None, None, None, None, 20], Resampling.Bilinear(holed, finer, 1, Stop).Row(0).ToArray());
    }

    [Fact]
    public void The_mean_counts_shared_areas_without_nodata()
    {
        var holed = new Grid<float>(Source, [0, None, 20, 30, 40, 50]);
        var coarser = Source with { CellSizeMetres = 45, Rows = 1, Columns = 2 };
        var grid = Resampling.Average(holed, coarser, 1, Stop);
        // left: 1 x 0 (30 m wide, 30 m high), half of NaN, 30 x 1 x 0.5, 40 x 0.5 x 0.5 -> (0 + 15 + 10) / (1 + 0.5 + 0.25)
        Assert.Equal(25 / 1.75f, grid[0, 0], 1e-5f);
        // right: half of NaN, 20 x 1, 40 x 0.25, 50 x 0.5 -> 55 / 1.75
        Assert.Equal(55 / 1.75f, grid[0, 1], 1e-5f);
    }

    [Fact]
    public void The_class_with_the_largest_area_wins_and_the_smaller_on_a_tie()
    {
        var classes = new Grid<byte>(SmallGrids.Frame(2, 6), [5, 5, 2, 2, 0, 0, 1, 5, 3, 3, 0, 7]);
        var coarser = SmallGrids.Frame(1, 4) with { CellSizeMetres = 60 };
        Assert.Equal([5, 2, 7, 0], Resampling.Mode(classes, coarser, 0, 1, Stop).Cells.ToArray());
    }

    [Fact]
    public void Counts_are_spread_by_area()
    {
        var people = new Grid<float>(SmallGrids.Frame(1, 2) with { CellSizeMetres = 60 }, [8, None]);
        var finer = SmallGrids.Frame(2, 5);
        Assert.Equal([2, 2, None, None, None], Resampling.SpreadCounts(people, finer, 1, Stop).Row(1).ToArray());
    }

    [Fact]
    public void Spread_counts_keep_their_sum()
    {
        Gen.Select(Gen.Int[0, 500].Array[12], Gen.Double[7, 400], Gen.Double[0, 300]).Sample((people, cell, shift) =>
        {
            var source = new Grid<float>(SmallGrids.Frame(3, 4) with { CellSizeMetres = 300 }, [.. people.Select(p => (float)p)]);
            var sides = (int)Math.Ceiling((1_200 + shift) / cell);
            var target = new GridFrame(source.Frame.System, source.Frame.Left - shift, source.Frame.Top + shift, cell, sides, sides);
            var spread = Resampling.SpreadCounts(source, target, 2, Stop);
            return Math.Abs(spread.Cells.ToArray().Where(v => !float.IsNaN(v)).Sum(v => (double)v) - people.Sum()) <= 1e-6 * people.Sum();
        });
    }

    [Fact]
    public void Means_stay_within_the_range_of_their_cells()
    {
        Gen.Select(Gen.Float[-100, 100].Array[12], Gen.Double[7, 80]).Sample((values, cell) =>
        {
            var source = new Grid<float>(SmallGrids.Frame(3, 4), values);
            var target = source.Frame with { CellSizeMetres = cell, Rows = 9, Columns = 9 };
            var results = Resampling.Average(source, target, 1, Stop).Cells.ToArray().Concat(Resampling.Bilinear(source, target, 1, Stop).Cells.ToArray());
            return results.Where(v => !float.IsNaN(v)).All(v => v >= values.Min() - 1e-4f && v <= values.Max() + 1e-4f);
        });
    }

    [Fact]
    public void The_same_frame_gives_the_same_cells()
    {
        var source = new Grid<float>(SmallGrids.Frame(5, 7) with { Left = 504_000.1, Top = 1_099_020.7 });
        for (var i = 0; i < source.Cells.Length; i++)
            source.Cells[i] = i % 4 == 0 ? None : i * 1.1f;
        Assert.Equal(source.Cells, Resampling.Nearest(source, source.Frame, 0f, 3, Stop).Cells);
        Assert.Equal(source.Cells, Resampling.Bilinear(source, source.Frame, 3, Stop).Cells);
        Assert.Equal(source.Cells, Resampling.Average(source, source.Frame, 3, Stop).Cells);
        Assert.Equal(source.Cells, Resampling.SpreadCounts(source, source.Frame, 3, Stop).Cells);
    }

    [Fact]
    public void A_target_elsewhere_is_nodata()
    {
        var elsewhere = Source with { Left = 600_000 };
        Assert.All(Resampling.Nearest(Ramp, elsewhere, -1f, 1, Stop).Cells.ToArray(), v => Assert.Equal(-1, v));
        Assert.All(Resampling.Bilinear(Ramp, elsewhere, 1, Stop).Cells.ToArray(), v => Assert.Equal(None, v));
        Assert.All(Resampling.Average(Ramp, elsewhere, 1, Stop).Cells.ToArray(), v => Assert.Equal(None, v));
        Assert.All(Resampling.SpreadCounts(Ramp, elsewhere, 1, Stop).Cells.ToArray(), v => Assert.Equal(None, v));
    }

    [Fact]
    public void Frames_of_two_systems_are_refused_by_name()
    {
        var error = Assert.Throws<ArgumentException>(() => Resampling.Average(Ramp, Source with { System = CoordinateSystems.Vn2000Utm48 }, 1, Stop));
        Assert.Contains("EPSG:9209", error.Message, StringComparison.Ordinal);
        Assert.Contains("EPSG:3405", error.Message, StringComparison.Ordinal);
    }
}
