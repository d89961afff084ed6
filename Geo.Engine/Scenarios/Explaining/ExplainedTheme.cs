using Geo.Engine.Scenarios.Execution;

namespace Geo.Engine.Scenarios.Explaining;

/// <summary>What is kept of a theme to explain its scores, for the cells of the study area.</summary>
/// <param name="Theme">The theme, with its weights.</param>
/// <param name="Criteria">Measured values of each criterion.</param>
/// <param name="Score">Scores.</param>
/// <param name="Classes">Classes after the zone rules.</param>
/// <param name="Reasons">Codes of reasons.</param>
/// <param name="ReasonTable">What the codes mean.</param>
internal sealed record ExplainedTheme(
    Theme Theme, IReadOnlyList<float[]> Criteria, float[] Score, byte[] Classes, byte[] Reasons, IReadOnlyList<ExclusionReason> ReasonTable)
{
    /// <summary>Judges the theme as a run does and keeps the cells.</summary>
    public static ExplainedTheme Judge(Theme theme, Scenario scenario, ThemeRun run, CompactCells cells)
    {
        var grids = run.Measure(scenario);
        var criteria = grids.Criteria.Select(cells.Gather).ToList();
        var weighed = run.Weigh(grids);
        var scored = run.Score(grids, weighed);
        var classes = run.Classify(scored);
        return new ExplainedTheme(
            weighed.Theme,
            criteria,
            cells.Gather(scored.Score),
            cells.Gather(classes),
            cells.Gather(grids.Reasons),
            ReasonCodes.Table(theme, grids.Reasons));
    }
}
