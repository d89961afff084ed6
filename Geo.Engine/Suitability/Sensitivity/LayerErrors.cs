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
        IReadOnlyList<WeightedCriterion> criteria, IReadOnlyList<double> deviations, Grid<byte> reasons, PassRule rule, (int Count, ulong Seed) draws, int threads, CancellationToken cancellation)
    {
        var shares = new Grid<float>(reasons.Frame);
        var shifts = Shifts(deviations, draws.Count, draws.Seed);
        var combiner = CellCombiner.Of(rule.Aggregation, [.. criteria.Select(c => c.Weight)]);
        GradedRuns.ForEach(
            criteria,
            reasons,
            threads,
            (degrees, spare, row, start) =>
            {
                var (scores, counts) = (new float[degrees.Length], new int[degrees.Length]);
                var measured = new MeasuredRows(criteria);
                measured.MoveTo(row);
                foreach (var shift in shifts)
                {
                    Shift(measured, shift, start, degrees);
                    combiner.Combine(degrees, scores);
                    for (var cell = 0; cell < scores.Length; cell++)
                        if (scores[cell] >= (float)rule.Threshold)
                            counts[cell]++;
                }
                var target = shares.Row(row).Slice(start, degrees.Length);
                for (var cell = 0; cell < target.Length; cell++)
                    target[cell] = spare[cell] == 0 && !float.IsNaN(scores[cell]) ? counts[cell] / (float)shifts.Length : float.NaN;
            },
            StripRows,
            cancellation);
        return shares;
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
