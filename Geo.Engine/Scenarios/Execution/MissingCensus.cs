using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Counts the cells for which criteria have no value, in strips of a fixed size that are added up in order, so that sums never depend on threads.</summary>
internal static class MissingCensus
{
    private const int StripRows = 64; // part of the result: sums are taken strip by strip

    /// <summary>One line for each criterion.</summary>
    /// <param name="theme">The theme.</param>
    /// <param name="grids">Its grids, before criteria have noted reasons.</param>
    /// <param name="study">The study area.</param>
    /// <param name="execution">How to run.</param>
    public static IReadOnlyList<RunMissing> Take(Theme theme, ThemeGrids grids, StudyGrid study, ExecutionSettings execution) =>
        [.. theme.Criteria.Select((criterion, i) => Count(criterion, grids.Criteria[i], grids.Reasons, study, execution))];

    private static RunMissing Count(Criterion criterion, Surface surface, Grid<byte> reasons, StudyGrid study, ExecutionSettings execution)
    {
        var strips = new (long Cells, double Hectares)[(reasons.Frame.Rows / StripRows) + 1];
        GridRows.ForEachStrip(
            reasons.Frame.Rows,
            execution.Threads,
            (from, to) => strips[from / StripRows] = Count(surface, reasons, study, from, to),
            execution.Cancellation,
            StripRows);
        return new RunMissing(criterion.Id, criterion.Missing, strips.Sum(s => s.Cells), strips.Sum(s => s.Hectares));
    }

    private static (long Cells, double Hectares) Count(Surface surface, Grid<byte> reasons, StudyGrid study, int from, int to)
    {
        var (cells, hectares, values) = (0L, 0.0, new float[reasons.Frame.Columns]);
        for (var row = from; row < to; row++)
        {
            var codes = reasons.Row(row);
            if (!codes.Contains((byte)0))
                continue;
            surface.Read(row, values);
            for (var column = ScoreKernel.FirstMissing(values); column < values.Length; column++)
                if (float.IsNaN(values[column]) && codes[column] == 0)
                    (cells, hectares) = (cells + 1, hectares + study.Areas[row, column]);
        }
        return (cells, hectares);
    }
}
