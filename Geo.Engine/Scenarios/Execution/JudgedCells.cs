using Geo.Engine.Grids;
using Geo.Engine.Zoning;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>A theme's grids when all is judged and cut.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Grids">Criteria, reasons, people.</param>
/// <param name="Map">Classes and zones.</param>
/// <param name="Score">Scores.</param>
/// <param name="Study">The study area.</param>
internal sealed record JudgedCells(Theme Theme, ThemeGrids Grids, ZoneMap Map, Grid<float> Score, StudyGrid Study);
