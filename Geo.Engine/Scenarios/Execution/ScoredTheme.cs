using Geo.Engine.Grids;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>A theme when its criteria have done their work; their grids, the bulk of a run's memory, are let go.</summary>
/// <param name="Score">Scores.</param>
/// <param name="Reasons">Why cells have no score.</param>
/// <param name="People">People; null when the theme counts none.</param>
internal sealed record ScoredTheme(Grid<float> Score, Grid<byte> Reasons, PeopleGrids? People)
{
    /// <summary>Combines the criteria of a theme.</summary>
    public static ScoredTheme Of(Theme theme, ThemeGrids grids, ScenarioInputs inputs, ExecutionSettings execution)
    {
        var weights = theme.Weighting.Resolve();
        var criteria = theme.Criteria
            .Select((c, i) => new WeightedCriterion(grids.Criteria[i], c.Membership, weights[i].Used, c.Missing, ReasonCodes.OfCriterion(theme, i)))
            .ToList();
        var score = Combination.Combine(criteria, theme.Aggregation, grids.Reasons, execution.Threads, execution.Cancellation);
        return new ScoredTheme(score, grids.Reasons, PeopleGrids.Of(theme, grids, inputs, execution));
    }
}
