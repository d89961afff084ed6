namespace Geo.Engine.Radio.Antennas;

/// <summary>The antenna element of 3GPP's panels: 65 degrees wide both ways, 8 dBi, 30 dB front to back.</summary>
/// <remarks>Source: 3GPP TR 38.901, table 7.3-1. Angles as in <see cref="AntennaPattern"/>.</remarks>
public static class SectorElement
{
    /// <summary>Gain straight ahead, dBi.</summary>
    public const double PeakDbi = 8;

    private const double WidthDegrees = 65;
    private const double LeastDb = 30;

    /// <summary>Gain in a direction, dBi.</summary>
    public static double GainDbi(double thetaDegrees, double phiDegrees)
    {
        var (across, along) = ((thetaDegrees - 90) / WidthDegrees, phiDegrees / WidthDegrees);
        var vertical = Math.Min(12 * across * across, LeastDb);
        var horizontal = Math.Min(12 * along * along, LeastDb);
        return PeakDbi - Math.Min(vertical + horizontal, LeastDb);
    }
}
