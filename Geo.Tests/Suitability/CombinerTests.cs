using CsCheck;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Ranking;

namespace Geo.Tests.Suitability;

/// <summary>Rules of combination over runs of cells, each against its form for one cell.</summary>
public sealed class CombinerTests
{
    private static readonly Membership AsIs = new Membership.Slope(0, 1, Shoulder.Linear);

    private static readonly Aggregation[] Rules =
    [
        Aggregation.WeightedSum, Aggregation.GeometricMean, new Aggregation.Guided(0.3), new Aggregation.Guided(1), new Aggregation.Guided(7.5), new Aggregation.IdealPoint(1),
        new Aggregation.IdealPoint(2), new Aggregation.IdealPoint(3.5), new Aggregation.Closeness(), new Aggregation.Fuzzy(FuzzyRule.And, 0), new Aggregation.Fuzzy(FuzzyRule.Or, 0),
        new Aggregation.Fuzzy(FuzzyRule.Product, 0), new Aggregation.Fuzzy(FuzzyRule.Sum, 0), new Aggregation.Fuzzy(FuzzyRule.Gamma, 0.7),
    ];

    private static readonly Gen<float[][]> Cells = Gen.Int[0, 40].SelectMany(length => Gen.Int[1, 6].SelectMany(criteria => Gen.OneOf(Gen.Float[0, 1], Gen.Const(0f), Gen.Const(1f), Gen.Const(0.5f)).Array[length].Array[criteria]));

    [Fact]
    public void A_guided_average_of_cells_is_that_of_one_cell_for_any_number_of_criteria() =>
        Gen.Select(Gen.Int[1, 18], Gen.Int[0, 30], Gen.Double[0.05, 12], Gen.Int[0, 10_000]).Sample((criteria, length, alpha, seed) =>
        {
            var (cells, weights) = Drawn(criteria, length, seed);
            var scores = Combine(new Aggregation.Guided(alpha), cells, weights);
            for (var i = 0; i < length; i++)
                Assert.Equal(QuantifiedAverage.Of(Of(cells, i), weights, alpha), scores[i], 1e-6);
        });

    [Fact]
    public void An_ordered_average_of_cells_is_that_of_one_cell_for_any_number_of_criteria() =>
        Gen.Select(Gen.Int[1, 18], Gen.Int[0, 30], Gen.Int[0, 10_000]).Sample((criteria, length, seed) =>
        {
            var (cells, weights) = Drawn(criteria, length, seed);
            var places = new OrderWeights([.. Enumerable.Range(1, criteria).Select(k => (double)((k * 7) % 5) + 1)]);
            var scores = Combine(new Aggregation.Ordered(places.Places, false), cells, weights);
            for (var i = 0; i < length; i++)
                Assert.Equal(places.Average(Of(cells, i)), scores[i], 1e-6);
        });

    [Fact]
    public void Fuzzy_overlays_of_cells_are_those_of_one_cell() =>
        Cells.Sample(cells =>
        {
            var weights = cells.Select(_ => 1.0 / cells.Length).ToArray();
            var length = cells[0].Length;
            foreach (var rule in Enum.GetValues<FuzzyRule>())
            {
                var scores = Combine(new Aggregation.Fuzzy(rule, 0.7), cells, weights);
                for (var i = 0; i < length; i++)
                    Assert.Equal(One(rule, Of(cells, i)), scores[i], 1e-6);
            }
        });

    [Fact]
    public void Re_weighted_order_weights_count_with_those_of_the_criteria()
    {
        // Sorted .8 (.1), .6 (.3), .35 (.4), .15 (.2) under places .4 .3 .2 .1: (.4*.1*.8 + .3*.3*.6 + .2*.4*.35 + .1*.2*.15) / (.04 + .09 + .08 + .02)
        var score = Combine(new Aggregation.Ordered([0.4, 0.3, 0.2, 0.1], true), [[0.35f], [0.8f], [0.6f], [0.15f]], [0.4, 0.1, 0.3, 0.2])[0];
        Assert.Equal(0.117 / 0.23, score, 1e-6);
    }

