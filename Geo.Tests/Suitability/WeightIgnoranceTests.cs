using CsCheck;
using Geo.Engine.Suitability.Sensitivity;

namespace Geo.Tests.Suitability;

public sealed class WeightIgnoranceTests
{
    [Fact]
    public void The_share_of_weightings_is_the_published_one()
    {
        var published = new PublishedCase("sensitivity.json", "weight-ignorance-simplex-3");
        var threshold = published.Input("threshold").GetDouble();
        var shares = published.Rows("input", "standardised_scores").Select(row => WeightIgnorance.ShareReaching(row, threshold)).ToList();
        var expected = PublishedCase.Numbers(published.Expected("probability"));
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], shares[i], published.Tolerance);
    }

    [Fact]
    public void Equal_memberships_are_the_limit_of_nearly_equal_ones()
    {
        var equal = WeightIgnorance.ShareReaching([0.75f, 0.75f, 0.25f, 0.25f], 0.5);
        Assert.Equal(0.5, equal, 1e-12); // by symmetry
        Assert.Equal(equal, WeightIgnorance.ShareReaching([0.75f, 0.7500001f, 0.25f, 0.2500001f], 0.5), 1e-5);
    }

    [Fact]
    public void Where_every_membership_passes_all_weightings_do_and_where_none_does_none()
    {
        Assert.Equal(1, WeightIgnorance.ShareReaching([0.6f, 0.9f], 0.6f));
        Assert.Equal(1, WeightIgnorance.ShareReaching([0.5f, 0.5f], 0.5));
        Assert.Equal(0, WeightIgnorance.ShareReaching([0.1f, 0.59f], 0.6));
        Assert.Equal(double.NaN, WeightIgnorance.ShareReaching([0.1f, float.NaN], 0.6));
    }

    [Fact]
    public void The_share_agrees_with_drawn_weights() =>
        Gen.Select(Gen.Float[0, 1].Array[2, 7], Gen.Double[0.2, 0.8], Gen.Int[0, 1000]).Sample(
            (degrees, threshold, seed) =>
            {
                var random = new Random(seed);
                const int Draws = 20_000;
                var passing = Enumerable.Range(0, Draws).Count(_ =>
                {
                    // Exponential variables over their sum are uniform on the simplex.
                    var raw = degrees.Select(_ => -Math.Log(1 - random.NextDouble())).ToArray();
                    return degrees.Zip(raw, (d, w) => d * w).Sum() >= threshold * raw.Sum();
                });
                Assert.Equal((double)passing / Draws, WeightIgnorance.ShareReaching(degrees, threshold), 5 * 0.5 / Math.Sqrt(Draws));
            },
            iter: 30);

    [Fact]
    public void Weights_in_intervals_give_the_published_range()
    {
        var published = new PublishedCase("sensitivity.json", "interval-weights-4");
        var ranges = published.Rows("input", "scores").Select(s => IntervalWeights.Range(s, published.Numbers("input", "lower"), published.Numbers("input", "upper"))).ToList();
        published.AssertClose(published.Expected("min"), [.. ranges.Select(r => r.Least)]);
        published.AssertClose(published.Expected("max"), [.. ranges.Select(r => r.Greatest)]);
    }

    [Theory]
    [InlineData(0.6, 0.9, 0.6, 0.9)] // the lower ones sum to 1.2
    [InlineData(0.1, 0.3, 0.1, 0.3)] // the upper ones to 0.6
    [InlineData(0.5, 0.4, 0.1, 0.9)] // turned round
    public void Bounds_without_weights_between_them_are_refused(double lower, double upper, double otherLower, double otherUpper) =>
        Assert.Throws<ArgumentException>(() => IntervalWeights.Range([0.5, 0.5], [lower, otherLower], [upper, otherUpper]));
}
