using System.Runtime.CompilerServices;

namespace Geo.Engine.Grids;

/// <summary>
/// Least accumulated cost of travel over a surface, exact. A step costs the mean friction of the cells it touches (its two ends; for a knight's move
/// also the two cells between) times its length in metres. A step that touches a barrier is no step.
/// </summary>
/// <remarks>
/// Source: E. W. Dijkstra, A note on two problems in connexion with graphs (1959), over buckets as wide as the least step (Dinic 1978), or a radix heap (Ahuja et al. 1990) where steps differ too much. The costs of steps are those of GRASS
/// r.cost, which counts cells where this counts metres, and lets ways run diagonally between two barriers as this does.
/// </remarks>
public static class CostDistance
{
    /// <summary>Accumulates costs from all sources at once.</summary>
    /// <param name="friction">Cost of one metre, rows x columns, at least 0; NaN and infinity are barriers.</param>
    /// <param name="sources">Any value but 0 is a source; one on a barrier counts for nothing.</param>
    /// <param name="moves">Where ways may go on.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The grids differ in shape, or a friction is negative.</exception>
    public static CostField Accumulate(Grid<float> friction, Grid<byte> sources, Moves moves, CancellationToken cancellation)
    {
        Guard(friction, sources);
        var search = new CheapestWays(friction, StepFan.Of(moves, friction.Frame));
        search.Begin(sources);
        search.Run(cancellation);
        return search.Field();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // once through all cells
    private static void Guard(Grid<float> friction, Grid<byte> sources)
    {
        if (sources.Frame.Rows != friction.Frame.Rows || sources.Frame.Columns != friction.Frame.Columns)
            throw new ArgumentException($"{sources.Frame.Rows} x {sources.Frame.Columns} sources on {friction.Frame.Rows} x {friction.Frame.Columns} cells", nameof(sources));
        var least = 0f;
        foreach (var cost in friction.Cells)
            least = cost < least ? cost : least;
        if (least < 0)
            throw new ArgumentException($"the friction {least} is negative; at least 0 is allowed", nameof(friction));
    }
}
