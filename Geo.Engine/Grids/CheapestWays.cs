using System.Runtime.CompilerServices;

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
    private readonly Place[] places;
    private readonly FlatStep[] near;
    private readonly FlatStep[] far;
    private readonly CellQueue queue;

    public CheapestWays(Grid<float> friction, Step[] fan)
    {
        frame = friction.Frame;
        width = frame.Columns + (2 * Rim);
        places = new Place[width * (frame.Rows + (2 * Rim))];
        LargePages.Hint(places);
        places.AsSpan().Fill(new Place { Cost = double.PositiveInfinity, Friction = float.NaN, Origin = -1 });
        for (var row = 0; row < frame.Rows; row++)
            Rub(friction.Row(row), places.AsSpan(Start(row), frame.Columns));
        queue = Queue(friction.Cells, fan);
        near = [.. fan.Where(s => s.Between.Length == 0).Select(Flat)];
        far = [.. fan.Where(s => s.Between.Length > 0).Select(Flat)];
    }

    /// <summary>Puts every source that is no barrier at cost 0.</summary>
    public void Begin(Grid<byte> sources)
    {
        for (var row = 0; row < frame.Rows; row++)
            BeginRow(sources.Row(row), row);
    }

    /// <summary>Goes on until no way can be made cheaper.</summary>
    /// <remarks>Compiled well at once, like <see cref="Spread"/>: it runs once and for long, and code compiled before the start, for any processor, takes twice the time.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(CancellationToken cancellation)
    {
        for (var settled = 0; queue.TryTake(out var cost, out var cell); settled++)
        {
            if (settled % CellsBetweenLooks == 0)
                cancellation.ThrowIfCancellationRequested();
            // A cell stands in the queue once for each time its way became cheaper; only the last one counts.
            if (cost == places[cell].Cost)
                Spread(cell, cost);
        }
    }

    /// <summary>What was found.</summary>
    public CostField Field()
    {
        var (found, from) = (new Grid<double>(frame), new Grid<int>(frame));
        for (var row = 0; row < frame.Rows; row++)
            Tell(places.AsSpan(Start(row), frame.Columns), found.Row(row), from.Row(row));
        return new CostField(found, from);
    }

    // Rows are gone through once each: compiled well at once, like the search.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rub(ReadOnlySpan<float> friction, Span<Place> places)
    {
        for (var column = 0; column < friction.Length; column++)
            places[column].Friction = friction[column];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BeginRow(ReadOnlySpan<byte> sources, int row)
    {
        var start = Start(row);
        for (var column = 0; column < sources.Length; column++)
            if (sources[column] != 0 && float.IsFinite(places[start + column].Friction))
            {
                (places[start + column].Cost, places[start + column].Origin) = (0, (row * frame.Columns) + column);
                queue.Add(0, start + column);
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tell(ReadOnlySpan<Place> places, Span<double> found, Span<int> from)
    {
        for (var column = 0; column < places.Length; column++)
            (found[column], from[column]) = (double.IsPositiveInfinity(places[column].Cost) ? double.NaN : places[column].Cost, places[column].Origin);
    }

    // A step costs the mean friction of two to four cells, one of which at least is not 0, times its length.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Spread(int cell, double cost)
    {
        double here = places[cell].Friction;
        var origin = places[cell].Origin;
        // The sums are not finite when any cell they touch is a barrier.
        foreach (ref readonly var step in near.AsSpan())
        {
            ref var there = ref places[cell + step.To];
            var touched = here + there.Friction;
            if (double.IsFinite(touched))
                Reach(ref there, cell + step.To, cost + (touched * step.MetresPerCell), origin);
        }
        foreach (ref readonly var step in far.AsSpan())
        {
            ref var there = ref places[cell + step.To];
            var touched = here + there.Friction + places[cell + step.First].Friction + places[cell + step.Second].Friction;
            if (double.IsFinite(touched))
                Reach(ref there, cell + step.To, cost + (touched * step.MetresPerCell), origin);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reach(ref Place there, int cell, double cost, int origin)
    {
        if (cost > there.Cost || (cost == there.Cost && origin >= there.Origin))
            return;
        (there.Cost, there.Origin) = (cost, origin);
        queue.Add(cost, cell);
    }

    /// <summary>What is known of a cell, in one place: most of the time goes by waiting for memory.</summary>
    private struct Place
    {
        public double Cost;
        public float Friction;
        public int Origin;
    }

    /// <summary>A step as differences of places in the cells with their rim.</summary>
    private readonly record struct FlatStep(int To, int First, int Second, double MetresPerCell);
}
