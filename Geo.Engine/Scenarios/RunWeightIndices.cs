namespace Geo.Engine.Scenarios;

/// <summary>Sobol indices of one weight: what it makes of the variance of the passing share when every weight varies by the step of the scenario.</summary>
/// <param name="Criterion">Whose weight.</param>
/// <param name="First">Alone.</param>
/// <param name="Total">With all its interactions.</param>
public sealed record RunWeightIndices(string Criterion, double First, double Total);
