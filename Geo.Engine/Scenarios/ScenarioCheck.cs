using Geo.Engine.Features;

namespace Geo.Engine.Scenarios;

/// <summary>Judges a scenario against the store it is to be run on.</summary>
public static class ScenarioCheck
{
    /// <summary>All problems and warnings; a scenario without problems can be run.</summary>
    public static Task<IReadOnlyList<ScenarioProblem>> CheckAsync(Scenario scenario, IFeatureStore store, CancellationToken cancellation) =>
        throw new InvalidOperationException($"{scenario} {store} {cancellation}");
}
