using CsCheck;
using Geo.Engine.Radio;
using Geo.Engine.Radio.Diffraction;
using Geo.Engine.Radio.Paths;
using Geo.Engine.Radio.Propagation;

namespace Geo.Tests.Radio.Propagation;

public sealed class PointToAreaTests
{
    private static readonly PointToAreaSettings Settings = new()
    {
        FrequencyGigahertz = 0.763, RefractivityGradient = 45, SeaLevelRefractivity = 360, LatitudeDegrees = 9.6,
    };

    private static readonly PathEnds Ends = new(35, 1.5);

    [Fact]
    public void The_short_way_at_half_of_the_time_gives_the_sum_of_all_parts()
    {
        GenPath.Sample(
            (path, frequency) =>
            {
                var model = new PointToArea(Settings with { FrequencyGigahertz = frequency });
                var geometry = PathGeometry.Of(path.Profile, Ends, model.Earth);
                return Math.Abs(model.LossDb(geometry) - model.Parts(geometry).TotalDb) < 1e-9;
            },
            iter: 2_000);
    }

    [Theory]
    [InlineData(Polarisation.Vertical, 50)]
    [InlineData(Polarisation.Horizontal, 50)]
    [InlineData(Polarisation.Vertical, 10)]
    public void Losses_of_many_paths_at_once_are_those_of_each(Polarisation polarisation, double time)
    {
        Gen.Select(GenPath.Array[0, 19], Gen.Double[0.03, 6]).Sample(
            (paths, frequency) =>
            {
                var model = new PointToArea(Settings with
                {
                    FrequencyGigahertz = frequency, Polarisation = polarisation, TimePercent = time, LocationPercent = 90, LocationDeviationDb = 5.5,
                });
                PathGeometry[] geometries = [.. paths.Select(p => PathGeometry.Of(p.Path.Profile, Ends, model.Earth))];
                var losses = new double[geometries.Length];
                model.LossesDb(geometries, losses);
                return geometries.Zip(losses).All(pair => Math.Abs(model.LossDb(pair.First) - pair.Second) < 1e-9);
            },
            iter: 500);
    }

    [Fact]
    public void A_loss_does_not_depend_on_its_neighbours()
    {
        var model = new PointToArea(Settings);
        GenPath.Array[17].Sample(
            paths =>
            {
                PathGeometry[] geometries = [.. paths.Select(p => PathGeometry.Of(p.Path.Profile, Ends, model.Earth))];
                var (there, back) = (new double[17], new double[17]);
                model.LossesDb(geometries, there);
                model.LossesDb([.. geometries.Reverse()], back);
                return there.SequenceEqual(back.Reverse());
            },
            iter: 200);
    }

    [Fact]
    public void No_loss_is_below_that_of_free_space_with_focusing()
    {
        GenPath.Sample(
            (path, frequency) =>
            {
                var model = new PointToArea(Settings with { FrequencyGigahertz = frequency, TimePercent = 3 });
                var parts = model.Parts(PathGeometry.Of(path.Profile, Ends, model.Earth));
                return parts.TotalDb >= parts.LineOfSightDb && parts.LineOfSightDb <= parts.FreeSpaceDb;
            },
            iter: 500);
    }

    [Fact]
    public void A_loss_not_exceeded_for_longer_is_greater()
    {
        GenPath.Sample(
            (path, frequency) =>
            {
                var earth = EffectiveEarth.OfGradient(Settings.RefractivityGradient);
                var geometry = PathGeometry.Of(path.Profile, Ends, earth);
                double[] losses =
                [
                    .. new[] { 1.0, 5, 20, 50 }.Select(p => new PointToArea(Settings with { FrequencyGigahertz = frequency, TimePercent = p }).LossDb(geometry)),
                ];
                return losses.Zip(losses.Skip(1)).All(pair => pair.Second >= pair.First - 1e-9);
            },
            iter: 300);
    }

    [Fact]
    public void Higher_clutter_never_costs_less()
    {
        GenPath.Sample(
            (path, frequency) =>
            {
                var model = new PointToArea(Settings with { FrequencyGigahertz = frequency });
                var higher = path with { Clutter = [.. path.Clutter.Select(c => c + 5)] };
                return model.LossDb(PathGeometry.Of(higher.Profile, Ends, model.Earth)) >= model.LossDb(PathGeometry.Of(path.Profile, Ends, model.Earth)) - 1e-9;
            },
            iter: 500);
    }

    [Fact]
    public void In_rare_times_sea_carries_farther_than_land()
    {
        var model = new PointToArea(Settings with { TimePercent = 1 });
        var (sea, land) = (Flat(150, PathZone.Sea), Flat(150, PathZone.Inland));
        Assert.True(model.LossDb(sea) < model.LossDb(land));
    }

