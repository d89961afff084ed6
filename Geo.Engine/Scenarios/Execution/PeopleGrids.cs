using Geo.Engine.Grids;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>People of a theme, cell by cell.</summary>
/// <param name="Persons">Persons in each cell; NaN where the population grid has none.</param>
/// <param name="Reached">Share of them that is reached, 0 to 1; null when nothing is expected.</param>
internal sealed record PeopleGrids(Grid<float> Persons, Grid<float>? Reached)
{
    /// <summary>The people of a theme; null when it counts none.</summary>
    public static PeopleGrids? Of(Theme theme, ThemeGrids grids, ScenarioInputs inputs, ExecutionSettings execution)
    {
        if (theme.Population is not { } population)
            return null;
        var stored = inputs.Grids[population.Grid.GridId].Read(execution.Threads, execution.Cancellation);
        var persons = Resampling.SpreadCounts(stored, grids.Reasons.Frame, execution.Threads, execution.Cancellation);
        return new PeopleGrids(persons, population.ExpectedBy is { } id ? Degrees(theme, grids, id, execution) : null);
    }

    private static Grid<float> Degrees(Theme theme, ThemeGrids grids, string criterionId, ExecutionSettings execution)
    {
        var index = theme.Criteria.TakeWhile(c => c.Id != criterionId).Count();
        var (membership, values) = (theme.Criteria[index].Membership, grids.Criteria[index]);
        var degrees = new Grid<float>(values.Frame);
        void Strip(int from, int to)
        {
            for (var row = from; row < to; row++)
                membership.Apply(values.Row(row), degrees.Row(row));
        }
        GridRows.ForEachStrip(values.Frame.Rows, execution.Threads, Strip, execution.Cancellation);
        return degrees;
    }
}
