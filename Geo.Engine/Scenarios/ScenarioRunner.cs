using System.Numerics;
using Geo.Engine.Features;
using Geo.Engine.Scenarios.Execution;
using Geo.Engine.Scenarios.Keeping;

namespace Geo.Engine.Scenarios;

/// <summary>Runs scenarios on the layers of a store. It writes nothing: <see cref="ScenarioPublication"/> turns a result into a change.</summary>
public sealed class ScenarioRunner(IFeatureStore store, RunSettings settings)
{
    private const long LargeFrameCells = 1 << 25;

    /// <summary>Runs a scenario: layers -> criterion grids -> memberships -> weights -> combination -> constraints -> suitability -> zones -> indicators.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="progress">Told of each step, with the share of the work that is done.</param>
    /// <param name="cancellation">Stops the work; nothing has been written.</param>
    /// <exception cref="ScenarioFailedException">The layers do not allow it; it lists the problems.</exception>
    public async Task<ScenarioResult> RunAsync(Scenario scenario, IProgress<StepProgress>? progress, CancellationToken cancellation)
    {
        var started = settings.Time.GetUtcNow();
        var steps = new RunSteps(progress, scenario.Themes.Count);
        steps.Layers();
        var (inputs, problems) = await InputReading.ReadAsync(scenario, store, cancellation);
        if (GridMemory.Problem(scenario, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, settings.Keeping.MostBytesInMemory) is { } tooLarge)
            problems.Add(tooLarge);
        RefuseIfAny(problems);
        var themes = await Task.Run(() => Judge(scenario, inputs, problems, steps, cancellation), cancellation);
        var environment = new RunEnvironment(settings.Threads, Vector<byte>.Count * 8, started, settings.Time.GetUtcNow());
        var manifest = new RunRecord(scenario, inputs, settings.EngineVersion).Manifest(themes, problems, environment);
        steps.Finished();
        return new ScenarioResult(scenario, themes, manifest);
    }

    private List<ThemeResult> Judge(Scenario scenario, ScenarioInputs inputs, List<ScenarioProblem> problems, RunSteps steps, CancellationToken cancellation)
    {
        var study = StudyGrid.Lay(scenario.Frame, scenario.StudyArea.DistrictLayer, inputs);
        var results = new List<ThemeResult>();
        foreach (var theme in scenario.Themes)
        {
            steps.Criteria(theme);
            var execution = new ExecutionSettings(settings.Threads, settings.Keeping, cancellation);
            using var kept = new KeptSurfaces(settings.Keeping, settings.Threads, cancellation);
            var run = new ThemeRun(theme, study, inputs, kept, execution);
            var grids = Checked(theme, run.Measure(scenario), study, problems, execution);
            var scored = run.Doubt(grids, run.Score(grids, Weighed(run, grids, problems)), scenario.Uncertainty);
            var ranked = theme.Ranking is null ? null : grids; // else let go
            LetGo(scenario);
            steps.Zones(theme);
            var classes = run.Classify(scored);
            LetGo(scenario);
            results.Add(run.CutZones(ranked, scored, classes));
            LetGo(scenario);
        }
        return results;
    }

    // Grids of hundreds of megabytes are otherwise kept long after their last use, and decide how much memory a large run takes: their room goes back to the system at once.
    private static void LetGo(Scenario scenario)
    {
        if (scenario.Frame.CellCount >= LargeFrameCells)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private static ThemeGrids Checked(Theme theme, ThemeGrids grids, StudyGrid study, List<ScenarioProblem> problems, ExecutionSettings execution)
    {
        problems.AddRange(CriterionCheck.Problems(theme, grids.Criteria, study.Districts, execution.Threads, execution.Cancellation));
        RefuseIfAny(problems);
        return grids;
    }

    private static WeighedTheme Weighed(ThemeRun run, ThemeGrids grids, List<ScenarioProblem> problems)
    {
        var weighed = run.Weigh(grids);
        problems.AddRange(weighed.Problems);
        RefuseIfAny(problems);
        return weighed;
    }

    private static void RefuseIfAny(List<ScenarioProblem> problems)
    {
        if (problems.Any(p => !p.IsWarning))
            throw new ScenarioFailedException([.. problems.Where(p => !p.IsWarning)]);
    }
}
