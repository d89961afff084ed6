using Geo.Engine.Grids;

namespace Geo.Engine.Zoning;

/// <summary>What zones are cut from, all on one frame, rows x columns.</summary>
/// <param name="Classes">Class numbers; 0 = none.</param>
/// <param name="Score">Scores; NaN at most where there is no class.</param>
/// <param name="Districts">District numbers from 1; cells with 0 are in no zone.</param>
public sealed record ClassifiedCells(Grid<byte> Classes, Grid<float> Score, Grid<byte> Districts);
