using Geo.Engine.Grids;
using Geo.Engine.Radio;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Spectrum;
using Geo.Engine.Radio.Terrain;

namespace Geo.Engine.Siting;

/// <summary>
/// Who serves whom over known ground, by ITU-R P.1812 path by path: of a site alone the cells where the threshold is reached at so many places, and of sites together those
/// where, on some carrier, that signal also stands far enough above noise and above all other sectors of the carrier, by their load. Powers are added in milliwatts.
/// So interference only takes away: without it, and with a threshold well above the noise, both answers are the same.
/// </summary>
public sealed class GroundSignals
{
    private readonly NetworkDemand _demand;
    private readonly GroundServiceSettings _settings;
    private readonly SiteSignals[][] _sites;
    private readonly ServedCarrier[] _carriers;
    private readonly Dictionary<TiltedSite, SiteSignals[]> _tilted = [];

    /// <summary>Computes what every site gives to the cells of a demand.</summary>
    /// <param name="demand">The people.</param>
    /// <param name="sites">The masts of each site of the problem; they must be sound (see <see cref="NetworkCheck"/>).</param>
    /// <param name="landscape">Ground and clutter, as far around the frame of the demand as sites reach.</param>
    /// <param name="settings">When a cell is served.</param>
    /// <param name="threads">Most threads; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public GroundSignals(
        NetworkDemand demand, IReadOnlyList<IReadOnlyList<NetworkSite>> sites, Landscape landscape, GroundServiceSettings settings, int threads, CancellationToken cancellation)
    {
        (_demand, _settings, _sites) = (demand, settings, new SiteSignals[sites.Count][]);
        var selection = new CellSelection(demand.Frame, demand.Places);
        void Sweep(int from, int to)
        {
            for (var site = from; site < to; site++)
                _sites[site] = [.. sites[site].Select(m => SiteSignals.Of(m, selection, landscape, settings.Network, cancellation))];
        }
        GridRows.ForEachStrip(sites.Count, threads, Sweep, cancellation, stripRows: 1);
        var carriers = sites.SelectMany(s => s).SelectMany(m => m.Sectors).Select(s => s.Carrier).DistinctBy(c => c.Id);
        _carriers = [.. carriers.Select(c => ServedCarrier.Of(c, selection, landscape, settings))];
    }

    /// <summary>Number of tilts that a site can have.</summary>
    public int Tilts => _settings.TiltsDegrees.Count + 1;

    /// <summary>Whether tilting a site changes what it gives: whether one of its antennas looks somewhere.</summary>
    public bool CanTilt(int site) => _sites[site].Any(m => m.CanTilt);

    /// <summary>The cells that each site serves by itself, ascending.</summary>
    public IReadOnlyList<int[]> Served() => [.. _sites.Select(masts => masts.SelectMany(ServedBy).Distinct().Order().ToArray())];

    /// <summary>The weight served by sites together: a <see cref="SignalEvaluator"/>. Not for several callers at once.</summary>
    public ServedWeight Evaluate(IReadOnlyList<TiltedSite> sites, CancellationToken cancellation)
    {
        var isServed = new bool[_demand.Cells.Count];
        foreach (var carrier in _carriers)
        {
            cancellation.ThrowIfCancellationRequested();
            var gathered = new GatheredCarrier(isServed.Length);
            foreach (var (mast, sector) in sites.SelectMany(SignalsOf).SelectMany(m => m.Site.Sectors.Select((_, i) => (m, i))))
                if (mast.Site.Sectors[sector].Carrier.Id == carrier.Id)
                    gathered.Add(mast, sector);
            for (var cell = 0; cell < isServed.Length; cell++)
                isServed[cell] |= gathered.IsServed(cell, carrier, _settings.LeastRatio);
        }
        return ServedWeight.Of(_demand.Cells, _demand.Districts.Count, cell => isServed[cell]);
    }

    private IEnumerable<int> ServedBy(SiteSignals mast)
    {
        for (var sector = 0; sector < mast.Milliwatts.Count; sector++)
        {
            var needed = _carriers.First(c => c.Id == mast.Site.Sectors[sector].Carrier.Id).NeededMilliwatts;
            for (var i = 0; i < mast.Cells.Count; i++)
                if (mast.Milliwatts[sector][i] >= needed[mast.Cells[i]])
                    yield return mast.Cells[i];
        }
    }

    private SiteSignals[] SignalsOf(TiltedSite site)
    {
        if (site.Tilt == 0 || !CanTilt(site.Site))
            return _sites[site.Site];
        if (!_tilted.TryGetValue(site, out var tilted))
            _tilted[site] = tilted = [.. _sites[site.Site].Select(m => m.Tilted(_settings.TiltsDegrees[site.Tilt - 1]))];
        return tilted;
    }

    /// <summary>What a carrier needs in each cell.</summary>
    private sealed record ServedCarrier(string Id, double NoiseMilliwatts, double[] NeededMilliwatts)
    {
        public static ServedCarrier Of(Carrier carrier, CellSelection selection, Landscape landscape, GroundServiceSettings settings)
        {
            var margin = NormalDistribution.Quantile(settings.LeastProbability);
            var needed = new double[selection.Places.Count];
            for (var cell = 0; cell < needed.Length; cell++)
            {
                var (x, y) = selection.Centre(cell);
                needed[cell] = Milliwatts(settings.Network.ThresholdDbm + (margin * PlaceDeviation.Db(carrier, settings.Network, landscape, x, y)));
            }
            return new(carrier.Id, Milliwatts(LinkBudget.NoisePerElementDbm(carrier.SpacingKilohertz * 1_000.0, settings.Network.NoiseFigureDb)), needed);
        }

        private static double Milliwatts(double dbm) => Math.Pow(10, dbm / 10);
    }

    /// <summary>The powers of one carrier in each cell: all by their load, and the strongest.</summary>
    private sealed class GatheredCarrier(int cells)
    {
        private readonly double[] _loads = new double[cells];
        private readonly float[] _best = new float[cells];
        private readonly float[] _bestLoad = new float[cells];

        public void Add(SiteSignals mast, int sector)
        {
            var (milliwatts, load) = (mast.Milliwatts[sector], (float)mast.Site.Sectors[sector].Load);
            for (var i = 0; i < milliwatts.Length; i++)
            {
                var cell = mast.Cells[i];
                _loads[cell] += (double)load * milliwatts[i];
                if (milliwatts[i] > _best[cell])
                    (_best[cell], _bestLoad[cell]) = (milliwatts[i], load);
            }
        }

        public bool IsServed(int cell, ServedCarrier carrier, double leastRatio)
        {
            var interference = Math.Max(0, _loads[cell] - ((double)_bestLoad[cell] * _best[cell]));
            return _best[cell] >= carrier.NeededMilliwatts[cell] && _best[cell] >= leastRatio * (carrier.NoiseMilliwatts + interference);
        }
    }
}
