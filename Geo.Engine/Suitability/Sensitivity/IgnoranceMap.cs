using System.Runtime.Intrinsics;
using Geo.Engine.Grids;
using Geo.Engine.Suitability.Combining;

namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>The share of all weightings under which each cell passes, in closed form: <see cref="WeightIgnorance"/> for a vector of cells at a time, in float32. Error below 1e-6.</summary>
/// <remarks>
/// Every pair of a criterion above and one below the threshold is one step. Sorted margins put those that are above first, so only the pairs that matter to one of the cells of a vector
/// are walked; in the others one of the two counts as 0, and the step changes nothing.
/// </remarks>
public static class IgnoranceMap
{
    private const int StripRows = 32;

    private static readonly Vector512<float> Least = Vector512.Create(1e-35f);

    /// <summary>Shares, 0 to 1; NaN where a cell has no score.</summary>
    /// <param name="criteria">At least one, on the frame of <paramref name="reasons"/>; their weights do not count.</param>
    /// <param name="reasons">0 where a cell counts; left as it is.</param>
    /// <param name="rule">When a cell passes; a weighted sum or geometric mean.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">There is no closed form for the rule.</exception>
    public static Grid<float> Of(IReadOnlyList<WeightedCriterion> criteria, Grid<byte> reasons, PassRule rule, int threads, CancellationToken cancellation)
    {
        if (!rule.IsLinear)
            throw new ArgumentException($"there is no closed form for {rule.Aggregation.GetType().Name}", nameof(rule));
        var shares = new Grid<float>(reasons.Frame);
        var network = SortingNetwork.Of(criteria.Count);
        var spare = new System.Collections.Concurrent.ConcurrentBag<MarginRun>();
        GradedRuns.ForEach(
            criteria,
            reasons,
            threads,
            (degrees, runReasons, row, start) =>
            {
                var run = spare.TryTake(out var used) ? used : new MarginRun(rule, criteria.Count);
                run.Take(degrees, runReasons);
                Fill(run, network, criteria.Count, shares.Row(row).Slice(start, degrees.Length));
                spare.Add(run);
            },
            StripRows,
            cancellation);
        return shares;
    }

    private static void Fill(MarginRun run, (int First, int Second)[] network, int criteria, Span<float> target)
    {
        Span<Vector512<float>> margins = stackalloc Vector512<float>[criteria];
        Span<Vector512<float>> surpluses = stackalloc Vector512<float>[criteria];
        Span<Vector512<float>> shares = stackalloc Vector512<float>[criteria + 1];
        Span<float> lanes = stackalloc float[Vector512<float>.Count];
        for (var start = 0; start < target.Length; start += Vector512<float>.Count)
        {
            for (var c = 0; c < criteria; c++)
                margins[c] = Vector512.Create<float>(run[c][start..]);
            foreach (var (first, second) in network)
                (margins[first], margins[second]) = (Vector512.MaxNative(margins[first], margins[second]), Vector512.MinNative(margins[first], margins[second]));
            var counting = Vector512.Create(run.Counting[start..]).AsSingle();
            Vector512.ConditionalSelect(counting, Share(margins, surpluses, shares), Vector512.Create(float.NaN)).CopyTo(lanes);
            lanes[..Math.Min(lanes.Length, target.Length - start)].CopyTo(target[start..]);
        }
    }

    private static Vector512<float> Share(Span<Vector512<float>> margins, Span<Vector512<float>> surpluses, Span<Vector512<float>> shares)
    {
        var (above, below) = (0, margins.Length);
        for (; above < margins.Length && Vector512.GreaterThanAny(margins[above], Vector512<float>.Zero); above++)
            surpluses[above] = Vector512.MaxNative(margins[above], Vector512<float>.Zero);
        while (below > 0 && Vector512.LessThanAny(margins[below - 1], Vector512<float>.Zero))
            below--;
        Begin(margins[below..], shares);
        foreach (var surplus in surpluses[..above])
            Add(surplus, margins[below..], shares);
        return shares[margins.Length - below];
    }

    // With none above yet, all weightings pass just where nothing so far is below. Margins below become shortfalls.
    private static void Begin(Span<Vector512<float>> below, Span<Vector512<float>> shares)
    {
        shares[0] = Vector512<float>.One;
        for (var k = 0; k < below.Length; k++)
        {
            shares[k + 1] = Vector512.ConditionalSelect(Vector512.LessThan(below[k], Vector512<float>.Zero), Vector512<float>.Zero, shares[k]);
            below[k] = Vector512.MaxNative(-below[k], Vector512<float>.Zero);
        }
    }

    // Where surplus and shortfall are both 0 nothing is added, whatever it is divided by.
    private static void Add(Vector512<float> surplus, ReadOnlySpan<Vector512<float>> shortfalls, Span<Vector512<float>> shares)
    {
        var before = shares[0];
        for (var k = 0; k < shortfalls.Length; k++)
        {
            var part = surplus / Vector512.MaxNative(surplus + shortfalls[k], Least);
            before = shares[k + 1] += part * (before - shares[k + 1]);
        }
    }
}
