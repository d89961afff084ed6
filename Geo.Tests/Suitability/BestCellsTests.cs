using CsCheck;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Scenarios;
using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Sensitivity;

namespace Geo.Tests.Suitability;

/// <summary>How often cells are among the best, and how often they pass when weights and values are wrong together.</summary>
public sealed class BestCellsTests
{
    private static readonly Membership AsIs = new Membership.Slope(0, 1, Shoulder.Linear);

    [Fact]
    public void Of_two_extremes_and_a_compromise_each_is_the_best_as_often_as_its_part_of_the_weightings()
    {
        // Scores w, 1 - w and 0.6 with w even between 0 and 1: the first is the greatest from 0.6 on, the second up to 0.4, the third between; only extremes are ever the last.
        float[][] cells = [[1, 0, 0.6f], [0, 1, 0.6f]];
        Close([0.4, 0.4, 0.2], Best(Aggregation.WeightedSum, cells, Weightings(2, 4096), 1 / 3.0));
        Close([0.5, 0.5, 1], Best(Aggregation.WeightedSum, cells, Weightings(2, 4096), 2 / 3.0));
        Close([1, 1, 1], Best(Aggregation.WeightedSum, cells, Weightings(2, 64), 1));
    }

    [Fact]
    public void A_cell_is_among_the_best_in_as_many_draws_as_sorting_all_scores_says() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 1500], Gen.Double[0.001, 1], Gen.Int[0, 1000], Gen.Int[0, 2]).Sample(
            (criteria, length, share, seed, rule) =>
            {
                // Coarse values, so that scores tie.
                var random = new Random(seed);
                var cells = Enumerable.Range(0, criteria).Select(_ => Enumerable.Range(0, length).Select(_ => random.Next(9) / 8f).ToArray()).ToArray();
                var draws = new DrawSettings(new WeightSpread.Ignorance(), 40, false, (ulong)seed).Of([.. cells.Select(_ => 1.0 / criteria)]);
                var aggregation = new[] { Aggregation.WeightedSum, new Aggregation.Guided(2.5), Aggregation.GeometricMean }[rule];
                var wanted = Math.Max(1, (int)Math.Ceiling((share * length) - 1e-6));
                var counts = new int[length];
                foreach (var scores in draws.Select(d => Combine(aggregation, cells, d)))
                {
                    var last = scores.OrderDescending().ElementAt(wanted - 1);
                    for (var i = 0; i < length; i++)
                        counts[i] += scores[i] >= last ? 1 : 0;
                }
                Assert.Equal(counts.Select(c => c / 40f), Best(aggregation, cells, draws, share));
            },
            iter: 20);

    [Fact]
    public void Cells_that_do_not_count_have_no_share_and_threads_move_no_bit()
    {
        var frame = new GridFrame(CoordinateSystems.Vn2000Tm3Zone10530, 0, 0, 30, 20, 1100);
        var random = new Random(7);
        var criteria = Enumerable.Range(0, 3).Select(_ => new WeightedCriterion(new Grid<float>(frame, [.. Enumerable.Range(0, (int)frame.CellCount).Select(i => i % 11 == 3 ? float.NaN : random.NextSingle())]), AsIs, 1 / 3.0, MissingValue.Exclude, 9)).ToList();
        var reasons = new Grid<byte>(frame);
        reasons[4, 4] = 2;
        float[] Shares(int threads) => new BestCells(criteria, reasons, Aggregation.WeightedSum, threads, CancellationToken.None).ShareOfDraws(Weightings(3, 50), 0.1).Cells.ToArray();
        Assert.Equal(Shares(1), Shares(5));
        Assert.Equal((float.NaN, float.NaN), (Shares(2)[(4 * 1100) + 4], Shares(2)[3]));
        Assert.InRange(Shares(3).Where(s => !float.IsNaN(s)).Average(), 0.1, 0.1001);
    }

    [Fact]
    public void Weights_and_errors_together_make_a_cell_pass_as_often_as_the_integral_over_both_says()
    {
        // w (0.4 + e) + (1 - w) 0.6 reaches 0.5 where e >= 0.2 - 0.1 / w; w even, e normal with deviation 0.1: the integral of 1 - Phi(2 - 1 / w), by midpoints in two million steps.
        var joint = LayerErrors.WithWeights([Criterion([0.4f]), Criterion([0.6f])], [0.1, 0], Weightings(2, 20_000), 11, new Grid<byte>(Row(1)), new PassRule(Aggregation.WeightedSum, 0.5), 1, CancellationToken.None);
        Assert.Equal(0.57475f, joint.Shares[0, 0], 0.015f);
        Assert.Equal(joint.Shares[0, 0], joint.Passing.Average(), 1e-6);
    }

    [Fact]
    public void The_percentiles_of_shares_are_those_of_definition_7()
    {
        // numpy.percentile([1 .. 5] / 10, [5, 50, 95]) = 0.12, 0.3, 0.48
        var spread = RunJoint.Of([0.3, 0.1, 0.5, 0.2, 0.4])!;
        Assert.Equal([0.3, 0.12, 0.3, 0.48], new[] { spread.Mean, spread.P05, spread.P50, spread.P95 }, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Null(RunJoint.Of([double.NaN]));
    }

    private static void Close(double[] expected, float[] shares) => Assert.Equal(expected, shares.Select(s => (double)s), (a, b) => Math.Abs(a - b) < 0.01);

    private static double[][] Weightings(int criteria, int count) => new DrawSettings(new WeightSpread.Ignorance(), count, true, 3).Of([.. Enumerable.Repeat(1.0 / criteria, criteria)]);

    private static float[] Best(Aggregation rule, float[][] cells, double[][] draws, double share) =>
        new BestCells([.. cells.Select(Criterion)], new Grid<byte>(Row(cells[0].Length)), rule, 1, CancellationToken.None).ShareOfDraws(draws, share).Cells.ToArray();

    private static float[] Combine(Aggregation rule, float[][] cells, double[] weights) =>
        Combination.Combine([.. cells.Select((c, i) => Criterion(c) with { Weight = weights[i] })], rule, new Grid<byte>(Row(cells[0].Length)), 1, CancellationToken.None).Cells.ToArray();

    private static WeightedCriterion Criterion(float[] values) => new(new Grid<float>(Row(values.Length), values), AsIs, 0, MissingValue.Exclude, 9);

    private static GridFrame Row(int columns) => new(CoordinateSystems.Vn2000Tm3Zone10530, 0, 0, 30, 1, columns);
}
