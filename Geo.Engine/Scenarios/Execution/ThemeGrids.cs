using Geo.Engine.Grids;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>What a theme is judged from, on the frame of the scenario.</summary>
/// <param name="Criteria">Measured values of each criterion, in order.</param>
/// <param name="Reasons">0 in cells that may be judged, else why not.</param>
/// <param name="People">Persons in each cell; null when the theme does not count them.</param>
internal sealed record ThemeGrids(IReadOnlyList<Grid<float>> Criteria, Grid<byte> Reasons, Grid<float>? People)
{
    /// <summary>Measures the criteria and finds the cells that constraints remove.</summary>
    public static ThemeGrids Measure(Theme theme, StudyGrid study, ScenarioInputs inputs, MeasureEvaluator measures, ExecutionSettings execution)
    {
        var criteria = theme.Criteria.Select(c => measures.Evaluate(c.Measure)).ToList();
        var reasons = OutsideOf(study);
        new ConstraintEvaluator(measures, execution.Threads, execution.Cancellation).Apply(theme, reasons);
        var people = theme.Population is { } population
            ? Resampling.SpreadCounts(
                inputs.Grids[population.Grid.GridId].Read(execution.Threads, execution.Cancellation), reasons.Frame, execution.Threads, execution.Cancellation)
            : null;
        return new ThemeGrids(criteria, reasons, people);
    }

    private static Grid<byte> OutsideOf(StudyGrid study)
    {
        var reasons = new Grid<byte>(study.Districts.Frame);
        var districts = study.Districts.Cells;
        var codes = reasons.Cells;
        for (var i = 0; i < codes.Length; i++)
            codes[i] = districts[i] == 0 ? ReasonCodes.Outside : (byte)0;
        return reasons;
    }
}
