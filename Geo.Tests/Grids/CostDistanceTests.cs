using System.Text.Json;
using CsCheck;
using Geo.Engine.Grids;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Grids;

public sealed class CostDistanceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("queen", Moves.Queen)]
    [InlineData("knight_grass", Moves.Knight)]
    public void Costs_are_those_of_r_cost(string name, Moves moves)
    {
        var published = ReferenceCases.Find("mcda", "cost_distance.json", "cost-8");
        var friction = new Grid<float>(SmallGrids.Frame(8, 8), [.. Cells(published.GetProperty("input").GetProperty("friction")).Select(v => (float)v)]);
        var sources = new Grid<byte>(friction.Frame);
        (sources[0, 0], sources[7, 7]) = (1, 1);
        var costs = CostDistance.Accumulate(friction, sources, moves, Token).Costs.Cells.ToArray();
        // The reference counts cells, ours metres.
        var expected = Cells(published.GetProperty("expected").GetProperty(name)).ToArray();
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], costs[i] / friction.Frame.CellSizeMetres, 1e-9);
    }

    [Fact]
    public void Every_cost_is_the_least_over_all_ways() =>
        SmallGrids.Random(12).Sample(classes =>
        {
            var friction = Friction(classes);
            var sources = Sources(classes);
            foreach (var moves in Enum.GetValues<Moves>())
            {
                var costs = CostDistance.Accumulate(friction, sources, moves, Token).Costs;
                Assert.Equal(Relaxed(friction, sources, moves), costs.Cells.ToArray());
            }
        }, iter: 60);

    [Fact]
    public void Frictions_that_differ_by_more_than_any_ring_of_buckets_give_the_least_costs_too() =>
        SmallGrids.Random(10).Sample(classes =>
        {
            var friction = new Grid<float>(classes.Frame, [.. classes.Cells.ToArray().Select((c, i) => c == 0 ? 1e-6f : c * (i % 7 == 3 ? 1e5f : 1))]);
            var sources = Sources(classes);
            foreach (var moves in Enum.GetValues<Moves>())
                Assert.Equal(Relaxed(friction, sources, moves), CostDistance.Accumulate(friction, sources, moves, Token).Costs.Cells.ToArray());
        }, iter: 40);

    [Fact]
    public void Even_ground_costs_its_friction_times_the_way_along_the_grid()
    {
        var friction = new Grid<float>(SmallGrids.Frame(5, 9));
        friction.Cells.Fill(2);
        var sources = new Grid<byte>(friction.Frame);
        sources[2, 0] = 1;
        var metres = friction.Frame.CellSizeMetres;
        Assert.Equal(2 * 8 * metres, CostDistance.Accumulate(friction, sources, Moves.Queen, Token).Costs[2, 8], 1e-9);
        Assert.Equal(2 * metres * Math.Sqrt(5), CostDistance.Accumulate(friction, sources, Moves.Knight, Token).Costs[1, 2], 1e-9);
    }

    [Fact]
    public void A_cell_belongs_to_the_source_its_cheapest_way_comes_from_and_on_a_tie_to_the_first()
    {
        var friction = new Grid<float>(SmallGrids.Frame(1, 7), [1, 1, 1, 1, 1, 1, 5]);
        var sources = new Grid<byte>(friction.Frame, [1, 0, 0, 0, 0, 0, 1]);
        // From the right the first step costs 3; the fifth cell is reached from the left for 4, from the right for 4.
        Assert.Equal([0, 0, 0, 0, 0, 6, 6], CostDistance.Accumulate(friction, sources, Moves.Queen, Token).Origins.Cells.ToArray());
    }

    [Fact]
    public void No_way_leads_over_a_barrier_or_from_a_source_on_one()
    {
        var friction = new Grid<float>(SmallGrids.Frame(1, 5), [1, float.NaN, 1, float.PositiveInfinity, 1]);
        var field = CostDistance.Accumulate(friction, new Grid<byte>(friction.Frame, [1, 1, 0, 0, 0]), Moves.Knight, Token);
        Assert.Equal([0, double.NaN, double.NaN, double.NaN, double.NaN], field.Costs.Cells.ToArray());
        Assert.Equal([0, -1, -1, -1, -1], field.Origins.Cells.ToArray());
    }

    [Fact]
    public void A_negative_friction_is_refused()
    {
        var friction = new Grid<float>(SmallGrids.Frame(1, 2), [1, -0.5f]);
        Assert.Contains("-0.5", Assert.Throws<ArgumentException>(() => CostDistance.Accumulate(friction, new Grid<byte>(friction.Frame), Moves.Queen, Token)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<double> Cells(JsonElement rows) =>
        rows.EnumerateArray().SelectMany(r => r.EnumerateArray()).Select(v => v.ValueKind == JsonValueKind.Null ? double.NaN : v.GetDouble());

    private static Grid<float> Friction(Grid<byte> classes) =>
        new(classes.Frame, [.. classes.Cells.ToArray().Select((c, i) => i % 5 == 4 ? float.NaN : (c * 1.25f) + (i % 3))]);

    private static Grid<byte> Sources(Grid<byte> classes) => new(classes.Frame, [.. Enumerable.Range(0, classes.Cells.Length).Select(i => (byte)(i % 37 == 1 ? 1 : 0))]);

    // Sweeps over all cells until nothing becomes cheaper (Bellman and Ford).
    private static double[] Relaxed(Grid<float> friction, Grid<byte> sources, Moves moves)
    {
        var (rows, columns) = (friction.Frame.Rows, friction.Frame.Columns);
        var costs = Enumerable.Range(0, rows * columns).Select(i => sources.Cells[i] != 0 && !float.IsNaN(friction.Cells[i]) ? 0 : double.PositiveInfinity).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var from = 0; from < costs.Length; from++)
                for (var to = 0; to < costs.Length; to++)
                    if (StepCost(friction, from, to, moves) is var step && costs[from] + step < costs[to])
                        (costs[to], changed) = (costs[from] + step, true);
        }
        return [.. costs.Select(c => double.IsInfinity(c) ? double.NaN : c)];
    }

    private static double StepCost(Grid<float> friction, int from, int to, Moves moves)
    {
        var columns = friction.Frame.Columns;
        var (row, column, down, right) = (from / columns, from % columns, (to / columns) - (from / columns), (to % columns) - (from % columns));
        var metres = friction.Frame.CellSizeMetres * Math.Sqrt((down * down) + (right * right));
        var ends = (double)friction[row, column] + friction[row + down, column + right];
        if (Math.Max(Math.Abs(down), Math.Abs(right)) == 1)
            return ends * (metres / 2);
        if (moves != Moves.Knight || Math.Abs(down * right) != 2)
            return double.PositiveInfinity;
        return (ends + friction[row + (down / 2), column + (right / 2)] + friction[row + Math.Sign(down), column + Math.Sign(right)]) * (metres / 4);
    }
}
