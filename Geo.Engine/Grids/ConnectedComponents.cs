namespace Geo.Engine.Grids;

/// <summary>
/// Groups neighbouring cells of the same class. Runs of equal cells are joined from row to row, strips of rows side by side, then the
/// strips along their seams. Source: see <see cref="RunLabels"/>.
/// </summary>
public static class ConnectedComponents
{
    /// <summary>Labels the components of every class but 0, which is nodata.</summary>
    /// <param name="classes">Rows x columns; 0 is nodata.</param>
    /// <param name="connectivity">Which neighbours belong together.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ComponentLabels Label(Grid<byte> classes, Connectivity connectivity, int threads, CancellationToken cancellation)
    {
        var runs = RowRuns<byte>.Of(classes, threads, cancellation);
        var (runLabels, count) = RunLabels.Of(runs, connectivity, threads, cancellation);
        var labels = new Grid<int>(classes.Frame);
        void Strip(int from, int to)
        {
            for (var row = from; row < to; row++)
                Spread(runs, row, runLabels, labels.Row(row));
        }
        GridRows.ForEachStrip(classes.Frame.Rows, threads, Strip, cancellation);
        var (classOf, cells) = Count(runs, runLabels, count);
        return new ComponentLabels(labels, classOf, cells);
    }

    /// <summary>Writes a value for each run into the cells of a row.</summary>
    internal static void Spread<TRun, T>(RowRuns<TRun> runs, int row, ReadOnlySpan<T> valueOfRun, Span<T> cells)
        where TRun : unmanaged, IEquatable<TRun>
        where T : unmanaged
    {
        for (var run = runs.RowStart(row); run < runs.RowStart(row + 1); run++)
            cells[runs.Firsts[run]..runs.End(row, run)].Fill(valueOfRun[run]);
    }

    /// <summary>Class and number of cells of each component, by label.</summary>
    internal static (byte[] Classes, int[] Cells) Count(RowRuns<byte> runs, ReadOnlySpan<int> runLabels, int count)
    {
        var (classes, cells) = (new byte[count + 1], new int[count + 1]);
        for (var row = 0; row < runs.Frame.Rows; row++)
        {
            for (var run = runs.RowStart(row); run < runs.RowStart(row + 1); run++)
            {
                classes[runLabels[run]] = runs.Values[run];
                cells[runLabels[run]] += runs.End(row, run) - runs.Firsts[run];
            }
        }
        return (classes, cells);
    }
}
