using System.Collections.Concurrent;
using Geo.Engine.Grids;
using Geo.Engine.Suitability.Combining;

namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>
/// How often each cell is among the best under drawn weights: in each draw the score of the last of them is found exactly, by counting scores by the upper and then the lower half of
/// their bits, and every cell that reaches it counts, ties too. Memory holds a count for each cell and the counts of <see cref="Batch"/> draws for each thread, whatever the number of draws.
/// </summary>
/// <param name="criteria">At least one, on the frame of <paramref name="reasons"/>; their own weights do not count.</param>
/// <param name="reasons">0 where a cell counts; left as it is.</param>
/// <param name="rule">The rule of combination.</param>
/// <param name="threads">Most threads to use; the result does not depend on it.</param>
/// <param name="cancellation">Stops the work.</param>
public sealed class BestCells(IReadOnlyList<WeightedCriterion> criteria, Grid<byte> reasons, Aggregation rule, int threads, CancellationToken cancellation)
{
    private const int Batch = 32;
    private const int StripRows = 8;

    // Scores are float32 from 0 to below 2: their bits, taken as whole numbers, are in the order of the scores and below 2^30.
    private const int LowBits = 15;
    private const int Bins = 1 << LowBits;

    /// <summary>Share of the draws in which each cell is among the best, 0 to 1; NaN where a cell has no score.</summary>
    /// <param name="draws">Weights, draws x criteria, each with a sum of 1.</param>
    /// <param name="share">How many are the best: this share of the cells with a score, above 0 to 1, rounded up.</param>
    public Grid<float> ShareOfDraws(double[][] draws, double share)
    {
        ArgumentOutOfRangeException.ThrowIfZero(draws.Length);
        if (!(share > 0 && share <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "above 0 to 1");
        var times = new Grid<float>(reasons.Frame);
        for (var from = 0; from < draws.Length; from += Batch)
            Count([.. draws.Skip(from).Take(Batch).Select(d => DrawnCombiner.Of(rule, d))], share, times);
        foreach (ref var count in times.Cells)
            count /= draws.Length;
        return times;
    }

    private void Count(CellCombiner[] combiners, double share, Grid<float> times)
    {
        var upper = Tally(combiners, null);
        var (bins, left) = (new int[combiners.Length], new long[combiners.Length]);
        for (var draw = 0; draw < combiners.Length; draw++)
        {
            var counts = upper.AsSpan(draw * Bins, Bins);
            (bins[draw], left[draw]) = Last(counts, Wanted(counts, share));
        }
        var lower = Tally(combiners, bins);
        var least = new int[combiners.Length];
        for (var draw = 0; draw < combiners.Length; draw++)
            least[draw] = (bins[draw] << LowBits) | Last(lower.AsSpan(draw * Bins, Bins), left[draw]).Bin;
        ForEachScore(combiners, () => 0, (_, draw, scores, row, start) => Add(scores, least[draw], times.Row(row).Slice(start, scores.Length)), _ => { });
    }

    // Shares such as 0.1 are no binary fractions: a cell more must not come of their last bit.
    private static long Wanted(ReadOnlySpan<int> counts, double share)
    {
        var total = 0L;
        foreach (var count in counts)
            total += count;
        return Math.Max(1, (long)Math.Ceiling((share * total) - 1e-6));
    }

    /// <summary>The bin in which the last of the wanted scores lies, counted from the greatest, and how many are wanted of it.</summary>
    private static (int Bin, long Left) Last(ReadOnlySpan<int> counts, long wanted)
    {
        var bin = counts.Length - 1;
        for (; bin > 0 && counts[bin] < wanted; bin--)
            wanted -= counts[bin];
        return (bin, wanted);
    }

    /// <summary>Counts of scores by their upper bits, draw after draw; or by the lower bits of those in one bin of each draw.</summary>
    private int[] Tally(CellCombiner[] combiners, int[]? within)
    {
        var total = new int[combiners.Length * Bins];
        ForEachScore(
            combiners,
            () => new int[total.Length],
            (counts, draw, scores, _, _) => Tally(scores, counts.AsSpan(draw * Bins, Bins), within?[draw]),
            counts =>
            {
                for (var i = 0; i < total.Length; i++)
                    total[i] += counts[i];
            });
        return total;
    }

    private static void Tally(ReadOnlySpan<float> scores, Span<int> counts, int? within)
    {
        foreach (var score in scores)
        {
            if (float.IsNaN(score))
                continue;
            var bits = Bits(score);
            if (within is null)
                counts[bits >> LowBits]++;
            else if (bits >> LowBits == within)
                counts[bits & (Bins - 1)]++;
        }
    }

    private static void Add(ReadOnlySpan<float> scores, int least, Span<float> times)
    {
        for (var cell = 0; cell < times.Length; cell++)
            if (float.IsNaN(scores[cell]))
                times[cell] = float.NaN;
            else if (Bits(scores[cell]) >= least)
                times[cell]++;
    }

    // A score is never below 0; -0 would be the greatest of all.
    private static int Bits(float score) => BitConverter.SingleToInt32Bits(score) & int.MaxValue;

    private delegate void Visit<T>(T spare, int draw, ReadOnlySpan<float> scores, int row, int start);

    private void ForEachScore<T>(CellCombiner[] combiners, Func<T> make, Visit<T> visit, Action<T> gather)
    {
        var spares = new ConcurrentBag<T>();
        GradedRuns.ForEach(
            criteria,
            reasons,
            threads,
            (degrees, runReasons, row, start) =>
            {
                var spare = spares.TryTake(out var used) ? used : make();
                Span<float> scores = stackalloc float[degrees.Length];
                for (var draw = 0; draw < combiners.Length; draw++)
                {
                    combiners[draw].Combine(degrees, scores);
                    for (var cell = 0; cell < scores.Length; cell++)
                        if (runReasons[cell] != 0)
                            scores[cell] = float.NaN;
                    visit(spare, draw, scores, row, start);
                }
                spares.Add(spare);
            },
            StripRows,
            cancellation);
        foreach (var spare in spares)
            gather(spare);
    }
}
