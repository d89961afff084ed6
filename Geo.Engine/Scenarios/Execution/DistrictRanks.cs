using Geo.Engine.Grids;
using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Combining;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Ranks districts by their mean memberships under drawn weights.</summary>
internal static class DistrictRanks
{
    private const int StripRows = 64;

    /// <summary>One line for each district that has a cell that counts, in the order of the study area.</summary>
    public static IReadOnlyList<RunRanks> Of(
        Theme theme, IReadOnlyList<WeightedCriterion> criteria, Grid<byte> reasons, StudyGrid study, double[] weights, IReadOnlyList<double[]> draws, ExecutionSettings execution)
    {
        var means = Means(criteria, reasons, study, execution);
        var ranked = Enumerable.Range(0, study.Units.Count).Where(d => means[d] is not null).ToArray();
        if (ranked.Length == 0)
            return [];
        var rows = Rows([.. ranked.Select(d => means[d]!)], criteria.Count); // they were chosen so
        var scores = new float[ranked.Length];
        var counts = ranked.Select(_ => new int[ranked.Length]).ToArray();
        foreach (var draw in draws)
        {
            CellCombiner.Of(theme.Aggregation, draw).Combine(rows, scores);
            foreach (var (rank, place) in Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ThenBy(i => i).Index())
                counts[place][rank]++;
        }
        CellCombiner.Of(theme.Aggregation, weights).Combine(rows, scores);
        return [.. ranked.Select((d, place) => new RunRanks(study.Units[d].UnitCode, scores[place], [.. counts[place].Select(n => n / (double)draws.Count)]))];
    }

    private static DegreeRows Rows(IReadOnlyList<double[]> means, int criteria)
    {
        var rows = new DegreeRows(criteria);
        rows.MoveTo(0, 0, means.Count);
        for (var c = 0; c < criteria; c++)
            for (var d = 0; d < means.Count; d++)
                rows[c][d] = (float)means[d][c];
        return rows;
    }

    // Row by row, added up in their order, so that no thread moves a bit. A membership that is left out counts in no mean.
    private static double[]?[] Means(IReadOnlyList<WeightedCriterion> criteria, Grid<byte> reasons, StudyGrid study, ExecutionSettings execution)
    {
        var width = criteria.Count * 2;
        var sums = new double[reasons.Frame.Rows][];
        GradedRuns.ForEach(criteria, reasons, execution.Threads, (degrees, spare, row, start) =>
        {
            var ofRow = sums[row] ??= new double[study.Units.Count * width];
            var districts = study.Districts.Row(row).Slice(start, degrees.Length);
            for (var c = 0; c < criteria.Count; c++)
            {
                var values = degrees[c];
                for (var cell = 0; cell < values.Length; cell++)
                    if (spare[cell] == 0 && districts[cell] != 0 && !float.IsNaN(values[cell]))
                    {
                        ofRow[((districts[cell] - 1) * width) + c] += values[cell];
                        ofRow[((districts[cell] - 1) * width) + criteria.Count + c]++;
                    }
            }
        }, StripRows, execution.Cancellation);
        var total = new double[study.Units.Count * width];
        foreach (var ofRow in sums)
            for (var i = 0; i < total.Length; i++)
                total[i] += ofRow[i];
        return [.. Enumerable.Range(0, study.Units.Count).Select(d => Mean(total.AsSpan(d * width, width), criteria.Count))];
    }

    private static double[]? Mean(ReadOnlySpan<double> sums, int criteria)
    {
        var means = new double[criteria];
        for (var c = 0; c < criteria; c++)
            means[c] = sums[c] / sums[criteria + c];
        return Array.TrueForAll(means, double.IsNaN) ? null : means;
    }
}
