namespace Geo.Engine.Radio.Antennas;

/// <summary>Rows and columns of elements that are fed with one amplitude and a phase that grows evenly: what steers the beam.</summary>
/// <param name="Rows">Elements above each other, at least 1.</param>
/// <param name="Columns">Elements side by side, at least 1.</param>
/// <param name="RowSpacing">Between rows, in wavelengths. Usual 0.5 to 0.9.</param>
/// <param name="ColumnSpacing">Between columns, in wavelengths. Usual 0.5.</param>
/// <remarks>
/// Source: ITU-R M.2101, 5.1 (table 4). The double sum of phasors is written as the product of two Dirichlet kernels, to which it is equal. A null of the
/// array is held at -100 dB, where the standard has minus infinity.
/// </remarks>
public readonly record struct ElementPanel(int Rows, int Columns, double RowSpacing = 0.5, double ColumnSpacing = 0.5)
{
    private const double LeastGain = 1e-10;
    private const double DegreesToRadians = Math.PI / 180;

    /// <summary>What the array adds to the gain of an element, dB: at most 10 log10(rows x columns), where the beam points.</summary>
    public double ArrayGainDb(double thetaDegrees, double phiDegrees, double downTiltDegrees, double scanDegrees)
    {
        var (theta, phi) = (thetaDegrees * DegreesToRadians, phiDegrees * DegreesToRadians);
        var (tilt, scan) = (downTiltDegrees * DegreesToRadians, scanDegrees * DegreesToRadians);
        var down = RowSpacing * (Math.Cos(theta) + Math.Sin(tilt));
        var aside = ColumnSpacing * ((Math.Sin(theta) * Math.Sin(phi)) - (Math.Cos(tilt) * Math.Sin(scan)));
        return 10 * Math.Log10(Math.Max(PowerOf(Rows, down) * PowerOf(Columns, aside), LeastGain));
    }

    // |sum of n phasors, each a turn further than the one before|^2 / n
    private static double PowerOf(int count, double turns)
    {
        var half = Math.PI * (turns - Math.Round(turns));
        if (count == 1 || Math.Abs(half) < 1e-9)
            return count;
        var ratio = Math.Sin(count * half) / Math.Sin(half);
        return ratio * ratio / count;
    }
}
