namespace Geo.Engine.Suitability.Ranking;

/// <summary>How far alternatives are preferred to each other.</summary>
/// <param name="Leaving">Mean preference over the others, 0 to 1; more is better.</param>
/// <param name="Entering">Mean preference of the others over it, 0 to 1; less is better.</param>
/// <param name="Net">Leaving less entering, -1 to 1; they sum to 0, more is better.</param>
public sealed record PrometheeFlows(IReadOnlyList<double> Leaving, IReadOnlyList<double> Entering, IReadOnlyList<double> Net);
