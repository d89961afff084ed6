using CsCheck;
using Geo.Engine.Radio;
using Geo.Engine.Radio.Paths;
using Geo.Engine.Radio.Urban;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Radio.Urban;

public sealed class UrbanReferenceTests
{
    private static readonly UrbanScene Scene = new(3.75, 25, 1.5);

    [Fact]
    public void Every_published_urban_path_loss_is_met()
    {
        var rows = ReferenceRow.Of("reference", "radio", "tr38901", "pathloss.csv").Where(r => r.Text("scenario") != "RMa").ToList();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var scene = new UrbanScene(row.Number("fc_GHz"), row.Number("hBS_m"), row.Number("hUT_m"));
            Assert.Equal(row.Number("pathloss_dB"), LossOf(row.Text("scenario"), row.Text("state"), scene, row.Number("d2D_m")), row.Number("tolerance_dB"));
        }
    }

    [Fact]
    public void Every_published_urban_probability_of_line_of_sight_is_met()
    {
        var rows = ReferenceRow.Of("reference", "radio", "tr38901", "los_probability.csv").Where(r => r.Text("scenario") != "RMa").ToList();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var distance = row.Number("d2Dout_m");
            var probability = row.Text("scenario") == "UMa"
                ? UrbanMacro.LineOfSightProbability(distance, row.Number("hUT_m"))
                : StreetCanyon.LineOfSightProbability(distance);
            Assert.Equal(row.Number("p_los"), probability, 1e-6);
        }
    }

    // with the environment at 1 m: 4 * 24 * 0.5 * 3.75e9 / 3e8
    [Fact]
    public void The_breakpoint_is_above_the_environment_not_above_the_ground() => Assert.Equal(600, Scene.BreakpointMetres, 1e-9);

    // TR 38.901 gives the two formulas one value at the breakpoint, but for the slant
    [Theory]
    [InlineData(0.7)]
    [InlineData(3.75)]
    [InlineData(28)]
    public void Loss_does_not_jump_at_the_breakpoint(double gigahertz)
    {
        var scene = Scene with { FrequencyGigahertz = gigahertz };
        var at = scene.BreakpointMetres;
        Assert.Equal(UrbanMacro.LossWithLineOfSightDb(scene, at), UrbanMacro.LossWithLineOfSightDb(scene, at + 1e-6), 0.001);
        Assert.Equal(StreetCanyon.LossWithLineOfSightDb(scene, at), StreetCanyon.LossWithLineOfSightDb(scene, at + 1e-6), 0.001);
    }

    [Fact]
    public void Loss_grows_with_distance_and_is_never_less_without_line_of_sight()
    {
        Gen.Select(Gen.Double[0.5, 30], Gen.Double[1.5, 22.5], Gen.Double[10, 4_990], Gen.Double[0.1, 10]).Sample((gigahertz, receiver, metres, more) =>
        {
            var (macro, micro) = (new UrbanScene(gigahertz, 25, receiver), new UrbanScene(gigahertz, 10, receiver));
            return UrbanMacro.LossWithLineOfSightDb(macro, metres + more) > UrbanMacro.LossWithLineOfSightDb(macro, metres)
                && StreetCanyon.LossWithLineOfSightDb(micro, metres + more) > StreetCanyon.LossWithLineOfSightDb(micro, metres)
                && UrbanMacro.LossWithoutLineOfSightDb(macro, metres) >= UrbanMacro.LossWithLineOfSightDb(macro, metres)
                && StreetCanyon.LossWithoutLineOfSightDb(micro, metres) >= StreetCanyon.LossWithLineOfSightDb(micro, metres);
        });
    }

    [Fact]
    public void The_profile_decides_whether_there_is_line_of_sight()
    {
        double[] distances = [0, 0.25, 0.5, 0.75, 1];
        double[] houses = [12, 12, 12, 12, 12];
        var earth = EffectiveEarth.OfGradient(45);
        var open = PathGeometry.Of(new PathProfile(distances), new(25, 1.5), earth);
        var town = PathGeometry.Of(new PathProfile(distances, default, houses), new(25, 1.5), earth);
        // source: ns-3's values at 5 GHz and 1 km
        var scene = Scene with { FrequencyGigahertz = 5 };
        Assert.Equal(109.7252, UrbanMacro.Loss(scene, open).MedianDb, 0.05);
        Assert.Equal(144.7641, UrbanMacro.Loss(scene, town).MedianDb, 0.05);
        Assert.Equal(119.3114, StreetCanyon.Loss(scene with { BaseHeightMetres = 10 }, open).MedianDb, 0.05);
        Assert.Equal(143.1886, StreetCanyon.Loss(scene with { BaseHeightMetres = 10 }, town).MedianDb, 0.05);
        Assert.Equal((4, 6), (UrbanMacro.Loss(scene, open).DeviationDb, UrbanMacro.Loss(scene, town).DeviationDb));
        Assert.Equal((4, 7.82), (StreetCanyon.Loss(scene, open).DeviationDb, StreetCanyon.Loss(scene, town).DeviationDb));
    }

    [Fact]
    public void The_environment_is_low_for_all_receivers_on_the_street_and_near_the_mast()
    {
        Assert.Equal(1, UrbanMacro.LowEnvironmentProbability(1_000, 1.5));
        Assert.Equal(1, UrbanMacro.LowEnvironmentProbability(18, 22));
        // C = (0.95)^1.5 * 1.25 * 8 * exp(-200/150) = 2.441
        Assert.Equal(1 / 3.441, UrbanMacro.LowEnvironmentProbability(200, 22.5), 0.001);
    }

    [Theory]
    [InlineData(9, 25, 1.5, ModelLimits.TooNear)]
    [InlineData(double.NaN, 25, 1.5, ModelLimits.TooNear)]
    [InlineData(5_001, 25, 1.5, ModelLimits.TooFar)]
    [InlineData(500, 30, 1.5, ModelLimits.TransmitterHeight)]
    [InlineData(500, 25, 0, ModelLimits.ReceiverHeight)]
    [InlineData(500, 25, 1.5, ModelLimits.None)]
    public void What_lies_outside_the_macro_model_is_flagged(double metres, double mast, double receiver, ModelLimits expected) =>
        Assert.Equal(expected, UrbanMacro.Broken(new(3.75, mast, receiver), metres));

    [Fact]
    public void What_lies_outside_the_street_canyon_is_flagged() =>
        Assert.Equal(ModelLimits.TransmitterHeight | ModelLimits.Frequency, StreetCanyon.Broken(new(0.4, 25, 1.5), 100));

    private static double LossOf(string scenario, string state, UrbanScene scene, double metres) => (scenario, state) switch
    {
        ("UMa", "LOS") => UrbanMacro.LossWithLineOfSightDb(scene, metres),
        ("UMa", "NLOS") => UrbanMacro.LossWithoutLineOfSightDb(scene, metres),
        ("UMa-NLOS-optional", _) => UrbanMacro.SimpleLossWithoutLineOfSightDb(scene, metres),
        ("UMi", "LOS") => StreetCanyon.LossWithLineOfSightDb(scene, metres),
        ("UMi", "NLOS") => StreetCanyon.LossWithoutLineOfSightDb(scene, metres),
        ("UMi-NLOS-optional", _) => StreetCanyon.SimpleLossWithoutLineOfSightDb(scene, metres),
        _ => throw new ArgumentException($"{scenario} {state} is no scenario.", nameof(scenario)),
    };
}
