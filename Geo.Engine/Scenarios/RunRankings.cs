namespace Geo.Engine.Scenarios;

/// <summary>Districts and zones of a theme, ranked.</summary>
/// <param name="Districts">Districts with a cell that counts; null when they were not asked for.</param>
/// <param name="Zones">Zones; null when they were not asked for.</param>
public sealed record RunRankings(IReadOnlyList<RunRanking>? Districts, IReadOnlyList<RunRanking>? Zones);
