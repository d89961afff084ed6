using CsCheck;
using Geo.Engine.Radio;
using Geo.Engine.Radio.Diffraction;
using Geo.Engine.Radio.Empirical;
using Geo.Engine.Radio.Paths;
using Geo.Engine.Radio.Water;

namespace Geo.Tests.Radio.Water;

public sealed class WaterPathTests
{
    private static readonly EffectiveEarth Earth = EffectiveEarth.OfGradient(39);
    private static readonly WaterPath Path = new(0.763, Polarisation.Horizontal, Earth);

    // 40 log d - 20 log(ht hr), beyond which the wave is as good as flat
    [Fact]
    public void Far_out_loss_is_that_of_the_fourth_power() =>
        Assert.Equal((40 * Math.Log10(20_000)) - (20 * Math.Log10(45 * 1.5)), Path.TwoRayLossDb(20_000, 45, 1.5, 0), 0.1);

    // 20 log(4.5 / 1.5), and 20 log(45 / 42) for the mast
    [Fact]
    public void A_handset_gains_ten_decibels_where_the_tide_falls_by_three_metres() =>
        Assert.Equal(9.54 + 0.60, Path.TwoRayLossDb(20_000, 45, 4.5, 3) - Path.TwoRayLossDb(20_000, 45, 4.5, 0), 0.1);

    [Fact]
    public void Near_the_mast_the_two_rays_strengthen_and_cancel_each_other()
    {
        var free = Enumerable.Range(1, 2_000).Select(i => FreeSpace.LossDb(i * 2, 0.2998 / 0.763)).ToList();
        var two = Enumerable.Range(1, 2_000).Select(i => Path.TwoRayLossDb(i * 2, 45, 10, 0)).ToList();
        Assert.Contains(two.Zip(free), pair => pair.First > pair.Second + 15);
        Assert.DoesNotContain(two.Zip(free), pair => pair.First < pair.Second - 6.1); // twice the field, and the nearer slant
        Assert.Contains(two.Zip(free), pair => pair.First < pair.Second - 5);
    }

    // near the Brewster angle the sea mirrors little of an upright wave; along the water, and many wavelengths above it, it mirrors all of both
    [Fact]
    public void Upright_waves_are_mirrored_less_at_steeper_angles()
    {
        var upright = new WaterPath(0.763, Polarisation.Vertical, Earth);
        var spread = Enumerable.Range(100, 200).Select(d => upright.TwoRayLossDb(d, 45, 10, 0) - FreeSpace.LossDb(d, 0.2998 / 0.763)).ToList();
        var flat = Enumerable.Range(100, 200).Select(d => Path.TwoRayLossDb(d, 45, 10, 0) - FreeSpace.LossDb(d, 0.2998 / 0.763)).ToList();
        Assert.True(spread.Max() - spread.Min() < flat.Max() - flat.Min());
        Assert.Equal(Path.TwoRayLossDb(300_000, 45, 30, 0), upright.TwoRayLossDb(300_000, 45, 30, 0), 0.3);
    }

    // radio planning figure: 4.12 (sqrt 45 + sqrt 1.5)
    [Fact]
    public void The_horizon_of_a_mast_and_a_handset_is_at_33_kilometres() => Assert.Equal(32_700, Path.HorizonMetres(45, 1.5, 0), 50.0);

    [Fact]
    public void Towards_the_horizon_the_curved_sea_costs_more_than_the_flat_one()
    {
        Assert.True(Path.LossDb(32_000, 45, 1.5, 0) > Path.TwoRayLossDb(32_000, 45, 1.5, 0) + 3);
        Assert.Equal(Path.LossDb(2_000, 45, 10, 0), Path.TwoRayLossDb(2_000, 45, 10, 0), 1e-9);
    }

    [Fact]
    public void The_limited_loss_is_never_less_than_that_of_two_rays() => Gen.Select(Gen.Double[50, 60_000], Gen.Double[5, 100], Gen.Double[1, 30], Gen.Double[-2, 0.9])
        .Sample((metres, mast, receiver, tide) => Path.LossDb(metres, mast, receiver, tide) >= Path.TwoRayLossDb(metres, mast, receiver, tide));

    [Fact]
    public void An_antenna_under_water_has_no_loss_and_says_so()
    {
        Assert.True(double.IsNaN(Path.LossDb(1_000, 45, 1.5, 2)));
        Assert.Equal(ModelLimits.Undefined, Path.Broken(1_000, 45, 1.5, 2));
        Assert.Equal(ModelLimits.BeyondHorizon, Path.Broken(40_000, 45, 1.5, 0));
        Assert.Equal(ModelLimits.None, Path.Broken(20_000, 45, 1.5, 0));
        Assert.Equal(ModelLimits.Frequency, new WaterPath(7, Polarisation.Vertical, Earth).Broken(1_000, 45, 1.5, 0));
    }
}
