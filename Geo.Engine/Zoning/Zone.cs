using Geo.Engine.Economy;
using Geo.Engine.Suitability;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Zoning;

/// <summary>A connected patch of one class in one district.</summary>
/// <param name="Class">Its class.</param>
/// <param name="DistrictIndex">Index of its district in the order of the district layer, from 0.</param>
/// <param name="ScoreMean">Mean score of its cells, 0 to 1.</param>
/// <param name="AreaHectares">Hectares on the ground, counted on cells.</param>
/// <param name="Cells">Number of cells.</param>
/// <param name="Geometry">Its outline in CRS84; neighbours share their borders vertex by vertex.</param>
/// <param name="Yield">What it is expected to give; null when the theme has no activity.</param>
public sealed record Zone(
    SuitabilityClass Class, int DistrictIndex, double ScoreMean, double AreaHectares, long Cells, Geometry Geometry, ExpectedYield? Yield);
