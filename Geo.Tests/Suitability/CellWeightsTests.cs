using CsCheck;
using Geo.Engine;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Weights;

namespace Geo.Tests.Suitability;

public sealed class CellWeightsTests
{
    private static readonly Membership AsIs = new Membership.Slope(0, 1, Shoulder.Linear);

    [Fact]
    public void Weights_over_cells_are_those_of_the_table_of_their_memberships() =>
        Gen.Select(Gen.Int[2, 130], Gen.Int[2, 5], Gen.Int[0, 100_000]).Sample(
            (rows, criteria, seed) =>
            {
                var (statistics, table) = Cells(rows, 7, criteria, seed, smallest: 0.01f);
                foreach (var (rule, expected) in new (DataRule, Func<DecisionMatrix, double[]>)[] { (DataRule.Entropy, DataWeights.Entropy), (DataRule.Critic, DataWeights.Critic), (DataRule.Merec, DataWeights.Merec), (DataRule.StandardDeviation, DataWeights.StandardDeviation) })
                    AssertClose(expected(table), Frozen(rule, statistics));
            },
            iter: 30);

    [Fact]
    public void Statistics_do_not_depend_on_threads()
    {
        var one = Cells(300, 1100, 4, 5, 0, threads: 1).Statistics;
        var five = Cells(300, 1100, 4, 5, 0, threads: 5).Statistics;
        for (var i = 0; i < 4; i++)
            Assert.Equal((one.Mean(i), one.Deviation(i, 1), one.Correlation(0, i)), (five.Mean(i), five.Deviation(i, 1), five.Correlation(0, i)));
        Assert.Equal(Frozen(DataRule.Entropy, one), Frozen(DataRule.Entropy, five));
    }

    [Fact]
    public void Cells_that_a_reason_removes_or_in_which_a_criterion_is_missing_do_not_count()
    {
        var frame = Frame(1, 4);
        var reasons = new Grid<byte>(frame, [0, 7, 0, 0]);
        var criteria = new[] { Criterion(frame, [0.2f, 1, 0.4f, 0.9f], MissingValue.Exclude), Criterion(frame, [0.5f, 0, 0.6f, float.NaN], MissingValue.Exclude) };
        var statistics = DegreeStatistics.Of(criteria, reasons, 1, CancellationToken.None);
        Assert.Equal((2, 0.2f, 0.4f, 0.3), (statistics.Cells, (float)statistics.Least(0), (float)statistics.Greatest(0), Math.Round(statistics.Mean(0), 6)));
        Assert.Equal([0, 7, 0, 0], reasons.Cells.ToArray());
    }

    [Fact]
    public void Trap_3_correlated_criteria_are_shown_by_their_correlation_and_variance_inflation()
    {
        // x, z unrelated; y = (x + z) / 2: r(x, y) = 1 / sqrt(2), and x and z together say all of y.
        var frame = Frame(1, 4);
        float[] x = [0, 1, 0, 1], z = [0, 0, 1, 1], y = [0, 0.5f, 0.5f, 1];
        var statistics = DegreeStatistics.Of([Criterion(frame, x), Criterion(frame, z), Criterion(frame, y)], new Grid<byte>(frame), 1, CancellationToken.None);
        Assert.Equal((0.0, Math.Sqrt(0.5)), (Math.Round(statistics.Correlation(0, 1), 12), statistics.Correlation(0, 2)), Close.Instance);
        Assert.All(statistics.VarianceInflation(), v => Assert.Equal(double.PositiveInfinity, v));
        // Two that correlate by r have 1 / (1 - r²) = 2.
        Assert.All(statistics.Of([0, 2]).VarianceInflation(), v => Assert.Equal(2, v, 1e-12));
    }

    [Fact]
    public void Trap_10_a_flat_criterion_weighs_nothing_and_has_no_correlation()
    {
        var frame = Frame(1, 3);
        var statistics = DegreeStatistics.Of([Criterion(frame, [0, 0.5f, 1]), Criterion(frame, [0.3f, 0.3f, 0.3f])], new Grid<byte>(frame), 1, CancellationToken.None);
        Assert.Equal(double.NaN, statistics.Correlation(0, 1));
        Assert.Equal([1, double.NaN], statistics.VarianceInflation());
        foreach (var rule in new[] { DataRule.Entropy, DataRule.Critic, DataRule.StandardDeviation })
            Assert.Equal([1, 0], Frozen(rule, statistics));
    }

