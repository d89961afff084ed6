using Geo.Engine.Features;
using Geo.Engine.Scenarios;

namespace Geo.Api.Processes;

/// <summary>Checks and runs a scenario inside a process.</summary>
internal static class ScenarioExecution
{
    /// <summary>The result of a run.</summary>
    /// <exception cref="ProcessFailedException">The layers do not allow it; lists the problems.</exception>
    public static async Task<ScenarioResult> RunAsync(Scenario scenario, IFeatureStore store, RunSettings settings, IProgress<StepProgress> progress, CancellationToken cancellation)
    {
        var problems = await ScenarioCheck.CheckAsync(scenario, store, cancellation);
        if (problems.Any(p => !p.IsWarning))
            throw Failed(new ScenarioFailedException([.. problems.Where(p => !p.IsWarning)]));
        try
        {
            return await new ScenarioRunner(store, settings).RunAsync(scenario, progress, cancellation);
        }
        catch (ScenarioFailedException failure)
        {
            throw Failed(failure);
        }
    }

    /// <summary>The failure of a scenario.</summary>
    public static ProcessFailedException Failed(ScenarioFailedException failure) => new("scenario-problems", failure.Text);
}
