using System.Numerics;
using Geo.Engine.Grids;
using Geo.Engine.Suitability.Combining;

namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>The share of all weightings under which each cell passes, in closed form: <see cref="WeightIgnorance"/> for a vector of cells at a time.</summary>
/// <remarks>
/// Every pair of a criterion above and one below the threshold is one step. Sorted margins put those that are above first, so only the pairs that matter to one of the cells of a vector
/// are walked; in the others one of the two counts as 0, and the step changes nothing.
/// </remarks>
public static class IgnoranceMap
{
    private const int StripRows = 32;

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
            cancellation,
            StripRows);
        return shares;
    }

    private static void Fill(MarginRun run, (int First, int Second)[] network, int criteria, Span<float> target)
    {
        var (margins, shares) = (new Vector<double>[criteria], new Vector<double>[criteria + 1]);
        Span<double> lanes = stackalloc double[Vector<double>.Count];
        for (var start = 0; start < target.Length; start += lanes.Length)
        {
            Load(run, start, margins, lanes);
            foreach (var (first, second) in network)
                (margins[first], margins[second]) = (Vector.Max(margins[first], margins[second]), Vector.Min(margins[first], margins[second]));
            Share(margins, shares).CopyTo(lanes);
            for (var lane = 0; lane < lanes.Length && start + lane < target.Length; lane++)
                target[start + lane] = run.Counts(start + lane) ? (float)lanes[lane] : float.NaN;
        }
    }

    private static void Load(MarginRun run, int start, Vector<double>[] margins, Span<double> lanes)
    {
        for (var c = 0; c < margins.Length; c++)
        {
            var row = run[c];
            for (var lane = 0; lane < lanes.Length; lane++)
                lanes[lane] = row[start + lane];
            margins[c] = new Vector<double>(lanes);
        }
    }

    private static Vector<double> Share(ReadOnlySpan<Vector<double>> margins, Span<Vector<double>> shares)
    {
        var (above, below) = (0, margins.Length);
        while (above < margins.Length && Vector.GreaterThanAny(margins[above], Vector<double>.Zero))
            above++;
        while (below > 0 && Vector.LessThanAny(margins[below - 1], Vector<double>.Zero))
            below--;
        Begin(margins[below..], shares);
        foreach (var margin in margins[..above])
            Add(Vector.Max(margin, Vector<double>.Zero), margins[below..], shares);
        return shares[margins.Length - below];
    }

    // With none above yet, all weightings pass just where nothing so far is below.
    private static void Begin(ReadOnlySpan<Vector<double>> below, Span<Vector<double>> shares)
    {
        shares[0] = Vector<double>.One;
        for (var k = 0; k < below.Length; k++)
            shares[k + 1] = Vector.ConditionalSelect(Vector.LessThan(below[k], Vector<double>.Zero), Vector<double>.Zero, shares[k]);
    }

    private static void Add(Vector<double> surplus, ReadOnlySpan<Vector<double>> below, Span<Vector<double>> shares)
    {
        for (var k = 0; k < below.Length; k++)
        {
            var shortfall = Vector.Max(-below[k], Vector<double>.Zero);
            var whole = surplus + shortfall;
            var step = ((surplus * shares[k]) + (shortfall * shares[k + 1])) / whole;
            shares[k + 1] = Vector.ConditionalSelect(Vector.GreaterThan(whole, Vector<double>.Zero), step, shares[k + 1]);
        }
    }
}
