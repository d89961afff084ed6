namespace Geo.Engine.Suitability.Ranking;

/// <summary>What VIKOR says of each alternative; less is better.</summary>
/// <param name="Utility">S: weighted sum of losses against the best, 0 to 1.</param>
/// <param name="Regret">R: greatest weighted loss, 0 to 1.</param>
/// <param name="Compromise">Q: both from best (0) to worst (1), weighted.</param>
/// <param name="CompromiseSet">Alternatives that are proposed together, best first: one where it leads clearly.</param>
public sealed record VikorResult(IReadOnlyList<double> Utility, IReadOnlyList<double> Regret, IReadOnlyList<double> Compromise, IReadOnlyList<int> CompromiseSet);
