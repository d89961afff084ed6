using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>A theme when its weights are known.</summary>
/// <param name="Theme">The theme, with weights from data written down as numbers.</param>
/// <param name="Report">Where the weights come from.</param>
/// <param name="Problems">What stands in the way, and warnings.</param>
internal sealed record WeighedTheme(Theme Theme, RunWeighting Report, IReadOnlyList<ScenarioProblem> Problems)
{
    /// <summary>Weighs the criteria of a theme by their memberships in the cells that count.</summary>
    public static WeighedTheme Of(Theme theme, ThemeGrids grids, StudyGrid study, ExecutionSettings execution)
    {
        var even = 1.0 / theme.Criteria.Count; // weights change no membership
        var statistics = DegreeStatistics.Of(grids.Weighted(theme, _ => even), grids.Reasons, execution.Threads, execution.Cancellation);
        var faults = new List<BilingualText>();
        var weighed = theme.Weighting.NeedsData ? theme with { Weighting = theme.Weighting.Freeze(statistics, faults) } : theme;
        var path = $"themes.{theme.Id}.weights";
        var problems = faults.Select(f => new ScenarioProblem(path, f)).Concat(LikenessCheck.Problems(theme, path, statistics)).ToList();
        return new WeighedTheme(weighed, WeightingReport.Of(theme, statistics, MissingCensus.Take(theme, grids, study, execution)), problems);
    }
}
