using CsCheck;
using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Ranking;

namespace Geo.Tests.Suitability;

public sealed class RankingTests
{
    [Fact]
    public void Topsis_gives_the_published_closeness_by_either_scaling()
    {
        var published = new PublishedCase("ranking.json", "topsis-tzeng-huang");
        var weights = published.Numbers("input", "weights");
        published.AssertClose(published.Expected("closeness"), Topsis.Closeness(published.Matrix(), weights, Scaling.Vector));
        published.AssertClose(published.Expected("closeness_if_minmax"), Topsis.Closeness(published.Matrix(), weights, Scaling.MinMax));
    }

    [Fact]
    public void The_scaling_of_topsis_can_change_the_winner()
    {
        var published = new PublishedCase("ranking.json", "topsis-vikor-mountain");
        var weights = published.Numbers("input", "weights");
        published.AssertClose(published.Expected("topsis_minmax"), Topsis.Closeness(published.Matrix(), weights, Scaling.MinMax));
        published.AssertClose(published.Expected("topsis_vector"), Topsis.Closeness(published.Matrix(), weights, Scaling.Vector));
    }

    [Theory]
    [InlineData("vikor-yang-wu")]
    [InlineData("vikor-hydropower-w1")]
    public void Vikor_gives_the_published_utility_regret_and_compromise(string id)
    {
        var published = new PublishedCase("ranking.json", id);
        var result = Vikor.Evaluate(published.Matrix(), published.Numbers("input", "weights"), published.Input("v").GetDouble());
        published.AssertClose(published.Expected("S"), result.Utility);
        published.AssertClose(published.Expected("R"), result.Regret);
        published.AssertClose(published.Expected("Q"), result.Compromise);
        Assert.Equal(4, result.CompromiseSet[0]);
    }

    [Fact]
    public void A_clear_lead_stands_alone()
    {
        // Opricovic and Tzeng (2007), hydropower, equal weights: alternative 5 alone.
        var published = new PublishedCase("ranking.json", "vikor-hydropower-w1");
        Assert.Equal([4], Vikor.Evaluate(published.Matrix(), published.Numbers("input", "weights"), 0.5).CompromiseSet);
    }

    [Fact]
    public void Promethee_gives_the_published_flows()
    {
        var published = new PublishedCase("ranking.json", "promethee2-zhao");
        var flows = Promethee.Evaluate(published.Matrix(), published.Numbers("input", "weights"), [new Preference.Usual(), new Preference.Usual(), new Preference.Usual()]);
        published.AssertClose(published.Expected("net"), flows.Net);
        published.AssertClose(published.Expected("plus"), flows.Leaving);
        published.AssertClose(published.Expected("minus"), flows.Entering);
    }

    [Fact]
    public void The_alternative_that_is_best_everywhere_has_the_greatest_net_flow() =>
        Gen.Double[0, 10].Array[3].Array[4].Sample(rows =>
        {
            double[][] matrix = [.. rows, [11, 11, -1]];
            var flows = Promethee.Evaluate(
                new DecisionMatrix(matrix, [Direction.Benefit, Direction.Benefit, Direction.Cost]), [1, 2, 3],
                [new Preference.Gaussian(2), new Preference.Linear(0.5, 3), new Preference.Level(1, 2)]);
            Assert.Equal(flows.Net.Max(), flows.Net[4]);
            Assert.Equal(0, flows.Net.Sum(), 1e-12);
        });

    [Theory]
    [InlineData(-1, 0, 0, 0)]
    [InlineData(1, 0, 0.5, 0.117503097415)] // 1 - exp(-1/8)
    [InlineData(2, 0.5, 0.5, 0.393469340287)] // 1 - exp(-1/2)
    [InlineData(4, 1, 1, 0.864664716763)] // 1 - exp(-2)
    public void Leads_are_felt_as_Brans_and_Vincke_draw_them(double lead, double linear, double level, double gaussian)
    {
        Assert.Equal(linear, new Preference.Linear(1, 3).Strength(lead), 1e-12);
        Assert.Equal(level, new Preference.Level(0.5, 3).Strength(lead), 1e-12);
        Assert.Equal(gaussian, new Preference.Gaussian(2).Strength(lead), 1e-12);
    }

    [Fact]
    public void Spotis_gives_the_published_distances()
    {
        var published = new PublishedCase("ranking.json", "spotis-dezert");
        var bounds = published.Rows("input", "bounds").Select(b => (b[0], b[1])).ToList();
        published.AssertClose(published.Expected("distance"), Spotis.Distances(published.Matrix(), published.Numbers("input", "weights"), bounds));
    }

    [Fact]
    public void A_further_alternative_never_turns_the_order_of_spotis_round() =>
        Gen.Select(Gen.Double[0, 1].Array[2].Array[5], Gen.Double[0, 1].Array[2]).Sample((rows, further) =>
        {
            Direction[] directions = [Direction.Benefit, Direction.Cost];
            var before = Spotis.Distances(new DecisionMatrix(rows, directions), [1, 2], [(0, 1), (0, 1)]);
            var after = Spotis.Distances(new DecisionMatrix([.. rows, further], directions), [1, 2], [(0, 1), (0, 1)]);
            Assert.Equal(before, after[..5]);
        });

    [Fact]
    public void Copras_gives_the_published_utilities()
    {
        // The case marks four criteria as costs, but its numbers count all five as benefits.
        var published = new PublishedCase("ranking.json", "copras-road");
        var matrix = new DecisionMatrix(published.Rows("input", "matrix"), [.. Enumerable.Repeat(Direction.Benefit, 5)]);
        published.AssertClose(published.Expected("score"), Copras.Utilities(matrix, published.Numbers("input", "weights")));
    }

    [Fact]
    public void Copras_weighs_costs_by_how_far_they_stay_below_the_others()
    {
        // By hand: benefits 1/8 and 3/8, costs 1/3 and 1/6 give 1/6 and 1/3; 7/24 to 17/24.
        var utilities = Copras.Utilities(new DecisionMatrix([[1, 20], [3, 10]], [Direction.Benefit, Direction.Cost]), [1, 1]);
        Assert.Equal([Math.Round(7 / 17.0, 12), 1], utilities.Select(u => Math.Round(u, 12)));
    }

    [Fact]
    public void Where_all_are_alike_nobody_is_ahead()
    {
        var matrix = new DecisionMatrix([[3, 4], [3, 4]], [Direction.Benefit, Direction.Cost]);
        Assert.Equal([0.5, 0.5], Topsis.Closeness(matrix, [1, 1], Scaling.MinMax));
        Assert.Equal([0, 0], Vikor.Evaluate(matrix, [1, 1], 0.5).Compromise);
        Assert.Equal([1, 1], Copras.Utilities(matrix, [1, 1]));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void Weights_that_are_no_weights_are_refused(double weight) =>
        Assert.Throws<ArgumentException>(() => Topsis.Closeness(new DecisionMatrix([[1, 2], [2, 1]], [Direction.Benefit, Direction.Cost]), [weight, 1], Scaling.Vector));
}
