namespace Geo.Engine.Grids;

/// <summary>The search behind <see cref="CostDistance"/>: settles cells in order of cost, among equal costs keeping the lowest source.</summary>
internal sealed class CheapestWays
{
    private const int CellsBetweenLooks = 1 << 16;

    private readonly int rows;
    private readonly int columns;
    private readonly float[] friction;
    private readonly Step[] fan;
    private readonly Grid<double> costs;
    private readonly Grid<int> origins;
    private readonly MonotoneQueue queue = new();

    public CheapestWays(Grid<float> friction, Step[] fan)
    {
        (rows, columns) = (friction.Frame.Rows, friction.Frame.Columns);
        this.friction = friction.Cells.ToArray();
        this.fan = fan;
        costs = new Grid<double>(friction.Frame);
        origins = new Grid<int>(friction.Frame);
        costs.Cells.Fill(double.PositiveInfinity);
        origins.Cells.Fill(-1);
    }

    /// <summary>Puts every source that is no barrier at cost 0.</summary>
    public void Begin(Grid<byte> sources)
    {
        for (var cell = 0; cell < friction.Length; cell++)
            if (sources.Cells[cell] != 0 && float.IsFinite(friction[cell]))
            {
                costs.Cells[cell] = 0;
                origins.Cells[cell] = cell;
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
            if (cost == costs.Cells[cell])
                Spread(cell, cost);
        }
    }

    /// <summary>What was found.</summary>
    public CostField Field()
    {
        foreach (ref var cost in costs.Cells)
            if (double.IsPositiveInfinity(cost))
                cost = double.NaN;
        return new CostField(costs, origins);
    }

    private void Spread(int cell, double cost)
    {
        var (row, column) = (cell / columns, cell % columns);
        var origin = origins.Cells[cell];
        foreach (ref readonly var step in fan.AsSpan())
        {
            var (toRow, toColumn) = (row + step.Rows, column + step.Columns);
            if ((uint)toRow >= (uint)rows || (uint)toColumn >= (uint)columns)
                continue;
            // Not finite when any cell it touches is a barrier.
            double touched = friction[cell] + (double)friction[(toRow * columns) + toColumn];
            foreach (var (down, right) in step.Between)
                touched += friction[((row + down) * columns) + column + right];
            if (double.IsFinite(touched))
                Reach((toRow * columns) + toColumn, cost + (touched * step.MetresPerCell), origin);
        }
    }

    private void Reach(int cell, double cost, int origin)
    {
        ref var known = ref costs.Cells[cell];
        ref var source = ref origins.Cells[cell];
        if (cost > known || (cost == known && origin >= source))
            return;
        (known, source) = (cost, origin);
        queue.Add(cost, cell);
    }
}
