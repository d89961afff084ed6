using Geo.Engine.Grids;

namespace Geo.Engine.Suitability;

/// <summary>
/// Makes one score of many criteria, strip by strip: memberships live only in a buffer of <see cref="ChunkCells"/> cells, so memory does not grow
/// with the number of criteria.
/// </summary>
/// <remarks>Source: Malczewski (1999), GIS and Multicriteria Decision Analysis, weighted linear combination; Eastman (1999), Idrisi guide.</remarks>
public static class Combination
{
    private const int ChunkCells = 1024;
    private const double LeastKnownWeight = 1e-12;

    /// <summary>Scores of all cells without a reason against them; NaN elsewhere.</summary>
    /// <param name="criteria">At least one, all on the frame of <paramref name="reasons"/>.</param>
    /// <param name="aggregation">How memberships become a score.</param>
    /// <param name="reasons">0 where a cell counts; gains <see cref="WeightedCriterion.NoDataReason"/> of the first criterion that a cell has no value for.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Grid<float> Combine(
        IReadOnlyList<WeightedCriterion> criteria, Aggregation aggregation, Grid<byte> reasons, int threads, CancellationToken cancellation)
    {
        var score = new Grid<float>(reasons.Frame);
        GridRows.ForEachStrip(reasons.Frame.Rows, threads, (from, to) => CombineRows(criteria, aggregation, reasons, score, from, to), cancellation);
        return score;
    }

    private static void CombineRows(
        IReadOnlyList<WeightedCriterion> criteria, Aggregation aggregation, Grid<byte> reasons, Grid<float> score, int from, int to)
    {
        var scratch = new ScoreScratch(stackalloc float[ChunkCells], stackalloc double[ChunkCells], stackalloc double[ChunkCells]);
        for (var row = from; row < to; row++)
            for (var start = 0; start < reasons.Frame.Columns; start += ChunkCells)
            {
                var length = Math.Min(ChunkCells, reasons.Frame.Columns - start);
                var chunkReasons = reasons.Row(row).Slice(start, length);
                var chunkScore = score.Row(row).Slice(start, length);
                if (chunkReasons.Contains((byte)0))
                    CombineChunk(criteria, aggregation, (row, start), chunkReasons, chunkScore, scratch);
                else
                    chunkScore.Fill(float.NaN);
            }
    }

    private static void CombineChunk(
        IReadOnlyList<WeightedCriterion> criteria,
        Aggregation aggregation,
        (int Row, int Column) start,
        Span<byte> reasons,
        Span<float> score,
        ScoreScratch scratch)
    {
        var degrees = scratch.Degrees[..score.Length];
        var sum = scratch.Sum[..score.Length];
        var missing = scratch.Missing[..score.Length];
        sum.Clear();
        missing.Clear();
        foreach (var criterion in criteria)
        {
            criterion.Membership.Apply(criterion.Values.Row(start.Row).Slice(start.Column, score.Length), degrees);
            TreatMissing(criterion, degrees, missing, reasons);
            if (aggregation == Aggregation.WeightedSum)
            {
                ScoreKernel.Replace(degrees, 0);
                ScoreKernel.AddWeighted(degrees, criterion.Weight, sum);
            }
            else
            {
                ScoreKernel.Replace(degrees, 1);
                ScoreKernel.AddLogarithms(degrees, criterion.Weight, sum);
            }
        }
        Finish(aggregation, criteria[^1].NoDataReason, reasons, score, scratch);
    }

    /// <summary>What the criterion says about missing values; those that are still missing afterwards add nothing to the sum.</summary>
    private static void TreatMissing(WeightedCriterion criterion, Span<float> degrees, Span<double> missing, Span<byte> reasons)
    {
        switch (criterion.Missing)
        {
            case MissingValue.Worst:
                ScoreKernel.Replace(degrees, 0);
                break;
            case MissingValue.Neutral:
                ScoreKernel.Replace(degrees, 0.5f);
                break;
            case MissingValue.Renormalise:
                ScoreKernel.AddMissing(degrees, criterion.Weight, missing);
                break;
            default:
                ScoreKernel.MarkMissing(degrees, criterion.NoDataReason, reasons);
                break;
        }
    }

    private static void Finish(Aggregation aggregation, byte nothingKnown, Span<byte> reasons, Span<float> score, ScoreScratch scratch)
    {
        for (var i = 0; i < score.Length; i++)
        {
            var known = 1 - scratch.Missing[i];
            if (reasons[i] == 0 && known < LeastKnownWeight)
                reasons[i] = nothingKnown;
            var sum = scratch.Missing[i] == 0 ? scratch.Sum[i] : scratch.Sum[i] / known;
            if (reasons[i] != 0)
                score[i] = float.NaN;
            else
                score[i] = (float)(aggregation == Aggregation.WeightedSum ? sum : Math.Exp(sum));
        }
    }
}
