using System.Numerics;

namespace Geo.Engine.Grids;

/// <summary>Copies of a grid at half the resolution, for quick display.</summary>
internal static class GridOverview
{
    /// <summary>The grid and its copies, each half of the one before, until one fits into a tile.</summary>
    public static List<Grid<T>> Pyramid<T>(Grid<T> grid, bool withCopies)
        where T : unmanaged, INumber<T>
    {
        List<Grid<T>> levels = [grid];
        while (withCopies && Math.Max(levels[^1].Frame.Rows, levels[^1].Frame.Columns) > TiffLevel.TileSide)
            levels.Add(Half(levels[^1]));
        return levels;
    }

    /// <summary>
    /// Half the rows and columns, rounded up. Floats: the mean of the cells that are not NaN. Whole numbers, which may be classes: the top-left cell.
    /// </summary>
    public static Grid<T> Half<T>(Grid<T> grid)
        where T : unmanaged, INumber<T>
    {
        var frame = grid.Frame;
        var half = new Grid<T>(frame with
        {
            CellSizeMetres = 2 * frame.CellSizeMetres,
            Rows = (frame.Rows + 1) / 2,
            Columns = (frame.Columns + 1) / 2,
        });
        for (var row = 0; row < half.Frame.Rows; row++)
        {
            var upper = grid.Row(2 * row);
            if (grid is Grid<float> floats && half is Grid<float> means)
                Means(floats.Row(2 * row), floats.Row(Math.Min((2 * row) + 1, frame.Rows - 1)), means.Row(row));
            else
                FirstOfPairs(upper, half.Row(row));
        }

        return half;
    }

    private static void FirstOfPairs<T>(ReadOnlySpan<T> source, Span<T> target)
    {
        for (var column = 0; column < target.Length; column++)
            target[column] = source[2 * column];
    }

    private static void Means(ReadOnlySpan<float> upper, ReadOnlySpan<float> lower, Span<float> target)
    {
        for (var column = 0; column < target.Length; column++)
        {
            var (left, right) = (2 * column, Math.Min((2 * column) + 1, upper.Length - 1));
            var sum = upper[left] + upper[right] + lower[left] + lower[right];
            target[column] = float.IsNaN(sum) ? MeanOfValid(upper[left], upper[right], lower[left], lower[right]) : sum / 4;
        }
    }

    // 0 / 0 is NaN: no valid cell, no mean.
    private static float MeanOfValid(params ReadOnlySpan<float> cells)
    {
        var (sum, count) = (0f, 0);
        foreach (var cell in cells)
        {
            if (float.IsNaN(cell))
                continue;
            sum += cell;
            count++;
        }

        return sum / count;
    }
}
