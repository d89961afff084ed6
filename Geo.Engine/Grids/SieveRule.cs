namespace Geo.Engine.Grids;

/// <summary>What <see cref="Sieve"/> takes for too small.</summary>
/// <param name="MinimumCells">Components with fewer cells are merged; 1 or less merges none.</param>
/// <param name="Connectivity">Which neighbours belong together.</param>
public sealed record SieveRule(int MinimumCells, Connectivity Connectivity);
