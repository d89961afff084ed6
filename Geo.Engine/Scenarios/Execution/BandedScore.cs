using Geo.Engine.Grids;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>
/// Combines criteria a band of rows at a time, so that their values stand in memory for one band only. A score depends on the values of its cell alone: bands of
/// any height give the same bits.
/// </summary>
internal sealed class BandedScore(Theme theme, ThemeGrids grids, ExecutionSettings execution)
{
    private readonly Grid<float> _score = new(grids.Reasons.Frame);

    /// <summary>Scores of all cells without a reason against them, NaN elsewhere; cells without a value gain their reason.</summary>
    public Grid<float> Combine()
    {
        var height = execution.Keeping.BandRows;
        for (var from = 0; from < _score.Frame.Rows; from += height)
            Combine(from, Math.Min(from + height, _score.Frame.Rows));
        return _score;
    }

    private void Combine(int from, int to)
    {
        var cells = (from * _score.Frame.Columns)..(to * _score.Frame.Columns);
        var codes = grids.Reasons.Cells[cells];
        if (!codes.Contains((byte)0))
        {
            _score.Cells[cells].Fill(float.NaN);
            return;
        }
        var frame = _score.Frame with { Top = _score.Frame.Top - (from * _score.Frame.CellSizeMetres), Rows = to - from };
        var reasons = new Grid<byte>(frame, codes.ToArray());
        var band = Combination.Combine(Weighted(frame, from), theme.Aggregation, reasons, execution.Threads, execution.Cancellation);
        band.Cells.CopyTo(_score.Cells[cells]);
        reasons.Cells.CopyTo(codes);
    }

    private List<WeightedCriterion> Weighted(GridFrame frame, int from)
    {
        var weights = theme.Weighting.Resolve();
        return [.. theme.Criteria.Select((c, i) => new WeightedCriterion(
            Band(frame, from, i), c.Membership, weights[i].Used, c.Missing, ReasonCodes.OfCriterion(theme, i)))];
    }

    private Grid<float> Band(GridFrame frame, int from, int criterion)
    {
        var band = new Grid<float>(frame);
        grids.Criteria[criterion].Read(from, band, execution.Threads, execution.Cancellation);
        return band;
    }
}
