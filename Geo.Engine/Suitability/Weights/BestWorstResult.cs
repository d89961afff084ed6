namespace Geo.Engine.Suitability.Weights;

/// <summary>What comes of judgements against the best and the worst criterion.</summary>
/// <param name="Weights">Sum 1, in the order of the criteria.</param>
/// <param name="Deviation">Greatest difference between a ratio of weights and its judgement; 0 when all agree.</param>
/// <param name="ConsistencyRatio">Deviation over the greatest one possible, 0 (consistent) to 1.</param>
public sealed record BestWorstResult(IReadOnlyList<double> Weights, double Deviation, double ConsistencyRatio);
