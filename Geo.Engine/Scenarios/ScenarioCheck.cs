using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Scenarios.Execution;
using Geo.Engine.Scenarios.Keeping;

namespace Geo.Engine.Scenarios;

/// <summary>Judges a scenario against the store it is to be run on.</summary>
public static class ScenarioCheck
{
    private const long TrialCells = 60_000;

    /// <summary>
    /// All problems and warnings; a scenario without problems can be run. Criteria are tried on a coarse grid of the same area, so the check
    /// is quick; a run looks again at every cell.
    /// </summary>
    public static async Task<IReadOnlyList<ScenarioProblem>> CheckAsync(Scenario scenario, IFeatureStore store, CancellationToken cancellation)
    {
        var (inputs, problems) = await InputReading.ReadAsync(scenario, store, cancellation);
        if (GridMemory.Problem(scenario, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, new KeepingSettings().MostBytesInMemory) is { } tooLarge)
            problems.Add(tooLarge);
        if (problems.All(p => p.IsWarning))
            problems.AddRange(Trial(scenario, inputs, cancellation));
        return problems;
    }

    private static List<ScenarioProblem> Trial(Scenario scenario, ScenarioInputs inputs, CancellationToken cancellation)
    {
        var factor = (int)Math.Max(1, Math.Ceiling(Math.Sqrt(scenario.Frame.CellCount / (double)TrialCells)));
        var frame = Coarse(scenario.Frame, factor);
        var study = StudyGrid.Lay(frame, scenario.StudyArea.DistrictLayer, inputs);
        if (study.Districts.Cells.IndexOfAnyExcept((byte)0) < 0)
            return [new("grid", new($"không có ô lưới nào nằm trong lớp '{scenario.StudyArea.DistrictLayer}'", $"no cell of the grid lies in layer '{scenario.StudyArea.DistrictLayer}'"), new("xem lại origin và size", "look at origin and size"))];
        using var kept = new KeptSurfaces(new KeepingSettings(), 1, cancellation);
        var measures = new MeasureEvaluator(inputs, new StudyFrame(frame, (scenario.HaloCells + factor - 1) / factor), kept, 1, cancellation);
        var execution = new ExecutionSettings(1, new KeepingSettings(), cancellation);
        try
        {
            return [.. scenario.Themes.SelectMany(t => Trial(t, ThemeGrids.Measure(t, study, measures, execution), study, execution))];
        }
        catch (ScenarioFailedException refused)
        {
            return [.. refused.Problems];
        }
    }

    private static List<ScenarioProblem> Trial(Theme theme, ThemeGrids grids, StudyGrid study, ExecutionSettings execution)
    {
        var problems = CriterionCheck.Problems(theme, grids.Criteria, study.Districts, execution.Threads, execution.Cancellation).ToList();
        if (problems.All(p => p.IsWarning))
            problems.AddRange(WeighedTheme.Of(theme, grids, study, execution).Problems);
        return problems;
    }

    private static GridFrame Coarse(GridFrame frame, int factor) => frame with
    {
        CellSizeMetres = frame.CellSizeMetres * factor,
        Rows = (frame.Rows + factor - 1) / factor,
        Columns = (frame.Columns + factor - 1) / factor,
    };
}
