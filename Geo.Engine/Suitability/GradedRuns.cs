using Geo.Engine.Grids;

namespace Geo.Engine.Suitability;

/// <summary>Goes through the cells of a frame in runs with their memberships, and with a copy of their reasons that says which criteria take a score away.</summary>
internal static class GradedRuns
{
    /// <summary>Calls <paramref name="visit"/> for every run, side by side; runs without a cell that counts come too.</summary>
    public static void ForEach(
        IReadOnlyList<WeightedCriterion> criteria, Grid<byte> reasons, int threads, Action<DegreeRows, byte[], int, int> visit, int stripRows, CancellationToken cancellation)
    {
        void Strip(int from, int to)
        {
            var (measured, rows, spare) = (new MeasuredRows(criteria), new DegreeRows(criteria.Count), new byte[DegreeRows.MostCells]);
            CellRuns.ForEach(reasons.Frame, from, to, (row, start, length) =>
            {
                reasons.Row(row).Slice(start, length).CopyTo(spare);
                rows.MoveTo(row, start, length);
                CellGrading.Grade(measured, row, start, rows, spare.AsSpan(0, length));
                visit(rows, spare, row, start);
            });
        }
        GridRows.ForEachStrip(reasons.Frame.Rows, threads, Strip, cancellation, stripRows);
    }
}
