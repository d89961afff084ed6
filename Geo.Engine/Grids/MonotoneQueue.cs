using System.Numerics;

namespace Geo.Engine.Grids;

/// <summary>
/// A queue of cells by cost in which no cost is added that is below the last one taken. Among equal costs the order is not defined.
/// </summary>
/// <remarks>
/// Source: R. Ahuja, K. Mehlhorn, J. Orlin, R. Tarjan, Faster algorithms for the shortest path problem (1990), one-level radix heap. The bits of
/// doubles that are not negative stand in the order of their values, so they serve as whole keys.
/// </remarks>
internal sealed class MonotoneQueue : CellQueue
{
    // Bucket b > 0 holds keys whose highest bit that differs from the last key taken is bit b - 1; bucket 0 holds equal ones.
    private readonly List<(long Key, int Cell)>[] buckets = [.. Enumerable.Range(0, 64).Select(_ => new List<(long, int)>())];
    private long last;
    private int count;

    /// <inheritdoc/>
    public override void Add(double cost, int cell)
    {
        var key = BitConverter.DoubleToInt64Bits(cost);
        buckets[BucketOf(key)].Add((key, cell));
        count++;
    }

    /// <inheritdoc/>
    public override bool TryTake(out double cost, out int cell)
    {
        (cost, cell) = (0, 0);
        if (count == 0)
            return false;
        if (buckets[0].Count == 0)
            Refill();
        (var key, cell) = buckets[0][^1];
        buckets[0].RemoveAt(buckets[0].Count - 1);
        count--;
        cost = BitConverter.Int64BitsToDouble(key);
        return true;
    }

    private int BucketOf(long key) => 64 - BitOperations.LeadingZeroCount((ulong)(key ^ last));

    private void Refill()
    {
        var full = Array.Find(buckets, b => b.Count > 0)!; // count says that there is one
        last = full[0].Key;
        foreach (var (key, _) in full)
            last = Math.Min(last, key);
        foreach (var (key, cell) in full)
            buckets[BucketOf(key)].Add((key, cell)); // into lower ones only, never into this
        full.Clear();
    }
}
