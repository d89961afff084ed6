using Geo.Engine.Grids;
using Geo.Engine.Suitability.Combining;

namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>
/// Which cells pass when measured values are wrong: in each draw the values of a criterion are all shifted by one error, normal with the criterion's standard deviation. The share of a
/// single cell is the same however errors of neighbours hang together; errors of different criteria are independent.
/// </summary>
public static class LayerErrors
{
    private const int StripRows = 8;

    /// <summary>Share of the draws under which each cell passes, 0 to 1; NaN where it has no score. A value that is missing stays missing.</summary>
    /// <param name="criteria">At least one, with their weights, on the frame of <paramref name="reasons"/>.</param>
    /// <param name="deviations">Standard deviation of the error of each criterion, in the unit of its measure; 0 for none.</param>
    /// <param name="reasons">0 where a cell counts; left as it is.</param>
    /// <param name="rule">When a cell passes.</param>
    /// <param name="draws">How many draws, and their seed.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Grid<float> ShareOfDraws(
        IReadOnlyList<WeightedCriterion> criteria, IReadOnlyList<double> deviations, Grid<byte> reasons, PassRule rule, (int Count, ulong Seed) draws, int threads, CancellationToken cancellation) =>
        Drawn(criteria, Shifts(deviations, draws.Count, draws.Seed), [CellCombiner.Of(rule.Aggregation, [.. criteria.Select(c => c.Weight)])], reasons, rule, threads, cancellation).Shares;

    /// <summary>The same when each draw has weights of its own beside the errors: how far results hang on both at once.</summary>
    /// <param name="criteria">At least one, on the frame of <paramref name="reasons"/>; their own weights do not count.</param>
    /// <param name="deviations">Standard deviation of the error of each criterion; 0 for none.</param>
    /// <param name="weights">Weights of each draw, draws x criteria, each with a sum of 1; they are independent of the errors.</param>
    /// <param name="seed">Of the errors.</param>
    /// <param name="reasons">0 where a cell counts; left as it is.</param>
    /// <param name="rule">When a cell passes.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static JointShares WithWeights(
        IReadOnlyList<WeightedCriterion> criteria, IReadOnlyList<double> deviations, double[][] weights, ulong seed, Grid<byte> reasons, PassRule rule, int threads, CancellationToken cancellation) =>
        Drawn(criteria, Shifts(deviations, weights.Length, seed), [.. weights.Select(w => DrawnCombiner.Of(rule.Aggregation, w))], reasons, rule, threads, cancellation);

    /// <summary>Goes through the cells once, a run of them under all draws. One combiner serves all draws, or each has its own.</summary>
    private static JointShares Drawn(
        IReadOnlyList<WeightedCriterion> criteria, float[][] shifts, CellCombiner[] combiners, Grid<byte> reasons, PassRule rule, int threads, CancellationToken cancellation)
    {
        var (shares, passing, total, gate) = (new Grid<float>(reasons.Frame), new long[shifts.Length], 0L, new Lock());
        GradedRuns.ForEach(
            criteria,
            reasons,
            threads,
            (degrees, spare, row, start) =>
            {
                var (scores, counts, passes, known) = (new float[degrees.Length], new int[degrees.Length], new long[shifts.Length], 0);
                var measured = new MeasuredRows(criteria);
                measured.MoveTo(row);
                for (var draw = 0; draw < shifts.Length; draw++)
                {
                    Shift(measured, shifts[draw], start, degrees);
                    combiners[draw % combiners.Length].Combine(degrees, scores);
                    for (var cell = 0; cell < scores.Length; cell++)
                        if (spare[cell] == 0 && scores[cell] >= (float)rule.Threshold)
                            (counts[cell], passes[draw]) = (counts[cell] + 1, passes[draw] + 1);
                }
                var target = shares.Row(row).Slice(start, degrees.Length);
                for (var cell = 0; cell < target.Length; cell++)
                    (target[cell], known) = spare[cell] == 0 && !float.IsNaN(scores[cell]) ? (counts[cell] / (float)shifts.Length, known + 1) : (float.NaN, known);
                lock (gate)
                {
                    total += known;
                    for (var draw = 0; draw < passes.Length; draw++)
                        passing[draw] += passes[draw];
                }
            },
            StripRows,
            cancellation);
        return new JointShares(shares, [.. passing.Select(p => total == 0 ? double.NaN : p / (double)total)]);
    }

    private static void Shift(MeasuredRows measured, float[] shift, int start, DegreeRows degrees)
    {
        for (var c = 0; c < shift.Length; c++)
        {
            if (shift[c] == 0)
                continue;
            var values = measured[c].Slice(start, degrees.Length);
            var shifted = degrees[c];
            for (var cell = 0; cell < values.Length; cell++)
                shifted[cell] = values[cell] + shift[c];
            measured.Criteria[c].Membership.Apply(shifted, shifted);
            CellGrading.Fill(measured.Criteria[c].Missing, shifted);
        }
    }

    // Box and Muller (1958), one of the two numbers of each pair.
    private static float[][] Shifts(IReadOnlyList<double> deviations, int count, ulong seed)
    {
        var random = new CounterRandom(seed);
        double Normal(int criterion, int draw) =>
            Math.Sqrt(-2 * Math.Log(random.Uniform((uint)(2 * criterion), (ulong)draw))) * Math.Cos(2 * Math.PI * random.Uniform((uint)((2 * criterion) + 1), (ulong)draw));
        return [.. Enumerable.Range(0, count).Select(draw => deviations.Select((deviation, c) => deviation == 0 ? 0 : (float)(deviation * Normal(c, draw))).ToArray())];
    }
}
