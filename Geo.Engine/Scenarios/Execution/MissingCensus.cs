using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Counts the cells for which criteria have no value, row by row in one thread so that sums never depend on threads.</summary>
internal static class MissingCensus
{
    /// <summary>One line for each criterion.</summary>
    /// <param name="theme">The theme.</param>
    /// <param name="grids">Its grids, before criteria have noted reasons.</param>
    /// <param name="study">The study area.</param>
    public static IReadOnlyList<RunMissing> Take(Theme theme, ThemeGrids grids, StudyGrid study)
    {
        var values = new float[study.Districts.Frame.Columns];
        return [.. theme.Criteria.Select((criterion, i) => Count(criterion, grids.Criteria[i], grids.Reasons, study, values))];
    }

    private static RunMissing Count(Criterion criterion, Surface surface, Grid<byte> reasons, StudyGrid study, float[] values)
    {
        var (cells, hectares) = (0L, 0.0);
        for (var row = 0; row < reasons.Frame.Rows; row++)
        {
            var codes = reasons.Row(row);
            if (!codes.Contains((byte)0))
                continue;
            surface.Read(row, values);
            for (var column = 0; column < values.Length; column++)
                if (float.IsNaN(values[column]) && codes[column] == 0)
                    (cells, hectares) = (cells + 1, hectares + study.Areas[row, column]);
        }
        return new RunMissing(criterion.Id, criterion.Missing, cells, hectares);
    }
}
