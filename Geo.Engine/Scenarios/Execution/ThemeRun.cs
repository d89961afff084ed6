using Geo.Engine.Economy;
using Geo.Engine.Grids;
using Geo.Engine.Suitability;
using Geo.Engine.Zoning;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Judges one theme: criterion grids -> memberships -> combination -> constraints -> suitability -> zones -> indicators.</summary>
internal static class ThemeRun
{
    /// <summary>Scores and classes; what the zone rules changed is noted among the reasons.</summary>
    public static (Grid<float> Score, Grid<byte> Classes) Judge(Theme theme, ThemeGrids grids, StudyGrid study, ExecutionSettings execution)
    {
        var score = Score(theme, grids, execution);
        var judged = Classify(score, theme.Classes, execution);
        var classes = ClassGeneralisation.Apply(judged, theme.Zones, study.Areas, execution.Threads, execution.Cancellation);
        NoteChanges(judged, classes, theme.Zones.LowestClass, grids.Reasons);
        return (score, classes);
    }

    /// <summary>The theme's result.</summary>
    public static ThemeResult Run(Theme theme, ThemeGrids grids, StudyGrid study, EconomyTable? economy, ExecutionSettings execution)
    {
        var (score, classes) = Judge(theme, grids, study, execution);
        var map = ZoneExtraction.Extract(classes, score, study.Districts, theme.Zones, new ZoneExecution(study.Areas, execution.Threads, execution.Cancellation));
        var outlines = ZoneOutlines.Trace(map, execution.Threads, execution.Cancellation);
        var census = CellCensus.Take(new JudgedCells(theme, grids, map, score, study));
        var indicators = new ThemeIndicators(theme, economy, study, census);
        var zones = indicators.Zones(map.Zones, outlines);
        return new ThemeResult
        {
            Theme = theme,
            Score = score,
            Classes = classes,
            Reasons = grids.Reasons,
            ReasonTable = ReasonCodes.Table(theme, grids.Reasons),
            Zones = zones,
            Districts = indicators.Districts(zones),
        };
    }

    /// <summary>Scores of the cells that may be judged; criteria without a value are noted as reasons.</summary>
    private static Grid<float> Score(Theme theme, ThemeGrids grids, ExecutionSettings execution)
    {
        var weights = theme.Weighting.Resolve();
        var criteria = theme.Criteria
            .Select((c, i) => new WeightedCriterion(grids.Criteria[i], c.Membership, weights[i].Used, c.Missing, ReasonCodes.OfCriterion(theme, i)))
            .ToList();
        return Combination.Combine(criteria, theme.Aggregation, grids.Reasons, execution.Threads, execution.Cancellation);
    }

    private static Grid<byte> Classify(Grid<float> score, ClassThresholds thresholds, ExecutionSettings execution)
    {
        var classes = new Grid<byte>(score.Frame);
        void Strip(int from, int to)
        {
            for (var row = from; row < to; row++)
            {
                var scores = score.Row(row);
                var codes = classes.Row(row);
                for (var column = 0; column < codes.Length; column++)
                    codes[column] = (byte)thresholds.Classify(scores[column]);
            }
        }
        GridRows.ForEachStrip(score.Frame.Rows, execution.Threads, Strip, execution.Cancellation);
        return classes;
    }

    private static void NoteChanges(Grid<byte> before, Grid<byte> after, SuitabilityClass lowest, Grid<byte> reasons)
    {
        var judged = before.Cells;
        var final = after.Cells;
        var codes = reasons.Cells;
        for (var i = 0; i < codes.Length; i++)
            if (judged[i] != final[i])
                codes[i] = (judged[i] <= (byte)lowest, final[i] <= (byte)lowest) switch
                {
                    (true, false) => ReasonCodes.UnderMinimumArea,
                    (false, true) => ReasonCodes.FilledHole,
                    _ => ReasonCodes.SmallPatch,
                };
    }
}
