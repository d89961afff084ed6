using System.Runtime.CompilerServices;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Lanes;
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

    private readonly Landscape _land;
    private readonly LandUnder _receivers;
    private readonly GridFrame _frame;
    private readonly NetworkSettings _settings;
    private readonly NetworkSite _site;
    private readonly Carrier[] _carriers;
    private readonly PointToArea[] _models;
    private readonly int[] _carrierOf;
    private readonly double[] _indoors;
    private readonly PathObstacle _obstacle;

    /// <summary>A sweep of a site over a landscape, for the cells of a frame.</summary>
    /// <param name="land">The ground that paths lead over.</param>
    /// <param name="receivers">The ground that receivers stand on: that of the frame's cells.</param>
    /// <param name="frame">The cells.</param>
    /// <param name="settings">Receivers and air.</param>
    /// <param name="site">The site.</param>
    public SiteSweep(Landscape land, LandUnder receivers, GridFrame frame, NetworkSettings settings, NetworkSite site)
    {
        (_land, _receivers, _frame, _settings, _site) = (land, receivers, frame, settings, site);
        _carriers = [.. site.Sectors.Select(s => s.Carrier).DistinctBy(c => c.CentreMegahertz)];
        _models = [.. _carriers.Select(c => ModelOf(c, settings))];
        _indoors = [.. _carriers.Select(c => IndoorLoss.Of(settings.Building, c).MedianDb)];
        _obstacle = PathObstacle.Between(_models[0].Earth.MedianKilometres, site.HeightMetres, settings.ReceiverHeightMetres);
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
        var step = _land.Frame.CellSizeMetres / 1_000;
        var radial = new Radial(step, (int)Math.Ceiling(_settings.RadiusMetres / 1_000 / step) + 2);
        var longest = Wavelength.Metres(_carriers.Min(c => c.CentreMegahertz) / 1_000);
        var sweep = new RadialSweep(radial, _models[0].Earth, withRare: false, longest);
        var receivers = new RadialReceivers(fan.MostCells, _carriers.Length);
        for (var i = from; i < to; i++)
        {
            var cells = fan.CellsOf(i);
            if (cells.IsEmpty)
                continue;
            Walk(radial, fan.AzimuthOf(i), Kilometres(cells[^1]));
            Meet(footprint, cells, sweep, radial, receivers);
            Lose(receivers);
            Receive(footprint, receivers);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Walk(Radial radial, double azimuth, double kilometres)
    {
        var (east, north) = Math.SinCos(azimuth);
        var points = Math.Min(radial.Capacity, (int)(kilometres / radial.StepKilometres) + 2);
        Span<long> rows = stackalloc long[PathColumns.Width];
        Span<long> columns = stackalloc long[PathColumns.Width];
        radial.Clear();
        for (var first = 0; first < points; first += PathColumns.Width)
        {
            var metres = Vector512.CreateSequence((double)first, 1.0) * radial.StepKilometres * 1_000;
            _land.RowsAt(Vector512.Create(_site.Y) + (metres * north)).CopyTo(rows);
            _land.ColumnsAt(Vector512.Create(_site.X) + (metres * east)).CopyTo(columns);
            for (var i = 0; i < Math.Min(PathColumns.Width, points - first); i++)
            {
                var (ground, clutter, zone) = _land.CellOf((int)rows[i], (int)columns[i]);
                if (float.IsNaN(ground))
                    return;
                radial.Add(ground, clutter, zone);
            }
        }
    }

    private static double Kilometres(in FanCell cell) => Math.Max(Math.Sqrt(cell.SquareMetres), LeastMetres) / 1_000;

    // paths to all cells with known ground on the way
    private void Meet(SiteFootprint footprint, ReadOnlySpan<FanCell> cells, RadialSweep sweep, Radial radial, RadialReceivers receivers)
    {
        receivers.Clear();
        if (radial.Length > 0)
            sweep.Start(_site.HeightMetres);
        foreach (ref readonly var cell in cells)
        {
            var kilometres = Kilometres(cell);
            var (ground, _, zone) = _receivers[footprint.Top + cell.Row, footprint.Left + cell.Column];
            if (radial.Length == 0 || float.IsNaN(ground) || !sweep.Reaches(kilometres))
                footprint.Marks[footprint.PlaceOf(cell)] = SiteFootprint.Unknown | SiteFootprint.InReach;
            else
                receivers.Add(cell, kilometres, ground, zone);
        }

        sweep.To(receivers.Ends, _settings.ReceiverHeightMetres, receivers.Paths);
    }

    private void Lose(RadialReceivers receivers)
    {
        for (var i = 0; i < _models.Length; i++)
        {
            var losses = receivers.LossesDb(i);
            _models[i].LossesDb(receivers.Paths, losses);
            for (var near = 0; near < losses.Length && IsNear(receivers.Paths, near); near++)
                losses[near] = NearLossDb(receivers.Paths.GeometryOf(near), _carriers[i]);
            TensorPrimitives.Add(losses, _indoors[i] + _settings.ExtraLossDb, losses);
        }
    }

    private void Receive(SiteFootprint footprint, RadialReceivers receivers)
    {
        var powers = receivers.PowersDbm;
        for (var s = 0; s < _site.Sectors.Count; s++)
        {
            var sector = _site.Sectors[s];
            TensorPrimitives.Subtract(sector.EirpDbm, receivers.LossesDb(_carrierOf[s]), powers);
            if (sector.Antenna.Pattern is not AntennaPattern.Isotropic)
                AddGains(sector.Antenna, footprint, receivers);
            receivers.PowersToMilliwatts();
            for (var i = 0; i < powers.Length; i++)
                footprint.Milliwatts[s][footprint.PlaceOf(receivers.Cells[i])] = (float)powers[i];
        }

        for (var i = 0; i < powers.Length; i++)
            footprint.Marks[footprint.PlaceOf(receivers.Cells[i])] = MarkOf(receivers.Paths, i);
    }

    private void AddGains(MountedAntenna antenna, SiteFootprint footprint, RadialReceivers receivers)
    {
        var powers = receivers.PowersDbm;
        for (var i = 0; i < powers.Length; i++)
        {
            var rise = receivers.Paths[PathField.Receiver, i] - receivers.Paths[PathField.Transmitter, i];
            var (x, y) = _frame.Centre(footprint.Top + receivers.Cells[i].Row, footprint.Left + receivers.Cells[i].Column);
            var up = Math.Atan2(rise, receivers.Paths[PathField.Distance, i] * 1_000);
            powers[i] += antenna.GainDbi(Math.Atan2(x - _site.X, y - _site.Y) * 180 / Math.PI, up * 180 / Math.PI) - antenna.Pattern.PeakDbi;
        }
    }

    private byte MarkOf(PathColumns paths, int path) => (byte)(SiteFootprint.InReach | (IsNear(paths, path) ? SiteFootprint.Near : 0) | (byte)_obstacle.Of(paths, path));

    private static bool IsNear(PathColumns paths, int path) => paths[PathField.Distance, path] * 1_000 < NearMetres;

    private double NearLossDb(in PathGeometry geometry, Carrier carrier)
    {
        var scene = new RuralMacroScene(carrier.CentreMegahertz / 1_000, _site.HeightMetres, _settings.ReceiverHeightMetres, 5, 20);
        var metres = geometry.DistanceKilometres * 1_000;
        return geometry.HasLineOfSight ? RuralMacro.LossWithLineOfSightDb(scene, metres) : RuralMacro.LossWithoutLineOfSightDb(scene, metres);
    }
}
