namespace Geo.Engine.Suitability;

/// <summary>Weights from pairwise judgements and how far the judgements agree with each other.</summary>
public sealed record PairwiseResult
{
    /// <summary>Principal right eigenvector, sum 1.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>Geometric means of the rows, sum 1: the same for consistent judgements, a check for others.</summary>
    public required IReadOnlyList<double> GeometricMeanWeights { get; init; }

    /// <summary>Greatest eigenvalue; the number of criteria for consistent judgements.</summary>
    public required double LambdaMax { get; init; }

    /// <summary>(lambda max - n) / (n - 1), at least 0.</summary>
    public required double ConsistencyIndex { get; init; }

    /// <summary>Consistency index / random index; above 0.10 the judgements should be looked at again. 0 below three criteria.</summary>
    public required double ConsistencyRatio { get; init; }

    /// <summary>The table behind the ratio.</summary>
    public required RandomIndexTable RandomIndex { get; init; }

    /// <summary>Up to three judgements that the weights contradict most, worst first.</summary>
    public required IReadOnlyList<Judgement> WorstJudgements { get; init; }
}
