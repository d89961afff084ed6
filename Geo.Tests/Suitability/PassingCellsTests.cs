using CsCheck;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Sensitivity;

namespace Geo.Tests.Suitability;

/// <summary>Maps of how often cells pass under other weights and errors.</summary>
public sealed class PassingCellsTests
{
    private static readonly Membership AsIs = new Membership.Slope(0, 1, Shoulder.Linear);

    [Fact]
    public void The_map_of_confidence_is_the_published_share_in_every_cell()
    {
        var published = new PublishedCase("sensitivity.json", "weight-ignorance-simplex-3");
        var rows = published.Rows("input", "standardised_scores");
        var map = Ignorance([.. Enumerable.Range(0, 3).Select(c => rows.Select(r => (float)r[c]).ToArray())], 0.6);
        var expected = PublishedCase.Numbers(published.Expected("probability"));
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], map[i], 1e-6); // memberships and shares are float32
    }

    [Fact]
    public void The_map_of_confidence_is_that_of_each_cell_alone_for_any_number_of_criteria_and_with_ties() =>
        Gen.Select(Gen.Int[1, 16], Gen.Int[1, 40], Gen.Int[0, 10_000]).Sample((criteria, length, seed) =>
        {
            var cells = Drawn(criteria, length, seed);
            var map = Ignorance(cells, 0.5);
            for (var i = 0; i < length; i++)
            {
                Assert.InRange(map[i], 0, 1);
                Assert.Equal(WeightIgnorance.ShareReaching([.. cells.Select(c => c[i])], 0.5), map[i], 1e-6);
            }
        });

    [Fact]
    public void What_is_left_out_leaves_the_confidence_of_the_rest()
    {
        float[][] rest = [[0.9f], [0.5f], [0.2f]];
        Assert.Equal(Ignorance(rest, 0.6)[0], Ignorance([.. rest, [float.NaN]], 0.6, MissingValue.Renormalise)[0], 1e-7f);
        Assert.Equal(float.NaN, Ignorance([.. rest, [float.NaN]], 0.6)[0]);
        Assert.Equal(float.NaN, Ignorance([[float.NaN]], 0.6, MissingValue.Renormalise)[0]);
    }

    [Fact]
    public void The_closed_form_agrees_with_ten_thousand_drawn_weightings() =>
        Gen.Select(Gen.Int[2, 8], Gen.Int[0, 1000]).Sample(
            (criteria, seed) =>
            {
                var cells = Drawn(criteria, 30, seed);
                var draws = new DrawSettings(new WeightSpread.Ignorance(), 10_000, false, (ulong)seed).Of([.. cells.Select(_ => 1.0 / criteria)]);
                foreach (var (share, drawn) in Ignorance(cells, 0.5).Zip(Shares(Aggregation.WeightedSum, cells, 0.5, draws)))
                    Assert.Equal(share, drawn, 0.025f); // five standard errors
            },
            iter: 10);

    [Fact]
    public void A_cell_passes_under_as_many_draws_as_its_score_reaches_the_threshold()
    {
        var cells = Drawn(5, 70, 3);
        var draws = new DrawSettings(new WeightSpread.Ignorance(), 97, true, 5).Of([.. cells.Select(_ => 0.2)]);
        foreach (var rule in new[] { Aggregation.WeightedSum, Aggregation.GeometricMean, new Aggregation.Guided(2.5), new Aggregation.Closeness() })
        {
            // A threshold that no score meets to the last bit.
            var scores = draws.Select(d => Combine(rule, cells, d)).ToList();
            var shares = Shares(rule, cells, 0.4567891, draws);
            for (var i = 0; i < shares.Length; i++)
                Assert.Equal(scores.Count(s => s[i] >= 0.4567891f) / 97f, shares[i]);
            var passing = Passing(rule, cells, 0.4567891).ShareOfCells(draws);
            for (var d = 0; d < passing.Length; d++)
                Assert.Equal(scores[d].Count(s => s >= 0.4567891f) / 70.0, passing[d]);
        }
    }

    [Fact]
    public void Neither_threads_nor_neighbours_move_a_bit()
    {
        var frame = new GridFrame(CoordinateSystems.Vn2000Tm3Zone10530, 0, 0, 30, 40, 1100);
        var random = new Random(4);
        var values = Enumerable.Range(0, 4).Select(_ => new Grid<float>(frame, [.. Enumerable.Range(0, (int)frame.CellCount).Select(i => i % 13 == 2 ? float.NaN : random.NextSingle())])).ToList();
        var criteria = values.Select(v => new WeightedCriterion(v, AsIs, 0.25, MissingValue.Renormalise, 9)).ToList();
        var draws = new DrawSettings(new WeightSpread.Dirichlet(8), 50, true, 1).Of([0.25, 0.25, 0.25, 0.25]);
        var rule = new PassRule(Aggregation.WeightedSum, 0.5);
        var reasons = new Grid<byte>(frame);
        var (one, five) = (new PassingCells(criteria, reasons, rule, 1, CancellationToken.None), new PassingCells(criteria, reasons, rule, 5, CancellationToken.None));
        Assert.Equal(one.ShareOfDraws(draws).Cells, five.ShareOfDraws(draws).Cells);
        Assert.Equal(one.ShareOfCells(draws), five.ShareOfCells(draws));
        Assert.Equal(IgnoranceMap.Of(criteria, reasons, rule, 1, CancellationToken.None).Cells, IgnoranceMap.Of(criteria, reasons, rule, 5, CancellationToken.None).Cells);
        Assert.Equal(Errors(criteria, reasons, rule, 1), Errors(criteria, reasons, rule, 5));
        Assert.True(reasons.Cells.IndexOfAnyExcept((byte)0) < 0);
        var alone = Ignorance([.. values.Select(v => new[] { v[17, 1050] })], 0.5, MissingValue.Renormalise);
        Assert.Equal(IgnoranceMap.Of(criteria, reasons, rule, 2, CancellationToken.None)[17, 1050], alone[0]);
    }

    [Fact]
    public void An_error_of_a_layer_makes_a_cell_pass_as_often_as_the_normal_distribution_says()
    {
        // 0.4 with an error of 0.1 reaches 0.5 in 15.87 % of cases; the other criterion holds 0.5 exactly and adds nothing.
        var criteria = new[] { Criterion([0.4f]), Criterion([0.5f]) };
        var share = LayerErrors.ShareOfDraws(criteria, [0.1, 0], new Grid<byte>(Row(1)), new PassRule(Aggregation.WeightedSum, 0.5), (20_000, 11), 1, CancellationToken.None)[0, 0];
        Assert.Equal(0.1587f, share, 0.015f);
    }

    private static float[] Errors(List<WeightedCriterion> criteria, Grid<byte> reasons, PassRule rule, int threads) =>
        LayerErrors.ShareOfDraws(criteria, [0.1, 0, 0.2, 0], reasons, rule, (16, 3), threads, CancellationToken.None).Cells.ToArray();

    private static float[] Ignorance(float[][] cells, double threshold, MissingValue missing = MissingValue.Exclude) => IgnoranceMap.Of(
        [.. cells.Select(c => Criterion(c, missing))], new Grid<byte>(Row(cells[0].Length)), new PassRule(Aggregation.WeightedSum, threshold), 1, CancellationToken.None).Cells.ToArray();

    private static float[] Shares(Aggregation rule, float[][] cells, double threshold, double[][] draws) => Passing(rule, cells, threshold).ShareOfDraws(draws).Cells.ToArray();

    private static PassingCells Passing(Aggregation rule, float[][] cells, double threshold) =>
        new([.. cells.Select(c => Criterion(c))], new Grid<byte>(Row(cells[0].Length)), new PassRule(rule, threshold), 1, CancellationToken.None);

    private static float[] Combine(Aggregation rule, float[][] cells, double[] weights) =>
        Combination.Combine([.. cells.Select((c, i) => Criterion(c) with { Weight = weights[i] })], rule, new Grid<byte>(Row(cells[0].Length)), 1, CancellationToken.None).Cells.ToArray();

    private static float[][] Drawn(int criteria, int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, criteria).Select(_ => Enumerable.Range(0, length).Select(_ => random.Next(21) / 20f).ToArray())];
    }

    private static WeightedCriterion Criterion(float[] values, MissingValue missing = MissingValue.Exclude) => new(new Grid<float>(Row(values.Length), values), AsIs, 0.5, missing, 9);

    private static GridFrame Row(int columns) => new(CoordinateSystems.Vn2000Tm3Zone10530, 0, 0, 30, 1, columns);
}
