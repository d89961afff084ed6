using Geo.Engine.Grids;
using Geo.Engine.Zoning;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>A theme's grids when all is judged and cut.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Reasons">Why cells have no class, or another one than their score gives.</param>
/// <param name="People">People; null when the theme counts none.</param>
/// <param name="Map">Classes and zones.</param>
/// <param name="Score">Scores.</param>
/// <param name="Study">The study area.</param>
internal sealed record JudgedCells(Theme Theme, Grid<byte> Reasons, PeopleGrids? People, ZoneMap Map, Grid<float> Score, StudyGrid Study);