    [Fact]
    public void Data_that_give_no_weights_are_a_fault_and_not_equal_weights()
    {
        var frame = Frame(1, 3);
        var flat = DegreeStatistics.Of([Criterion(frame, [0.3f, 0.3f, 0.3f])], new Grid<byte>(frame), 1, CancellationToken.None);
        var zero = DegreeStatistics.Of([Criterion(frame, [0, 0.3f, 1])], new Grid<byte>(frame), 1, CancellationToken.None);
        Assert.Contains("alike in every criterion", Fault(DataRule.Critic, flat), StringComparison.Ordinal);
        Assert.Contains("MEREC divides", Fault(DataRule.Merec, zero), StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_of_a_hierarchy_are_those_of_groups_times_those_within()
    {
        var weighting = new Weighting.Hierarchy(
            [new("water", [0, 2], new Weighting.Direct([3, 1])), new("land", [1], new Weighting.Direct([1]))],
            new Weighting.Ranked([1, 2], RankRule.Sum));
        Assert.Equal([0.5, 1 / 3.0, 1 / 6.0], weighting.Resolve().Select(w => w.Used), Close.Instance);
    }

    [Fact]
    public void Weights_within_a_group_may_come_of_the_data_of_its_criteria()
    {
        var (statistics, _) = Cells(9, 9, 4, 3, 0);
        var alone = Frozen(DataRule.StandardDeviation, statistics.Of([3, 1]));
        var weighting = new Weighting.Hierarchy([new("a", [3, 1], new Weighting.FromData(DataRule.StandardDeviation)), new("b", [0, 2], new Weighting.Direct([1, 1]))], new Weighting.Direct([1, 1]));
        Assert.True(weighting.NeedsData);
        var frozen = weighting.Freeze(statistics, []);
        Assert.False(frozen.NeedsData);
        Assert.Equal([0.25, alone[1] / 2, 0.25, alone[0] / 2], frozen.Resolve().Select(w => w.Used), Close.Instance);
    }

    [Fact]
    public void Experts_who_weigh_alike_agree_in_full_and_opposed_ones_not_at_all()
    {
        Assert.Equal(1, GroupPriorities.Consensus([[0.6, 0.3, 0.1], [0.6, 0.3, 0.1]]), 1e-12);
        // Each puts another first, nine times above each of the rest.
        Assert.Equal(0, GroupPriorities.Consensus([[9 / 11.0, 1 / 11.0, 1 / 11.0], [1 / 11.0, 9 / 11.0, 1 / 11.0], [1 / 11.0, 1 / 11.0, 9 / 11.0]]), 1e-12);
    }

    [Fact]
    public void A_group_of_priorities_is_their_weighted_geometric_mean() =>
        // sqrt(0.8 x 0.2) = 0.4 and sqrt(0.2 x 0.8) = 0.4
        Assert.Equal([0.5, 0.5], GroupPriorities.Of([[0.8, 0.2], [0.2, 0.8]], [1, 1]), Close.Instance);

    private static string Fault(DataRule rule, DegreeStatistics data)
    {
        var faults = new List<BilingualText>();
        Assert.True(new Weighting.FromData(rule).Freeze(data, faults).NeedsData);
        return Assert.Single(faults).En;
    }

    private static double[] Frozen(DataRule rule, DegreeStatistics data) => [.. new Weighting.FromData(rule).Freeze(data, []).Resolve().Select(w => w.Used)];

    private static void AssertClose(double[] expected, double[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-7);
    }

    private static (DegreeStatistics Statistics, DecisionMatrix Table) Cells(int rows, int columns, int criteria, int seed, float smallest, int threads = 2)
    {
        var random = new Random(seed);
        var frame = Frame(rows, columns);
        var values = Enumerable.Range(0, criteria).Select(_ => Enumerable.Range(0, rows * columns).Select(_ => smallest + (random.NextSingle() * (1 - smallest))).ToArray()).ToList();
        var table = new DecisionMatrix(
            [.. Enumerable.Range(0, rows * columns).Select(cell => values.Select(v => (double)v[cell]).ToArray())], [.. values.Select(_ => Direction.Benefit)]);
        return (DegreeStatistics.Of([.. values.Select(v => Criterion(frame, v))], new Grid<byte>(frame), threads, CancellationToken.None), table);
    }

    private static WeightedCriterion Criterion(GridFrame frame, float[] values, MissingValue missing = MissingValue.Exclude) => new(new Grid<float>(frame, values), AsIs, 1, missing, 200);

    private static GridFrame Frame(int rows, int columns) => new(CoordinateSystems.Vn2000Tm3Zone10530, 0, 0, 30, rows, columns);
}
