namespace Geo.Engine.Radio.Antennas;

/// <summary>An antenna on a mast. Mechanical tilt turns the whole pattern, behind the antenna upwards; electrical tilt belongs to the pattern.</summary>
/// <param name="Pattern">Its pattern.</param>
/// <param name="BearingDegrees">Where it looks, degrees clockwise from north.</param>
/// <param name="MechanicalTiltDegrees">How far it is bent down, -90 to 90.</param>
public sealed record MountedAntenna(AntennaPattern Pattern, double BearingDegrees = 0, double MechanicalTiltDegrees = 0)
{
    private const double DegreesToRadians = Math.PI / 180;

    /// <summary>Gain towards a direction, dBi.</summary>
    /// <param name="azimuthDegrees">Degrees clockwise from north.</param>
    /// <param name="elevationDegrees">Degrees above the horizon, -90 to 90.</param>
    public double GainDbi(double azimuthDegrees, double elevationDegrees)
    {
        if (Pattern is AntennaPattern.Isotropic)
            return Pattern.PeakDbi;
        var (aside, up) = ((azimuthDegrees - BearingDegrees) * DegreesToRadians, elevationDegrees * DegreesToRadians);
        var (sinTilt, cosTilt) = Math.SinCos(MechanicalTiltDegrees * DegreesToRadians);
        var (ahead, right, high) = (Math.Cos(up) * Math.Cos(aside), Math.Cos(up) * Math.Sin(aside), Math.Sin(up));
        var turnedAhead = (ahead * cosTilt) - (high * sinTilt);
        var turnedHigh = (ahead * sinTilt) + (high * cosTilt);
        var theta = Math.Acos(Math.Clamp(turnedHigh, -1, 1)) / DegreesToRadians;
        return Pattern.GainDbi(theta, Math.Atan2(right, turnedAhead) / DegreesToRadians);
    }
}
