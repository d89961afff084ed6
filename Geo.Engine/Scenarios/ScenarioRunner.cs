using Geo.Engine.Features;

namespace Geo.Engine.Scenarios;

/// <summary>Runs scenarios on the layers of a store. It writes nothing: <see cref="ScenarioPublication"/> turns a result into a change.</summary>
public sealed class ScenarioRunner(IFeatureStore store, RunSettings settings)
{
    /// <summary>Runs a scenario that <see cref="ScenarioCheck"/> let pass.</summary>
    /// <exception cref="ScenarioFailedException">The layers do not allow it; the message lists the problems.</exception>
    public Task<ScenarioResult> RunAsync(Scenario scenario, IProgress<StepProgress>? progress, CancellationToken cancellation) =>
        throw new InvalidOperationException($"{store} {settings} {scenario} {progress} {cancellation}");
}
