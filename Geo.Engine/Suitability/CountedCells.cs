using Geo.Engine.Grids;

namespace Geo.Engine.Suitability;

/// <summary>The cells over which statistics of memberships are taken.</summary>
internal sealed class CountedCells(IReadOnlyList<WeightedCriterion> criteria, Grid<byte> reasons, int threads, CancellationToken cancellation)
{
    private const int StripRows = 64; // part of the result: sums are taken strip by strip

    /// <summary>Adds what one cell gives.</summary>
    public delegate void Add(DegreeRows degrees, int cell, double[] sums, double[] scratch);

    /// <summary>Goes through the cells in runs, strip by strip side by side; <paramref name="visit"/> is told the strip, the memberships and which cells count.</summary>
    public void ForEachRun(Action<int, DegreeRows, bool[]> visit)
    {
        void Strip(int from, int to)
        {
            var (measured, rows, counts, spare) = (new MeasuredRows(criteria), new DegreeRows(criteria.Count), new bool[DegreeRows.MostCells], new byte[DegreeRows.MostCells]);
            CellRuns.ForEach(reasons.Frame, from, to, (row, start, length) =>
            {
                var run = reasons.Row(row).Slice(start, length);
                if (!run.Contains((byte)0))
                    return;
                run.CopyTo(spare);
                rows.MoveTo(row, start, length);
                CellGrading.Grade(measured, row, start, rows, spare.AsSpan(0, length));
                Mark(rows, spare, counts);
                visit(from / StripRows, rows, counts);
            });
        }
        GridRows.ForEachStrip(reasons.Frame.Rows, threads, Strip, cancellation, StripRows);
    }

    /// <summary>Number of strips.</summary>
    public int Strips => (reasons.Frame.Rows + StripRows - 1) / StripRows;

    /// <summary>Sums over the cells that count, added up in the order of the strips.</summary>
    public double[] Sum(int count, Add add, int scratchLength)
    {
        var strips = new double[Strips][];
        ForEachRun((strip, rows, counts) =>
        {
            var sums = strips[strip] ??= new double[count];
            var scratch = new double[scratchLength];
            for (var cell = 0; cell < rows.Length; cell++)
                if (counts[cell])
                    add(rows, cell, sums, scratch);
        });
        var total = new double[count];
        foreach (var sums in strips)
            for (var i = 0; sums is not null && i < count; i++)
                total[i] += sums[i];
        return total;
    }

    private static void Mark(DegreeRows rows, byte[] reasonsOfRun, bool[] counts)
    {
        for (var cell = 0; cell < rows.Length; cell++)
            counts[cell] = reasonsOfRun[cell] == 0;
        for (var c = 0; c < rows.Criteria; c++)
        {
            var row = rows[c];
            for (var cell = ScoreKernel.FirstMissing(row); cell < row.Length; cell++)
                counts[cell] &= !float.IsNaN(row[cell]);
        }
    }
}
