using CsCheck;
using Geo.Engine.Radio;
using Geo.Engine.Radio.Paths;
using Geo.Engine.Radio.Propagation;
using Geo.Engine.Radio.Sweeping;

namespace Geo.Tests.Radio.Sweeping;

/// <summary>The direct form, point by point, is the truth here: it is held by the cases of ITU-R P.1812.</summary>
public sealed class RadialSweepTests
{
    private const int PathsOfARadial = 20;

    private static readonly EffectiveEarth Earth = EffectiveEarth.OfGradient(45);

    private static readonly Gen<RandomRadial> Radials =
        from points in Gen.Int[2, 300]
        from step in Gen.Double[0.02, 0.5]
        from relief in Gen.Int[0, 4].Select(i => new[] { 0.0, 0.5, 3, 40, 400 }[i])
        from trees in Gen.Int[0, 2].Select(i => new[] { 0.0, 5, 20 }[i])
        from sea in Gen.Int[0, 2].Select(i => new[] { 0, 0.1, 0.9 }[i])
        from mast in Gen.Double[8, 150]
        from seed in Gen.Int[0, 1_000_000]
        select RandomRadial.Of(points, step, relief, trees, sea, mast, seed);

    [Theory]
    [InlineData(0.75, 50)]
    [InlineData(2.55, 50)]
    [InlineData(3.75, 10)]
    public void Ten_thousand_random_paths_lose_what_the_direct_form_says(double gigahertz, double percent)
    {
        var model = new PointToArea(new PointToAreaSettings
        {
            FrequencyGigahertz = gigahertz, RefractivityGradient = 45, SeaLevelRefractivity = 370, LatitudeDegrees = 9.6, TimePercent = percent,
        });
        Radials.Sample(
            radial =>
            {
                var sweep = new RadialSweep(radial.Radial, Earth, percent != 50, percent == 50 ? Wavelength.Metres(gigahertz) : null);
                var both = radial.Both(sweep, Earth).ToArray();
                var losses = new double[both.Length];
                model.LossesDb([.. both.Select(b => b.Swept)], losses);
                foreach (var ((swept, direct), loss) in both.Zip(losses))
                {
                    Assert.Equal(model.LossDb(direct), model.LossDb(swept), 1e-9);
                    Assert.Equal(model.LossDb(direct), loss, 1e-9);
                }
            },
            iter: 10_000 / PathsOfARadial);
    }

    [Fact]
    public void Every_number_of_the_geometry_is_that_of_the_direct_form() => Radials.Sample(
        radial =>
        {
            foreach (var (swept, direct) in radial.Both(new RadialSweep(radial.Radial, Earth), Earth))
                foreach (var property in typeof(PathGeometry).GetProperties().Where(p => p.PropertyType == typeof(double)))
                    Assert.True(
                        AreAlike((double)property.GetValue(direct)!, (double)property.GetValue(swept)!), $"{property.Name}: {property.GetValue(direct)} and {property.GetValue(swept)}");
        },
        iter: 200);

    [Fact]
    public void Line_of_sight_is_lost_behind_a_row_of_trees_and_never_by_chance()
    {
        var radial = new Radial(0.1, 60);
        for (var i = 0; i < 60; i++)
            radial.Add(1, i == 30 ? 60 : 0, PathZone.Inland);
        var sweep = new RadialSweep(radial, Earth);
        sweep.Start(35);
        Assert.True(sweep.To(new RadialEnd(2.95, 1, PathZone.Inland), 1.5).HasLineOfSight);
        Assert.False(sweep.To(new RadialEnd(3.5, 1, PathZone.Inland), 1.5).HasLineOfSight);
        Assert.False(sweep.To(new RadialEnd(5.9, 1, PathZone.Inland), 1.5).HasLineOfSight);
    }

    // Level ground comes nearest 4.94 km away (height over the bulged earth, squared, by d (D - d), worked out point by point); the bump at 5.8 km less near.
    [Fact]
    public void A_search_does_not_stop_at_a_bump_behind_the_mirror()
    {
        var radial = new Radial(0.02, 301);
        for (var i = 0; i < 301; i++)
            radial.Add(i == 290 ? 0.33 : 0, 0, PathZone.Inland);
        var sweep = new RadialSweep(radial, Earth);
        sweep.Start(8);
        Assert.Equal(4.94, sweep.To(new RadialEnd(6, 0, PathZone.Inland), 1.5).TransmitterHorizonKilometres, 0.03);
    }

    [Fact]
    public void A_radial_ends_where_ground_is_unknown()
    {
        var radial = new Radial(0.1, 60);
        for (var i = 0; i < 20; i++)
            radial.Add(1, 0, PathZone.Inland);
        var sweep = new RadialSweep(radial, Earth);
        sweep.Start(35);
        Assert.True(sweep.Reaches(1.94));
        Assert.False(sweep.Reaches(2.06));
    }

    private static bool AreAlike(double direct, double swept) =>
        direct == swept || Math.Abs(direct - swept) <= 1e-9 * Math.Max(1, Math.Abs(direct));
}
