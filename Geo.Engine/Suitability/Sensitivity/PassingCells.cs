using Geo.Engine.Grids;

namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>
/// Which cells pass under drawn weights. Cells are gone through once, a run of them at a time under all draws, so that memory holds a count for each cell and each draw and nothing for
/// their pairs; counts are whole numbers, so no thread moves a bit.
/// </summary>
/// <param name="criteria">At least one, on the frame of <paramref name="reasons"/>; their own weights do not count.</param>
/// <param name="reasons">0 where a cell counts; left as it is.</param>
/// <param name="rule">When a cell passes.</param>
/// <param name="threads">Most threads to use; the result does not depend on it.</param>
/// <param name="cancellation">Stops the work.</param>
public sealed class PassingCells(IReadOnlyList<WeightedCriterion> criteria, Grid<byte> reasons, PassRule rule, int threads, CancellationToken cancellation)
{
    private const int StripRows = 8; // many draws make rows dear: threads are kept busy to the end

    /// <summary>Share of the draws under which each cell passes, 0 to 1; NaN where a cell has no score.</summary>
    /// <param name="draws">Weights, draws x criteria, each with a sum of 1.</param>
    public Grid<float> ShareOfDraws(double[][] draws)
    {
        var shares = new Grid<float>(reasons.Frame);
        var count = rule.IsLinear ? ByMargins<int>(draws, (run, weights, counts) => run.CountByCell(weights, counts)) : ByScores<int>(draws, ByCell);
        ForEachRun((degrees, spare, row, start) =>
        {
            var counts = new int[DegreeRows.MostCells];
            var isKnown = count(degrees, spare, counts);
            var target = shares.Row(row).Slice(start, degrees.Length);
            for (var cell = 0; cell < target.Length; cell++)
                target[cell] = isKnown(cell) ? counts[cell] / (float)draws.Length : float.NaN;
        });
        return shares;
    }

    /// <summary>Share of the cells with a score that pass under each draw, 0 to 1; NaN when no cell has one.</summary>
    /// <param name="draws">Weights, draws x criteria, each with a sum of 1.</param>
    public double[] ShareOfCells(IReadOnlyList<double[]> draws)
    {
        var (total, passing, gate) = (0L, new long[draws.Count], new Lock());
        var count = rule.IsLinear ? ByMargins<long>(draws, (run, weights, counts) => run.CountByDraw(weights, counts)) : ByScores<long>(draws, ByDraw);
        ForEachRun((degrees, spare, _, _) =>
        {
            var counts = new long[draws.Count];
            var isKnown = count(degrees, spare, counts);
            var known = Enumerable.Range(0, degrees.Length).Count(isKnown);
            lock (gate)
            {
                total += known;
                for (var draw = 0; draw < counts.Length; draw++)
                    passing[draw] += counts[draw];
            }
        });
        return [.. passing.Select(p => total == 0 ? double.NaN : p / (double)total)];
    }

    private delegate Func<int, bool> Count<T>(DegreeRows degrees, byte[] reasons, T[] counts);

    private delegate void CountMargins<T>(MarginRun run, float[] weights, T[] counts);

    private delegate void CountScores<T>(int draw, float[] scores, float threshold, T[] counts);

    private Count<T> ByMargins<T>(IReadOnlyList<double[]> draws, CountMargins<T> count)
    {
        var weights = draws.SelectMany(d => d.Select(w => (float)w)).ToArray();
        return (degrees, spare, counts) =>
        {
            var run = new MarginRun(rule, criteria.Count);
            run.Take(degrees, spare);
            count(run, weights, counts);
            return run.Counts;
        };
    }

    private Count<T> ByScores<T>(IReadOnlyList<double[]> draws, CountScores<T> count)
    {
        var combiners = draws.Select(d => DrawnCombiner.Of(rule.Aggregation, d)).ToArray();
        return (degrees, spare, counts) =>
        {
            var scores = new float[degrees.Length];
            for (var draw = 0; draw < combiners.Length; draw++)
            {
                combiners[draw].Combine(degrees, scores);
                for (var cell = 0; cell < scores.Length; cell++)
                    if (spare[cell] != 0)
                        scores[cell] = float.NaN;
                count(draw, scores, (float)rule.Threshold, counts);
            }
            return cell => !float.IsNaN(scores[cell]);
        };
    }

    private static void ByCell(int draw, float[] scores, float threshold, int[] counts)
    {
        for (var cell = 0; cell < scores.Length; cell++)
            if (scores[cell] >= threshold)
                counts[cell]++;
    }

    private static void ByDraw(int draw, float[] scores, float threshold, long[] counts)
    {
        foreach (var score in scores)
            if (score >= threshold)
                counts[draw]++;
    }

    private void ForEachRun(Action<DegreeRows, byte[], int, int> visit) => GradedRuns.ForEach(criteria, reasons, threads, visit, StripRows, cancellation);
}
