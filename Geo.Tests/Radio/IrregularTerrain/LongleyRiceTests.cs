using CsCheck;
using Geo.Engine.Radio;
using Geo.Engine.Radio.IrregularTerrain;

namespace Geo.Tests.Radio.IrregularTerrain;

public sealed class LongleyRiceTests
{
    private static readonly LongleyRiceSettings Settings = new()
    {
        FrequencyMegahertz = 763, SeaLevelRefractivity = 360, Climate = RadioClimate.MaritimeSubtropical,
    };

    [Fact]
    public void Ends_may_change_places() => Gen.Select(Gen.Double[1, 400], Gen.Double[0, 200], Gen.Double[1, 100], Gen.Double[1, 100]).Sample((km, rough, one, other) =>
    {
        var model = new LongleyRice(Settings);
        var there = model.OverArea(new(rough, SitingCare.Careful, SitingCare.Random), km * 1_000, one, other);
        var back = model.OverArea(new(rough, SitingCare.Random, SitingCare.Careful), km * 1_000, other, one);
        return Math.Abs(there.LossDb - back.LossDb) < 1e-6;
    });

    [Fact]
    public void The_curve_over_distance_has_no_steps_from_sight_through_diffraction_to_scatter()
    {
        var model = new LongleyRice(Settings);
        var losses = Enumerable.Range(10, 4_000).Select(i => model.OverArea(new(50), i * 100, 35, 5)).ToList();
        Assert.Equal(
            [PropagationRegion.LineOfSight, PropagationRegion.Diffraction, PropagationRegion.Troposcatter],
            losses.Select(l => l.Region).Distinct());
        Assert.All(losses.Zip(losses.Skip(1)), pair => Assert.InRange(pair.Second.ReferenceDb - pair.First.ReferenceDb, -0.5, 0.5));
    }

    [Fact]
    public void More_confidence_and_more_time_cost_more()
    {
        double[] heights = [.. Enumerable.Range(0, 200).Select(i => 20 * Math.Sin(i * 0.3))];
        var byConfidence = new[] { 10.0, 50, 90 }.Select(c => Loss(VariabilityShares.OfConfidence(VariabilityMode.Individual, c, 50))).ToList();
        var byTime = new[] { 10.0, 50, 90 }.Select(t => Loss(VariabilityShares.OfConfidence(VariabilityMode.Individual, 50, t))).ToList();
        Assert.Equal(byConfidence.Order(), byConfidence);
        Assert.Equal(byTime.Order(), byTime);

        double Loss(VariabilityShares shares) => new LongleyRice(Settings with { Shares = shares }).OverProfile(new TerrainLine(heights, 100), 35, 5).LossDb;
    }

    [Fact]
    public void Line_of_sight_is_told_by_the_ground_and_not_by_the_branch()
    {
        double[] ridge = [.. Enumerable.Range(0, 101).Select(i => i == 50 ? 60.0 : 0)];
        var model = new LongleyRice(Settings);
        Assert.True(model.OverProfile(new TerrainLine(new double[101], 50), 35, 10).HasLineOfSight);
        Assert.False(model.OverProfile(new TerrainLine(ridge, 50), 35, 10).HasLineOfSight);
    }

    [Fact]
    public void What_lies_outside_the_model_is_flagged()
    {
        var model = new LongleyRice(Settings with { FrequencyMegahertz = 30, SeaLevelRefractivity = 420 });
        var broken = model.OverArea(new(0), 500, 0.6, 2_000).Broken;
        Assert.True(broken.HasFlag(ModelLimits.Frequency | ModelLimits.TooNear | ModelLimits.TransmitterHeight | ModelLimits.ReceiverHeight | ModelLimits.AirOrGround));
        Assert.Equal(ModelLimits.None, new LongleyRice(Settings).OverArea(new(0), 10_000, 35, 5).Broken);
        var rare = new LongleyRice(Settings with { Shares = VariabilityShares.Median with { TimePercent = 99.95 } });
        Assert.Equal(ModelLimits.TimePercent, rare.OverArea(new(0), 10_000, 35, 5).Broken);
        Assert.True(new LongleyRice(Settings).OverArea(new(0), 1_100_000, 35, 5).Broken.HasFlag(ModelLimits.TooFar));
    }

    [Fact]
    public void What_is_no_profile_and_no_number_is_refused()
    {
        var model = new LongleyRice(Settings);
        Assert.Throws<ArgumentException>(() => model.OverProfile(new TerrainLine([1], 100), 35, 5));
        Assert.Throws<ArgumentException>(() => model.OverProfile(new TerrainLine([1, 2, 3], 0), 35, 5));
        Assert.Throws<ArgumentException>(() => model.OverProfile(new TerrainLine([1, double.NaN, 3], 100), 35, 5));
        Assert.Throws<ArgumentException>(() => model.OverProfile(new TerrainLine([1, 2, 3], 100), 0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.OverArea(new(0), double.NaN, 35, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LongleyRice(Settings with { FrequencyMegahertz = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LongleyRice(Settings with { Climate = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LongleyRice(Settings with { Shares = VariabilityShares.Median with { SituationPercent = 100 } }));
    }

    [Fact]
    public void The_shortest_profiles_have_a_loss()
    {
        var model = new LongleyRice(Settings);
        Assert.All(Enumerable.Range(2, 30), n => Assert.True(double.IsFinite(model.OverProfile(new TerrainLine(new double[n], 100), 35, 5).LossDb)));
    }
}
