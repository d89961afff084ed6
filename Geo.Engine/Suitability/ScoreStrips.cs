using Geo.Engine.Grids;
using Geo.Engine.Suitability.Combining;

namespace Geo.Engine.Suitability;

/// <summary>The work of <see cref="Combination"/> on strips of rows; a strip touches its own rows only.</summary>
internal sealed class ScoreStrips(IReadOnlyList<WeightedCriterion> criteria, Aggregation aggregation, Grid<byte> reasons)
{
    private readonly CellCombiner _combiner = CellCombiner.Of(aggregation, [.. criteria.Select(c => c.Weight)]);

    /// <summary>Scores so far.</summary>
    public Grid<float> Score { get; } = new(reasons.Frame);

    /// <summary>Combines the rows from..to (to is not included).</summary>
    public void Combine(int from, int to)
    {
        var (measured, rows) = (new MeasuredRows(criteria), new DegreeRows(criteria.Count));
        CellRuns.ForEach(reasons.Frame, from, to, (row, start, length) => CombineRun(measured, rows, row, start, length));
    }

    private void CombineRun(MeasuredRows measured, DegreeRows rows, int row, int start, int length)
    {
        var runReasons = reasons.Row(row).Slice(start, length);
        var score = Score.Row(row).Slice(start, length);
        if (!runReasons.Contains((byte)0))
        {
            score.Fill(float.NaN);
            return;
        }
        rows.MoveTo(row, start, length);
        CellGrading.Grade(measured, row, start, rows, runReasons);
        _combiner.Combine(rows, score);
        ScoreKernel.Finish(runReasons, criteria[^1].NoDataReason, score);
    }
}
