using System.Text.Json.Serialization;
using Geo.Engine.Suitability.Weights;

namespace Geo.Engine.Suitability;

/// <summary>How the weights of a theme's criteria are found. A closed family.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Direct), "direct")]
[JsonDerivedType(typeof(Pairwise), "ahp")]
[JsonDerivedType(typeof(Ranked), "rank")]
[JsonDerivedType(typeof(Swing), "swing")]
[JsonDerivedType(typeof(AgainstBestAndWorst), "best_worst")]
[JsonDerivedType(typeof(FromData), "data")]
[JsonDerivedType(typeof(Hierarchy), "hierarchy")]
public abstract record Weighting
{
    private Weighting()
    {
    }

    /// <summary>Whether weights are still to be taken from the layers: <see cref="Resolve"/> knows none before <see cref="Freeze"/>.</summary>
    [JsonIgnore]
    public virtual bool NeedsData => false;

    /// <summary>The weights in the order of the criteria; raw ones are kept beside the ones used.</summary>
    /// <exception cref="InvalidOperationException">They are still to be taken from the layers.</exception>
    public abstract IReadOnlyList<CriterionWeight> Resolve();

    /// <summary>The same weighting with what comes of the layers written down as numbers; itself when nothing does.</summary>
    /// <param name="data">Memberships of the cells that count, criteria in the order of this weighting.</param>
    /// <param name="faults">Gains what keeps the data from giving weights.</param>
    public virtual Weighting Freeze(DegreeStatistics data, ICollection<BilingualText> faults) => this;

    private static CriterionWeight[] Scaled(IReadOnlyList<double> raw)
    {
        var sum = raw.Sum();
        return [.. raw.Select(w => new CriterionWeight(w, w / sum))];
    }

    /// <summary>Weights given as numbers, in the order of the criteria; only their ratios matter.</summary>
    /// <param name="Raw">As written: finite, not negative, not all zero.</param>
    public sealed record Direct(IReadOnlyList<double> Raw) : Weighting
    {
        /// <inheritdoc/>
        public override IReadOnlyList<CriterionWeight> Resolve() => Scaled(Raw);
    }

    /// <summary>Weights from judgements in pairs (AHP), of one expert or of a group.</summary>
    /// <param name="Experts">At least one.</param>
    /// <param name="RandomIndex">What the consistency ratio is measured against.</param>
    /// <param name="MaxConsistencyRatio">Above it the check warns.</param>
    /// <param name="Group">How several experts become one.</param>
    public sealed record Pairwise(
        IReadOnlyList<Expert> Experts, RandomIndexTable RandomIndex, double MaxConsistencyRatio, GroupRule Group = GroupRule.Judgements) : Weighting
    {
        /// <inheritdoc/>
        public override IReadOnlyList<CriterionWeight> Resolve() => Scaled(Experts.Count > 1 && Group == GroupRule.Priorities ? Priorities() : Evaluate().Weights);

        /// <summary>Weights and consistency of the group's joint judgements; for one expert, of that expert.</summary>
        public PairwiseResult Evaluate() => PairwiseComparison.Evaluate(
            Experts.Count == 1 ? Experts[0].Matrix : PairwiseComparison.Aggregate([.. Experts.Select(e => e.Matrix)], [.. Experts.Select(e => e.Power)]),
            RandomIndex);

        /// <summary>Weights and consistency of each expert, in their order.</summary>
        public IReadOnlyList<PairwiseResult> EvaluateEach() => [.. Experts.Select(e => PairwiseComparison.Evaluate(e.Matrix, RandomIndex))];

        private double[] Priorities() => GroupPriorities.Of([.. EvaluateEach().Select(r => r.Weights)], [.. Experts.Select(e => e.Power)]);
    }

    /// <summary>Weights from the order of importance.</summary>
    /// <param name="Ranks">Rank of each criterion, 1 the most important; equal ranks are ties.</param>
    /// <param name="Rule">How ranks become weights.</param>
    public sealed record Ranked(IReadOnlyList<int> Ranks, RankRule Rule) : Weighting
    {
        /// <inheritdoc/>
        public override IReadOnlyList<CriterionWeight> Resolve() => Scaled(Rule switch
        {
            RankRule.Sum => RankWeights.Sum(Ranks),
            RankRule.Reciprocal => RankWeights.Reciprocal(Ranks),
            _ => RankWeights.Centroid(Ranks),
        });
    }

