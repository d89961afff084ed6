using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Scenarios.Execution;
using Geo.Engine.Scenarios.Keeping;
using Geo.Engine.Suitability;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Scenarios.Explaining;

/// <summary>A scenario with everything that its explanations need.</summary>
internal sealed class ExplainedScenario
{
    private readonly CompactCells _cells;
    private readonly List<ExplainedTheme> _themes = [];
    private readonly ScenarioInputs _inputs;
    private readonly RunRecord _record;

    private ExplainedScenario(CompactCells cells, ScenarioInputs inputs, RunRecord record)
    {
        _cells = cells;
        _inputs = inputs;
        _record = record;
    }

    /// <summary>Measures and judges all themes.</summary>
    public static ExplainedScenario Judge(Scenario scenario, ScenarioInputs inputs, string engineVersion, ExecutionSettings execution)
    {
        var study = StudyGrid.Lay(scenario.Frame, scenario.StudyArea.DistrictLayer, inputs);
        var explained = new ExplainedScenario(new CompactCells(study.Districts, study.Areas), inputs, new RunRecord(scenario, inputs, engineVersion));
        foreach (var theme in scenario.Themes)
        {
            using var kept = new KeptSurfaces(execution.Keeping, execution.Threads, execution.Cancellation);
            var run = new ThemeRun(theme with { Population = null }, study, inputs, kept, execution);
            explained._themes.Add(ExplainedTheme.Judge(theme, scenario, run, explained._cells));
        }
        return explained;
    }

    /// <summary>Explains one cell.</summary>
    public ScoreExplanation Explain(string themeId, int row, int column)
    {
        var theme = _themes.First(t => t.Theme.Id == themeId);
        var inside = _cells.District(row, column) != 0;
        var index = inside ? _cells.IndexOf(row, column) : -1;
        var reason = inside ? theme.Reasons[index] : ReasonCodes.Outside;
        var judge = inside && !float.IsNaN(theme.Score[index]) ? new CellJudge(theme.Theme, [.. theme.Criteria.Select(c => c[index])]) : null;
        var criteria = inside ? Criteria(theme, index, judge) : [];
        return new ScoreExplanation
        {
            Row = row,
            Column = column,
            IsInside = inside,
            Score = inside && !float.IsNaN(theme.Score[index]) ? theme.Score[index] : null,
            Class = inside ? (SuitabilityClass)theme.Classes[index] : SuitabilityClass.None,
            Reason = theme.ReasonTable.FirstOrDefault(r => r.Code == reason),
            Criteria = criteria,
            Confidence = judge?.Confidence(),
            MostUncertain = criteria.Where(c => c.ErrorEffect > 0).MaxBy(c => c.ErrorEffect)?.Id,
            WorstStatus = _record.WorstStatus,
            Caution = _record.Caution,
            RunId = _record.RunId,
        };
    }

    /// <summary>Explains an area; null when none of its box lies on the grid.</summary>
    /// <param name="themeId">A theme of the scenario.</param>
    /// <param name="polygon">In the system of the grid.</param>
    /// <param name="cancellation">Stops the work.</param>
    public AreaExplanation? Explain(string themeId, Geometry polygon, CancellationToken cancellation)
    {
        if (PolygonCells.Of(_cells.Frame, polygon) is not { } cells)
            return null;
        var theme = _themes.First(t => t.Theme.Id == themeId);
        return new AreaReport(theme, _cells.Of(cells), _record, c => (Unit(c.Measure), code => Category(c.Measure, (float)code))).Explain(cancellation);
    }

    private List<CriterionExplanation> Criteria(ExplainedTheme explained, int index, CellJudge? judge)
    {
        var theme = explained.Theme;
        var weights = theme.Weighting.Resolve();
        var degrees = theme.Criteria.Select((c, i) => Degree(c, explained.Criteria[i][index])).ToList();
        var known = 1.0 - degrees.Zip(weights, (d, w) => d is null ? w.Used : 0).Sum();
        return [.. theme.Criteria.Select((c, i) => Criterion(theme, c, explained.Criteria[i][index], degrees[i], degrees[i] is null ? 0 : weights[i].Used / known) with { Lift = Lift(c, judge?.Lift(i)), ErrorEffect = judge?.ErrorEffect(i) })];
    }

    private ScoreLift? Lift(Criterion criterion, (SuitabilityClass Class, double Degree, double? Value)? lift) =>
        lift is { } found ? new ScoreLift(found.Class, found.Degree, found.Value, found.Value is { } value ? Category(criterion.Measure, (float)value) : null) : null;

    private CriterionExplanation Criterion(Theme theme, Criterion criterion, float value, double? degree, double weight) => new(
        criterion.Id,
        criterion.Title,
        float.IsNaN(value) ? null : value,
        Unit(criterion.Measure),
        Category(criterion.Measure, value),
        degree,
        weight,
        theme.Aggregation is Aggregation.Wlc ? weight * degree : null,
        criterion.Evidence.Source,
        criterion.Evidence.IsStartingValue);

    /// <summary>The degree as a run computes it; null where the criterion is left out.</summary>
    private static double? Degree(Criterion criterion, float value)
    {
        Span<float> degree = [value];
        criterion.Membership.Apply(degree, degree);
        if (!float.IsNaN(degree[0]))
            return degree[0];
        return criterion.Missing switch
        {
            MissingValue.Worst => 0,
            MissingValue.Neutral => 0.5,
            _ => null,
        };
    }

    private string? Unit(Measure measure) => measure switch
    {
        Measure.GridValue { Source.IsCategorical: false } value => _inputs.Grids[value.Source.GridId].Layer.Unit,
        Measure.Interpolated { ValueUnit: null } stations =>
            _inputs.Layers[stations.Stations.LayerId].Definition.Properties.FirstOrDefault(p => p.Name == stations.Column)?.Unit,
        _ => measure.Unit,
    };

    private BilingualText? Category(Measure measure, float value) =>
        measure is Measure.GridValue { Source: { IsCategorical: true } source }
            ? _inputs.Grids[source.GridId].Layer.Legend.FirstOrDefault(l => l.From == value)?.Label
            : null;
}
