using Geo.Engine.Radio;

namespace Geo.Tests.Radio;

public sealed class LinkBudgetTests
{
    [Fact]
    public void A_hundred_megahertz_carrier_has_3276_resource_elements() => Assert.Equal(3_276, LinkBudget.ResourceElements(273));

    [Fact]
    public void A_carrier_without_blocks_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => LinkBudget.ResourceElements(0));

    // 49 dBm over 624 elements (27.95 dB), 15 dBi, 2 dB of feeder
    [Fact]
    public void Power_is_spread_over_the_resource_elements() => Assert.Equal(34.05, LinkBudget.EirpPerElementDbm(49, 52, 15, 2), 0.005);

    [Theory]
    [InlineData(30_000, 7, -122.2)]
    [InlineData(30_000, 9, -120.2)]
    [InlineData(15_000, 7, -125.2)]
    public void Noise_of_a_resource_element_is_that_of_the_link_budget(double spacing, double figure, double dbm) =>
        Assert.Equal(dbm, LinkBudget.NoisePerElementDbm(spacing, figure), 0.05);

    // radio planning figures for 35 m masts and -105 dBm: 11.6 / 14.5 / 13.0 km with line of sight, 3.1 / 2.5 / 2.0 km without
    [Theory]
    [InlineData(0.75, 31, 11_600, 3_100)]
    [InlineData(2.55, 38, 14_500, 2_500)]
    [InlineData(3.75, 38, 13_000, 2_000)]
    public void The_signal_falls_to_the_threshold_at_the_known_radius(double gigahertz, double eirp, double with, double without)
    {
        var scene = new RuralMacroScene(gigahertz, 35, 1.5, 5, 20);
        Assert.Equal(-105, LinkBudget.ReferencePowerDbm(eirp, RuralMacro.LossWithLineOfSightDb(scene, with), 0), 0.3);
        Assert.Equal(-105, LinkBudget.ReferencePowerDbm(eirp, RuralMacro.LossWithoutLineOfSightDb(scene, without), 0), 0.5);
    }
}
