using CsCheck;
using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Weights;

namespace Geo.Tests.Suitability;

public sealed class WeightRulesTests
{
    [Theory]
    [InlineData("rank-weights-2")]
    [InlineData("rank-weights-3")]
    [InlineData("rank-weights-4")]
    [InlineData("rank-weights-6")]
    public void Weights_of_ranks_are_the_published_ones(string id)
    {
        var published = new PublishedCase("weights.json", id);
        var ranks = Enumerable.Range(1, published.Input("n").GetInt32()).ToArray();
        published.AssertClose(published.Expected("roc"), RankWeights.Centroid(ranks));
        published.AssertClose(published.Expected("rank_sum"), RankWeights.Sum(ranks));
        published.AssertClose(published.Expected("rank_reciprocal"), RankWeights.Reciprocal(ranks));
    }

    [Fact]
    public void Criteria_of_one_rank_share_the_weights_of_their_places() =>
        Assert.Equal([0.35, 0.1, 0.35, 0.2], RankWeights.Sum([1, 4, 1, 3]).Select(w => Math.Round(w, 12)));

    [Theory]
    [InlineData("entropy-12x5")]
    [InlineData("entropy-2x2")]
    public void Entropy_weights_are_the_published_ones(string id)
    {
        var published = new PublishedCase("weights.json", id);
        published.AssertClose(published.Expected("weights"), DataWeights.Entropy(published.Matrix()));
    }

    [Fact]
    public void Entropies_are_the_published_ones()
    {
        var published = new PublishedCase("weights.json", "entropy-12x5");
        var matrix = published.Matrix();
        published.AssertClose(published.Expected("entropy"), [.. Enumerable.Range(0, 5).Select(c => DataWeights.EntropyOf(matrix, c))]);
    }

    [Fact]
    public void Critic_weights_are_the_published_ones()
    {
        var published = new PublishedCase("weights.json", "critic-diakoulaki");
        published.AssertClose(published.Expected("weights"), DataWeights.Critic(published.Matrix()));
    }

    [Fact]
    public void Merec_weights_are_the_published_ones()
    {
        var published = new PublishedCase("weights.json", "merec-5x4");
        published.AssertClose(published.Expected("weights"), DataWeights.Merec(published.Matrix()));
    }

    [Fact]
    public void Weights_by_spread_grow_with_the_spread_between_worst_and_best()
    {
        // Scaled to 0, 1, 0, 1 (deviation 1/2) and 0, 1, 1/2, 1/2 (deviation sqrt(1/8)).
        var weights = DataWeights.StandardDeviation(new DecisionMatrix([[1, 9], [5, 1], [1, 5], [5, 5]], [Direction.Benefit, Direction.Cost]));
        Assert.Equal(0.5 / (0.5 + Math.Sqrt(0.125)), weights[0], 1e-12);
    }

    [Fact]
    public void A_criterion_in_which_all_are_alike_weighs_nothing()
    {
        var matrix = new DecisionMatrix([[1, 3, 2], [5, 3, 7], [2, 3, 1]], [Direction.Benefit, Direction.Benefit, Direction.Cost]);
        foreach (var weights in new[] { DataWeights.Entropy(matrix), DataWeights.Critic(matrix), DataWeights.Merec(matrix), DataWeights.StandardDeviation(matrix) })
            Assert.Equal((0.0, 1.0), (Math.Round(weights[1], 12), Math.Round(weights.Sum(), 12)));
    }

    [Fact]
    public void Data_without_differences_give_no_weights() =>
        Assert.Contains("alike", Assert.Throws<ArgumentException>(() => DataWeights.Critic(new DecisionMatrix([[1, 2], [1, 2]], [Direction.Benefit, Direction.Cost]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Weights_against_best_and_worst_are_the_published_ones()
    {
        var published = new PublishedCase("weights.json", "bwm-rezaei-3");
        var result = BestWorst.Evaluate(
            published.Numbers("input", "best_to_others"), published.Numbers("input", "others_to_worst"), published.Input("best").GetInt32(), published.Input("worst").GetInt32());
        published.AssertClose(published.Expected("weights"), result.Weights);
        Assert.Equal(published.Expected("xi").GetDouble(), result.Deviation, published.Tolerance);
    }

    [Theory]
    [InlineData(2, 0.44)]
    [InlineData(5, 2.30)]
    [InlineData(9, 5.23)]
    public void The_consistency_index_is_that_of_Rezaeis_table(double bestToWorst, double expected) =>
        Assert.Equal(expected, BestWorst.ConsistencyIndex(bestToWorst), 0.005);

    [Fact]
    public void Consistent_judgements_against_best_and_worst_give_their_ratios_back() =>
        Gen.Double[1, 9].Array[0, 5].Sample(middle =>
        {
            // Weights 9, any between, 1.
            double[] weights = [9, .. middle, 1];
            var result = BestWorst.Evaluate([.. weights.Select(w => 9 / w)], weights, 0, weights.Length - 1);
            Assert.Equal(0, result.Deviation, 1e-9);
            for (var i = 0; i < weights.Length; i++)
                Assert.Equal(weights[i] / weights.Sum(), result.Weights[i], 1e-9);
        });

    [Fact]
    public void Nothing_lies_farther_from_its_judgement_than_the_deviation_says() =>
        Gen.Select(Gen.Double[1, 9].Array[4], Gen.Double[1, 9].Array[4]).Sample((toBest, toWorst) =>
        {
            (toBest[0], toWorst[3], toBest[3], toWorst[0]) = (1, 1, 9, 9);
            var (weights, deviation, ratio) = BestWorst.Evaluate(toBest, toWorst, 0, 3);
            for (var j = 0; j < 4; j++)
            {
                Assert.True(Math.Abs((weights[0] / weights[j]) - toBest[j]) <= deviation + 1e-9);
                Assert.True(Math.Abs((weights[j] / weights[3]) - toWorst[j]) <= deviation + 1e-9);
            }
            Assert.InRange(ratio, 0, 1);
        });
}