    [Fact]
    public void More_places_are_reached_with_a_margin_and_none_is_taken_at_sea()
    {
        var with = Settings with { LocationPercent = 95, LocationDeviationDb = 5.5 };
        var (land, sea) = (Flat(5, PathZone.Inland), Flat(5, PathZone.Sea));
        // 1.645 standard deviations at 95 percent
        Assert.Equal(1.645 * 5.5, new PointToArea(with).LossDb(land) - new PointToArea(Settings).LossDb(land), 0.01);
        Assert.Equal(new PointToArea(Settings).LossDb(sea), new PointToArea(with).LossDb(sea));
    }

    [Fact]
    public void A_path_without_points_between_its_ends_has_line_of_sight()
    {
        var geometry = PathGeometry.Of(new PathProfile([0, 0.3]), Ends, new PointToArea(Settings).Earth);
        Assert.True(geometry.HasLineOfSight);
        var loss = new PointToArea(Settings).Parts(geometry);
        Assert.Equal(loss.FreeSpaceDb, loss.TotalDb, 1e-6);
    }

    [Fact]
    public void Trees_between_hide_the_receiver_and_bare_ground_does_not()
    {
        double[] distances = [.. Enumerable.Range(0, 41).Select(i => i * 0.05)];
        double[] trees = [.. distances.Select(d => d is > 1.5 and < 1.9 ? 12.0 : 0)];
        var earth = new PointToArea(Settings).Earth;
        Assert.True(PathGeometry.Of(new PathProfile(distances), Ends, earth).HasLineOfSight);
        Assert.False(PathGeometry.Of(new PathProfile(distances, default, trees), Ends, earth).HasLineOfSight);
    }

    [Theory]
    [InlineData(0.763, 0.2, 35, ModelLimits.TooNear)]
    [InlineData(0.763, 3_001, 35, ModelLimits.TooFar)]
    [InlineData(6.1, 1, 35, ModelLimits.Frequency)]
    [InlineData(0.02, 1, 35, ModelLimits.Frequency)]
    [InlineData(0.763, 1, 0.5, ModelLimits.TransmitterHeight)]
    [InlineData(0.763, 1, 3_001, ModelLimits.TransmitterHeight)]
    [InlineData(6, 0.25, 1, ModelLimits.None)]
    public void What_lies_outside_the_model_is_flagged(double gigahertz, double kilometres, double height, ModelLimits expected)
    {
        var model = new PointToArea(Settings with { FrequencyGigahertz = gigahertz });
        Assert.Equal(expected, model.Broken(PathGeometry.Of(new PathProfile([0, kilometres / 2, kilometres]), new(height, 1.5), model.Earth)));
    }

    [Fact]
    public void Shares_outside_the_model_and_a_geometry_of_nothing_are_flagged()
    {
        var model = new PointToArea(Settings with { TimePercent = 60, LocationPercent = 99.5 });
        Assert.Equal(ModelLimits.TimePercent | ModelLimits.LocationPercent, model.Broken(Flat(5, PathZone.Inland)));
        Assert.True(model.Broken(Flat(5, PathZone.Inland) with { TransmitterMetres = double.NaN }).HasFlag(ModelLimits.Undefined));
    }

    [Fact]
    public void Settings_that_are_no_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PointToArea(Settings with { FrequencyGigahertz = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PointToArea(Settings with { FrequencyGigahertz = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PointToArea(Settings with { TimePercent = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PointToArea(Settings with { LocationPercent = 100 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PointToArea(Settings with { LatitudeDegrees = 91 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PointToArea(Settings with { RefractivityGradient = 157 }));
    }

    // P.1812-6, 4.8: 100 m cells; under the trees, halfway above them, free of them
    [Theory]
    [InlineData(1.5, 5, 1.955)]
    [InlineData(10, 5, 0.978)]
    [InlineData(15, 5, 0)]
    public void Places_differ_less_above_the_clutter(double receiver, double clutter, double decibels) =>
        Assert.Equal(decibels, LocationVariability.DeviationDb(0.763, 100, receiver, clutter), 0.001);

    private static PathGeometry Flat(double kilometres, PathZone zone)
    {
        double[] distances = [.. Enumerable.Range(0, 101).Select(i => i * kilometres / 100)];
        PathZone[] zones = [.. distances.Select(_ => zone)];
        return PathGeometry.Of(new PathProfile(distances, default, default, zones), Ends, EffectiveEarth.OfGradient(45));
    }

    private static Gen<(Paths.ReferencePath Path, double Frequency)> GenPath { get; } =
        from points in Gen.Int[2, 120]
        from step in Gen.Double[0.03, 1.5]
        from relief in Gen.Double[0, 40]
        from terrain in Gen.Double[-1, 1].Array[points]
        from clutter in Gen.Double[0, 15].Array[points]
        from zones in Gen.Int[0, 2].Array[points]
        from frequency in Gen.Double[0.1, 6]
        select (
            new Paths.ReferencePath(
                [.. Enumerable.Range(0, points).Select(i => i * step)],
                [.. terrain.Select(t => 2 + (relief * t))],
                clutter,
                [.. zones.Select(z => (PathZone)z)]),
            frequency);
}
