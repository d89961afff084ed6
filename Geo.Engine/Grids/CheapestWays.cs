namespace Geo.Engine.Grids;

/// <summary>
/// The search behind <see cref="CostDistance"/>: settles cells in order of cost, among equal costs keeping the lowest source. Its cells have a rim of barriers two cells wide, so
/// that no step needs to ask for the edge.
/// </summary>
internal sealed class CheapestWays
{
    private const int CellsBetweenLooks = 1 << 16;
    private const int Rim = 2;

    private readonly GridFrame frame;
    private readonly int width;
    private readonly float[] friction;
    private readonly double[] costs;
    private readonly int[] origins;
    private readonly FlatStep[] near;
    private readonly FlatStep[] far;
    private readonly CellQueue queue;

    public CheapestWays(Grid<float> friction, Step[] fan)
    {
        frame = friction.Frame;
        width = frame.Columns + (2 * Rim);
        this.friction = new float[width * (frame.Rows + (2 * Rim))];
        costs = new double[this.friction.Length];
        origins = new int[this.friction.Length];
        this.friction.AsSpan().Fill(float.NaN);
        costs.AsSpan().Fill(double.PositiveInfinity);
        origins.AsSpan().Fill(-1);
        for (var row = 0; row < frame.Rows; row++)
            friction.Row(row).CopyTo(this.friction.AsSpan(Start(row), frame.Columns));
        queue = Queue(friction.Cells, fan);
        near = [.. fan.Where(s => s.Between.Length == 0).Select(Flat)];
        far = [.. fan.Where(s => s.Between.Length > 0).Select(Flat)];
    }

    /// <summary>Puts every source that is no barrier at cost 0.</summary>
    public void Begin(Grid<byte> sources)
    {
        for (var row = 0; row < frame.Rows; row++)
            for (var column = 0; column < frame.Columns; column++)
                if (sources[row, column] != 0 && float.IsFinite(friction[Start(row) + column]))
                {
                    var cell = Start(row) + column;
                    costs[cell] = 0;
                    origins[cell] = (row * frame.Columns) + column;
                    queue.Add(0, cell);
                }
    }

    /// <summary>Goes on until no way can be made cheaper.</summary>
    public void Run(CancellationToken cancellation)
    {
        for (var settled = 0; queue.TryTake(out var cost, out var cell); settled++)
        {
            if (settled % CellsBetweenLooks == 0)
                cancellation.ThrowIfCancellationRequested();
            // A cell stands in the queue once for each time its way became cheaper; only the last one counts.
            if (cost == costs[cell])
                Spread(cell, cost);
        }
    }

    /// <summary>What was found.</summary>
    public CostField Field()
    {
        var (found, from) = (new Grid<double>(frame), new Grid<int>(frame));
        for (var row = 0; row < frame.Rows; row++)
        {
            costs.AsSpan(Start(row), frame.Columns).CopyTo(found.Row(row));
            found.Row(row).Replace(double.PositiveInfinity, double.NaN);
            origins.AsSpan(Start(row), frame.Columns).CopyTo(from.Row(row));
        }
        return new CostField(found, from);
    }

    // A step costs the mean friction of two to four cells, one of which at least is not 0, times its length.
    private static CellQueue Queue(ReadOnlySpan<float> friction, Step[] fan)
    {
        var (least, most) = (float.PositiveInfinity, 0f);
        foreach (var cost in friction)
            if (cost > 0 && float.IsFinite(cost))
                (least, most) = (Math.Min(least, cost), Math.Max(most, cost));
        return most == 0
            ? new MonotoneQueue()
            : CellQueue.For(least * fan.Min(s => s.MetresPerCell), most * fan.Max(s => s.MetresPerCell * (2 + s.Between.Length)));
    }

    private int Start(int row) => ((row + Rim) * width) + Rim;

    private FlatStep Flat(Step step)
    {
        var between = step.Between.Select(b => (b.Rows * width) + b.Columns).ToArray();
        return new FlatStep((step.Rows * width) + step.Columns, between.Length > 0 ? between[0] : 0, between.Length > 0 ? between[1] : 0, step.MetresPerCell);
    }

    private void Spread(int cell, double cost)
    {
        double here = friction[cell];
        var origin = origins[cell];
        // The sums are not finite when any cell they touch is a barrier.
        foreach (ref readonly var step in near.AsSpan())
        {
            var touched = here + friction[cell + step.To];
            if (double.IsFinite(touched))
                Reach(cell + step.To, cost + (touched * step.MetresPerCell), origin);
        }
        foreach (ref readonly var step in far.AsSpan())
        {
            var touched = here + friction[cell + step.To] + friction[cell + step.First] + friction[cell + step.Second];
            if (double.IsFinite(touched))
                Reach(cell + step.To, cost + (touched * step.MetresPerCell), origin);
        }
    }

    private void Reach(int cell, double cost, int origin)
    {
        ref var known = ref costs[cell];
        if (cost > known)
            return;
        ref var source = ref origins[cell];
        if (cost == known && origin >= source)
            return;
        (known, source) = (cost, origin);
        queue.Add(cost, cell);
    }

    /// <summary>A step as differences of places in the cells with their rim.</summary>
    private readonly record struct FlatStep(int To, int First, int Second, double MetresPerCell);
}
