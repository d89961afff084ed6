namespace Geo.Engine.Scenarios;

/// <summary>What is ranked beside the scores.</summary>
/// <param name="Districts">Whether districts are.</param>
/// <param name="Zones">Whether zones are.</param>
/// <param name="Majority">VIKOR's weight of the group's utility against the regret, 0 to 1.</param>
public sealed record RankingSettings(bool Districts, bool Zones, double Majority);
