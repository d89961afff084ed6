using Geo.Engine.Grids;

namespace Geo.Engine.Zoning;

/// <summary>Zones on a grid.</summary>
/// <param name="Classes">Class numbers after the zone rules, rows x columns; 0 = none.</param>
/// <param name="Labels">Number of the zone of each cell, from 1; 0 = in no zone.</param>
/// <param name="Zones">The zones in order of class, district, first cell (row-major): zone n stands at index n - 1.</param>
public sealed record ZoneMap(Grid<byte> Classes, Grid<int> Labels, IReadOnlyList<Zone> Zones);
