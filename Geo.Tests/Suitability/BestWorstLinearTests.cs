using CsCheck;
using Geo.Engine.Suitability.Weights;

namespace Geo.Tests.Suitability;

public sealed class BestWorstLinearTests
{
    // Expected: scipy.optimize.linprog (HiGHS) on equation 6 of Rezaei (2016).
    public static TheoryData<double[], double[], int, int, double[], double> Solved => new()
    {
        { [8, 2, 1], [1, 5, 8], 2, 0, [0.07142857, 0.32142857, 0.60714286], 0.03571429 },
        { [2, 1, 4, 3, 8], [4, 8, 2, 3, 1], 1, 4, [0.2295082, 0.44808743, 0.1147541, 0.15300546, 0.05464481], 0.01092896 },
        { [3, 1, 5, 9, 2, 4], [4, 9, 3, 1, 6, 2], 1, 3, [0.14513788, 0.40058055, 0.08708273, 0.04063861, 0.21770682, 0.10885341], 0.03483309 },
    };

    [Theory]
    [MemberData(nameof(Solved))]
    public void The_weights_are_those_of_a_linear_programme(double[] toBest, double[] toWorst, int best, int worst, double[] weights, double deviation)
    {
        var result = LinearBestWorst.Evaluate(toBest, toWorst, best, worst);
        Assert.Equal(deviation, result.Deviation, 1e-7);
        for (var i = 0; i < weights.Length; i++)
            Assert.Equal(weights[i], result.Weights[i], 1e-7);
    }

    [Fact]
    public void No_weight_lies_farther_from_its_judgement_than_the_deviation_says_and_no_weighting_near_it_does_better() =>
        Gen.Select(Gen.Int[1, 9].Array[5], Gen.Int[1, 9].Array[5], Gen.Double[-0.02, 0.02].Array[5]).Sample((first, second, moved) =>
        {
            double[] toBest = [1, .. first[1..4].Select(a => (double)a), 9];
            double[] toWorst = [9, .. second[1..4].Select(a => (double)a), 1];
            var result = LinearBestWorst.Evaluate(toBest, toWorst, 0, 4);
            Assert.Equal(1, result.Weights.Sum(), 1e-9);
            Assert.Equal(result.Deviation, Farthest(toBest, toWorst, [.. result.Weights]), 1e-9);
            double[] other = [.. result.Weights.Zip(moved, (w, m) => Math.Max(0, w + m))];
            Assert.True(Farthest(toBest, toWorst, [.. other.Select(w => w / other.Sum())]) >= result.Deviation - 1e-9);
        });

    private static double Farthest(double[] toBest, double[] toWorst, double[] weights) => Enumerable.Range(0, 5)
        .SelectMany(j => new[] { Math.Abs(weights[0] - (toBest[j] * weights[j])), Math.Abs(weights[j] - (toWorst[j] * weights[4])) }.Where((_, k) => k == 0 ? j != 0 : j is not (0 or 4)))
        .Max();
}