    [Fact]
    public void Among_equal_memberships_the_criterion_that_stands_first_takes_the_better_place() =>
        // .5 and .5 beside .2: the first has weight .6 in place 1, the second .3 in place 2.
        Assert.Equal(((0.6 * 0.5 * 0.5) + (0.3 * 0.3 * 0.5) + (0.1 * 0.2 * 0.2)) / (0.3 + 0.09 + 0.02), Combine(new Aggregation.Ordered([0.5, 0.3, 0.2], true), [[0.5f], [0.5f], [0.2f]], [0.6, 0.3, 0.1])[0], 1e-6);

    [Fact]
    public void Closeness_between_fixed_ends_is_that_of_a_table_that_holds_both_ends() =>
        Gen.Select(Gen.Float[0, 1].Array[3], Gen.Double[0.1, 1].Array[3]).Sample((degrees, raw) =>
        {
            double[] weights = [.. raw.Select(w => w / raw.Sum())];
            var table = new DecisionMatrix([[.. degrees.Select(d => (double)d)], [0, 0, 0], [1, 1, 1]], [Direction.Benefit, Direction.Benefit, Direction.Benefit]);
            Assert.Equal(Topsis.Closeness(table, weights, Scaling.MinMax)[0], Combine(new Aggregation.Closeness(), [[degrees[0]], [degrees[1]], [degrees[2]]], weights)[0], 1e-6);
        });

    [Fact]
    public void The_ideal_point_of_power_1_is_the_weighted_sum_and_less_the_distance_of_Spotis() =>
        Gen.Select(Gen.Float[0, 1].Array[3], Gen.Double[0.1, 1].Array[3]).Sample((degrees, raw) =>
        {
            double[] weights = [.. raw.Select(w => w / raw.Sum())];
            var table = new DecisionMatrix([[.. degrees.Select(d => (double)d)]], [Direction.Benefit, Direction.Benefit, Direction.Benefit]);
            var distance = Spotis.Distances(table, weights, [(0, 1), (0, 1), (0, 1)])[0];
            Assert.Equal(1 - distance, Combine(new Aggregation.IdealPoint(1), [[degrees[0]], [degrees[1]], [degrees[2]]], weights)[0], 1e-6);
        });

    [Fact]
    public void Every_score_lies_between_0_and_1_and_every_average_between_the_least_and_the_greatest_membership() =>
        Cells.Sample(cells =>
        {
            double[] weights = [.. cells.Select((_, c) => (c + 1.0) / (cells.Length * (cells.Length + 1) / 2))];
            foreach (var rule in Rules)
                foreach (var (score, cell) in Combine(rule, cells, weights).Zip(Enumerable.Range(0, cells[0].Length)))
                {
                    var degrees = Of(cells, cell);
                    var (least, greatest) = rule is Aggregation.Fuzzy or Aggregation.Closeness ? (0, 1) : (degrees.Min(), degrees.Max());
                    Assert.InRange(score, least - 1e-6, greatest + 1e-6);
                }
        });

    [Fact]
    public void What_is_left_out_is_as_if_it_had_never_been_there() =>
        Gen.Select(Gen.Float[0, 1].Array[3], Gen.Double[0.1, 1].Array[4]).Sample((degrees, raw) =>
        {
            double[] all = [.. raw.Select(w => w / raw.Sum())], rest = [.. raw[..3].Select(w => w / raw[..3].Sum())];
            foreach (var rule in Rules)
                Assert.Equal(
                    Combine(rule, [[degrees[0]], [degrees[1]], [degrees[2]]], rest)[0],
                    Combine(rule, [[degrees[0]], [degrees[1]], [degrees[2]], [float.NaN]], all, MissingValue.Renormalise)[0],
                    1e-6);
        });

