namespace Geo.Engine.Grids;

/// <summary>Grids on another frame of the same coordinate system. Frames of two systems are refused: warp first.</summary>
public static class Resampling
{
    /// <summary>The source cell that holds the centre of each target cell; <paramref name="outside"/> where there is none.</summary>
    /// <exception cref="ArgumentException">The frames have different coordinate systems.</exception>
    public static Grid<T> Nearest<T>(Grid<T> source, GridFrame target, T outside, int threads, CancellationToken cancellation)
        where T : unmanaged
    {
        RequireOneSystem(source.Frame, target);
        var (rows, columns) = (AxisPosition.Rows(source.Frame, target), AxisPosition.Columns(source.Frame, target));
        return Fill<T>(
            target,
            threads,
            (row, cells) =>
            {
                cells.Fill(outside);
                if (rows.Lower(row) < 0)
                    return;
                var from = source.Row(rows.Nearest(row));
                for (var column = 0; column < cells.Length; column++)
                {
                    if (columns.Lower(column) >= 0)
                        cells[column] = from[columns.Nearest(column)];
                }
            },
            cancellation);
    }

    /// <summary>
    /// Bilinear between the four source centres around each target centre; NaN where one that counts is NaN, and outside the source. In the outer half of
    /// the outermost cells their value goes on. For a target coarser than the source use <see cref="Average"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The frames have different coordinate systems.</exception>
    public static Grid<float> Bilinear(Grid<float> source, GridFrame target, int threads, CancellationToken cancellation) =>
        Bilinear<StrictMean>(source, target, threads, cancellation);

    /// <summary>
    /// Bilinear over those of the four source centres that are not NaN, their weights scaled up; NaN where the source cell that holds the target
    /// centre is NaN, and outside the source.
    /// </summary>
    internal static Grid<float> BilinearWithin(Grid<float> source, GridFrame target, int threads, CancellationToken cancellation) =>
        Bilinear<MeanOfValid>(source, target, threads, cancellation);

    /// <summary>The mean of the source cells under each target cell, weighted by shared area; NaN cells do not count, NaN when none counts.</summary>
    /// <exception cref="ArgumentException">The frames have different coordinate systems.</exception>
    public static Grid<float> Average(Grid<float> source, GridFrame target, int threads, CancellationToken cancellation)
    {
        var overlap = new CellOverlap(source.Frame, target);
        return Fill<float>(
            target,
            threads,
            (row, cells) =>
            {
                for (var column = 0; column < cells.Length; column++)
                {
                    var (sum, area) = overlap.Sum(source, row, column);
                    cells[column] = (float)(sum / area);
                }
            },
            cancellation);
    }

    /// <summary>The class with the largest area under each target cell, the smaller class on a tie; <paramref name="nodata"/> does not count, and stands where no class does.</summary>
    /// <exception cref="ArgumentException">The frames have different coordinate systems.</exception>
    public static Grid<byte> Mode(Grid<byte> source, GridFrame target, byte nodata, int threads, CancellationToken cancellation)
    {
        var overlap = new CellOverlap(source.Frame, target);
        return Fill<byte>(
            target,
            threads,
            (row, cells) =>
            {
                Span<double> areas = stackalloc double[256];
                for (var column = 0; column < cells.Length; column++)
                    cells[column] = overlap.Mode(source, row, column, nodata, areas);
            },
            cancellation);
    }

    /// <summary>
    /// Spreads counts (people per cell) evenly over each source cell and sums up what falls into each target cell: the sum over the shared area is kept.
    /// NaN counts as nothing; target cells beyond the source or over NaN only are NaN.
    /// </summary>
    /// <exception cref="ArgumentException">The frames have different coordinate systems.</exception>
    public static Grid<float> SpreadCounts(Grid<float> source, GridFrame target, int threads, CancellationToken cancellation)
    {
        var overlap = new CellOverlap(source.Frame, target);
        return Fill<float>(
            target,
            threads,
            (row, cells) =>
            {
                for (var column = 0; column < cells.Length; column++)
                {
                    var (sum, area) = overlap.Sum(source, row, column);
                    cells[column] = area > 0 ? (float)sum : float.NaN;
                }
            },
            cancellation);
    }

    /// <summary>Refuses frames of two systems.</summary>
    /// <exception cref="ArgumentException">The frames have different coordinate systems.</exception>
    internal static void RequireOneSystem(GridFrame source, GridFrame target)
    {
        if (source.System.Code != target.System.Code)
            throw new ArgumentException($"the source is in {source.System.Code}, the target in {target.System.Code}; both must be in one system", nameof(target));
    }

    private static Grid<float> Bilinear<TMean>(Grid<float> source, GridFrame target, int threads, CancellationToken cancellation)
        where TMean : struct, ICornerMean
    {
        RequireOneSystem(source.Frame, target);
        var (rows, columns) = (AxisPosition.Rows(source.Frame, target), AxisPosition.Columns(source.Frame, target));
        return Fill<float>(
            target,
            threads,
            (row, cells) =>
            {
                if (rows.Lower(row) < 0)
                {
                    cells.Fill(float.NaN);
                    return;
                }

                var upper = source.Row(rows.Lower(row));
                var lower = rows.Part(row) == 0 ? upper : source.Row(rows.Lower(row) + 1);
                FillBetween<TMean>(upper, lower, rows.Part(row), columns, cells);
            },
            cancellation);
    }

    /// <summary>One row, the part <paramref name="down"/> of the way from one source row to the next.</summary>
    internal static void FillBetween<TMean>(
        ReadOnlySpan<float> upper, ReadOnlySpan<float> lower, float down, AxisPosition columns, Span<float> cells)
        where TMean : struct, ICornerMean
    {
        for (var column = 0; column < cells.Length; column++)
        {
            var left = columns.Lower(column);
            if (left < 0)
            {
                cells[column] = float.NaN;
                continue;
            }

            var part = columns.Part(column);
            var right = part == 0 ? left : left + 1; // no weight, and perhaps no such column
            cells[column] = TMean.Of(new Corners(upper[left], upper[right], lower[left], lower[right]), part, down);
        }
    }

    /// <summary>One row out of the source row that holds it; NaN beyond the source.</summary>
    internal static void FillNearest(ReadOnlySpan<float> from, AxisPosition columns, Span<float> cells)
    {
        for (var column = 0; column < cells.Length; column++)
            cells[column] = columns.Lower(column) >= 0 ? from[columns.Nearest(column)] : float.NaN;
    }

    private static Grid<T> Fill<T>(GridFrame target, int threads, RowFiller<T> filler, CancellationToken cancellation)
        where T : unmanaged
    {
        var result = new Grid<T>(target);
        GridRows.ForEachStrip(
            target.Rows,
            threads,
            (from, to) =>
            {
                for (var row = from; row < to; row++)
                    filler(row, result.Row(row));
            },
            cancellation);
        return result;
    }

    private delegate void RowFiller<T>(int row, Span<T> cells);
}
