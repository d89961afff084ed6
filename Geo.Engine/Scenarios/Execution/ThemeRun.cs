using Geo.Engine.Grids;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Scenarios.Keeping;
using Geo.Engine.Suitability;
using Geo.Engine.Zoning;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>The steps from layers to indicators for one theme, each a pure call.</summary>
internal sealed class ThemeRun(Theme theme, StudyGrid study, ScenarioInputs inputs, KeptSurfaces kept, ExecutionSettings execution)
{
    /// <summary>Measures the criteria and finds the cells that constraints remove.</summary>
    public ThemeGrids Measure(Scenario scenario)
    {
        var measures = new MeasureEvaluator(inputs, StudyFrame.Of(scenario), kept, execution.Threads, execution.Cancellation);
        return ThemeGrids.Measure(theme, study, measures, execution) with { Networks = measures.Networks(theme.Criteria.Select(c => c.Measure)) };
    }

    /// <summary>Finds the weights of the criteria.</summary>
    public WeighedTheme Weigh(ThemeGrids grids) => WeighedTheme.Of(theme, grids, study, execution);

    /// <summary>Combines the criteria, row by row.</summary>
    public ScoredTheme Score(ThemeGrids grids, WeighedTheme weighed)
    {
        var weights = weighed.Theme.Weighting.Resolve();
        var score = Combination.Combine(
            grids.Weighted(weighed.Theme, i => weights[i].Used), theme.Aggregation, grids.Reasons, execution.Threads, execution.Cancellation);
        return new ScoredTheme(weighed, score, grids.Reasons, PeopleGrids.Of(theme, grids, inputs, kept, execution)) { Networks = grids.Networks };
    }

    /// <summary>Asks how far the scores hang on weights and errors. To be asked before <see cref="Classify"/> notes its own reasons.</summary>
    public ScoredTheme Doubt(ThemeGrids grids, ScoredTheme scored, UncertaintySettings? settings) => settings is null
        ? scored
        : scored with { Uncertainty = new ThemeUncertainty(scored.Weighed.Theme, grids, study, settings, execution).Find() };

    /// <summary>Classes after the zone rules; what these changed is noted among the reasons.</summary>
    public Grid<byte> Classify(ScoredTheme scored)
    {
        var judged = ByThresholds(scored.Score);
        var classes = ClassGeneralisation.Apply(judged, theme.Zones, Zoning);
        NoteChanges(judged, classes, scored.Reasons);
        return classes;
    }

    /// <summary>Cuts zones and counts what they and the districts hold.</summary>
    /// <param name="ranked">Criteria that are ranked by; null when nothing is.</param>
    /// <param name="scored">Scores.</param>
    /// <param name="classes">Classes after the zone rules.</param>
    public ThemeResult CutZones(ThemeGrids? ranked, ScoredTheme scored, Grid<byte> classes)
    {
        var map = ZoneExtraction.Extract(new ClassifiedCells(classes, scored.Score, study.Districts), theme.Zones, Zoning);
        var outlines = ZoneOutlines.Trace(map, execution.Threads, execution.Cancellation);
        var census = CellCensus.Take(new JudgedCells(theme, scored.Reasons, scored.People, map, scored.Score, study));
        var indicators = new ThemeIndicators(theme, inputs.Economy, study, census);
        var zones = indicators.Zones(map.Zones, outlines);
        return new ThemeResult
        {
            Theme = scored.Weighed.Theme,
            Weighting = scored.Weighed.Report,
            Uncertainty = scored.Uncertainty,
            Rankings = ThemeRanking.Of(scored, ranked, study, map.Labels, map.Zones.Count),
            Score = scored.Score,
            Classes = classes,
            Reasons = scored.Reasons,
            ReasonTable = ReasonCodes.Table(theme, scored.Reasons),
            Zones = zones,
            Districts = indicators.Districts(zones),
            Networks = [.. scored.Networks.Select(WithZones)],
        };
    }

    private ThemeNetwork WithZones(ThemeNetwork network)
    {
        if (theme.Population is not { } population)
            return network;
        var stored = inputs.Grids[population.Grid.GridId].Surface().ToGrid(execution.Threads, execution.Cancellation);
        var people = Resampling.SpreadCounts(stored, network.Coverage.SignalDbm.Frame, execution.Threads, execution.Cancellation);
        return network with { Uncovered = UncoveredZones.Of(network.Coverage, people, execution.Threads, execution.Cancellation) };
    }

    private ZoneExecution Zoning => new(study.Areas, execution.Threads, execution.Cancellation);

    private Grid<byte> ByThresholds(Grid<float> score)
    {
        var classes = new Grid<byte>(score.Frame);
        void Strip(int from, int to)
        {
            for (var row = from; row < to; row++)
            {
                var scores = score.Row(row);
                var codes = classes.Row(row);
                for (var column = 0; column < codes.Length; column++)
                    codes[column] = (byte)theme.Classes.Classify(scores[column]);
            }
        }
        GridRows.ForEachStrip(score.Frame.Rows, execution.Threads, Strip, execution.Cancellation);
        return classes;
    }

    private void NoteChanges(Grid<byte> before, Grid<byte> after, Grid<byte> reasons)
    {
        var lowest = (byte)theme.Zones.LowestClass;
        var judged = before.Cells;
        var final = after.Cells;
        var codes = reasons.Cells;
        for (var i = 0; i < codes.Length; i++)
            if (judged[i] != final[i])
                codes[i] = (judged[i] <= lowest, final[i] <= lowest) switch
                {
                    (true, false) => ReasonCodes.UnderMinimumArea,
                    (false, true) => ReasonCodes.FilledHole,
                    _ => ReasonCodes.SmallPatch,
                };
    }
}
