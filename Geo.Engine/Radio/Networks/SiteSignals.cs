using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Terrain;

namespace Geo.Engine.Radio.Networks;

/// <summary>
/// What one site gives to the cells of a selection, sector by sector: a small part of a footprint, so that hundreds of candidates can be held at once. A site whose
/// antennas hang lower or are bent further gives something else over the same paths, which need not be computed again.
/// </summary>
public sealed class SiteSignals
{
    private const double DegreesPerRadian = 180 / Math.PI;

    private readonly CellSelection _selection;
    private readonly Landscape _landscape;
    private readonly double _receiverMetres;

    private SiteSignals(NetworkSite site, CellSelection selection, Landscape landscape, double receiverMetres, int[] cells, float[][] milliwatts)
    {
        (Site, _selection, _landscape, _receiverMetres) = (site, selection, landscape, receiverMetres);
        (Cells, Milliwatts) = (cells, milliwatts);
    }

    /// <summary>The site.</summary>
    public NetworkSite Site { get; }

    /// <summary>Numbers of the cells that the site was computed for; what is beyond its reach, or behind unknown ground, is not among them.</summary>
    public IReadOnlyList<int> Cells { get; }

    /// <summary>SS-RSRP of each sector in each of these cells, milliwatts.</summary>
    public IReadOnlyList<float[]> Milliwatts { get; }

    /// <summary>Whether the site's antennas give more in one direction than in another, so that tilting them changes anything.</summary>
    public bool CanTilt => Site.Sectors.Any(s => s.Antenna.Pattern is not AntennaPattern.Isotropic);

    /// <summary>Computes what a site gives.</summary>
    /// <param name="site">The site; it must be sound (see <see cref="NetworkCheck"/>).</param>
    /// <param name="selection">The cells that count.</param>
    /// <param name="landscape">Ground and clutter around the frame of the selection.</param>
    /// <param name="settings">Receivers, air and service.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static SiteSignals Of(NetworkSite site, CellSelection selection, Landscape landscape, NetworkSettings settings, CancellationToken cancellation)
    {
        var footprint = new SiteSweep(landscape, new LandUnder(landscape, selection.Frame), selection.Frame, settings, site).Run(1, cancellation);
        var (cells, places) = (new List<int>(), new List<int>());
        for (var place = 0; place < footprint.Marks.Length; place++)
        {
            var (row, column) = Math.DivRem(place, footprint.Columns);
            var number = selection.NumberAt(footprint.Top + row, footprint.Left + column);
            if (number < 0 || (footprint.Marks[place] & SiteFootprint.InReach) == 0 || (footprint.Marks[place] & SiteFootprint.Unknown) != 0)
                continue;
            cells.Add(number);
            places.Add(place);
        }
        float[][] milliwatts = [.. footprint.Milliwatts.Select(sector => places.Select(place => sector[place]).ToArray())];
        return new SiteSignals(site, selection, landscape, settings.ReceiverHeightMetres, [.. cells], milliwatts);
    }

    /// <summary>The same site with its antennas bent down further, mechanically.</summary>
    /// <param name="degrees">By how much; negative bends them up.</param>
    public SiteSignals Tilted(double degrees)
    {
        var tilted = Site with { Sectors = [.. Site.Sectors.Select(s => s with { Antenna = s.Antenna with { MechanicalTiltDegrees = s.Antenna.MechanicalTiltDegrees + degrees } })] };
        var milliwatts = Milliwatts.Select(m => (float[])m.Clone()).ToArray();
        var foot = _landscape.At(Site.X, Site.Y).Ground + Site.HeightMetres;
        for (var i = 0; i < Cells.Count; i++)
        {
            var (azimuth, elevation) = Direction(Cells[i], foot);
            for (var sector = 0; sector < milliwatts.Length; sector++)
            {
                var change = tilted.Sectors[sector].Antenna.GainDbi(azimuth, elevation) - Site.Sectors[sector].Antenna.GainDbi(azimuth, elevation);
                milliwatts[sector][i] = (float)(milliwatts[sector][i] * Math.Pow(10, change / 10));
            }
        }
        return new SiteSignals(tilted, _selection, _landscape, _receiverMetres, [.. Cells], milliwatts);
    }

    // as the sweep sees it: along the straight line between the antennas
    private (double Azimuth, double Elevation) Direction(int cell, double transmitterMetres)
    {
        var (x, y) = _selection.Centre(cell);
        var (east, north) = (x - Site.X, y - Site.Y);
        var distance = Math.Max(Math.Sqrt((east * east) + (north * north)), SiteSweep.LeastMetres);
        var rise = _landscape.At(x, y).Ground + _receiverMetres - transmitterMetres;
        return (Math.Atan2(east, north) * DegreesPerRadian, Math.Atan2(rise, distance) * DegreesPerRadian);
    }
}
