using System.Text.Json;
using CsCheck;
using Geo.Engine.Suitability;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Suitability;

public sealed class PairwiseComparisonTests
{
    [Theory]
    [InlineData("ahp-school-6")]
    [InlineData("ahp-drinks-7")]
    [InlineData("ahp-leader-4")]
    [InlineData("ahp-consistent-3")]
    public void Weights_and_consistency_are_the_published_ones(string id)
    {
        var reference = ReferenceCases.Find("mcda", "ahp.json", id);
        var expected = reference.GetProperty("expected");
        var tolerance = reference.GetProperty("tolerance").GetDouble();
        var result = PairwiseComparison.Evaluate(Matrix(reference.GetProperty("input").GetProperty("matrix")), RandomIndexTable.Saaty1980);
        AssertClose(Numbers(expected, "weights_eigenvector"), result.Weights, tolerance);
        AssertClose(Numbers(expected, "weights_geometric_mean"), result.GeometricMeanWeights, tolerance);
        Assert.Equal(expected.GetProperty("lambda_max").GetDouble(), result.LambdaMax, tolerance);
        Assert.Equal(expected.GetProperty("CI").GetDouble(), result.ConsistencyIndex, tolerance);
        Assert.Equal(expected.GetProperty("CR_saaty_RI").GetDouble(), result.ConsistencyRatio, tolerance);
        Assert.True(result.ConsistencyIndex >= 0);
    }

    [Fact]
    public void A_group_is_judged_by_the_weighted_geometric_mean_of_its_judgements()
    {
        var reference = ReferenceCases.Find("mcda", "ahp.json", "ahp-group-aij-3");
        var (input, expected) = (reference.GetProperty("input"), reference.GetProperty("expected"));
        var group = PairwiseComparison.Aggregate(
            [.. input.GetProperty("matrices").EnumerateArray().Select(Matrix)], Numbers(input, "voting_power"));
        AssertClose(Matrix(expected.GetProperty("aggregated")).SelectMany(r => r).ToArray(), [.. group.SelectMany(r => r)], 1e-9);
        var result = PairwiseComparison.Evaluate(group, RandomIndexTable.Saaty1980);
        AssertClose(Numbers(expected, "weights"), result.Weights, 1e-9);
        Assert.Equal(expected.GetProperty("lambda_max").GetDouble(), result.LambdaMax, 1e-9);
        Assert.Equal(expected.GetProperty("CR_saaty_RI").GetDouble(), result.ConsistencyRatio, 1e-9);
    }

    [Fact]
    public void The_random_indices_are_the_published_tables()
    {
        var expected = ReferenceCases.Find("mcda", "ahp.json", "ahp-ri-tables").GetProperty("expected");
        var sizes = Enumerable.Range(3, 13).ToArray();
        Assert.Equal(Numbers(expected, "saaty_1980_n3_to_15"), sizes.Select(RandomIndexTable.Saaty1980.For));
        Assert.Equal(Numbers(expected, "alonso_lamata_2006_n3_to_15"), sizes.Select(RandomIndexTable.AlonsoLamata2006.For));
        Assert.Equal(0, RandomIndexTable.Saaty1980.For(2));
    }

    [Fact]
    public void The_worst_judgement_is_the_one_that_breaks_a_consistent_matrix()
    {
        // 1 : 2 : 4 : 8 everywhere, but the first is judged 16 times the last instead of 8.
        double[][] matrix = [[1, 2, 4, 16], [0.5, 1, 2, 4], [0.25, 0.5, 1, 2], [0.0625, 0.25, 0.5, 1]];
        var worst = PairwiseComparison.Evaluate(matrix, RandomIndexTable.Saaty1980).WorstJudgements;
        Assert.Equal((0, 3, 16.0), (worst[0].Row, worst[0].Column, worst[0].Given));
        Assert.InRange(worst.Count, 1, 3);
    }

    [Fact]
    public void Consistent_judgements_give_back_their_weights_with_ratio_zero() =>
        Gen.Double[0.05, 1].Array[2, 9].Sample(raw =>
        {
            var matrix = raw.Select(a => raw.Select(b => a / b).ToArray()).ToArray();
            var result = PairwiseComparison.Evaluate(matrix, RandomIndexTable.AlonsoLamata2006);
            AssertClose([.. raw.Select(w => w / raw.Sum())], result.Weights, 1e-12);
            Assert.Equal(0, result.ConsistencyRatio, 1e-12);
        });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(0)]
    [InlineData(-2)]
    public void A_judgement_that_is_not_positive_and_finite_is_refused(double judgement) =>
        Assert.Throws<ArgumentException>(() => PairwiseComparison.Evaluate([[1, judgement], [0.5, 1]], RandomIndexTable.Saaty1980));

    private static double[][] Matrix(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(r => r.EnumerateArray().Select(e => e.GetDouble()).ToArray())];

    private static double[] Numbers(JsonElement parent, string name) => [.. parent.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];

    private static void AssertClose(double[] expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }
}
