using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>A receiver on a radial: it need not stand on one of its points.</summary>
/// <param name="DistanceKilometres">Distance from the site, greater than 0.</param>
/// <param name="GroundMetres">Its own ground, metres above sea level.</param>
/// <param name="Zone">Its own zone.</param>
public readonly record struct RadialEnd(double DistanceKilometres, double GroundMetres, PathZone Zone);
