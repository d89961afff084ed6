using CsCheck;
using Geo.Engine.Radio;
using Geo.Engine.Radio.Paths;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Radio;

public sealed class RuralMacroTests
{
    private static readonly RuralMacroScene Scene = new(0.763, 35, 1.5, 5, 20);

    [Fact]
    public void Every_published_rural_path_loss_is_met()
    {
        var rows = ReferenceRow.Of("reference", "radio", "tr38901", "pathloss.csv").Where(r => r.Text("scenario") == "RMa").ToList();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var scene = new RuralMacroScene(
                row.Number("fc_GHz"), row.Number("hBS_m"), row.Number("hUT_m"), row.Number("h_building_m"), row.Number("W_street_m"));
            var distance = row.Number("d2D_m");
            var loss = row.Text("state") == "LOS" ? RuralMacro.LossWithLineOfSightDb(scene, distance) : RuralMacro.LossWithoutLineOfSightDb(scene, distance);
            Assert.Equal(row.Number("pathloss_dB"), loss, row.Number("tolerance_dB"));
        }
    }

    [Fact]
    public void Every_published_rural_probability_of_line_of_sight_is_met()
    {
        var rows = ReferenceRow.Of("reference", "radio", "tr38901", "los_probability.csv").Where(r => r.Text("scenario") == "RMa").ToList();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
            Assert.Equal(row.Number("p_los"), RuralMacro.LineOfSightProbability(row.Number("d2Dout_m")), 1e-9);
    }

    [Fact]
    public void The_profile_decides_whether_there_is_line_of_sight()
    {
        double[] distances = [.. Enumerable.Range(0, 31).Select(i => i * 0.1)];
        double[] houses = [.. distances.Select(_ => 6.0)];
        var earth = EffectiveEarth.OfGradient(45);
        var open = RuralMacro.Loss(Scene, PathGeometry.Of(new PathProfile(distances), new(35, 1.5), earth));
        var town = RuralMacro.Loss(Scene, PathGeometry.Of(new PathProfile(distances, default, houses), new(35, 1.5), earth));
        // source: the formulas evaluated with NumPy, as below
        Assert.Equal(112.572523, open.MedianDb, 1e-6);
        Assert.Equal(6, open.DeviationDb);
        Assert.Equal(135.617884, town.MedianDb, 1e-6);
        Assert.Equal(8, town.DeviationDb);
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
    [InlineData(9, ModelLimits.TooNear)]
    [InlineData(double.NaN, ModelLimits.TooNear)]
    [InlineData(10, ModelLimits.None)]
    [InlineData(5_000, ModelLimits.None)]
    [InlineData(5_001, ModelLimits.TooFarWithoutLineOfSight)]
    [InlineData(10_001, ModelLimits.TooFarWithoutLineOfSight | ModelLimits.TooFar)]
    public void A_distance_outside_the_model_is_flagged(double metres, ModelLimits expected) =>
        Assert.Equal(expected, RuralMacro.Broken(Scene, metres));

    [Fact]
    public void Each_number_of_the_scene_outside_the_model_is_flagged() => Assert.Equal(
        ModelLimits.Frequency | ModelLimits.TransmitterHeight | ModelLimits.ReceiverHeight | ModelLimits.ClutterHeight | ModelLimits.StreetWidth,
        RuralMacro.Broken(new RuralMacroScene(0.4, 9, 11, double.NaN, 60), 1_000));
}
