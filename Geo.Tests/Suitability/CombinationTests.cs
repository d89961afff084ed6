using CsCheck;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Suitability;

namespace Geo.Tests.Suitability;

public sealed class CombinationTests
{
    private static readonly Membership AsIs = new Membership.Slope(0, 1, Shoulder.Linear);

    [Fact]
    public void The_weighted_sum_of_a_published_decision_matrix_is_the_published_one()
    {
        // source: JMcDM test/mcdm/testsaw.jl (saw-4x4), linear ratio normalisation written as memberships
        double[][] matrix = [[25, 65, 7, 20], [21, 78, 6, 24], [19, 53, 5, 33], [22, 25, 2, 31]];
        Membership[] memberships =
        [
            new Membership.Slope(0, 25, Shoulder.Linear), new Membership.Slope(0, 78, Shoulder.Linear),
            new Membership.Table([new(2, 1), new(5, 2 / 5.0), new(6, 2 / 6.0), new(7, 2 / 7.0)]), new Membership.Slope(0, 33, Shoulder.Linear),
        ];
        var criteria = Enumerable.Range(0, 4).Select(c => Criterion([.. matrix.Select(row => (float)row[c])], 0.25, membership: memberships[c])).ToList();
        var score = Combine(criteria);
        double[] expected = [0.681277056277, 0.725151515152, 0.709871794872, 0.784976689977];
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], score[i], 1e-6);
    }

    [Fact]
    public void The_geometric_mean_multiplies_and_one_zero_makes_zero()
    {
        var score = Combine([Criterion([0.25f, 0, 1], 0.5), Criterion([1, 1, 1], 0.5)], Aggregation.GeometricMean);
        Assert.Equal([0.5f, 0, 1], score);
    }

    [Fact]
    public void A_missing_value_does_what_its_criterion_says()
    {
        foreach (var (rule, expected) in new[] { (MissingValue.Worst, 0.4f), (MissingValue.Neutral, 0.65f), (MissingValue.Renormalise, 0.8f), (MissingValue.Exclude, float.NaN) })
            Assert.Equal(expected, Combine([Criterion([float.NaN], 0.5, rule), Criterion([0.8f], 0.5)])[0], 1e-6f);
    }

    [Fact]
    public void The_first_criterion_without_a_value_is_the_reason()
    {
        var reasons = new Grid<byte>(Row(3));
        reasons[0, 2] = 9;
        var criteria = new[] { Criterion([0.5f, float.NaN, 0.5f], 0.5, reason: 21), Criterion([float.NaN, float.NaN, 0.5f], 0.5, reason: 22) };
        var score = Combination.Combine(criteria, Aggregation.WeightedSum, reasons, 1, TestContext.Current.CancellationToken);
        Assert.Equal([22, 21, 9], reasons.Cells.ToArray());
        Assert.All(score.Cells.ToArray(), s => Assert.Equal(float.NaN, s));
    }

    [Fact]
    public void A_cell_about_which_nothing_is_known_has_no_score() =>
        Assert.Equal(float.NaN, Combine([Criterion([float.NaN], 1, MissingValue.Renormalise, reason: 7)])[0]);

    [Fact]
    public void Only_the_ratios_of_weights_matter() =>
        Gen.Select(Gen.Double[0.01, 10].Array[1, 8], Gen.Double[0.001, 1000]).Sample((raw, factor) =>
        {
            var once = new Weighting.Direct(raw).Resolve();
            var scaled = new Weighting.Direct([.. raw.Select(w => w * factor)]).Resolve();
            for (var i = 0; i < raw.Length; i++)
                Assert.Equal(once[i].Used, scaled[i].Used, 1e-12);
            Assert.Equal(1, once.Sum(w => w.Used), 1e-12);
        });

    [Fact]
    public void A_better_cell_never_lowers_another_and_rises_itself() =>
        Gen.Select(Gen.Float[0, 1].Array[12], Gen.Float[0, 1].Array[12], Gen.Int[0, 11], Gen.Float[0, 1]).Sample((first, second, cell, better) =>
        {
            var before = Combine([Criterion(first, 0.3), Criterion(second, 0.7)]);
            var raised = first.ToArray();
            raised[cell] = Math.Max(raised[cell], better);
            var after = Combine([Criterion(raised, 0.3), Criterion(second, 0.7)]);
            for (var i = 0; i < before.Length; i++)
                Assert.True(i == cell ? after[i] >= before[i] : after[i] == before[i]);
        });

    [Fact]
    public void Scores_do_not_depend_on_threads_or_on_where_a_cell_lies_in_its_row() =>
        Gen.Select(Gen.Int[1, 70], Gen.Int[1, 1300], Gen.Int[0, 1_000_000]).Sample(
            (rows, columns, seed) =>
            {
                var frame = new GridFrame(CoordinateSystems.Vn2000Tm3Zone10530, 0, 0, 30, rows, columns);
                var random = new Random(seed);
                var values = Enumerable.Range(0, 3).Select(_ => new Grid<float>(frame, [.. Enumerable.Range(0, rows * columns).Select(i => i % 7 == 3 ? float.NaN : random.NextSingle() * 40)])).ToList();
                var criteria = values.Select((v, i) => new WeightedCriterion(v, new Membership.Trapezoid(5, 15, 25, 38, Shoulder.S), 1 / 3.0, (MissingValue)(i + 1), 20)).ToList();
                var one = Combination.Combine(criteria, Aggregation.WeightedSum, new Grid<byte>(frame), 1, CancellationToken.None);
                var five = Combination.Combine(criteria, Aggregation.WeightedSum, new Grid<byte>(frame), 5, CancellationToken.None);
                Assert.Equal(one.Cells, five.Cells);
                var (row, column) = (random.Next(rows), random.Next(columns));
                var alone = Combine([.. criteria.Select((c, i) => new WeightedCriterion(new Grid<float>(Row(1), [values[i][row, column]]), c.Membership, c.Weight, c.Missing, c.NoDataReason))]);
                Assert.Equal(one[row, column], alone[0]);
            },
            iter: 20);

    private static float[] Combine(List<WeightedCriterion> criteria, Aggregation? aggregation = null) =>
        Combination.Combine(criteria, aggregation ?? Aggregation.WeightedSum, new Grid<byte>(criteria[0].Values.Frame), 2, CancellationToken.None).Cells.ToArray();

    private static WeightedCriterion Criterion(
        float[] values, double weight, MissingValue missing = MissingValue.Exclude, byte reason = 200, Membership? membership = null) =>
        new(new Grid<float>(Row(values.Length), values), membership ?? AsIs, weight, missing, reason);

    private static GridFrame Row(int columns) => new(CoordinateSystems.Vn2000Tm3Zone10530, 0, 0, 30, 1, columns);
}
