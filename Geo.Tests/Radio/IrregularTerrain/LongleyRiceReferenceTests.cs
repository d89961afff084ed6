using Geo.Engine.Radio.Diffraction;
using Geo.Engine.Radio.IrregularTerrain;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Radio.IrregularTerrain;

/// <summary>Values of NTIA's own program.</summary>
public sealed class LongleyRiceReferenceTests
{
    // printed to two decimals
    [Fact]
    public void Every_profile_with_shares_of_time_place_and_situation_is_met() =>
        Meets("p2p_tls.csv", row => SharesOf(row, row.Number("time"), row.Number("location"), row.Number("situation")), 0.01);

    // printed to one decimal
    [Fact]
    public void Every_profile_with_confidence_and_reliability_is_met() =>
        Meets("p2p_confidence_reliability_3500MHz.csv", row => SharesOf(row, row.Number("reliability"), 50, row.Number("confidence")), 0.0501);

    [Fact]
    public void Every_area_is_met()
    {
        var rows = ReferenceRow.Of("reference", "radio", "itm", "area_tls.csv");
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var area = new TerrainArea(
                row.Number("delta_h__meter"), (SitingCare)row.Number("tx_siting_criteria"), (SitingCare)row.Number("rx_siting_criteria"));
            var shares = SharesOf(row, row.Number("time"), row.Number("location"), row.Number("situation"));
            var loss = ModelOf(row, shares).OverArea(area, 1_000 * row.Number("d__km"), row.Number("h_tx__meter"), row.Number("h_rx__meter"));
            Assert.Equal(row.Number("A__db"), loss.LossDb, 0.0501);
        }
    }

    private static void Meets(string file, Func<ReferenceRow, VariabilityShares> sharesOf, double tolerance)
    {
        var rows = ReferenceRow.Of("reference", "radio", "itm", file);
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            double[] heights = [.. ReferenceRow.Of("reference", "radio", "itm", row.Text("profile")).Select(r => r.Number("elevation_m"))];
            Assert.Equal(row.Number("n_intervals"), heights.Length - 1);
            var step = row.Number("step_m");
            var loss = ModelOf(row, sharesOf(row)).OverProfile(new TerrainLine(heights, step), row.Number("h_tx__meter"), row.Number("h_rx__meter"));
            Assert.True(Math.Abs(loss.LossDb - row.Number("A__db")) <= tolerance, $"{row}: {loss}");
        }
    }

    // NTIA's mdvar: 10 more without places, 20 more without situations
    private static VariabilityShares SharesOf(ReferenceRow row, double time, double location, double situation)
    {
        var code = (int)row.Number("mdvar");
        return new((VariabilityMode)(code % 10), time, location, situation) { SituationsVary = code < 20, PlacesVary = code % 20 < 10 };
    }

    private static LongleyRice ModelOf(ReferenceRow row, VariabilityShares shares) => new(new()
    {
        FrequencyMegahertz = row.Number("f__mhz"),
        SeaLevelRefractivity = row.Number("N_0"),
        Climate = (RadioClimate)row.Number("climate"),
        Polarisation = row.Number("pol") == 0 ? Polarisation.Horizontal : Polarisation.Vertical,
        Permittivity = row.Number("epsilon"),
        Conductivity = row.Number("sigma"),
        Shares = shares,
    });
}
