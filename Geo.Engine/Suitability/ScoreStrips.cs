using Geo.Engine.Grids;

namespace Geo.Engine.Suitability;

/// <summary>The work of <see cref="Combination"/> on strips of rows; a strip touches its own rows only.</summary>
internal sealed class ScoreStrips(IReadOnlyList<WeightedCriterion> criteria, Aggregation aggregation, Grid<byte> reasons)
{
    private const int ChunkCells = 1024;
    private const double LeastKnownWeight = 1e-12;

    /// <summary>Scores so far.</summary>
    public Grid<float> Score { get; } = new(reasons.Frame);

    /// <summary>Combines the rows from..to (to is not included).</summary>
    public void Combine(int from, int to)
    {
        var scratch = new ScoreScratch(stackalloc float[ChunkCells], stackalloc double[ChunkCells], stackalloc double[ChunkCells]);
        for (var row = from; row < to; row++)
            for (var start = 0; start < reasons.Frame.Columns; start += ChunkCells)
            {
                var length = Math.Min(ChunkCells, reasons.Frame.Columns - start);
                if (reasons.Row(row).Slice(start, length).Contains((byte)0))
                    CombineChunk(row, start, scratch.Of(length));
                else
                    Score.Row(row).Slice(start, length).Fill(float.NaN);
            }
    }

    private void CombineChunk(int row, int start, ScoreScratch scratch)
    {
        var chunkReasons = reasons.Row(row).Slice(start, scratch.Sum.Length);
        scratch.Sum.Clear();
        scratch.Missing.Clear();
        foreach (var criterion in criteria)
        {
            criterion.Membership.Apply(criterion.Values.Row(row).Slice(start, scratch.Sum.Length), scratch.Degrees);
            TreatMissing(criterion, scratch.Degrees, scratch.Missing, chunkReasons);
            ScoreKernel.Replace(scratch.Degrees, aggregation == Aggregation.WeightedSum ? 0 : 1);
            if (aggregation == Aggregation.WeightedSum)
                ScoreKernel.AddWeighted(scratch.Degrees, criterion.Weight, scratch.Sum);
            else
                ScoreKernel.AddLogarithms(scratch.Degrees, criterion.Weight, scratch.Sum);
        }
        Finish(scratch, chunkReasons, Score.Row(row).Slice(start, scratch.Sum.Length));
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

    private void Finish(ScoreScratch scratch, Span<byte> chunkReasons, Span<float> score)
    {
        for (var i = 0; i < score.Length; i++)
        {
            var known = 1 - scratch.Missing[i];
            if (chunkReasons[i] == 0 && known < LeastKnownWeight)
                chunkReasons[i] = criteria[^1].NoDataReason;
            var sum = scratch.Missing[i] == 0 ? scratch.Sum[i] : scratch.Sum[i] / known;
            if (chunkReasons[i] != 0)
                score[i] = float.NaN;
            else
                score[i] = (float)(aggregation == Aggregation.WeightedSum ? sum : Math.Exp(sum));
        }
    }
}
