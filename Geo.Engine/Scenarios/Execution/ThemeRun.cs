using Geo.Engine.Economy;
using Geo.Engine.Grids;
using Geo.Engine.Suitability;
using Geo.Engine.Zoning;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Takes a theme from scores to zones and indicators.</summary>
internal static class ThemeRun
{
    /// <summary>Classes after the zone rules; what these changed is noted among the reasons.</summary>
    public static Grid<byte> Classify(Theme theme, ScoredTheme scored, StudyGrid study, ExecutionSettings execution)
    {
        var judged = Classify(scored.Score, theme.Classes, execution);
        var classes = ClassGeneralisation.Apply(judged, theme.Zones, study.Areas, execution.Threads, execution.Cancellation);
        NoteChanges(judged, classes, theme.Zones.LowestClass, scored.Reasons);
        return classes;
    }

    /// <summary>The theme's result.</summary>
    public static ThemeResult Run(Theme theme, ScoredTheme scored, StudyGrid study, EconomyTable? economy, ExecutionSettings execution)
    {
        var classes = Classify(theme, scored, study, execution);
        var map = ZoneExtraction.Extract(
            classes, scored.Score, study.Districts, theme.Zones, new ZoneExecution(study.Areas, execution.Threads, execution.Cancellation));
        var outlines = ZoneOutlines.Trace(map, execution.Threads, execution.Cancellation);
        var census = CellCensus.Take(new JudgedCells(theme, scored.Reasons, scored.People, map, scored.Score, study));
        var indicators = new ThemeIndicators(theme, economy, study, census);
        var zones = indicators.Zones(map.Zones, outlines);
        return new ThemeResult
        {
            Theme = theme,
            Score = scored.Score,
            Classes = classes,
            Reasons = scored.Reasons,
            ReasonTable = ReasonCodes.Table(theme, scored.Reasons),
            Zones = zones,
            Districts = indicators.Districts(zones),
        };
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
