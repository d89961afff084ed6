using Geo.Engine.Grids;
using Geo.Engine.Suitability.Combining;

namespace Geo.Engine.Suitability;

/// <summary>
/// Memberships of all criteria, graded once and kept, so that another weight or another rule costs no more than going through them: what a slider moves. Scores are those of
/// <see cref="Combination"/>, to the bit.
/// </summary>
public sealed class GradedCriteria
{
    private readonly IReadOnlyList<Grid<float>> _degrees;
    private readonly Grid<byte> _reasons;

    private GradedCriteria(IReadOnlyList<Grid<float>> degrees, Grid<byte> reasons) => (_degrees, _reasons) = (degrees, reasons);

    /// <summary>Grades all criteria.</summary>
    /// <param name="criteria">At least one, on the frame of <paramref name="reasons"/>; their weights do not count.</param>
    /// <param name="reasons">0 where a cell counts; gains the reason of the first criterion that takes a score away for want of a value, and is kept.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static GradedCriteria Of(IReadOnlyList<WeightedCriterion> criteria, Grid<byte> reasons, int threads, CancellationToken cancellation)
    {
        var degrees = criteria.Select(_ => new Grid<float>(reasons.Frame)).ToList();
        void Strip(int from, int to)
        {
            var (measured, rows) = (new MeasuredRows(criteria), new DegreeRows(degrees));
            CellRuns.ForEach(reasons.Frame, from, to, (row, start, length) =>
            {
                rows.MoveTo(row, start, length);
                var codes = reasons.Row(row).Slice(start, length);
                CellGrading.Grade(measured, row, start, rows, codes);
                for (var c = 0; c < rows.Criteria; c++)
                    Empty(rows[c], codes);
            });
        }
        GridRows.ForEachStrip(reasons.Frame.Rows, threads, Strip, cancellation);
        return new GradedCriteria(degrees, reasons);
    }

    /// <summary>Scores of all cells without a reason against them and about which something is known; NaN elsewhere.</summary>
    /// <param name="aggregation">How memberships become a score.</param>
    /// <param name="weights">Weights of the criteria, sum 1.</param>
    /// <param name="score">Takes the scores; on the frame of the criteria.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public void Combine(Aggregation aggregation, IReadOnlyList<double> weights, Grid<float> score, int threads, CancellationToken cancellation)
    {
        var combiner = CellCombiner.Of(aggregation, [.. weights]);
        void Strip(int from, int to)
        {
            var rows = new DegreeRows(_degrees);
            CellRuns.ForEach(_reasons.Frame, from, to, (row, start, length) =>
            {
                rows.MoveTo(row, start, length);
                var target = score.Row(row).Slice(start, length);
                combiner.Combine(rows, target);
                Remove(target, _reasons.Row(row).Slice(start, length));
            });
        }
        GridRows.ForEachStrip(_reasons.Frame.Rows, threads, Strip, cancellation);
    }

    // Cells that do not count hold 0, so that NaN stands for what is left out and nothing else.
    private static void Empty(Span<float> degrees, ReadOnlySpan<byte> reasons)
    {
        for (var cell = 0; cell < degrees.Length; cell++)
            if (reasons[cell] != 0)
                degrees[cell] = 0;
    }

    private static void Remove(Span<float> score, ReadOnlySpan<byte> reasons)
    {
        for (var cell = reasons.IndexOfAnyExcept((byte)0); cell >= 0 && cell < score.Length; cell++)
            if (reasons[cell] != 0)
                score[cell] = float.NaN;
    }
}
