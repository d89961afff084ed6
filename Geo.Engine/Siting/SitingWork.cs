namespace Geo.Engine.Siting;

/// <summary>What of the work on a plan is worth telling.</summary>
/// <param name="Cells">Cells left after those with the same sites were merged.</param>
/// <param name="Sites">Sites left after dominated ones were set aside.</param>
/// <param name="OpenSites">Sites that the bound left open for the exact search.</param>
/// <param name="Greedy">Objective of the greedy plan.</param>
/// <param name="LocalSearch">Objective after local search.</param>
/// <param name="FirstBound">The bound before the exact search.</param>
public sealed record SitingWork(int Cells, int Sites, int OpenSites, long Greedy, long LocalSearch, long FirstBound);
