using System.Text.Json.Serialization;

namespace Geo.Engine.Suitability;

/// <summary>How the weights of a theme's criteria are found. A closed family.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Direct), "direct")]
[JsonDerivedType(typeof(Pairwise), "ahp")]
public abstract record Weighting
{
    private Weighting()
    {
    }

    /// <summary>The weights in the order of the criteria; raw ones are kept beside the ones used.</summary>
    public abstract IReadOnlyList<CriterionWeight> Resolve();

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

    /// <summary>Weights from judgements in pairs (AHP), of one expert or of a group (aggregation of individual judgements).</summary>
    /// <param name="Experts">At least one.</param>
    /// <param name="RandomIndex">What the consistency ratio is measured against.</param>
    /// <param name="MaxConsistencyRatio">Above it the check warns.</param>
    public sealed record Pairwise(IReadOnlyList<Expert> Experts, RandomIndexTable RandomIndex, double MaxConsistencyRatio) : Weighting
    {
        /// <inheritdoc/>
        public override IReadOnlyList<CriterionWeight> Resolve() => Scaled(Evaluate().Weights);

        /// <summary>Weights and consistency of the group; for one expert, of that expert.</summary>
        public PairwiseResult Evaluate() => PairwiseComparison.Evaluate(
            Experts.Count == 1 ? Experts[0].Matrix : PairwiseComparison.Aggregate([.. Experts.Select(e => e.Matrix)], [.. Experts.Select(e => e.Power)]),
            RandomIndex);
    }
}
