using Geo.Engine.Grids;
using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Sensitivity;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Asks how far the scores of a theme hang on weights and on errors of the layers.</summary>
internal sealed class ThemeUncertainty
{
    private readonly Theme _theme;
    private readonly UncertaintySettings _settings;
    private readonly ExecutionSettings _execution;
    private readonly Grid<byte> _reasons;
    private readonly StudyGrid _study;
    private readonly double[] _weights;
    private readonly List<WeightedCriterion> _criteria;
    private readonly PassRule _rule;
    private readonly PassingCells _cells;

    /// <summary>For a theme that has just been scored: a reason of 0 means that a cell has a score.</summary>
    public ThemeUncertainty(Theme theme, ThemeGrids grids, StudyGrid study, UncertaintySettings settings, ExecutionSettings execution)
    {
        (_theme, _settings, _execution, _reasons, _study) = (theme, settings, execution, grids.Reasons, study);
        _weights = [.. theme.Weighting.Resolve().Select(w => w.Used)];
        _criteria = [.. theme.Criteria.Select((c, i) => new WeightedCriterion(grids.Criteria[i], c.Membership, _weights[i], c.Missing, ReasonCodes.OfCriterion(theme, i)))];
        _rule = new PassRule(theme.Aggregation, theme.Classes.LowestScore(settings.Pass));
        _cells = new PassingCells(_criteria, _reasons, _rule, execution.Threads, execution.Cancellation);
    }

    /// <summary>Grids and numbers.</summary>
    public UncertaintyResult Find()
    {
        var draws = Draws(_settings.Draws);
        var confidence = _rule.IsLinear ? IgnoranceMap.Of(_criteria, _reasons, _rule, _execution.Threads, _execution.Cancellation) : null;
        var isClosed = confidence is not null && _settings.Weights is WeightSpread.Ignorance;
        var joint = Joint();
        return new UncertaintyResult(confidence, isClosed || !UsesWeights ? null : _cells.ShareOfDraws(draws), UnderErrors(), Report(draws) with { Joint = joint is null ? null : RunJoint.Of(joint.Passing) })
        {
            AmongBest = AmongBest(),
            Joint = joint?.Shares,
        };
    }

    private double[][] Draws(int count) => new DrawSettings(_settings.Weights, count, _settings.IsEven, _settings.Seed).Of(_weights);

    private Grid<float>? AmongBest() => _settings.BestDraws == 0 || !UsesWeights
        ? null
        : new BestCells(_criteria, _reasons, _theme.Aggregation, _execution.Threads, _execution.Cancellation).ShareOfDraws(Draws(_settings.BestDraws), _settings.BestShare);

    // Another seed: random weights and errors must not be made of the same numbers.
    private JointShares? Joint() => _settings.JointDraws == 0 || Deviations.All(d => d == 0) || !UsesWeights
        ? null
        : LayerErrors.WithWeights(_criteria, Deviations, Draws(_settings.JointDraws), ~_settings.Seed, _reasons, _rule, _execution.Threads, _execution.Cancellation);

    private List<double> Deviations => [.. _theme.Criteria.Select(c => c.ErrorDeviation ?? 0)];

    private bool UsesWeights => _theme.Aggregation is not (Aggregation.Fuzzy or Aggregation.Ordered { Reweighted: false });

    private Grid<float>? UnderErrors() => _settings.LayerDraws == 0 || Deviations.All(d => d == 0)
        ? null
        : LayerErrors.ShareOfDraws(_criteria, Deviations, _reasons, _rule, (_settings.LayerDraws, _settings.Seed), _execution.Threads, _execution.Cancellation);

    private RunUncertainty Report(double[][] draws)
    {
        var changed = Enumerable.Range(0, _weights.Length).SelectMany(c => new[] { Changed(c, 1 - _settings.Step), Changed(c, 1 + _settings.Step) });
        var shares = _cells.ShareOfCells([_weights, .. changed]).Select(s => double.IsNaN(s) ? (double?)null : s).ToArray();
        return new RunUncertainty
        {
            Pass = _settings.Pass,
            PassingShare = shares[0],
            OneAtATime = [.. _theme.Criteria.Select((c, i) => new RunWeightStep(c.Id, shares[(2 * i) + 1], shares[(2 * i) + 2]))],
            Indices = Indices(),
            Ranks = DistrictRanks.Of(_theme, _criteria, _reasons, _study, _weights, draws, _execution),
        };
    }

    private IReadOnlyList<RunWeightIndices> Indices()
    {
        if (_settings.IndexSamples == 0)
            return [];
        var spread = new WeightSpread.Interval(_settings.Step);
        var indices = SobolIndices.Of(samples => _cells.ShareOfCells([.. samples.Select(s => spread.Draw(_weights, s))]), _weights.Length, _settings.IndexSamples, _settings.Seed);
        return indices.Variance > 0 ? [.. _theme.Criteria.Select((c, i) => new RunWeightIndices(c.Id, indices.First[i], indices.Total[i]))] : [];
    }

    private double[] Changed(int criterion, double factor)
    {
        var changed = _weights.ToArray();
        changed[criterion] *= factor;
        var sum = changed.Sum();
        return sum == 0 ? _weights : [.. changed.Select(w => w / sum)];
    }
}
