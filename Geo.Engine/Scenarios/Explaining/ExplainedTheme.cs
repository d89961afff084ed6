using Geo.Engine.Grids;
using Geo.Engine.Scenarios.Execution;

namespace Geo.Engine.Scenarios.Explaining;

/// <summary>What is kept of a theme to explain its scores, for the cells of the study area.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Criteria">Measured values of each criterion.</param>
/// <param name="Score">Scores.</param>
/// <param name="Classes">Classes after the zone rules.</param>
/// <param name="Reasons">Codes of reasons.</param>
/// <param name="ReasonTable">What the codes mean.</param>
internal sealed record ExplainedTheme(
    Theme Theme, IReadOnlyList<float[]> Criteria, float[] Score, byte[] Classes, byte[] Reasons, IReadOnlyList<ExclusionReason> ReasonTable)
{
    /// <summary>Judges the theme as a run does and keeps the cells.</summary>
    public static ExplainedTheme Judge(Theme theme, ThemeGrids grids, StudyGrid study, CompactCells cells, ExecutionSettings execution)
    {
        Grid<float> score;
        Grid<byte> classes;
        (score, classes) = ThemeRun.Judge(theme, grids, study, execution);
        return new ExplainedTheme(
            theme,
            [.. grids.Criteria.Select(cells.Gather)],
            cells.Gather(score),
            cells.Gather(classes),
            cells.Gather(grids.Reasons),
            ReasonCodes.Table(theme, grids.Reasons));
    }
}
