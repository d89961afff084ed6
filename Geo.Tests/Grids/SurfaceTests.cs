using CsCheck;
using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;

namespace Geo.Tests.Grids;

/// <summary>Surfaces are read in strips; what a cell holds must not depend on them.</summary>
public sealed class SurfaceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Distances_by_strips_are_those_of_the_whole_grid_to_the_last_bit() =>
        Gen.Select(SmallGrids.Random(200), Gen.Int[1, 90]).Sample((classes, rows) =>
        {
            var sources = Sparse(classes);
            var whole = DistanceTransform.Euclidean(sources, 1, Token);
            Assert.Equal(Bits(whole.Cells), Bits(ByStrips(new DistanceSurface(sources), rows)));
        }, iter: 60);

    [Fact]
    public void Far_sources_are_found_across_many_strips()
    {
        // 7 strips of 64 rows, sources in the first and the last row only, at the far ends.
        var sources = new Grid<byte>(SmallGrids.Frame(400, 700));
        (sources[0, 0], sources[399, 699]) = (1, 1);
        Assert.Equal(Bits(DistanceTransform.Euclidean(sources, 1, Token).Cells), Bits(ByStrips(new DistanceSurface(sources), 7)));
    }

    [Fact]
    public void Without_sources_every_distance_is_nodata() =>
        Assert.All(ByStrips(new DistanceSurface(new Grid<byte>(SmallGrids.Frame(3, 5))), 2), d => Assert.True(float.IsNaN(d)));

    [Fact]
    public void A_surface_laid_on_another_frame_by_strips_is_the_grid_resampled_whole() =>
        Gen.Select(SmallGrids.Random(40), Gen.Double[7, 95], Gen.Double[-80, 80], Gen.Int[1, 9]).Sample((classes, cell, shift, rows) =>
        {
            var source = WithHoles(classes);
            var target = new GridFrame(source.Frame.System, source.Frame.Left + shift, source.Frame.Top + (shift / 2), cell, 31, 23);
            var surface = new GridSurface(source);
            Assert.Equal(Bits(Resampling.Nearest(source, target, float.NaN, 1, Token).Cells), Bits(ByStrips(new ResampledSurface(surface, target, ResamplingRule.Nearest), rows)));
            Assert.Equal(Bits(Resampling.Bilinear(source, target, 1, Token).Cells), Bits(ByStrips(new ResampledSurface(surface, target, ResamplingRule.Bilinear), rows)));
        }, iter: 100);

    [Fact]
    public void Means_and_modes_by_strips_are_those_of_the_whole_grid_to_the_last_bit() =>
        Gen.Select(SmallGrids.Random(40), Gen.Double[7, 95], Gen.Double[-80, 80], Gen.Int[1, 9]).Sample((classes, cell, shift, rows) =>
        {
            var source = WithHoles(classes);
            var codes = new Grid<float>(classes.Frame, [.. classes.Cells.ToArray().Select(c => c == 0 ? float.NaN : c)]);
            var target = new GridFrame(source.Frame.System, source.Frame.Left + shift, source.Frame.Top + (shift / 2), cell, 31, 23);
            Assert.Equal(Bits(Resampling.Average(source, target, 1, Token).Cells), Bits(ByStrips(new AveragedSurface(new GridSurface(source), target), rows)));
            var mode = Resampling.Mode(classes, target, 0, 1, Token).Cells.ToArray().Select(c => c == 0 ? float.NaN : c).ToArray();
            Assert.Equal(Bits(mode), Bits(ByStrips(new ModeSurface(new GridSurface(codes), target), rows)));
        }, iter: 100);

    [Fact]
    public void A_stored_grid_read_by_strips_and_threads_is_the_grid()
    {
        var grid = WithHoles(SmallGrids.Patchy(700, 300, 4, 11));
        using var file = new MemoryStream();
        GeoTiffFile.Write(file, grid);
        var surface = new StoredSurface(GeoTiffFile.OpenRows<float>(file));
        Assert.Equal(Bits(grid.Cells), Bits(ByStrips(surface, 37)));
        Assert.Equal(Bits(grid.Cells), Bits(surface.ToGrid(4, Token).Cells));
    }

    [Fact]
    public void The_halo_is_cut_off_on_every_side()
    {
        var outer = SmallGrids.Drawn("11111", "12341", "15671", "11111");
        var values = new Grid<float>(outer.Frame, [.. outer.Cells.ToArray().Select(v => (float)v)]);
        var inner = new InnerSurface(new GridSurface(values), SmallGrids.Frame(2, 3), 1);
        Assert.Equal([2, 3, 4, 5, 6, 7], ByStrips(inner, 1));
        Assert.Contains("halo of 2", Assert.Throws<ArgumentException>(() => new InnerSurface(new GridSurface(values), SmallGrids.Frame(2, 3), 2)).Message, StringComparison.Ordinal);
    }

    /// <summary>All cells, read so many rows at a time.</summary>
    internal static float[] ByStrips(Surface surface, int rows)
    {
        var cells = new float[surface.Frame.CellCount];
        for (var from = 0; from < surface.Frame.Rows; from += rows)
        {
            var to = Math.Min(from + rows, surface.Frame.Rows);
            surface.Read(from, cells.AsSpan((from * surface.Frame.Columns)..(to * surface.Frame.Columns)));
        }
        return cells;
    }

    /// <summary>The bits of floats, so that NaN is equal to itself and -0 is not 0.</summary>
    internal static int[] Bits(ReadOnlySpan<float> cells) => [.. cells.ToArray().Select(c => float.IsNaN(c) ? int.MinValue + 1 : BitConverter.SingleToInt32Bits(c))];

    private static Grid<byte> Sparse(Grid<byte> classes) =>
        new(classes.Frame, [.. classes.Cells.ToArray().Select((c, i) => (byte)(c == 3 && i % 41 == 0 ? 1 : 0))]);

    private static Grid<float> WithHoles(Grid<byte> classes) =>
        new(classes.Frame, [.. classes.Cells.ToArray().Select((c, i) => c == 3 ? float.NaN : (c * 1.7f) + (i % 13))]);
}
