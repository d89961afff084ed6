using Geo.Engine.Radio.Diffraction;
using Geo.Engine.Radio.Paths;
using Geo.Engine.Radio.Propagation;
using Geo.Tests.Fixtures;
using Geo.Tests.Radio.Paths;

namespace Geo.Tests.Radio.Propagation;

/// <summary>The validation examples of ITU-R P.1812 with every intermediate value.</summary>
public sealed class PointToAreaReferenceTests
{
    private const double ToleranceDb = 1e-6;

    // printed with 10 digits
    private const double RelativeTolerance = 1e-9;

    private static readonly IReadOnlyList<ReferenceRow> Cases = ReferenceRow.Of("reference", "radio", "p1812", "cases.csv");

    [Fact]
    public void Every_geometry_is_that_of_the_examples()
    {
        Assert.NotEmpty(Cases);
        foreach (var row in Cases)
        {
            var geometry = GeometryOf(row);
            Meets(row, "ae_km", EffectiveEarth.OfGradient(row.Number("DN")).MedianKilometres);
            Meets(row, "d_km", geometry.DistanceKilometres);
            Meets(row, "dlt_km", geometry.TransmitterHorizonKilometres);
            Meets(row, "dlr_km", geometry.ReceiverHorizonKilometres);
            Meets(row, "theta_t_mrad", geometry.TransmitterElevationMilliradians);
            Meets(row, "theta_r_mrad", geometry.ReceiverElevationMilliradians);
            Meets(row, "theta_mrad", geometry.AngularDistanceMilliradians);
            Meets(row, "omega_sea", geometry.SeaShare);
            Meets(row, "dtm_km", geometry.LandKilometres);
            Meets(row, "dlm_km", geometry.InlandKilometres);
            Meets(row, "hstd_m", geometry.SmoothTransmitterMetres);
            Meets(row, "hsrd_m", geometry.SmoothReceiverMetres);
            Meets(row, "hte_m", geometry.EffectiveTransmitterMetres);
            Meets(row, "hre_m", geometry.EffectiveReceiverMetres);
            Meets(row, "hm_m", geometry.RoughnessMetres);
        }
    }

    [Fact]
    public void Every_loss_and_all_its_parts_are_those_of_the_examples()
    {
        foreach (var row in Cases)
        {
            var loss = ModelOf(row).Parts(GeometryOf(row));
            Meets(row, "b0_pct", loss.LayeredAirPercent);
            Meets(row, "Fi", loss.TimeWeight);
            Meets(row, "Fj", loss.AngleWeight);
            Meets(row, "Fk", loss.DistanceWeight);
            Meets(row, "Lbfs_dB", loss.FreeSpaceDb);
            Meets(row, "Lb0p_dB", loss.LineOfSightDb);
            Meets(row, "Lb0b_dB", loss.LineOfSightRareDb);
            Meets(row, "Lbulla_dB", loss.RareDiffraction.ActualDb); // the examples list the parts of rare times
            Meets(row, "Lbulls_dB", loss.RareDiffraction.SmoothDb);
            Meets(row, "Ldsph_dB", loss.RareDiffraction.SphericalDb);
            Meets(row, "Ld50_dB", loss.MedianDiffraction.LossDb);
            Meets(row, "Ldb_dB", loss.RareDiffraction.LossDb);
            Meets(row, "Ldp_dB", loss.DiffractionDb);
            Meets(row, "Lminb0p_dB", loss.LeastLineOfSightDb);
            Meets(row, "Lba_dB", loss.DuctingDb);
            Meets(row, "Lminbap_dB", loss.LeastDuctingDb);
            Meets(row, "Lbda_dB", loss.DiffractionOrDuctingDb);
            Meets(row, "Lbam_dB", loss.BelowTroposphereDb);
            Meets(row, "Lbs_dB", loss.TroposcatterDb);
            Meets(row, "Lbc_dB", loss.MedianPlaceDb);
            Meets(row, "Lb_dB", loss.TotalDb);
        }
    }

    [Fact]
    public void The_loss_alone_is_that_of_the_examples_too()
    {
        foreach (var row in Cases)
            Meets(row, "Lb_dB", ModelOf(row).LossDb(GeometryOf(row)));
    }

    // The examples have many frequencies and airs: one path in all lanes of each, at half of the time, which is what lanes are for.
    [Fact]
    public void Losses_of_many_paths_at_once_hold_on_the_paths_of_the_examples()
    {
        foreach (var row in Cases)
        {
            var model = ModelOf(row, 50);
            var losses = new double[9];
            model.LossesDb([.. Enumerable.Repeat(GeometryOf(row), losses.Length)], losses);
            Assert.All(losses, loss => Assert.Equal(model.LossDb(GeometryOf(row)), loss, 1e-9));
        }
    }

    private static PathGeometry GeometryOf(ReferenceRow row) => PathGeometry.Of(
        ReferencePath.OfPointToArea(row.Text("profile")).Profile,
        new(row.Number("htg_m"), row.Number("hrg_m"), row.Number("dct_km"), row.Number("dcr_km")),
        EffectiveEarth.OfGradient(row.Number("DN")));

    private static PointToArea ModelOf(ReferenceRow row, double? timePercent = null) => new(new()
    {
        FrequencyGigahertz = row.Number("f_GHz"),
        TimePercent = timePercent ?? row.Number("p_pct"),
        LocationPercent = row.Number("pL_pct"),
        LocationDeviationDb = row.Number("sigmaL_dB"),
        LatitudeDegrees = row.Number("lat_path_deg"),
        RefractivityGradient = row.Number("DN"),
        SeaLevelRefractivity = row.Number("N0"),
        Polarisation = row.Text("pol_1h_2v") == "1" ? Polarisation.Horizontal : Polarisation.Vertical,
    });

    private static void Meets(ReferenceRow row, string column, double value)
    {
        var expected = row.Number(column);
        var tolerance = Math.Max(ToleranceDb, RelativeTolerance * Math.Abs(expected));
        Assert.True(Math.Abs(value - expected) <= tolerance, $"{column} of {row.Text("profile")} case {row.Text("case")}: {value}, published {expected}");
    }
}
