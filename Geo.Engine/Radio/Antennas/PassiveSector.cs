namespace Geo.Engine.Radio.Antennas;

/// <summary>A passive sector antenna drawn by its widths, as macro sites have them at 700 MHz.</summary>
/// <param name="PeakDbi">Gain where the beam points, dBi. Default 15.</param>
/// <param name="HorizontalWidthDegrees">Width at half power, degrees, greater than 0. Default 70.</param>
/// <param name="FrontToBackDb">Greatest attenuation, dB. Default 25.</param>
/// <param name="VerticalWidthDegrees">Width at half power, degrees, greater than 0. Default 10.</param>
/// <param name="SideLobeDb">Greatest attenuation by the vertical angle alone, dB. Default 20.</param>
/// <remarks>Source: 3GPP TR 36.814, table A.2.1.1-2.</remarks>
public sealed record PassiveSector(
    double PeakDbi = 15, double HorizontalWidthDegrees = 70, double FrontToBackDb = 25, double VerticalWidthDegrees = 10, double SideLobeDb = 20)
{
    /// <summary>Gain in a direction, dBi, with the beam tilted down by so much.</summary>
    public double GainDbi(double thetaDegrees, double phiDegrees, double downTiltDegrees)
    {
        var (across, along) = ((thetaDegrees - 90 - downTiltDegrees) / VerticalWidthDegrees, phiDegrees / HorizontalWidthDegrees);
        var vertical = Math.Min(12 * across * across, SideLobeDb);
        var horizontal = Math.Min(12 * along * along, FrontToBackDb);
        return PeakDbi - Math.Min(vertical + horizontal, FrontToBackDb);
    }
}
