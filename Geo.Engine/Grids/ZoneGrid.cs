namespace Geo.Engine.Grids;

/// <summary>Areas to count by, laid on a grid.</summary>
/// <param name="Labels">Zone of each cell, rows x columns: 1..<paramref name="Count"/>, 0 in no zone.</param>
/// <param name="Count">Number of zones; some may have no cells.</param>
/// <param name="Areas">Hectares of each cell of the same frame.</param>
public sealed record ZoneGrid(Grid<int> Labels, int Count, CellAreas Areas);
