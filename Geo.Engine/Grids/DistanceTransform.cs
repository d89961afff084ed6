namespace Geo.Engine.Grids;

/// <summary>
/// Exact Euclidean distance to the nearest source cell, between cell centres. Distances down each column first, then along each row the
/// least over the columns, by plain search where sources are near and by the lower envelope of parabolas where they are far; squared distances are whole numbers of cells until the last step, so
/// the only rounding is that of the square root and of the answer to float.
/// Source: A. Meijster, J. Roerdink, W. Hesselink, A general algorithm for computing distance transforms in linear time (2000);
/// P. Felzenszwalb, D. Huttenlocher, Distance transforms of sampled functions, Theory of Computing 8 (2012), section 2.
/// </summary>
public static class DistanceTransform
{
    // Beyond this side a squared distance may not fit an int.
    private const int LargestSide = 32_767;

    /// <summary>Metres from each cell centre to the centre of the nearest source cell; 0 in sources, NaN everywhere when there is none.</summary>
    /// <param name="sources">Rows x columns; any value but 0 is a source. At most 32,767 rows and as many columns.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grid has more rows or columns than that.</exception>
    public static Grid<float> Euclidean(Grid<byte> sources, int threads, CancellationToken cancellation)
    {
        Guard(sources.Frame);
        var frame = sources.Frame;
        var result = new Grid<float>(frame);
        if (!sources.Cells.ContainsAnyExcept((byte)0))
        {
            result.Cells.Fill(float.NaN);
            return result;
        }
        ColumnDistances.Write(sources, result, threads, cancellation);
        void Strip(int from, int to)
        {
            var distances = new DistanceRow(frame);
            for (var row = from; row < to; row++)
                distances.Fill(ColumnDistances.Row(result, row), result.Row(row));
        }
        GridRows.ForEachStrip(frame.Rows, threads, Strip, cancellation);
        return result;
    }

    /// <summary>Row-major index of the nearest source cell; among equally near ones the lowest; -1 everywhere when there is none.</summary>
    /// <param name="sources">Rows x columns; any value but 0 is a source. At most 32,767 rows and as many columns.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grid has more rows or columns than that.</exception>
    public static Grid<int> NearestSource(Grid<byte> sources, int threads, CancellationToken cancellation)
    {
        Guard(sources.Frame);
        var frame = sources.Frame;
        var result = new Grid<int>(frame);
        if (!sources.Cells.ContainsAnyExcept((byte)0))
        {
            result.Cells.Fill(-1);
            return result;
        }
        ColumnDistances.Write(sources, result, threads, cancellation);
        void Strip(int from, int to)
        {
            var envelope = new NearestEnvelope(sources);
            for (var row = from; row < to; row++)
                envelope.Nearest(row, ColumnDistances.Row(result, row), result.Row(row));
        }
        GridRows.ForEachStrip(frame.Rows, threads, Strip, cancellation);
        return result;
    }

    /// <summary>Refuses grids whose squared distances may not fit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The grid has more rows or columns than 32,767.</exception>
    internal static void Guard(GridFrame frame)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frame.Rows, LargestSide, nameof(frame));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frame.Columns, LargestSide, nameof(frame));
    }
}
