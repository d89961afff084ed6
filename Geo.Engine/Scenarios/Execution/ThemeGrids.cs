using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;
using Geo.Engine.Suitability;

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
        var reasons = OutsideOf(study, execution);
        new ConstraintEvaluator(measures, execution.Threads, execution.Cancellation).Apply(theme, reasons);
        return new ThemeGrids(criteria, reasons);
    }

    /// <summary>The criteria ready to be summed.</summary>
    /// <param name="theme">The theme.</param>
    /// <param name="weight">Weight of each criterion by its place.</param>
    public IReadOnlyList<WeightedCriterion> Weighted(Theme theme, Func<int, double> weight) =>
        [.. theme.Criteria.Select((c, i) => new WeightedCriterion(Criteria[i], c.Membership, weight(i), c.Missing, ReasonCodes.OfCriterion(theme, i)))];

    private static Grid<byte> OutsideOf(StudyGrid study, ExecutionSettings execution)
    {
        var reasons = new Grid<byte>(study.Districts.Frame);
        void Strip(int from, int to)
        {
            for (var row = from; row < to; row++)
            {
                var districts = study.Districts.Row(row);
                var codes = reasons.Row(row);
                for (var column = 0; column < codes.Length; column++)
                    codes[column] = districts[column] == 0 ? ReasonCodes.Outside : (byte)0;
            }
        }
        GridRows.ForEachStrip(reasons.Frame.Rows, execution.Threads, Strip, execution.Cancellation);
        return reasons;
    }
}
