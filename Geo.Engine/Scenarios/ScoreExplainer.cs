using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Scenarios.Execution;
using Geo.Engine.Scenarios.Explaining;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Scenarios;

/// <summary>
/// Answers "why this score?" for a place: measures the criteria again with the same code as the run and keeps the grids of the last
/// two scenarios. Safe for concurrent callers.
/// </summary>
public sealed class ScoreExplainer(IFeatureStore store, RunSettings settings)
{
    private const int KeptScenarios = 2;

    private readonly Lock _gate = new();
    private readonly List<(string Key, Task<ExplainedScenario> Explained)> _kept = [];

    /// <summary>Explains the cell at a position; null when the position lies outside the scenario's grid, or the scenario has no such theme.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="themeId">One of its themes.</param>
    /// <param name="longitude">WGS 84, degrees.</param>
    /// <param name="latitude">WGS 84, degrees.</param>
    /// <param name="cancellation">Stops the waiting; work that others wait for goes on.</param>
    /// <exception cref="ScenarioFailedException">The layers do not allow the scenario to be run.</exception>
    public async Task<ScoreExplanation?> ExplainAsync(Scenario scenario, string themeId, double longitude, double latitude, CancellationToken cancellation)
    {
        if (scenario.Themes.All(t => t.Id != themeId))
            return null;
        var (x, y) = Projection.Between(CoordinateSystems.Crs84, scenario.Frame.System).Transform(longitude, latitude);
        if (scenario.Frame.CellAt(x, y) is not { } cell)
            return null;
        var explained = await Find(await InputState.OfAsync(store, scenario, cancellation), scenario).WaitAsync(cancellation);
        return explained.Explain(themeId, cell.Row, cell.Column);
    }

    /// <summary>Explains the cells of an area; null when its box lies outside the scenario's grid, or the scenario has no such theme.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="themeId">One of its themes.</param>
    /// <param name="polygon">A polygon, or several.</param>
    /// <param name="system">The system of its coordinates.</param>
    /// <param name="cancellation">Stops the waiting; measuring that others wait for goes on.</param>
    /// <exception cref="ScenarioFailedException">The layers do not allow the scenario to be run.</exception>
    public async Task<AreaExplanation?> ExplainAsync(Scenario scenario, string themeId, Geometry polygon, CoordinateSystem system, CancellationToken cancellation)
    {
        if (scenario.Themes.All(t => t.Id != themeId))
            return null;
        var projected = Projection.Between(system, scenario.Frame.System).Transform(polygon);
        var explained = await Find(await InputState.OfAsync(store, scenario, cancellation), scenario).WaitAsync(cancellation);
        return explained.Explain(themeId, projected, cancellation);
    }

    private Task<ExplainedScenario> Find(string key, Scenario scenario)
    {
        lock (_gate)
        {
            var index = _kept.FindIndex(k => k.Key == key && !k.Explained.IsFaulted);
            var entry = index >= 0 ? _kept[index] : (key, Task.Run(() => JudgeAsync(scenario)));
            _kept.RemoveAll(k => k.Key == key);
            _kept.Insert(0, entry);
            if (_kept.Count > KeptScenarios)
                _kept.RemoveAt(KeptScenarios);
            return entry.Item2;
        }
    }

    /// <summary>Not cancelled with the first caller: the next click asks for the same.</summary>
    private async Task<ExplainedScenario> JudgeAsync(Scenario scenario)
    {
        var (inputs, problems) = await InputReading.ReadAsync(scenario, store, CancellationToken.None);
        if (problems.Any(p => !p.IsWarning))
            throw new ScenarioFailedException([.. problems.Where(p => !p.IsWarning)]);
        return ExplainedScenario.Judge(scenario, inputs, settings.EngineVersion, new ExecutionSettings(settings.Threads, settings.Keeping, CancellationToken.None));
    }
}
