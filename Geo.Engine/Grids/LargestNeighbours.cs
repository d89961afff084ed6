using System.Runtime.CompilerServices;

namespace Geo.Engine.Grids;

/// <summary>The largest neighbour of each small component, for <see cref="Sieve"/>.</summary>
internal static class LargestNeighbours
{
    /// <summary>By label: the neighbour with the most cells, the first met among equals; 0 for none, and for components that are large enough.</summary>
    public static int[] Of(RowRuns<byte> runs, int[] labels, int[] cells, SieveRule rule)
    {
        var meeting = new Meeting(labels, cells, rule.MinimumCells);
        for (var row = 0; row < runs.Frame.Rows; row++)
        {
            var start = runs.RowStart(row);
            if (row == 0)
                meeting.AlongRow(start, runs.RowStart(1));
            else
                MeetAbove(runs, rule.Connectivity, row, meeting);
        }
        return meeting.Largest;
    }

    // Left to right; at each column where a run begins above or below: above, above left, above right, left. Elsewhere nobody new is met.
    private static void MeetAbove(RowRuns<byte> runs, Connectivity connectivity, int row, Meeting meeting)
    {
        var (upper, lower) = (runs.RowStart(row - 1), runs.RowStart(row));
        var (upperEnd, lowerEnd) = (lower, runs.RowStart(row + 1));
        var (firstUpper, firstLower) = (upper, lower);
        var diagonal = connectivity == Connectivity.Eight;
        while (upper < upperEnd && lower < lowerEnd)
        {
            var begins = Math.Max(runs.Firsts[upper], runs.Firsts[lower]);
            meeting.Meet(lower, upper);
            if (diagonal && upper > firstUpper && runs.Firsts[upper] == begins)
                meeting.Meet(lower, upper - 1);
            var (upperStops, lowerStops) = (runs.End(row - 1, upper), runs.End(row, lower));
            if (diagonal && upper + 1 < upperEnd && upperStops == begins + 1)
                meeting.Meet(lower, upper + 1);
            if (lower > firstLower && runs.Firsts[lower] == begins)
                meeting.Meet(lower, lower - 1);
            if (diagonal && upper + 1 < upperEnd && upperStops <= lowerStops && upperStops > begins + 1)
                meeting.Meet(lower, upper + 1);
            upper += upperStops <= lowerStops ? 1 : 0;
            lower += lowerStops <= upperStops ? 1 : 0;
        }
    }

    private sealed class Meeting(int[] labels, int[] cells, int minimumCells)
    {
        public int[] Largest { get; } = new int[cells.Length];

        public void AlongRow(int first, int end)
        {
            for (var run = first + 1; run < end; run++)
                Meet(run, run - 1);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Meet(int run, int other)
        {
            var (a, b) = (labels[run], labels[other]);
            if (a == b || a == 0 || b == 0)
                return;
            Consider(a, b);
            Consider(b, a);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Consider(int small, int neighbour)
        {
            if (cells[small] >= minimumCells)
                return;
            var largest = Largest[small];
            if (largest == 0 || cells[neighbour] > cells[largest])
                Largest[small] = neighbour;
        }
    }
}
