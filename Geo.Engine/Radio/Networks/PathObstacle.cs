using Geo.Engine.Radio.Lanes;

namespace Geo.Engine.Radio.Networks;

/// <summary>What stands between two antennas.</summary>
/// <param name="horizonKilometres">Distance from which the earth itself does.</param>
internal readonly struct PathObstacle(double horizonKilometres)
{
    private const double MostlySea = 0.5;

    /// <summary>The horizon of two antennas over a smooth earth: 4.12 (sqrt h1 + sqrt h2) km at four thirds of its radius.</summary>
    /// <param name="earthKilometres">Effective radius of the earth.</param>
    /// <param name="transmitterMetres">Antenna above its ground.</param>
    /// <param name="receiverMetres">Antenna above its ground.</param>
    public static PathObstacle Between(double earthKilometres, double transmitterMetres, double receiverMetres) =>
        new(Math.Sqrt(0.002 * earthKilometres) * (Math.Sqrt(transmitterMetres) + Math.Sqrt(receiverMetres)));

    /// <summary>
    /// The round earth itself, ground, clutter, or the water under a free ray; <see cref="ShortfallReason.Distance"/> where nothing does.
    /// </summary>
    public ShortfallReason Of(PathColumns paths, int path)
    {
        if (paths[PathField.IsTransHorizon, path] != 0)
            return paths[PathField.Distance, path] >= horizonKilometres ? ShortfallReason.Horizon : ShortfallReason.Terrain;
        if (paths[PathField.ActualEdge, path] > 0)
            return ShortfallReason.Clutter;
        return paths[PathField.SeaShare, path] > MostlySea ? ShortfallReason.Water : ShortfallReason.Distance;
    }
}
