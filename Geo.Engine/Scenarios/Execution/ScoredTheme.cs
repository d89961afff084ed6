using Geo.Engine.Grids;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>A theme when its criteria have done their work.</summary>
/// <param name="Weighed">The theme with its weights.</param>
/// <param name="Score">Scores.</param>
/// <param name="Reasons">Why cells have no score.</param>
/// <param name="People">People; null when the theme counts none.</param>
/// <param name="Uncertainty">How far the scores hang on weights and errors; null when that was not asked for.</param>
internal sealed record ScoredTheme(WeighedTheme Weighed, Grid<float> Score, Grid<byte> Reasons, PeopleGrids? People, UncertaintyResult? Uncertainty = null)
{
    /// <summary>The radio networks behind the criteria.</summary>
    public IReadOnlyList<ThemeNetwork> Networks { get; init; } = [];
}
