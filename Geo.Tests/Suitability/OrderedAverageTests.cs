using CsCheck;
using Geo.Engine.Suitability;

namespace Geo.Tests.Suitability;

public sealed class OrderedAverageTests
{
    [Fact]
    public void An_ordered_average_is_that_of_Yager()
    {
        var published = new PublishedCase("owa.json", "owa-yager-1988");
        var weights = new OrderWeights(published.Numbers("input", "order_weights"));
        Assert.Equal(published.Expected("owa").GetDouble(), weights.Average(published.Numbers("input", "values")), published.Tolerance);
        AssertShape(published, weights);
        Assert.Equal(published.Expected("dispersion").GetDouble(), weights.Dispersion, 1e-11);
    }

    [Theory]
    [InlineData("AND (minimum)")]
    [InlineData("low risk")]
    [InlineData("WLC (full trade-off)")]
    [InlineData("high risk")]
    [InlineData("OR (maximum)")]
    [InlineData("mid risk, no trade-off")]
    public void Risk_and_trade_off_are_those_of_Jiang_and_Eastman(string name)
    {
        var published = new PublishedCase("owa.json", "owa-spectrum-4");
        var weights = new OrderWeights(PublishedCase.Numbers(published.Input("order_weights").GetProperty(name)));
        Assert.Equal(published.Expected(name, "owa").GetDouble(), weights.Average(published.Numbers("input", "values")), published.Tolerance);
        AssertShape(published, weights, name);
    }

    [Fact]
    public void A_guided_average_goes_from_the_maximum_over_the_weighted_sum_to_the_minimum()
    {
        var published = new PublishedCase("owa.json", "owa-quantifier-4");
        var (values, weights) = (published.Numbers("input", "values"), published.Numbers("input", "criterion_weights"));
        published.AssertClose(published.Expected("owa"), [.. published.Numbers("input", "alpha").Select(alpha => QuantifiedAverage.Of(values, weights, alpha))]);
    }

    [Fact]
    public void A_guided_average_falls_with_alpha_and_stays_between_the_memberships() =>
        Gen.Select(Gen.Double[0, 1].Array[5], Gen.Double[0.01, 1].Array[5], Gen.Double[0.01, 20], Gen.Double[0, 20]).Sample((degrees, raw, alpha, more) =>
        {
            double[] weights = [.. raw.Select(w => w / raw.Sum())];
            var (bold, careful) = (QuantifiedAverage.Of(degrees, weights, alpha), QuantifiedAverage.Of(degrees, weights, alpha + more));
            Assert.InRange(bold, degrees.Min() - 1e-12, degrees.Max() + 1e-12);
            Assert.True(careful <= bold + 1e-12);
        });

    [Fact]
    public void Fuzzy_overlays_are_those_of_Bonham_Carter()
    {
        var published = new PublishedCase("fuzzy.json", "overlay-bonham-carter");
        var degrees = published.Numbers("input", "mu");
        published.AssertClose(
            [.. new[] { "and", "or", "product", "sum", "gamma" }.Select(name => published.Expected(name).GetDouble())],
            [FuzzyOverlay.And(degrees), FuzzyOverlay.Or(degrees), FuzzyOverlay.Product(degrees), FuzzyOverlay.Sum(degrees), FuzzyOverlay.Gamma(degrees, 0.7)]);
    }

    [Fact]
    public void Fuzzy_overlays_keep_their_order_and_what_is_missing() =>
        Gen.Select(Gen.Double[0, 1].Array[1, 6], Gen.Double[0, 1]).Sample((degrees, gamma) =>
        {
            double[] rising = [FuzzyOverlay.Product(degrees), FuzzyOverlay.And(degrees), FuzzyOverlay.Or(degrees), FuzzyOverlay.Sum(degrees)];
            for (var i = 1; i < rising.Length; i++)
                Assert.True(rising[i] >= rising[i - 1] - 1e-12);
            Assert.InRange(FuzzyOverlay.Gamma(degrees, gamma), rising[0] - 1e-12, rising[3] + 1e-12);
            degrees[^1] = double.NaN;
            Assert.All([FuzzyOverlay.And(degrees), FuzzyOverlay.Or(degrees), FuzzyOverlay.Gamma(degrees, gamma)], d => Assert.Equal(double.NaN, d));
        });

    [Fact]
    public void No_membership_at_all_stays_none_under_gamma() => Assert.Equal(0, FuzzyOverlay.Gamma([0, 0.9], 0.9));

    private static void AssertShape(PublishedCase published, OrderWeights weights, params string[] path)
    {
        Assert.Equal(published.Expected([.. path, "orness"]).GetDouble(), weights.Orness, 1e-11);
        Assert.Equal(published.Expected([.. path, "andness"]).GetDouble(), weights.Andness, 1e-11);
        Assert.Equal(published.Expected([.. path, "tradeoff"]).GetDouble(), weights.TradeOff, 1e-11);
    }
}
