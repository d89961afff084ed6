using Geo.Engine.Radio.Diffraction;
using Geo.Engine.Radio.Paths;
using Geo.Engine.Radio.Propagation;
using Geo.Tests.Fixtures;
using Geo.Tests.Radio.Paths;

namespace Geo.Tests.Radio.Diffraction;

/// <summary>The validation examples of ITU-R P.526 and of the diffraction part of P.452.</summary>
public sealed class DiffractionReferenceTests
{
    [Fact]
    public void Every_example_of_P526_is_met_with_its_parts()
    {
        var rows = ReferenceRow.Of("reference", "radio", "p526", "delta_bullington.csv");
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var earth = new EffectiveEarth(row.Number("ae_km"), row.Number("ae_km"));
            var geometry = PathGeometry.Of(
                ReferencePath.OfDiffraction(row.Text("profile")).Profile, new(row.Number("htg_m"), row.Number("hrg_m")), earth);
            var loss = new PathDiffraction(row.Number("f_GHz"), Polarisation.Horizontal, earth).Median(geometry);
            Assert.Equal(row.Number("L_bull_actual_dB"), loss.ActualDb, 0.01);
            Assert.Equal(row.Number("L_bull_smooth_dB"), loss.SmoothDb, 0.01);
            Assert.Equal(row.Number("L_sph_dB"), loss.SphericalDb, 0.01);
            Assert.Equal(row.Number("L_diffraction_dB"), loss.LossDb, 0.01);
        }
    }

    [Fact]
    public void Every_example_of_P452_has_the_published_diffraction_and_geometry()
    {
        var files = Directory.GetFiles(Repository.Shared("reference", "radio", "p452", "results"));
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            foreach (var row in ReferenceRow.Of("reference", "radio", "p452", "results", Path.GetFileName(file)))
                MeetsInterferenceExample(row);
        }
    }

    private static void MeetsInterferenceExample(ReferenceRow row)
    {
        var path = ReferencePath.OfInterference(row.Text("profile"));
        var earth = new EffectiveEarth(row.Number("ae"), 3 * EffectiveEarth.TrueKilometres);
        var geometry = PathGeometry.Of(
            path.Profile with { OpenKilometres = 0.05 },
            new(row.Number("htg (m)"), row.Number("hrg (m)"), row.Number("dct (km)"), row.Number("dcr (km)")),
            earth);
        var diffraction = new PathDiffraction(
            row.Number("f (GHz)"), row.Text("pol (1-h/2-v)") == "1" ? Polarisation.Horizontal : Polarisation.Vertical, earth);
        var (median, rare) = (diffraction.Median(geometry), diffraction.Rare(geometry));
        var (time, layered) = (row.Number("p (%)"), LayeredAir.Of(geometry, MiddleLatitude(row)).Percent);
        var weight = time > layered ? InverseNormal.UpperQuantile(time / 100) / InverseNormal.UpperQuantile(layered / 100) : 1;

        Meets(row, "hts", geometry.TransmitterMetres);
        Meets(row, "hrs", geometry.ReceiverMetres);
        Meets(row, "theta_t", geometry.TransmitterElevationMilliradians);
        Meets(row, "theta_r", geometry.ReceiverElevationMilliradians);
        Meets(row, "theta", geometry.AngularDistanceMilliradians);
        Meets(row, "hm", geometry.RoughnessMetres);
        Meets(row, "hte", geometry.EffectiveTransmitterMetres);
        Meets(row, "hre", geometry.EffectiveReceiverMetres);
        Meets(row, "hstd", geometry.SmoothTransmitterMetres);
        Meets(row, "hsrd", geometry.SmoothReceiverMetres);
        Meets(row, "dlt", geometry.TransmitterHorizonKilometres);
        Meets(row, "dlr", geometry.ReceiverHorizonKilometres);
        Meets(row, "dtm", geometry.LandKilometres);
        Meets(row, "dlm", geometry.InlandKilometres);
        Meets(row, "omega", geometry.SeaShare);
        Meets(row, "b0", layered);
        Meets(row, "Ldsph", median.SphericalDb);
        Meets(row, "Ld50", median.LossDb);
        Meets(row, "Ldp", median.LossDb + (weight * (rare.LossDb - median.LossDb)));
    }

    // half the length of the profile along the great circle
    private static double MiddleLatitude(ReferenceRow row)
    {
        var (from, to) = (double.DegreesToRadians(row.Number("phit_n (deg)")), double.DegreesToRadians(row.Number("phir_n (deg)")));
        var turn = double.DegreesToRadians(row.Number("phir_e (deg)") - row.Number("phit_e (deg)"));
        var bearing = Math.Atan2(Math.Sin(turn) * Math.Cos(to), (Math.Cos(from) * Math.Sin(to)) - (Math.Sin(from) * Math.Cos(to) * Math.Cos(turn)));
        var half = row.Number("dtot") / 2 / EffectiveEarth.TrueKilometres;
        return double.RadiansToDegrees(Math.Asin((Math.Sin(from) * Math.Cos(half)) + (Math.Cos(from) * Math.Sin(half) * Math.Cos(bearing))));
    }

    // the examples print six decimals of the geometry
    private static void Meets(ReferenceRow row, string column, double value)
    {
        var expected = row.Number(column);
        Assert.True(Math.Abs(value - expected) <= 2e-6, $"{column} of {row.Text("profile")} at {row.Text("f (GHz)")} GHz: {value}, published {expected}");
    }
}
