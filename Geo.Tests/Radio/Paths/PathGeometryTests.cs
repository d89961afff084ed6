using Geo.Engine.Radio.Paths;

namespace Geo.Tests.Radio.Paths;

public sealed class PathGeometryTests
{
    private static readonly EffectiveEarth Earth = EffectiveEarth.OfGradient(45);
    private static readonly PathEnds Ends = new(35, 1.5);

    [Fact]
    public void A_profile_of_one_point_is_refused() => Refuses([0], [1], [], "the profile has 1 points; at least 2 are needed");

    [Fact]
    public void A_profile_of_no_point_is_refused() => Refuses([], [], [], "the profile has 0 points; at least 2 are needed");

    [Fact]
    public void Distances_that_do_not_grow_are_refused() =>
        Refuses([0, 0.2, 0.2, 0.3], [], [], "distance 2 is 0.2 km after 0.2 km; distances must grow");

    [Fact]
    public void A_distance_that_is_no_number_is_refused() =>
        Refuses([0, double.NaN, 0.3], [], [], "distance 1 is NaN km after 0 km; distances must grow");

    [Fact]
    public void A_first_distance_other_than_nought_is_refused() => Refuses([0.1, 0.2], [], [], "the first distance is 0.1 km; it must be 0");

    [Fact]
    public void Missing_ground_is_refused_and_not_taken_for_the_sea() =>
        Refuses([0, 0.1, 0.2], [1, double.NaN, 1], [], "height of ground at point 1 is NaN m; it must be a number from -500 to 9000");

    [Fact]
    public void Clutter_below_the_ground_is_refused() =>
        Refuses([0, 0.1, 0.2], [], [0, -1, 0], "height of clutter at point 1 is -1 m; it must be a number from 0 to 9000");

    [Fact]
    public void Heights_for_other_points_than_there_are_are_refused() =>
        Refuses([0, 0.1, 0.2], [1, 2], [], "there are 2 ground heights for 3 points");

    [Fact]
    public void All_faults_are_told_at_once_in_Vietnamese_too()
    {
        var problems = PathProfileCheck.Problems(new PathProfile([0.1, 0.1], [1, double.NaN]));
        Assert.Equal(3, problems.Count);
        Assert.Equal("khoảng cách đầu là 0.1 km; phải là 0", problems[0].Vi);
    }

    [Theory]
    [InlineData(0, 1.5)]
    [InlineData(35, double.NaN)]
    public void An_antenna_in_the_ground_is_refused(double transmitter, double receiver) =>
        Assert.Throws<ArgumentException>(() => PathGeometry.Of(new PathProfile([0, 0.1, 0.2]), new(transmitter, receiver), Earth));

    // 4 of 9 points at sea: from 0.25 to 0.65 km, half a step beyond the points at either end
    [Fact]
    public void Stretches_reach_half_a_step_beyond_their_points()
    {
        double[] distances = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
        var (inland, coast, sea) = (PathZone.Inland, PathZone.Coastal, PathZone.Sea);
        var geometry = PathGeometry.Of(new PathProfile(distances, default, default, [inland, inland, coast, sea, sea, sea, sea, coast, inland]), Ends, Earth);
        Assert.Equal(0.4 / 0.8, geometry.SeaShare, 1e-12);
        Assert.Equal(0.25, geometry.LandKilometres, 1e-12);
        Assert.Equal(0.15, geometry.InlandKilometres, 1e-12);
        Assert.Equal(0.25, geometry.TransmitterCoastKilometres, 1e-12);
        Assert.Equal(0.15, geometry.ReceiverCoastKilometres, 1e-12);
        Assert.False(geometry.EndsAtSea);
    }

    // over level ground both smooth surfaces are the ground, and the horizon is where 35 m are seen from 1.5 m
    [Fact]
    public void Level_ground_is_its_own_smooth_surface()
    {
        double[] distances = [.. Enumerable.Range(0, 401).Select(i => i * 0.1)];
        double[] ground = [.. distances.Select(_ => 2.0)];
        var geometry = PathGeometry.Of(new PathProfile(distances, ground), Ends, Earth);
        Assert.Equal((2.0, 2.0), (geometry.SmoothTransmitterMetres, geometry.SmoothReceiverMetres));
        Assert.Equal((35.0, 1.5, 0.0), (geometry.EffectiveTransmitterMetres, geometry.EffectiveReceiverMetres, geometry.RoughnessMetres));
        Assert.True(geometry.IsTransHorizon);
        // sqrt(2 ae h): ae = 6371 * 157 / 112 km
        Assert.Equal(25.0, geometry.TransmitterHorizonKilometres, 0.051);
        Assert.Equal(5.2, geometry.ReceiverHorizonKilometres, 0.051);
    }

    [Theory]
    [InlineData(157)]
    [InlineData(double.NaN)]
    public void Air_that_guides_rays_along_the_earth_is_refused(double gradient) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EffectiveEarth.OfGradient(gradient));

    private static void Refuses(double[] distances, double[] ground, double[] clutter, string message)
    {
        var fault = Assert.Throws<ArgumentException>(() => PathGeometry.Of(new PathProfile(distances, ground, clutter), Ends, Earth));
        Assert.StartsWith(message, fault.Message);
    }
}
