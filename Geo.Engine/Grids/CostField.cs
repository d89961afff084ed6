namespace Geo.Engine.Grids;

/// <summary>The cheapest ways from sources to all cells.</summary>
/// <param name="Costs">Accumulated cost of each cell, 0 in sources; NaN where no way leads.</param>
/// <param name="Origins">Row-major index of the source each way comes from, among equally cheap ones the lowest; -1 where no way leads.</param>
public sealed record CostField(Grid<double> Costs, Grid<int> Origins);
