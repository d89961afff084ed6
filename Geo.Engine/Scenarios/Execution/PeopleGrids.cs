using Geo.Engine.Grids.Surfaces;
using Geo.Engine.Scenarios.Keeping;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>People of a theme, cell by cell.</summary>
/// <param name="Persons">Persons in each cell; NaN where the population grid has none.</param>
/// <param name="Reached">Share of them that is reached, 0 to 1; null when nothing is expected.</param>
internal sealed record PeopleGrids(Surface Persons, Surface? Reached)
{
    /// <summary>The people of a theme; null when it counts none.</summary>
    public static PeopleGrids? Of(Theme theme, ThemeGrids grids, ScenarioInputs inputs, KeptSurfaces kept, ExecutionSettings execution)
    {
        if (theme.Population is not { } population)
            return null;
        var stored = inputs.Grids[population.Grid.GridId].Surface().ToGrid(execution.Threads, execution.Cancellation);
        var persons = kept.Keep(null, grids.Reasons.Frame, () => new SpreadSurface(stored, grids.Reasons.Frame));
        return new PeopleGrids(persons, population.ExpectedBy is { } id ? Degrees(theme, grids, id) : null);
    }

    private static DegreeSurface Degrees(Theme theme, ThemeGrids grids, string criterionId)
    {
        var index = theme.Criteria.TakeWhile(c => c.Id != criterionId).Count();
        return new DegreeSurface(grids.Criteria[index], theme.Criteria[index].Membership);
    }
}
