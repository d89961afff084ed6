using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Paths;
using Geo.Engine.Radio.Propagation;
using Geo.Engine.Radio.Spectrum;
using Geo.Engine.Radio.Terrain;

namespace Geo.Engine.Radio.Networks;

/// <summary>
/// Gathers footprints into the layers of a coverage, row by row, sites always in their order: sums of powers come out the same whoever gathers them.
/// </summary>
/// <remarks>
/// Fading of signal and interference of different sites has a correlation of 0.5 (3GPP practice); their ratio then fades with the deviation of one of them, as
/// it does against noise alone. So one deviation serves both probabilities.
/// </remarks>
internal sealed class CoverageRows
{
    private readonly NetworkCoverage _coverage;
    private readonly IReadOnlyList<NetworkSite> _sites;
    private readonly LandUnder _receivers;
    private readonly NetworkSettings _settings;
    private readonly CarrierRow[] _carriers;
    private readonly int[][] _carrierOf;
    private readonly int[] _firstServer;
    private readonly StrongestRow _strongest;
    private readonly byte[] _marks; // whose bits of obstacles mean nothing
    private readonly double _quantile;
    private readonly double[] _underClutter;

    /// <summary>Gathers for one strip of rows.</summary>
    public CoverageRows(NetworkCoverage coverage, IReadOnlyList<NetworkSite> sites, LandUnder receivers, NetworkSettings settings)
    {
        (_coverage, _sites, _receivers, _settings) = (coverage, sites, receivers, settings);
        var columns = coverage.SignalDbm.Frame.Columns;
        List<Carrier> carriers = [.. sites.SelectMany(s => s.Sectors).Select(s => s.Carrier).DistinctBy(c => c.Id)];
        _carriers = [.. carriers.Select(c => RowOf(c, columns))];
        _carrierOf = [.. sites.Select(s => s.Sectors.Select(t => carriers.FindIndex(c => c.Id == t.Carrier.Id)).ToArray())];
        _firstServer = new int[sites.Count];
        for (var i = 1; i < sites.Count; i++)
            _firstServer[i] = _firstServer[i - 1] + sites[i - 1].Sectors.Count;
        _strongest = new(columns);
        _marks = new byte[columns];
        _underClutter = new double[columns + Vector512<double>.Count];
        _quantile = InverseNormal.UpperQuantile(1 - settings.Standard.Share);
    }

    /// <summary>Gathers and judges the cells from a column to another (not included) of a row.</summary>
    public void Gather(int row, int from, int to, IReadOnlyList<SiteFootprint> footprints)
    {
        foreach (var carrier in _carriers)
            carrier.Clear();
        _strongest.Clear();
        _marks.AsSpan().Clear();
        for (var site = 0; site < footprints.Count; site++)
            Add(row, from, to, site, footprints[site]);
        _strongest.CopyTo(_coverage.ServersOfRow(row)[(from * NetworkCoverage.KeptServers)..(to * NetworkCoverage.KeptServers)], from);
        for (var column = from; column < to; column++)
            _underClutter[column] = UnderClutter(_receivers[row, column]);
        foreach (var carrier in _carriers)
            carrier.Settle(from, to, _underClutter);
        for (var column = from; column < to; column++)
            Judge(row, column, footprints);
    }

    private CarrierRow RowOf(Carrier carrier, int columns)
    {
        var noise = LinkBudget.NoisePerElementDbm(carrier.SpacingKilohertz * 1_000.0, _settings.NoiseFigureDb);
        var (walls, extra) = (IndoorLoss.Of(_settings.Building, carrier).DeviationDb, _settings.ExtraDeviationDb);
        return new CarrierRow(carrier, _settings.Standard.NeededSinrDb(carrier), noise, columns)
        {
            ThresholdDbm = _settings.ThresholdDbm,
            OwnDeviationDb = Math.Sqrt((walls * walls) + (extra * extra)),
            PlacesDeviationDb = LocationVariability.UnderClutterDb(carrier.CentreMegahertz / 1_000, _receivers.CellSizeMetres),
        };
    }

