using Geo.Engine.Radio.Networks;

namespace Geo.Tests.Radio.Networks;

/// <summary>A mast in the middle of level land, and what is put east of it.</summary>
public sealed class ShortfallTests
{
    private static readonly NetworkSettings Settings = new() { RadiusMetres = 9_850, ThresholdDbm = -85 };

    [Fact]
    public void Behind_a_wood_it_is_the_trees()
    {
        var coverage = Cover((_, _) => 1, (_, column) => column is >= 120 and < 130 ? 3 : 2);
        Assert.Equal(ShortfallReason.Clutter, Reason(coverage, 131));
        Assert.True(coverage.ShortfallDb[100, 131] > 0);
        Assert.NotEqual(ShortfallReason.Clutter, Reason(coverage, 115));
    }

    [Fact]
    public void Behind_a_ridge_it_is_the_ground() =>
        Assert.Equal(ShortfallReason.Terrain, Reason(Cover((_, column) => column is 140 or 141 ? 60 : 1, (_, _) => 2), 150));

    [Fact]
    public void Over_open_land_it_is_the_distance() => Assert.Equal(ShortfallReason.Distance, Reason(Cover((_, _) => 1, (_, _) => 2), 180));

    [Fact]
    public void Over_water_it_is_the_water() => Assert.Equal(ShortfallReason.Water, Reason(Cover((_, _) => 1, (_, column) => column > 105 ? 1 : 2), 180));

    [Fact]
    public void Beyond_the_horizon_it_is_the_round_earth()
    {
        var coverage = Cover((_, _) => 1, (_, _) => 2, height: 1);
        Assert.Equal(ShortfallReason.Horizon, Reason(coverage, 198)); // 4.23 (1 + sqrt 1.5) = 9.4 km
        Assert.Equal(ShortfallReason.Distance, Reason(coverage, 150));
    }

    [Fact]
    public void Beyond_the_radius_nothing_was_computed_and_it_is_the_distance()
    {
        var coverage = Cover((_, _) => 1, (_, _) => 2);
        Assert.Equal(ShortfallReason.Distance, Reason(coverage, 199));
        Assert.Equal((byte)CoverageValidity.NotComputed, coverage.Validity[100, 199]);
        Assert.True(float.IsNaN(coverage.SignalDbm[100, 199]));
        Assert.Equal(-1, coverage.BestServer[100, 199]);
    }

    [Fact]
    public void A_hole_in_the_terrain_is_never_sea_level_and_no_path_leads_over_it()
    {
        var coverage = Cover((_, column) => column is 120 or 121 ? float.NaN : 1, (_, _) => 2);
        Assert.Equal(ShortfallReason.UnknownGround, Reason(coverage, 120));
        Assert.Equal(ShortfallReason.UnknownGround, Reason(coverage, 140));
        Assert.Equal(CoverageValidity.SiteLeftOut | CoverageValidity.NotComputed, (CoverageValidity)coverage.Validity[100, 140]);
        Assert.Equal((byte)CoverageValidity.Sound, coverage.Validity[100, 110]);
        Assert.Equal((byte)CoverageValidity.RuralMacroNear, coverage.Validity[100, 101]);
    }

    [Fact]
    public void Signal_without_the_rate_is_noise_when_alone_and_interference_when_not()
    {
        var settings = Settings with { ThresholdDbm = -120 };
        var (x, y) = Flatland.Frame.Centre(100, 104);
        var one = Flatland.Mast("a", Flatland.Middle.X, Flatland.Middle.Y, Flatland.Low, 0);
        var alone = Flatland.Plan(Flatland.Open, settings, 1, one).Coverage;
        Assert.Equal([ShortfallReason.None, ShortfallReason.Noise, ShortfallReason.Distance], Enumerable.Range(110, 88).Select(c => Reason(alone, c)).Distinct());
        var two = Flatland.Plan(Flatland.Open, settings, 1, one, Flatland.Mast("b", x, y, Flatland.Low, 0)).Coverage;
        Assert.Equal(ShortfallReason.Interference, Reason(two, 115));
    }

    [Fact]
    public void Every_reason_has_a_name_and_a_remedy_in_both_languages() => Assert.All(Enum.GetValues<ShortfallReason>(), reason =>
    {
        Assert.NotEqual(ShortfallRemedy.Name(reason).Vi, ShortfallRemedy.Name(reason).En);
        Assert.NotEqual(ShortfallRemedy.Of(reason).Vi, ShortfallRemedy.Of(reason).En);
    });

    [Fact]
    public void A_higher_tide_changes_the_signal_over_water_and_nothing_inland()
    {
        static NetworkCoverage At(double tide) => Flatland.Plan(
            Flatland.Build((_, _) => 4, (_, column) => column > 105 ? 1 : 2, tide), Settings, 1, Flatland.Mast("a", Flatland.Middle.X, Flatland.Middle.Y, Flatland.Wide)).Coverage;
        var (low, high) = (At(-1.5), At(1.5));
        Assert.Equal(low.SignalDbm[100, 40], high.SignalDbm[100, 40]);
        Assert.True(low.SignalDbm[100, 180] > high.SignalDbm[100, 180]); // the mast stands higher above low water
    }

    private static ShortfallReason Reason(NetworkCoverage coverage, int column) => (ShortfallReason)coverage.Reasons[100, column];

    private static NetworkCoverage Cover(Func<int, int, float> heights, Func<int, int, int> cover, double height = 35) => Flatland.Plan(
        Flatland.Build(heights, cover), Settings, 2, Flatland.Mast("a", Flatland.Middle.X, Flatland.Middle.Y, Flatland.Wide, 20, height: height)).Coverage;
}
