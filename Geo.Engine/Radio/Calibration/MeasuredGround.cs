using Geo.Engine.Grids;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Terrain;

namespace Geo.Engine.Radio.Calibration;

/// <summary>Sets measurements beside ITU-R P.1812 over known ground: the level that the strongest sector of the site has in the cell of the measurement.</summary>
/// <param name="masts">Masts by name of their site.</param>
/// <param name="clutter">Clutter classes; NaN is none.</param>
/// <param name="landscape">Ground and clutter around <paramref name="cells"/>.</param>
/// <param name="cells">Small cells that hold the measurements, in the system of the masts.</param>
/// <param name="settings">What the model assumes.</param>
public sealed class MeasuredGround(IReadOnlyList<(string Site, NetworkSite Mast)> masts, Grid<float> clutter, Landscape landscape, GridFrame cells, NetworkSettings settings)
{
    /// <summary>The model that <see cref="Compare"/> asks.</summary>
    public const string Model = "ITU-R P.1812, median over places";

    private readonly ILookup<string, NetworkSite> _bySite = masts.ToLookup(m => m.Site, m => m.Mast, StringComparer.Ordinal);

    /// <summary>
    /// The samples of measurements; and how many the model has no level for (out of reach, behind unknown ground) or where no clutter is known: those are left out. Problems
    /// name measurements of sites that are not known, and of sites with several bands where the line does not say which.
    /// </summary>
    /// <param name="measurements">The measurements.</param>
    /// <param name="toPlane">From longitude and latitude into the plane of the masts.</param>
    /// <param name="cancellation">Stops the work.</param>
    public (IReadOnlyList<CalibrationSample> Samples, int LeftOut, IReadOnlyList<MeasurementProblem> Problems) Compare(
        IReadOnlyList<Measurement> measurements, Func<double, double, (double X, double Y)> toPlane, CancellationToken cancellation)
    {
        var problems = measurements.Where(m => BandsOf(m).Count != 1).Select(NotOne).ToArray();
        if (problems.Length > 0)
            return ([], 0, problems);
        var placed = measurements.Select(m => (Measurement: m, At: toPlane(m.Longitude, m.Latitude))).Select(m => (m.Measurement, m.At, Cell: cells.CellAt(m.At.X, m.At.Y))).ToArray();
        var samples = placed.Where(m => m.Cell is not null).GroupBy(m => m.Measurement.Site, StringComparer.Ordinal).SelectMany(site =>
        {
            var selection = new CellSelection(cells, [.. site.Select(m => Place(m.Cell!.Value)).Distinct().Order()]); // those without a cell are not here
            var levels = new SiteLevels(_bySite[site.Key].Select(m => SiteSignals.Of(m, selection, landscape, settings, cancellation)), selection);
            return site.Select(m => Sample(m.Measurement, m.At, levels.At(Place(m.Cell!.Value), BandsOf(m.Measurement).Single()))).OfType<CalibrationSample>();
        }).ToArray();
        return (samples, measurements.Count - samples.Length, []);
    }

    private int Place((int Row, int Column) cell) => (cell.Row * cells.Columns) + cell.Column;

    private CalibrationSample? Sample(Measurement measurement, (double X, double Y) at, double? predictedDbm) =>
        predictedDbm is { } level && clutter.Frame.CellAt(at.X, at.Y) is { } cell && !float.IsNaN(clutter[cell.Row, cell.Column])
            ? new CalibrationSample(at.X, at.Y, (int)clutter[cell.Row, cell.Column], measurement.RsrpDbm, level)
            : null;

    private List<string> BandsOf(Measurement measurement) =>
        [.. _bySite[measurement.Site].SelectMany(m => m.Sectors).Select(s => s.Carrier.Band).Where(b => measurement.Band.Length == 0 || b == measurement.Band).Distinct(StringComparer.Ordinal)];

    private MeasurementProblem NotOne(Measurement measurement) => MeasurementProblem.NotOne(
        measurement, _bySite[measurement.Site].SelectMany(m => m.Sectors).Select(s => s.Carrier.Band).Distinct(StringComparer.Ordinal), _bySite.Select(s => s.Key));

    /// <summary>The strongest level of a site's sectors of a band, by place.</summary>
    private sealed class SiteLevels
    {
        private readonly Dictionary<(int Place, string Band), float> _milliwatts = [];

        public SiteLevels(IEnumerable<SiteSignals> signals, CellSelection selection)
        {
            foreach (var mast in signals)
                for (var sector = 0; sector < mast.Milliwatts.Count; sector++)
                    for (var i = 0; i < mast.Cells.Count; i++)
                    {
                        var key = (selection.Places[mast.Cells[i]], mast.Site.Sectors[sector].Carrier.Band);
                        _milliwatts[key] = Math.Max(_milliwatts.GetValueOrDefault(key), mast.Milliwatts[sector][i]);
                    }
        }

        public double? At(int place, string band) => _milliwatts.TryGetValue((place, band), out var milliwatts) && milliwatts > 0 ? 10 * Math.Log10(milliwatts) : null;
    }
}
