using Geo.Engine.Grids;

namespace Geo.Engine.Suitability;

/// <summary>
/// Makes one score of many criteria, strip by strip: memberships live only in a buffer of about a thousand cells, so memory does not grow
/// with the number of criteria.
/// </summary>
/// <remarks>Source: Malczewski (1999), GIS and Multicriteria Decision Analysis, weighted linear combination; Eastman (1999), Idrisi guide.</remarks>
public static class Combination
{
    /// <summary>Scores of all cells without a reason against them; NaN elsewhere.</summary>
    /// <param name="criteria">At least one, all on the frame of <paramref name="reasons"/>.</param>
    /// <param name="aggregation">How memberships become a score.</param>
    /// <param name="reasons">0 where a cell counts; gains <see cref="WeightedCriterion.NoDataReason"/> of the first criterion that a cell has no value for.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Grid<float> Combine(
        IReadOnlyList<WeightedCriterion> criteria, Aggregation aggregation, Grid<byte> reasons, int threads, CancellationToken cancellation)
    {
        var strips = new ScoreStrips(criteria, aggregation, reasons);
        GridRows.ForEachStrip(reasons.Frame.Rows, threads, strips.Combine, cancellation);
        return strips.Score;
    }
}
