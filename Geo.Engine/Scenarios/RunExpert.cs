namespace Geo.Engine.Scenarios;

/// <summary>What one expert's judgements give alone.</summary>
/// <param name="Name">Who.</param>
/// <param name="Weights">Sum 1, in the order of the criteria or groups that were judged.</param>
/// <param name="ConsistencyRatio">How far the judgements agree with each other.</param>
public sealed record RunExpert(string Name, IReadOnlyList<double> Weights, double ConsistencyRatio);
