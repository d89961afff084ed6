using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Ranking;

namespace Geo.Tests.Suitability;

/// <summary>Faults found in programs of this kind; each would turn one of these tests red.</summary>
public sealed class PeerFaultTests
{
    // r.mcda.ahp reads a list of random indices one place off: 3 x 3 divides by zero, 4 x 4 takes 0.52 for 0.90, 10 x 10 runs off the list.
    [Theory]
    [InlineData(3, 0.58)]
    [InlineData(4, 0.9)]
    [InlineData(10, 1.49)]
    public void The_random_index_is_that_of_the_size_of_the_matrix(int size, double expected)
    {
        Assert.Equal(expected, RandomIndexTable.Saaty1980.For(size));
        Assert.True(double.IsFinite(PairwiseComparison.Evaluate(Contradictory(size), RandomIndexTable.Saaty1980).ConsistencyRatio));
    }

    // JMcDM's net flows have the opposite sign: what is best in every criterion comes out worst.
    [Fact]
    public void What_is_best_in_every_criterion_has_the_greatest_net_flow()
    {
        var flows = Promethee.Evaluate(new DecisionMatrix([[9, 1], [5, 5], [1, 9]], [Direction.Benefit, Direction.Cost]), [1, 1], [new Preference.Usual(), new Preference.Usual()]);
        Assert.Equal([1, 0, -1], flows.Net);
    }

    // JMcDM and scikit-criteria take lambda max from means of columns, not from the eigenvalue.
    [Fact]
    public void Lambda_max_is_the_eigenvalue_and_not_a_mean_of_columns()
    {
        double[][] matrix = [[1, 5, 1.0 / 3], [0.2, 1, 5], [3, 0.2, 1]];
        var result = PairwiseComparison.Evaluate(matrix, RandomIndexTable.Saaty1980);
        // x of 3 x 3: lambda = 1 + c + 1 / c with c the cube root of a12 a23 / a13 = 75.
        var root = Math.Cbrt(75);
        Assert.Equal(1 + root + (1 / root), result.LambdaMax, 1e-9);
    }

    // pymcdm's TOPSIS scales from worst to best, scikit-criteria's by vectors, and the winner changes: here the scaling is named by the caller.
    [Fact]
    public void The_scaling_of_Topsis_is_said_since_it_changes_the_winner()
    {
        var published = new PublishedCase("ranking.json", "topsis-vikor-mountain");
        var (vector, minMax) = (Topsis.Closeness(published.Matrix(), [0.5, 0.5], Scaling.Vector), Topsis.Closeness(published.Matrix(), [0.5, 0.5], Scaling.MinMax));
        Assert.Equal((0, 1), (Array.IndexOf(vector, vector.Max()), Array.IndexOf(minMax, minMax.Max())));
    }

    // ArcGIS's help prints memberships that jump from 0 to 1 below the mean: ours have no jump but where the scenario puts one.
    [Fact]
    public void A_membership_does_not_jump_where_no_jump_was_asked_for()
    {
        foreach (var membership in new Membership[] { new Membership.Small(50, 5), new Membership.Large(50, 5), new Membership.Near(50, 0.01), new Membership.Gaussian(50, 0.01), new Membership.Slope(20, 80, Shoulder.S) })
            for (var value = 0.0; value < 100; value += 0.01)
                Assert.True(Math.Abs(membership.Degree(value + 0.01) - membership.Degree(value)) < 0.01);
    }

    // gluc/ahp gives equal weights without a word where judgements contradict each other.
    [Fact]
    public void Contradicting_judgements_keep_the_weights_that_they_give()
    {
        var weights = new Weighting.Pairwise([new Expert("a", 1, [[1, 9, 2], [1.0 / 9, 1, 9], [0.5, 1.0 / 9, 1]])], RandomIndexTable.Saaty1980, 0.1);
        Assert.True(weights.Evaluate().ConsistencyRatio > 1);
        Assert.NotEqual(weights.Resolve()[0].Used, weights.Resolve()[1].Used, 0.05);
    }

    private static double[][] Contradictory(int size) => [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Select(j => i == j ? 1.0 : (i + j) % 2 == 0 == i < j ? 3 : 1 / 3.0).ToArray())];
}
