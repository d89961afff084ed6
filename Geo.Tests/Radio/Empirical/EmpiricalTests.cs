using Geo.Engine.Radio;
using Geo.Engine.Radio.Empirical;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Radio.Empirical;

public sealed class EmpiricalTests
{
    [Fact]
    public void Every_published_value_of_Friis_and_of_two_rays_is_met()
    {
        var rows = ReferenceRow.Of("reference", "radio", "empirical", "friis_two_ray.csv");
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var (along, rise, wavelength) = (row.Number("d2D_m"), row.Number("rx_z_offset_m"), row.Number("wavelength_m"));
            var distance = Math.Sqrt((along * along) + (rise * rise));
            var loss = row.Text("model") == "free-space"
                ? FreeSpace.LossDb(distance, wavelength)
                : PlaneEarth.LossDb(
                    distance, wavelength, row.Number("antenna_height_above_z_m"), row.Number("antenna_height_above_z_m") + rise);
            Assert.Equal(row.Number("loss_dB"), loss, 0.001);
        }
    }

    [Fact]
    public void Every_published_value_of_Hata_COST_231_and_P1411_is_met()
    {
        var rows = ReferenceRow.Of("reference", "radio", "empirical", "hata.csv");
        Assert.NotEmpty(rows);
        foreach (var row in rows)
            Assert.Equal(row.Number("loss_dB"), LossOf(row), row.Number("tolerance_dB"));
    }

    // M. Hata's paper, 900 MHz, 30 m and 1.5 m at 1 km in a middle town: 126.4 dB; 9.9 dB less in a suburb, 28.5 dB less in the open
    [Theory]
    [InlineData(TownSize.Town, 126.42)]
    [InlineData(TownSize.Suburb, 116.48)]
    [InlineData(TownSize.Open, 97.91)]
    public void Hata_tells_surroundings_apart(TownSize surroundings, double decibels) =>
        Assert.Equal(decibels, OkumuraHata.LossDb(new(surroundings, 900, 30, 1.5), 1), 0.02);

    [Fact]
    public void The_two_formulas_of_a_street_meet_at_the_breakpoint()
    {
        var street = new StreetInSight(0.1418, 30, 1);
        var at = street.BreakpointMetres;
        Assert.Equal(street.MiddleLossDb(at), street.MiddleLossDb(at * 1.0000001), 1e-4);
        Assert.True(street.LeastLossDb(100) < street.GreatestLossDb(100));
    }

    [Fact]
    public void What_lies_outside_the_models_is_flagged()
    {
        Assert.Equal(ModelLimits.None, OkumuraHata.Broken(new(TownSize.Town, 763, 35, 1.5), 5));
        Assert.Equal(ModelLimits.Frequency, OkumuraHata.Broken(new(TownSize.Town, 2_550, 35, 1.5), 5));
        Assert.Equal(ModelLimits.TooFar | ModelLimits.TransmitterHeight, OkumuraHata.Broken(new(TownSize.Town, 763, 25, 1.5), 21));
        Assert.Equal(ModelLimits.TooNear | ModelLimits.ReceiverHeight, CostHata.Broken(new(TownSize.Town, 1_800, 35, double.NaN), 0.5));
        Assert.Equal(ModelLimits.TooFar, new StreetInSight(0.1418, 30, 1).Broken(1_001));
        Assert.Equal(ModelLimits.Frequency | ModelLimits.TooNear, new StreetInSight(0.05, 30, 1).Broken(0));
    }

    private static double LossOf(ReferenceRow row)
    {
        var (megahertz, mast, receiver) = (row.Number("f_MHz"), row.Number("hb_m"), row.Number("hm_m"));
        var slant = Math.Sqrt(Math.Pow(row.Number("d2D_m"), 2) + Math.Pow(mast - receiver, 2));
        if (row.Text("model") == "itu-p1411-los")
            return new StreetInSight(299.792458 / megahertz, mast, receiver).MiddleLossDb(slant);
        var surroundings = row.Text("environment") switch
        {
            "urban-large" => TownSize.LargeCity,
            "suburban" => TownSize.Suburb,
            "open" or "open-areas" => TownSize.Open,
            _ => TownSize.Town,
        };
        var scene = new HataScene(surroundings, megahertz, mast, receiver);
        return row.Text("model") == "okumura-hata" ? OkumuraHata.LossDb(scene, slant / 1_000) : CostHata.LossDb(scene, slant / 1_000);
    }
}
