using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Networks;

/// <summary>What stands between two antennas.</summary>
internal static class PathObstacle
{
    private const double MostlySea = 0.5;

    /// <summary>
    /// The round earth itself, ground, clutter, or the water under a free ray; <see cref="ShortfallReason.Distance"/> where nothing does.
    /// </summary>
    public static ShortfallReason Of(in PathGeometry geometry, EffectiveEarth earth)
    {
        if (geometry.IsTransHorizon)
            return geometry.DistanceKilometres >= HorizonKilometres(geometry, earth) ? ShortfallReason.Horizon : ShortfallReason.Terrain;
        if (!geometry.HasLineOfSight)
            return ShortfallReason.Clutter;
        return geometry.SeaShare > MostlySea ? ShortfallReason.Water : ShortfallReason.Distance;
    }

    // of two antennas over a smooth earth: 4.12 (sqrt h1 + sqrt h2) km at four thirds of its radius
    private static double HorizonKilometres(in PathGeometry geometry, EffectiveEarth earth) =>
        Math.Sqrt(0.002 * earth.MedianKilometres) * (Math.Sqrt(geometry.TransmitterAboveGroundMetres) + Math.Sqrt(geometry.ReceiverAboveGroundMetres));
}
