using Geo.Engine.Grids;
using Geo.Engine.Radio.Paths;
using Geo.Engine.Radio.Propagation;
using Geo.Engine.Radio.Spectrum;
using Geo.Engine.Radio.Sweeping;
using Geo.Engine.Radio.Terrain;

namespace Geo.Engine.Radio.Networks;

/// <summary>
/// Computes the footprint of a site: one profile for each radial, from it the geometry of the path to every cell, from that the loss at each frequency by
/// ITU-R P.1812 (nearer than 250 m by 3GPP's rural macro, with or without line of sight as the profile has it).
/// </summary>
internal sealed class SiteSweep
{
    private const double NearMetres = 250;
    internal const double LeastMetres = 10;
    private const double MilliwattsPerDecibel = 0.23025850929940457; // ln 10 / 10

    private readonly Landscape _landscape;
    private readonly GridFrame _frame;
    private readonly NetworkSettings _settings;
    private readonly NetworkSite _site;
    private readonly Carrier[] _carriers;
    private readonly PointToArea[] _models;
    private readonly int[] _carrierOf;
    private readonly double[] _indoors;

    /// <summary>A sweep of a site over a landscape, for the cells of a frame.</summary>
    public SiteSweep(Landscape landscape, GridFrame frame, NetworkSettings settings, NetworkSite site)
    {
        (_landscape, _frame, _settings, _site) = (landscape, frame, settings, site);
        _carriers = [.. site.Sectors.Select(s => s.Carrier).DistinctBy(c => c.CentreMegahertz)];
        _models = [.. _carriers.Select(c => ModelOf(c, settings))];
        _indoors = [.. _carriers.Select(c => IndoorLoss.Of(settings.Building, c).MedianDb)];
        _carrierOf = [.. site.Sectors.Select(s => Array.FindIndex(_carriers, c => c.CentreMegahertz == s.Carrier.CentreMegahertz))];
    }

    /// <summary>The model of a carrier under settings, at half of the time and places.</summary>
    public static PointToArea ModelOf(Carrier carrier, NetworkSettings settings) => new(new PointToAreaSettings
    {
        FrequencyGigahertz = carrier.CentreMegahertz / 1_000,
        RefractivityGradient = settings.RefractivityGradient,
        SeaLevelRefractivity = settings.SeaLevelRefractivity,
        LatitudeDegrees = settings.LatitudeDegrees,
        Polarisation = settings.Polarisation,
    });

    /// <summary>Computes the footprint; the same on any number of threads.</summary>
    public SiteFootprint Run(int threads, CancellationToken cancellation)
    {
        var fan = CellFan.Around(_site.X, _site.Y, _settings.RadiusMetres, _frame);
        var footprint = new SiteFootprint(fan, _site.Sectors.Count);
        GridRows.ForEachStrip(fan.Radials, threads, (from, to) => Strip(fan, footprint, from, to), cancellation);
        if (_settings.OffsetsDb is { } offsets)
            footprint.Raise(offsets.Frame == _frame ? offsets : throw new ArgumentException("offsets must lie on the frame that is computed"));
        return footprint;
    }

    private void Strip(CellFan fan, SiteFootprint footprint, int from, int to)
    {
        var step = _landscape.Frame.CellSizeMetres / 1_000;
        var radial = new Radial(step, (int)Math.Ceiling(_settings.RadiusMetres / 1_000 / step) + 2);
        var longest = Wavelength.Metres(_carriers.Min(c => c.CentreMegahertz) / 1_000);
        var sweep = new RadialSweep(_models[0].Earth, radial.Capacity, withRare: false, longest);
        Span<double> losses = stackalloc double[_carriers.Length];
        for (var i = from; i < to; i++)
        {
            var cells = fan.CellsOf(i);
            if (cells.IsEmpty)
                continue;
            Walk(radial, fan.AzimuthOf(i), PlaceOf(fan, cells[^1]).Kilometres);
            if (radial.Length > 0)
                sweep.Start(radial, _site.HeightMetres);
            foreach (var cell in cells)
                Fill(footprint, cell, fan, sweep, radial.Length > 0, losses);
        }
    }

    private void Walk(Radial radial, double azimuth, double kilometres)
    {
        var (east, north) = Math.SinCos(azimuth);
        var points = Math.Min(radial.Capacity, (int)(kilometres / radial.StepKilometres) + 2);
        radial.Clear();
        for (var i = 0; i < points; i++)
        {
            var metres = radial.DistanceKilometres(i) * 1_000;
            var (ground, clutter, zone) = _landscape.At(_site.X + (east * metres), _site.Y + (north * metres));
            if (float.IsNaN(ground))
                return;
            radial.Add(ground, clutter, zone);
        }
    }

    private (double X, double Y, double Kilometres) PlaceOf(CellFan fan, int cell)
    {
        var (row, column) = Math.DivRem(cell, fan.Columns);
        var (x, y) = _frame.Centre(fan.Top + row, fan.Left + column);
        var (east, north) = (x - _site.X, y - _site.Y);
        return (x, y, Math.Max(Math.Sqrt((east * east) + (north * north)), LeastMetres) / 1_000);
    }

    private void Fill(SiteFootprint footprint, int cell, CellFan fan, RadialSweep sweep, bool isKnown, Span<double> losses)
    {
        var (x, y, kilometres) = PlaceOf(fan, cell);
        var (ground, _, zone) = _landscape.At(x, y);
        if (!isKnown || float.IsNaN(ground) || !sweep.Reaches(kilometres))
        {
            footprint.Marks[cell] = SiteFootprint.Unknown | SiteFootprint.InReach;
            return;
        }

        var geometry = sweep.To(new RadialEnd(kilometres, ground, zone), _settings.ReceiverHeightMetres);
        var isNear = kilometres * 1_000 < NearMetres;
        for (var i = 0; i < losses.Length; i++)
            losses[i] = _indoors[i] + (isNear ? NearLossDb(geometry, _carriers[i]) : _models[i].LossDb(geometry));
        footprint.Marks[cell] = (byte)(SiteFootprint.InReach | (isNear ? SiteFootprint.Near : 0) | (byte)PathObstacle.Of(geometry, _models[0].Earth));
        for (var s = 0; s < _site.Sectors.Count; s++)
            footprint.Milliwatts[s][cell] = ReceivedMilliwatts(_site.Sectors[s], geometry, x - _site.X, y - _site.Y, losses[_carrierOf[s]]);
    }

    private float ReceivedMilliwatts(Sector sector, in PathGeometry geometry, double east, double north, double lossDb)
    {
        var power = sector.EirpDbm - lossDb - _settings.ExtraLossDb;
        if (sector.Antenna.Pattern is not Antennas.AntennaPattern.Isotropic)
        {
            var up = Math.Atan2(geometry.ReceiverMetres - geometry.TransmitterMetres, geometry.DistanceKilometres * 1_000);
            power += sector.Antenna.GainDbi(Math.Atan2(east, north) * 180 / Math.PI, up * 180 / Math.PI) - sector.Antenna.Pattern.PeakDbi;
        }

        return (float)Math.Exp(power * MilliwattsPerDecibel);
    }

    private double NearLossDb(in PathGeometry geometry, Carrier carrier)
    {
        var scene = new RuralMacroScene(carrier.CentreMegahertz / 1_000, _site.HeightMetres, _settings.ReceiverHeightMetres, 5, 20);
        var metres = geometry.DistanceKilometres * 1_000;
        return geometry.HasLineOfSight ? RuralMacro.LossWithLineOfSightDb(scene, metres) : RuralMacro.LossWithoutLineOfSightDb(scene, metres);
    }
}
