using Geo.Engine.Geodesy;

namespace Geo.Engine.Grids;

/// <summary>
/// Grids on a frame of another coordinate system. The centre of every target cell is brought to the source's system by itself; nothing is interpolated between
/// positions, as <c>gdalwarp -et 0</c> does it. Target cells beyond the source are NaN.
/// </summary>
public static class Warping
{
    /// <summary>The source cell that holds each target centre.</summary>
    public static Grid<float> Nearest(Grid<float> source, GridFrame target, int threads, CancellationToken cancellation) =>
        Fill(source, target, NearestAt, threads, cancellation);

    /// <summary>Bilinear over those of the four source centres around each target centre that are not NaN, their weights scaled up; NaN where the nearest is NaN.</summary>
    public static Grid<float> Bilinear(Grid<float> source, GridFrame target, int threads, CancellationToken cancellation) =>
        Fill(source, target, BilinearAt, threads, cancellation);

    private static Grid<float> Fill(Grid<float> source, GridFrame target, Func<Grid<float>, double, double, float> sample, int threads, CancellationToken cancellation)
    {
        var result = new Grid<float>(target);
        var toSource = Projection.Between(target.System, source.Frame.System);
        GridRows.ForEachStrip(
            target.Rows,
            threads,
            (from, to) =>
            {
                for (var row = from; row < to; row++)
                {
                    var cells = result.Row(row);
                    for (var column = 0; column < cells.Length; column++)
                    {
                        var (x, y) = target.Centre(row, column);
                        (x, y) = toSource.Transform(x, y);
                        cells[column] = sample(source, x, y);
                    }
                }
            },
            cancellation,
            stripRows: 8);
        return result;
    }

    private static float NearestAt(Grid<float> source, double x, double y) =>
        source.Frame.CellAt(x, y) is var (row, column) ? source[row, column] : float.NaN;

    private static float BilinearAt(Grid<float> source, double x, double y)
    {
        var frame = source.Frame;
        if (frame.CellAt(x, y) is null)
            return float.NaN;
        var across = Math.Clamp(((x - frame.Left) / frame.CellSizeMetres) - 0.5, 0, frame.Columns - 1);
        var down = Math.Clamp(((frame.Top - y) / frame.CellSizeMetres) - 0.5, 0, frame.Rows - 1);
        var (left, top) = ((int)across, (int)down);
        var upper = source.Row(top);
        var lower = source.Row(Math.Min(top + 1, frame.Rows - 1));
        var right = Math.Min(left + 1, frame.Columns - 1);
        return MeanOfValid.Of(new Corners(upper[left], upper[right], lower[left], lower[right]), (float)(across - left), (float)(down - top));
    }
}