    private void Add(int row, int from, int to, int site, SiteFootprint footprint)
    {
        var (first, last) = (Math.Max(from, footprint.Left), Math.Min(to, footprint.Left + footprint.Columns));
        if (row < footprint.Top || row >= footprint.Top + footprint.Rows || first >= last)
            return;
        var start = ((row - footprint.Top) * footprint.Columns) + first - footprint.Left;
        var marks = _marks.AsSpan(first, last - first);
        TensorPrimitives.BitwiseOr(marks, footprint.Marks.AsSpan(start, last - first), marks);
        for (var sector = 0; sector < footprint.Milliwatts.Length; sector++)
        {
            var milliwatts = footprint.Milliwatts[sector].AsSpan(start, last - first);
            var server = _firstServer[site] + sector;
            _carriers[_carrierOf[site][sector]].Add(milliwatts, first, (float)_sites[site].Sectors[sector].Load, server);
            _strongest.Add(milliwatts, first, server);
        }
    }

    private void Judge(int row, int column, IReadOnlyList<SiteFootprint> footprints)
    {
        var best = CellService.Best(_carriers, column, _settings);
        var server = _coverage.Servers(row, column)[0];
        var mark = server < 0 ? default : MarkOf(row, column, server, footprints);
        _coverage.BestServer[row, column] = server;
        _coverage.SignalDbm[row, column] = StrongestDbm(column, server);
        _coverage.SignalProbability[row, column] = (float)best.SignalProbability;
        _coverage.SinrDb[row, column] = (float)best.SinrDb;
        _coverage.DownlinkMegabits[row, column] = (float)best.Megabits;
        _coverage.StandardServer[row, column] = best.Server;
        _coverage.StandardProbability[row, column] = (float)best.StandardProbability;
        _coverage.Classes[row, column] = (byte)best.Class;
        var (reason, shortfall) = Reason(column, best, server, mark);
        _coverage.Reasons[row, column] = (byte)reason;
        _coverage.ShortfallDb[row, column] = (float)shortfall;
        _coverage.Validity[row, column] = (byte)ValidityOf(column, server, mark);
    }

    private float StrongestDbm(int column, int server)
    {
        foreach (var carrier in _carriers)
            if (server >= 0 && carrier.ServerOf(column) == server)
                return (float)carrier.SignalDbmOf(column);
        return float.NaN;
    }

    // which share of the deviation the places of a cell have, whatever stands around the receiver there; none at sea
    private double UnderClutter(in LandCell cell) =>
        cell.Zone == PathZone.Sea ? 0 : LocationVariability.ShareOfClutter(_settings.ReceiverHeightMetres, cell.Clutter);

    private (ShortfallReason Reason, double Decibels) Reason(int column, in CellService service, int server, byte mark)
    {
        if (service.Class == CoverageClass.Standard)
            return (ShortfallReason.None, 0);
        if (server < 0)
            return ((_marks[column] & SiteFootprint.Unknown) != 0 ? ShortfallReason.UnknownGround : ShortfallReason.Distance, double.NaN);
        if (service.Class == CoverageClass.None)
            return ((ShortfallReason)(mark & SiteFootprint.ObstacleBits), service.MissingSignalDb(_quantile));
        return (service.IsDisturbed(_quantile) ? ShortfallReason.Interference : ShortfallReason.Noise, service.MissingRatioDb(_quantile));
    }

    private CoverageValidity ValidityOf(int column, int server, byte mark)
    {
        var leftOut = (_marks[column] & SiteFootprint.Unknown) != 0 ? CoverageValidity.SiteLeftOut : CoverageValidity.Sound;
        if (server < 0)
            return leftOut | CoverageValidity.NotComputed;
        return (mark & SiteFootprint.Near) != 0 ? leftOut | CoverageValidity.RuralMacroNear : leftOut;
    }

    private byte MarkOf(int row, int column, int server, IReadOnlyList<SiteFootprint> footprints)
    {
        var site = Array.BinarySearch(_firstServer, server);
        var footprint = footprints[site >= 0 ? site : ~site - 1];
        return footprint.Marks[((row - footprint.Top) * footprint.Columns) + column - footprint.Left];
    }
}
