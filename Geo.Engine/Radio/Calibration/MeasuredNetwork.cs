using Geo.Engine.Grids;

namespace Geo.Engine.Radio.Calibration;

/// <summary>Sets measurements beside the rural macro model.</summary>
/// <param name="carriers">Carriers by name of their site and in the system of <paramref name="clutter"/>.</param>
/// <param name="clutter">Clutter classes; NaN is none.</param>
/// <param name="settings">What the model assumes.</param>
public sealed class MeasuredNetwork(IReadOnlyList<(string Site, Transmitter Transmitter)> carriers, Grid<float> clutter, CoverageSettings settings)
{
    /// <summary>The model that <see cref="Compare"/> asks.</summary>
    public const string Model = "3GPP TR 38.901 RMa, median over places with and without line of sight";

    private readonly ILookup<string, Transmitter> _bySite = carriers.ToLookup(c => c.Site, c => c.Transmitter, StringComparer.Ordinal);

    /// <summary>
    /// The samples of measurements; and how many are farther from their site than the model goes, or where no clutter is known: those are left out. Problems name measurements
    /// of sites that are not known, and of sites with several carriers where the band does not say which.
    /// </summary>
    /// <param name="measurements">The measurements.</param>
    /// <param name="toPlane">From longitude and latitude into the plane of the carriers.</param>
    public (IReadOnlyList<CalibrationSample> Samples, int LeftOut, IReadOnlyList<MeasurementProblem> Problems) Compare(
        IReadOnlyList<Measurement> measurements, Func<double, double, (double X, double Y)> toPlane)
    {
        var (samples, problems, leftOut) = (new List<CalibrationSample>(), new List<MeasurementProblem>(), 0);
        foreach (var measurement in measurements)
        {
            var found = _bySite[measurement.Site].Where(t => measurement.Band.Length == 0 || t.Band == measurement.Band).Take(2).ToArray();
            if (found is not [var transmitter])
                problems.Add(MeasurementProblem.NotOne(measurement, _bySite[measurement.Site].Select(t => t.Band), _bySite.Select(s => s.Key)));
            else if (Sample(measurement, transmitter, toPlane) is { } sample)
                samples.Add(sample);
            else
                leftOut++;
        }
        return (samples, leftOut, problems);
    }

    private CalibrationSample? Sample(Measurement measurement, Transmitter transmitter, Func<double, double, (double X, double Y)> toPlane)
    {
        var (x, y) = toPlane(measurement.Longitude, measurement.Latitude);
        var distance = Math.Sqrt(Math.Pow(x - transmitter.X, 2) + Math.Pow(y - transmitter.Y, 2));
        if (distance > RuralMacro.MaxDistanceWithoutLineOfSightMetres || clutter.Frame.CellAt(x, y) is not { } cell || float.IsNaN(clutter[cell.Row, cell.Column]))
            return null;
        var path = MixedPath.OfRuralMacro(settings.SceneOf(transmitter), Math.Max(distance, RuralMacro.MinDistanceMetres));
        var predicted = LinkBudget.ReferencePowerDbm(transmitter.EirpDbm, path.MedianLossDb(double.NaN), settings.ExtraLossDb);
        return new CalibrationSample(x, y, (int)clutter[cell.Row, cell.Column], measurement.RsrpDbm, predicted);
    }
}
