using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>What a theme is judged from, on the frame of the scenario.</summary>
/// <param name="Criteria">Measured values of each criterion, in order.</param>
/// <param name="Reasons">0 in cells that may be judged, else why not.</param>
internal sealed record ThemeGrids(IReadOnlyList<Surface> Criteria, Grid<byte> Reasons)
{
    /// <summary>The radio networks behind the criteria; none where nobody asked for them.</summary>
    public IReadOnlyList<ThemeNetwork> Networks { get; init; } = [];

    /// <summary>Measures the criteria and finds the cells that constraints remove.</summary>
    public static ThemeGrids Measure(Theme theme, StudyGrid study, MeasureEvaluator measures, ExecutionSettings execution)
    {
        var criteria = theme.Criteria.Select(c => measures.Evaluate(c.Measure)).ToList();
        var reasons = OutsideOf(study);
        new ConstraintEvaluator(measures, execution.Threads, execution.Cancellation).Apply(theme, reasons);
        return new ThemeGrids(criteria, reasons);
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
