using System.Globalization;
using CsCheck;
using Geo.Engine.Radio;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Radio;

public sealed class RuralMacroTests
{
    private static readonly RuralMacroScene Scene = new(0.763, 35, 1.5, 5, 20);

    [Fact]
    public void Every_published_rural_path_loss_is_met()
    {
        var rows = Rows("pathloss.csv").Where(r => r["scenario"] == "RMa").ToList();
        Assert.Equal(5, rows.Count);
        foreach (var row in rows)
        {
            var scene = new RuralMacroScene(
                Number(row["fc_GHz"]), Number(row["hBS_m"]), Number(row["hUT_m"]), Number(row["h_building_m"]), Number(row["W_street_m"]));
            var distance = Number(row["d2D_m"]);
            var loss = row["state"] == "LOS" ? RuralMacro.LossWithLineOfSightDb(scene, distance) : RuralMacro.LossWithoutLineOfSightDb(scene, distance);
            Assert.Equal(Number(row["pathloss_dB"]), loss, Number(row["tolerance_dB"]));
        }
    }

    [Fact]
    public void Every_published_rural_probability_of_line_of_sight_is_met()
    {
        var rows = Rows("los_probability.csv").Where(r => r["scenario"] == "RMa").ToList();
        Assert.Equal(2, rows.Count);
        foreach (var row in rows)
            Assert.Equal(Number(row["p_los"]), RuralMacro.LineOfSightProbability(Number(row["d2Dout_m"])), 1e-9);
    }

    [Theory]
    [InlineData(0.75, 825)]
    [InlineData(2.55, 2804)]
    [InlineData(3.75, 4123)]
    public void The_breakpoint_of_the_common_bands_is_met(double gigahertz, double metres) =>
        Assert.Equal(metres, RuralMacro.BreakpointMetres(Scene with { FrequencyGigahertz = gigahertz }), 1.0);

    // source: the formulas evaluated with NumPy, beyond the breakpoint too
    [Theory]
    [InlineData(200, 0.763, 76.918140, 90.412573)]
    [InlineData(3_000, 0.763, 112.572523, 135.617884)]
    [InlineData(2_000, 2.55, 110.267363, 139.296502)]
    [InlineData(4_900, 3.75, 126.016683, 157.679167)]
    public void Losses_near_and_beyond_the_breakpoint_are_met(double metres, double gigahertz, double with, double without)
    {
        var scene = Scene with { FrequencyGigahertz = gigahertz };
        Assert.Equal(with, RuralMacro.LossWithLineOfSightDb(scene, metres), 1e-6);
        Assert.Equal(without, RuralMacro.LossWithoutLineOfSightDb(scene, metres), 1e-6);
    }

    [Fact]
    public void Loss_grows_with_distance_and_is_never_less_without_line_of_sight()
    {
        Gen.Select(Gen.Double[0.5, 7], Gen.Double[10, 150], Gen.Double[10, 4_990], Gen.Double[0.1, 10]).Sample((gigahertz, height, metres, more) =>
        {
            var scene = new RuralMacroScene(gigahertz, height, 1.5, 5, 20);
            var (near, far) = (RuralMacro.LossWithLineOfSightDb(scene, metres), RuralMacro.LossWithLineOfSightDb(scene, metres + more));
            return far > near - 0.5 && RuralMacro.LossWithoutLineOfSightDb(scene, metres) >= near;
        });
    }

    [Fact]
    public void Shadowing_grows_at_the_breakpoint()
    {
        Assert.Equal(4, RuralMacro.ShadowingWithLineOfSightDb(Scene, 800));
        Assert.Equal(6, RuralMacro.ShadowingWithLineOfSightDb(Scene, 900));
    }

    [Theory]
    [InlineData(9, RuralMacroLimits.TooNear)]
    [InlineData(double.NaN, RuralMacroLimits.TooNear)]
    [InlineData(10, RuralMacroLimits.None)]
    [InlineData(5_000, RuralMacroLimits.None)]
    [InlineData(5_001, RuralMacroLimits.TooFarWithoutLineOfSight)]
    [InlineData(10_001, RuralMacroLimits.TooFarWithoutLineOfSight | RuralMacroLimits.TooFarWithLineOfSight)]
    public void A_distance_outside_the_model_is_flagged(double metres, RuralMacroLimits expected) =>
        Assert.Equal(expected, RuralMacro.Broken(Scene, metres));

    [Fact]
    public void Each_number_of_the_scene_outside_the_model_is_flagged() => Assert.Equal(
        RuralMacroLimits.Frequency | RuralMacroLimits.BaseHeight | RuralMacroLimits.ReceiverHeight | RuralMacroLimits.BuildingHeight | RuralMacroLimits.StreetWidth,
        RuralMacro.Broken(new RuralMacroScene(0.4, 9, 11, double.NaN, 60), 1_000));

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Repository.Shared("reference", "radio", "tr38901", file));
        var names = lines[0].Split(',');
        return lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(p => p.First, p => p.Second));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