    /// <summary>Weights from what the swing of each criterion from its worst to its best is worth beside the greatest swing.</summary>
    /// <param name="Points">0 to 100, not all zero; the greatest swing has 100 by custom.</param>
    /// <remarks>Source: von Winterfeldt, D. and Edwards, W. (1986), Decision Analysis and Behavioral Research.</remarks>
    public sealed record Swing(IReadOnlyList<double> Points) : Weighting
    {
        /// <inheritdoc/>
        public override IReadOnlyList<CriterionWeight> Resolve() => Scaled(Points);
    }

    /// <summary>Weights from comparing every criterion with the best and with the worst alone.</summary>
    /// <param name="Best">Index of the most important criterion.</param>
    /// <param name="Worst">Index of the least important one, another.</param>
    /// <param name="BestToOthers">How many times more important the best is than each; 1 for itself.</param>
    /// <param name="OthersToWorst">How many times more important each is than the worst; 1 for itself.</param>
    /// <param name="Form">Which deviation is kept small.</param>
    public sealed record AgainstBestAndWorst(
        int Best, int Worst, IReadOnlyList<double> BestToOthers, IReadOnlyList<double> OthersToWorst, BestWorstForm Form) : Weighting
    {
        /// <inheritdoc/>
        public override IReadOnlyList<CriterionWeight> Resolve() => Scaled(Evaluate().Weights);

        /// <summary>Weights and consistency.</summary>
        public BestWorstResult Evaluate() => Form == BestWorstForm.Linear
            ? LinearBestWorst.Evaluate(BestToOthers, OthersToWorst, Best, Worst)
            : BestWorst.Evaluate(BestToOthers, OthersToWorst, Best, Worst);
    }

    /// <summary>Weights that come of the memberships of the cells that count: what tells cells apart weighs more.</summary>
    /// <param name="Rule">How.</param>
    /// <param name="Frozen">The weights, once they have been taken; null before.</param>
    public sealed record FromData(DataRule Rule, IReadOnlyList<double>? Frozen = null) : Weighting
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override bool NeedsData => Frozen is null;

        /// <inheritdoc/>
        public override IReadOnlyList<CriterionWeight> Resolve() =>
            Scaled(Frozen ?? throw new InvalidOperationException("weights from data are known only when the layers have been measured"));

        /// <inheritdoc/>
        public override Weighting Freeze(DegreeStatistics data, ICollection<BilingualText> faults) =>
            NeedsData && CellWeights.Of(Rule, data, faults) is { } weights ? this with { Frozen = weights } : this;
    }

    /// <summary>Weights of groups, each shared out among the criteria of the group: the weight of a criterion is that of its group times its own in the group.</summary>
    /// <param name="Groups">The groups; each criterion is in one of them.</param>
    /// <param name="Among">How the groups are weighted, in their order.</param>
    public sealed record Hierarchy(IReadOnlyList<CriterionGroup> Groups, Weighting Among) : Weighting
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override bool NeedsData => Groups.Any(g => g.Within.NeedsData);

        /// <inheritdoc/>
        public override IReadOnlyList<CriterionWeight> Resolve()
        {
            var raw = new double[Groups.Sum(g => g.Criteria.Count)];
            foreach (var (group, share) in Groups.Zip(Among.Resolve()))
                foreach (var (criterion, own) in group.Criteria.Zip(group.Within.Resolve()))
                    raw[criterion] = share.Used * own.Used;
            return Scaled(raw);
        }

        /// <inheritdoc/>
        public override Weighting Freeze(DegreeStatistics data, ICollection<BilingualText> faults) => NeedsData
            ? this with { Groups = [.. Groups.Select(g => g with { Within = g.Within.Freeze(data.Of(g.Criteria), faults) })] }
            : this;
    }
}
