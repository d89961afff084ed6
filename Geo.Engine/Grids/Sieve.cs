namespace Geo.Engine.Grids;

/// <summary>
/// Rids a class grid of components that are too small, by the rule of gdal_sieve (GDAL 3.6): a component below the minimum takes the class of
/// its largest neighbour; where that is too small itself, of the largest neighbour's largest neighbour, and so on; where the chain runs in a
/// circle or ends, it stays. Of equally large neighbours the one met first in row-major order wins; at one cell the order is above, above
/// left, above right, left.
/// </summary>
public static class Sieve
{
    /// <summary>Merges every component below the minimum into its largest neighbour.</summary>
    /// <param name="classes">Rows x columns; 0 is nodata, which neither is merged nor takes anything in.</param>
    /// <param name="rule">What is too small.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Grid<byte> Apply(Grid<byte> classes, SieveRule rule, int threads, CancellationToken cancellation)
    {
        var runs = RowRuns<byte>.Of(classes, threads, cancellation);
        var (runLabels, count) = RunLabels.Of(runs, rule.Connectivity, threads, cancellation);
        var (classOf, cells) = ConnectedComponents.Count(runs, runLabels, count);
        var largest = LargestNeighbours.Of(runs, runLabels, cells, rule);
        var merged = MergedClasses(classOf, cells, largest, rule.MinimumCells);
        var result = new Grid<byte>(classes.Frame);
        void Strip(int from, int to)
        {
            for (var row = from; row < to; row++)
            {
                var target = result.Row(row);
                for (var run = runs.RowStart(row); run < runs.RowStart(row + 1); run++)
                    target[runs.Firsts[run]..runs.End(row, run)].Fill(merged[runLabels[run]]);
            }
        }
        GridRows.ForEachStrip(classes.Frame.Rows, threads, Strip, cancellation);
        return result;
    }

    /// <summary>The classes of the components that <paramref name="keep"/> accepts by their label; 0 in the others and in nodata.</summary>
    /// <param name="components">Components, for example with their areas from <see cref="ComponentLabels.Hectares"/>.</param>
    /// <param name="keep">Called once for each label 1..Count, in order.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Grid<byte> Keep(ComponentLabels components, Func<int, bool> keep, int threads, CancellationToken cancellation)
    {
        var kept = components.Classes.ToArray();
        for (var label = 1; label <= components.Count; label++)
            kept[label] = keep(label) ? kept[label] : (byte)0;
        var result = new Grid<byte>(components.Labels.Frame);
        void Strip(int from, int to)
        {
            for (var row = from; row < to; row++)
            {
                ReadOnlySpan<int> labels = components.Labels.Row(row);
                var target = result.Row(row);
                for (var column = 0; column < target.Length; column++)
                    target[column] = kept[labels[column]];
            }
        }
        GridRows.ForEachStrip(result.Frame.Rows, threads, Strip, cancellation);
        return result;
    }

    private static byte[] MergedClasses(byte[] classOf, int[] cells, int[] largest, int minimumCells)
    {
        var merged = (byte[])classOf.Clone();
        var visits = new int[largest.Length];
        for (var label = 1; label < largest.Length; label++)
        {
            var end = label;
            while (end != 0 && cells[end] < minimumCells && visits[end] != label)
            {
                visits[end] = label;
                end = largest[end];
            }
            if (end != 0 && cells[end] >= minimumCells)
                merged[label] = classOf[end];
        }
        return merged;
    }
}
