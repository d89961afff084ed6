using System.Runtime.CompilerServices;

namespace Geo.Engine.Grids;

/// <summary>
/// Connected components of runs: a forest in which every run points to an earlier one of its component or, the first, to itself.
/// Source: H. Samet, M. Tamminen, Efficient component labeling of images of arbitrary dimension (1988); the lowest index as root makes
/// the numbers independent of the order in which runs are joined.
/// </summary>
internal static class RunLabels
{
    private const int StripRows = 64;

    /// <summary>
    /// Label of each run, 1..Count in row-major order of the components' first cells; 0 for runs of the default value, which belong
    /// to no component.
    /// </summary>
    public static (int[] Labels, int Count) Of<T>(RowRuns<T> runs, Connectivity connectivity, int threads, CancellationToken cancellation)
        where T : unmanaged, IEquatable<T>
    {
        var parents = new int[runs.Count];
        var rows = runs.Frame.Rows;
        void Strip(int from, int to)
        {
            for (var run = runs.RowStart(from); run < runs.RowStart(to); run++)
                parents[run] = run;
            for (var row = from + 1; row < to; row++)
                JoinRows(runs, connectivity, row, parents);
        }
        GridRows.ForEachStrip(rows, threads, Strip, cancellation, StripRows);
        for (var seam = StripRows; seam < rows; seam += StripRows)
            JoinRows(runs, connectivity, seam, parents);
        return (parents, Number(runs, parents));
    }

    private static void JoinRows<T>(RowRuns<T> runs, Connectivity connectivity, int row, int[] parents)
        where T : unmanaged, IEquatable<T>
    {
        var (upper, lower) = (runs.RowStart(row - 1), runs.RowStart(row));
        var (upperEnd, lowerEnd) = (lower, runs.RowStart(row + 1));
        while (upper < upperEnd && lower < lowerEnd)
        {
            JoinIfEqual(runs, upper, lower, parents);
            var (upperStops, lowerStops) = (runs.End(row - 1, upper), runs.End(row, lower));
            var meetInCorner = upperStops == lowerStops && upper + 1 < upperEnd && lower + 1 < lowerEnd;
            if (meetInCorner && connectivity == Connectivity.Eight)
            {
                JoinIfEqual(runs, upper, lower + 1, parents);
                JoinIfEqual(runs, upper + 1, lower, parents);
            }
            upper += upperStops <= lowerStops ? 1 : 0;
            lower += lowerStops <= upperStops ? 1 : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void JoinIfEqual<T>(RowRuns<T> runs, int upper, int lower, int[] parents)
        where T : unmanaged, IEquatable<T>
    {
        var value = runs.Values[lower];
        if (!value.Equals(runs.Values[upper]) || value.Equals(default))
            return;
        var (a, b) = (Root(parents, upper), Root(parents, lower));
        parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Root(int[] parents, int run)
    {
        while (parents[run] != run)
            run = parents[run] = parents[parents[run]];
        return run;
    }

    // Parents are never greater than their children, so on the way up every parent already holds its label.
    private static int Number<T>(RowRuns<T> runs, int[] parents)
        where T : unmanaged, IEquatable<T>
    {
        var count = 0;
        for (var run = 0; run < parents.Length; run++)
        {
            if (runs.Values[run].Equals(default))
                parents[run] = 0;
            else
                parents[run] = parents[run] == run ? ++count : parents[parents[run]];
        }
        return count;
    }
}
