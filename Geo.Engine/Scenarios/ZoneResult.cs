using Geo.Engine.Economy;
using Geo.Engine.Zoning;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Scenarios;

/// <summary>A zone as it goes on the map.</summary>
/// <param name="Zone">Class, district, area and score.</param>
/// <param name="Outline">Its outline in CRS84; neighbours share their borders vertex by vertex.</param>
/// <param name="DistrictName">Vietnamese name of its district.</param>
/// <param name="UnitCode">Code of its district.</param>
/// <param name="Population">People who live in it; null when the theme does not count them.</param>
/// <param name="Yield">What it is expected to give; null when the theme has no activity.</param>
public sealed record ZoneResult(Zone Zone, Geometry Outline, string DistrictName, string UnitCode, double? Population, ExpectedYield? Yield);
