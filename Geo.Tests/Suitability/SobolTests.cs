using Geo.Engine.Suitability.Sensitivity;

namespace Geo.Tests.Suitability;

public sealed class SobolTests
{
    private const int Samples = 1 << 14;

    // Known answers of Random123 (philox4x32, 10 rounds).
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Random_numbers_are_those_of_the_published_generator(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint first, uint second, uint third, uint fourth) =>
        Assert.Equal((first, second, third, fourth), CounterRandom.Block(c0, c1, c2, c3, k0, k1));

    [Fact]
    public void Sobol_points_are_those_of_Joe_and_Kuo()
    {
        // Points 5, 6 and 1000 of scipy.stats.qmc.Sobol(40, scramble=False), dimensions 1, 5, 20 and 40; there the order is that of Gray codes.
        var points = new SobolPoints(40, 0);
        uint[] gray = [5 ^ (5 >> 1), 6 ^ (6 >> 1), 1000 ^ (1000 >> 1)];
        double[][] expected = [[0.875, 0.875, 0.625, 0.375], [0.625, 0.625, 0.375, 0.625], [0.2197265625, 0.2802734375, 0.7255859375, 0.4794921875]];
        for (var i = 0; i < gray.Length; i++)
            Assert.Equal(expected[i], new[] { 0, 4, 19, 39 }.Select(d => points.Plain(d, gray[i]) / 4294967296.0));
    }

    [Fact]
    public void Scrambled_points_still_fill_every_slice_once()
    {
        var points = new SobolPoints(6, 42);
        for (var dimension = 0; dimension < 6; dimension++)
            Assert.Equal(Enumerable.Range(0, 256), Enumerable.Range(0, 256).Select(i => (int)(points[dimension, (uint)i] * 256)).Order());
        Assert.NotEqual(points[0, 3], new SobolPoints(6, 43)[0, 3]);
    }

    [Fact]
    public void Indices_of_the_function_of_Ishigami_are_the_published_ones()
    {
        var published = new PublishedCase("sensitivity.json", "ishigami-7-0.1");
        var indices = SobolIndices.Of(
            samples => [.. samples.Select(s =>
            {
                var x = s.Select(u => Math.PI * ((2 * u) - 1)).ToArray();
                return Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2)) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));
            })],
            3,
            Samples,
            57);
        AssertIndices(published, indices);
        Assert.Equal(published.Expected("mean").GetDouble(), indices.Mean, 0.01);
    }

    [Fact]
    public void Indices_of_the_G_function_are_the_published_ones()
    {
        var published = new PublishedCase("sensitivity.json", "sobol-g-6");
        var a = published.Numbers("input", "a");
        AssertIndices(published, SobolIndices.Of(samples => [.. samples.Select(s => s.Zip(a, (x, k) => (Math.Abs((4 * x) - 2) + k) / (1 + k)).Aggregate(1.0, (p, f) => p * f))], 6, Samples, 57));
    }

    // Expected: scipy.stats.gamma.ppf.
    [Theory]
    [InlineData(0.05, 0.3, 2.0378971887326733e-11)]
    [InlineData(0.5, 0.01, 7.854392895485092e-05)]
    [InlineData(1, 0.5, 0.6931471805599455)]
    [InlineData(3.7, 0.9, 6.278922321022635)]
    [InlineData(40, 0.999, 62.41961200788239)]
    public void Quantiles_of_the_gamma_distribution_are_those_of_another_library(double shape, double probability, double expected) =>
        Assert.Equal(1, GammaQuantile.Of(shape, probability) / expected, 1e-9);

    [Fact]
    public void Weights_drawn_around_those_of_the_scenario_have_them_as_mean_and_sum_to_1()
    {
        double[] weights = [0.5, 0.3, 0.2, 0];
        foreach (var spread in new WeightSpread[] { new WeightSpread.Dirichlet(20), new WeightSpread.Interval(0.3) })
            foreach (var isEven in new[] { true, false })
            {
                var draws = new DrawSettings(spread, 4096, isEven, 7).Of(weights);
                Assert.All(draws, d => Assert.Equal(1, d.Sum(), 1e-12));
                for (var c = 0; c < weights.Length; c++)
                    Assert.Equal(weights[c], draws.Average(d => d[c]), 0.01);
                Assert.Equal(draws[17], new DrawSettings(spread, 64, isEven, 7).Of(weights)[17]);
            }
    }

    [Fact]
    public void The_variance_of_Dirichlet_weights_is_that_of_the_distribution()
    {
        // w (1 - w) / (concentration + 1)
        var draws = new DrawSettings(new WeightSpread.Dirichlet(9), 1 << 14, true, 3).Of([0.6, 0.3, 0.1]);
        Assert.Equal(0.024, draws.Average(d => (d[0] - 0.6) * (d[0] - 0.6)), 0.001);
    }

    private static void AssertIndices(PublishedCase published, SobolIndices indices)
    {
        published.AssertClose(published.Expected("S1"), indices.First);
        published.AssertClose(published.Expected("ST"), indices.Total);
        Assert.Equal(1, indices.Variance / published.Expected("variance").GetDouble(), 0.01);
    }
}
