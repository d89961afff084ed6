namespace Geo.Engine.Radio.Antennas;

/// <summary>
/// A measured pattern: the attenuation around the antenna, and above and below it straight ahead and behind. Straight ahead the vertical cut holds; on the
/// level the horizontal one does, lowered by what the vertical cut loses there. To the sides the vertical cut of the front passes evenly into that of the back.
/// </summary>
/// <remarks>
/// The weighting of the two cuts follows F. Gil et al., A 3D interpolation method for base-station-antenna radiation patterns, IEEE Antennas and
/// Propagation Magazine 43(2), 2001, with weights by the horizontal angle alone. Between whole degrees decibels are read off a straight line.
/// </remarks>
public sealed class PatternCuts
{
    /// <summary>Values of a cut: one for each whole degree.</summary>
    public const int Degrees = 360;

    private readonly double[] _horizontal;
    private readonly double[] _vertical;

    /// <summary>A pattern.</summary>
    /// <param name="peakDbi">Gain where no attenuation is, dBi.</param>
    /// <param name="horizontal">Attenuation, dB (0 and more), at 0 to 359 degrees to the right of straight ahead.</param>
    /// <param name="vertical">Attenuation, dB, at 0 to 359 degrees below straight ahead: 90 is straight down, 180 behind, 270 straight up.</param>
    /// <exception cref="ArgumentException">A cut has not 360 values.</exception>
    public PatternCuts(double peakDbi, ReadOnlySpan<double> horizontal, ReadOnlySpan<double> vertical)
    {
        if (horizontal.Length != Degrees || vertical.Length != Degrees)
            throw new ArgumentException($"a cut has {Degrees} values; received {horizontal.Length} and {vertical.Length}");
        PeakDbi = peakDbi;
        (_horizontal, _vertical) = (horizontal.ToArray(), vertical.ToArray());
    }

    /// <summary>Gain where no attenuation is, dBi.</summary>
    public double PeakDbi { get; }

    /// <summary>Gain in a direction, dBi.</summary>
    public double GainDbi(double thetaDegrees, double phiDegrees)
    {
        var below = thetaDegrees - 90;
        var back = Math.Abs(Math.IEEERemainder(phiDegrees, 360)) / 180;
        var front = At(_vertical, below);
        var behind = At(_vertical, 180 - below) - _vertical[180] + _vertical[0];
        // The horizontal cut holds at the height of the beam: what the vertical cut loses on the level is in it already.
        var aside = At(_horizontal, phiDegrees) - _horizontal[0];
        return PeakDbi - Math.Max(0, aside + ((1 - back) * front) + (back * behind));
    }

    private static double At(double[] cut, double degrees)
    {
        var turned = degrees - (Degrees * Math.Floor(degrees / Degrees));
        var index = (int)turned;
        var part = turned - index;
        return cut[index % Degrees] + (part * (cut[(index + 1) % Degrees] - cut[index % Degrees]));
    }
}
