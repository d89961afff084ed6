using Geo.Engine.Scenarios.Execution;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Explaining;

/// <summary>Writes down what was counted over the cells of an area.</summary>
/// <param name="explained">The theme.</param>
/// <param name="cells">The area's cells in the study area.</param>
/// <param name="record">The run.</param>
/// <param name="words">Unit of a criterion's values, and what the names of its codes are.</param>
internal sealed class AreaReport(ExplainedTheme explained, AreaCells cells, RunRecord record, Func<Criterion, (string? Unit, Func<double, BilingualText?> Name)> words)
{
    private readonly Theme _theme = explained.Theme;

    /// <summary>The explanation.</summary>
    public AreaExplanation Explain(CancellationToken cancellation)
    {
        var scored = cells.Where(i => !float.IsNaN(explained.Score[i]));
        var judge = new AreaJudge(explained);
        judge.Take(scored, cancellation);
        var criteria = _theme.Criteria.Select((c, i) => Criterion(c, i, judge.Tallies[i])).ToList();
        return new AreaExplanation
        {
            Cells = cells.Indices.Count,
            Hectares = cells.Hectares.Sum(),
            ScoredHectares = scored.Hectares.Sum(),
            Score = Score(scored),
            ClassHectares = [.. new[] { SuitabilityClass.S1, SuitabilityClass.S2, SuitabilityClass.S3, SuitabilityClass.N }.Select(s => cells.Where(i => explained.Classes[i] == (byte)s).Hectares.Sum())],
            Reasons = Reasons(),
            Criteria = criteria,
            MostLimiting = criteria.Where(c => c.LimitsHectares > 0).MaxBy(c => c.LimitsHectares)?.Id,
            MostLifting = criteria.Where(c => c.Lifts.Count > 0).MaxBy(c => c.Lifts[^1].Hectares)?.Id,
            MostUncertain = criteria.Where(c => c.ErrorEffect > 0).MaxBy(c => c.ErrorEffect)?.Id,
            WorstStatus = record.WorstStatus,
            Caution = record.Caution,
            RunId = record.RunId,
        };
    }

    private ValueRange? Score(AreaCells scored)
    {
        var scores = new RangeTally();
        foreach (var index in scored.Indices)
            scores.Add(explained.Score[index]);
        return scores.Range;
    }

    private List<AreaReason> Reasons()
    {
        var found = new SortedDictionary<byte, (long Cells, double Hectares)>();
        for (var i = 0; i < cells.Indices.Count; i++)
            if (explained.Reasons[cells.Indices[i]] is not 0 and var code)
                found[code] = (found.GetValueOrDefault(code).Cells + 1, found.GetValueOrDefault(code).Hectares + cells.Hectares[i]);
        return [.. explained.ReasonTable.Where(r => found.ContainsKey(r.Code)).OrderByDescending(r => found[r.Code].Hectares)
            .Select(r => new AreaReason(r with { Cells = found[r.Code].Cells }, found[r.Code].Hectares, r.Code < ReasonCodes.UnderMinimumArea))];
    }

    private AreaCriterion Criterion(Criterion criterion, int index, AreaTally tally)
    {
        var (unit, name) = words(criterion);
        var isOfCodes = criterion.Measure is Measure.GridValue { Source.IsCategorical: true };
        return new AreaCriterion
        {
            Id = criterion.Id,
            Title = criterion.Title,
            Value = isOfCodes ? null : tally.Values.Range,
            Unit = unit,
            Categories = [.. tally.Codes.OrderByDescending(c => c.Value).Select(c => new AreaCategory(c.Key, name(c.Key), c.Value))],
            Membership = tally.Degrees.Range,
            Weight = _theme.Weighting.Resolve()[index].Used,
            Contribution = _theme.Aggregation is Aggregation.Wlc ? tally.Contributions.Range : null,
            MissingHectares = tally.Missing,
            LimitsHectares = tally.Limited,
            Lifts = Lifts(criterion, tally, name),
            ErrorEffect = tally.Errors.Range?.Mean,
            Source = criterion.Evidence.Source,
            IsStartingValue = criterion.Evidence.IsStartingValue,
        };
    }

    private static List<AreaLift> Lifts(Criterion criterion, AreaTally tally, Func<double, BilingualText?> name)
    {
        var lifts = new List<AreaLift>();
        for (var level = AreaTally.Levels.Count - 1; level >= 0; level--)
        {
            if (tally.Lifted[level] == 0)
                continue;
            var value = ValueForDegree.Nearest(criterion.Membership, tally.Values.Range?.Mean ?? double.NaN, AreaTally.Levels[level]);
            lifts.Add(new AreaLift(AreaTally.Levels[level], value, value is { } found ? name(found) : null, tally.Lifted[level]));
        }
        return lifts;
    }
}