    [Fact]
    public void A_score_does_not_depend_on_the_cells_beside_it_nor_on_threads() =>
        Gen.Select(Gen.Int[1, 70], Gen.Int[1, 1100], Gen.Int[0, 10_000]).Sample(
            (rows, columns, seed) =>
            {
                var random = new Random(seed);
                var frame = new GridFrame(CoordinateSystems.Vn2000Tm3Zone10530, 0, 0, 30, rows, columns);
                var values = Enumerable.Range(0, 5).Select(c => new Grid<float>(frame, [.. Enumerable.Range(0, rows * columns).Select(i => i % 11 == c ? float.NaN : random.NextSingle())])).ToList();
                var criteria = values.Select(v => new WeightedCriterion(v, AsIs, 0.2, MissingValue.Renormalise, 9)).ToList();
                var (row, column) = (random.Next(rows), random.Next(columns));
                foreach (var rule in Rules)
                {
                    var one = Combination.Combine(criteria, rule, new Grid<byte>(frame), 1, CancellationToken.None);
                    Assert.Equal(one.Cells, Combination.Combine(criteria, rule, new Grid<byte>(frame), 5, CancellationToken.None).Cells);
                    Assert.Equal(one[row, column], Combine(rule, [.. values.Select(v => new[] { v[row, column] })], [.. criteria.Select(c => c.Weight)], MissingValue.Renormalise)[0]);
                }
            },
            iter: 6);

    [Fact]
    public void Criteria_that_are_graded_once_give_the_same_scores_to_the_bit_under_any_rule_and_weights()
    {
        var random = new Random(8);
        var frame = new GridFrame(CoordinateSystems.Vn2000Tm3Zone10530, 0, 0, 30, 9, 1100);
        double[] weights = [0.1, 0.4, 0.3, 0.2];
        var criteria = weights.Select((w, c) => new WeightedCriterion(
            new Grid<float>(frame, [.. Enumerable.Range(0, (int)frame.CellCount).Select(i => i % 11 == c ? float.NaN : random.NextSingle())]), AsIs, w, c == 2 ? MissingValue.Exclude : MissingValue.Renormalise, 9)).ToList();
        var reasons = new Grid<byte>(frame);
        reasons.Cells[500..700].Fill(3);
        var expectedReasons = new Grid<byte>(frame, reasons.Cells.ToArray());
        var graded = GradedCriteria.Of(criteria, reasons, 3, CancellationToken.None);
        var score = new Grid<float>(frame);
        foreach (var rule in Rules)
        {
            var expected = Combination.Combine(criteria, rule, new Grid<byte>(frame, expectedReasons.Cells.ToArray()), 1, CancellationToken.None);
            graded.Combine(rule, weights, score, 3, CancellationToken.None);
            Assert.Equal(expected.Cells, score.Cells);
        }
    }

    private static double One(FuzzyRule rule, double[] degrees) => rule switch
    {
        FuzzyRule.And => FuzzyOverlay.And(degrees),
        FuzzyRule.Or => FuzzyOverlay.Or(degrees),
        FuzzyRule.Product => FuzzyOverlay.Product(degrees),
        FuzzyRule.Sum => FuzzyOverlay.Sum(degrees),
        _ => FuzzyOverlay.Gamma(degrees, 0.7),
    };

    private static double[] Of(float[][] cells, int cell) => [.. cells.Select(c => (double)c[cell])];

    private static (float[][] Cells, double[] Weights) Drawn(int criteria, int length, int seed)
    {
        var random = new Random(seed);
        var raw = Enumerable.Range(0, criteria).Select(_ => random.NextDouble() + 0.01).ToArray();
        // Whole tenths, so that there are ties.
        return ([.. raw.Select(_ => Enumerable.Range(0, length).Select(_ => random.Next(11) / 10f).ToArray())], [.. raw.Select(w => w / raw.Sum())]);
    }

    private static float[] Combine(Aggregation rule, float[][] cells, double[] weights, MissingValue missing = MissingValue.Exclude)
    {
        if (cells[0].Length == 0)
            return [];
        var frame = new GridFrame(CoordinateSystems.Vn2000Tm3Zone10530, 0, 0, 30, 1, cells[0].Length);
        var criteria = cells.Select((values, c) => new WeightedCriterion(new Grid<float>(frame, values), AsIs, weights[c], missing, 9)).ToList();
        return Combination.Combine(criteria, rule, new Grid<byte>(frame), 1, CancellationToken.None).Cells.ToArray();
    }
}
