namespace Geo.Engine.Radio.Antennas;

/// <summary>
/// Gain of an antenna by direction, seen from the antenna itself: theta from its upward axis (0 to 180 degrees, 90 straight ahead), phi sideways from
/// straight ahead (-180 to 180, positive to the right). A closed family. NaN in gives NaN out.
/// </summary>
public abstract record AntennaPattern
{
    private AntennaPattern()
    {
    }

    /// <summary>Greatest gain in any direction, dBi.</summary>
    public abstract double PeakDbi { get; }

    /// <summary>Gain in a direction, dBi; never above <see cref="PeakDbi"/> but for rounding.</summary>
    public abstract double GainDbi(double thetaDegrees, double phiDegrees);

    /// <summary>Alike in all directions: what is known of a mast when nothing is said of its antenna.</summary>
    /// <param name="Gain">The gain, dBi.</param>
    public sealed record Isotropic(double Gain) : AntennaPattern
    {
        /// <inheritdoc/>
        public override double PeakDbi => Gain;

        /// <inheritdoc/>
        public override double GainDbi(double thetaDegrees, double phiDegrees) => Gain;
    }

    /// <summary>One element of a 5G panel, 8 dBi.</summary>
    public sealed record Element : AntennaPattern
    {
        /// <inheritdoc/>
        public override double PeakDbi => SectorElement.PeakDbi;

        /// <inheritdoc/>
        public override double GainDbi(double thetaDegrees, double phiDegrees) => SectorElement.GainDbi(thetaDegrees, phiDegrees);
    }

    /// <summary>A panel of such elements with one beam.</summary>
    /// <param name="Panel">Its rows, columns and spacing.</param>
    /// <param name="DownTiltDegrees">Electrical tilt of the beam, positive down, -90 to 90.</param>
    /// <param name="ScanDegrees">Sideways steering of the beam, positive to the right, -90 to 90.</param>
    public sealed record Beam(ElementPanel Panel, double DownTiltDegrees, double ScanDegrees) : AntennaPattern
    {
        /// <inheritdoc/>
        public override double PeakDbi => SectorElement.PeakDbi + (10 * Math.Log10(Panel.Rows * Panel.Columns));

        /// <inheritdoc/>
        public override double GainDbi(double thetaDegrees, double phiDegrees) =>
            SectorElement.GainDbi(thetaDegrees, phiDegrees) + Panel.ArrayGainDb(thetaDegrees, phiDegrees, DownTiltDegrees, ScanDegrees);
    }

    /// <summary>A passive sector antenna of a macro site.</summary>
    /// <param name="Sector">Its widths and gain.</param>
    /// <param name="DownTiltDegrees">Electrical tilt, positive down, -90 to 90.</param>
    public sealed record Passive(PassiveSector Sector, double DownTiltDegrees) : AntennaPattern
    {
        /// <inheritdoc/>
        public override double PeakDbi => Sector.PeakDbi;

        /// <inheritdoc/>
        public override double GainDbi(double thetaDegrees, double phiDegrees) => Sector.GainDbi(thetaDegrees, phiDegrees, DownTiltDegrees);
    }

    /// <summary>A measured pattern.</summary>
    /// <param name="Cuts">Its horizontal and vertical cut.</param>
    public sealed record Measured(PatternCuts Cuts) : AntennaPattern
    {
        /// <inheritdoc/>
        public override double PeakDbi => Cuts.PeakDbi;

        /// <inheritdoc/>
        public override double GainDbi(double thetaDegrees, double phiDegrees) => Cuts.GainDbi(thetaDegrees, phiDegrees);
    }
}
