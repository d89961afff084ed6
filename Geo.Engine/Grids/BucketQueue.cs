namespace Geo.Engine.Grids;

/// <summary>
/// A ring of buckets, each as wide as the least step: no way leads from a cell to another of its bucket, so their order does not matter.
/// </summary>
/// <param name="width">Width of a bucket, greater than 0.</param>
/// <param name="buckets">Number of buckets: more than the greatest step spans.</param>
/// <remarks>Source: E. A. Dinic, Economical algorithms for finding shortest paths in a network (1978); R. B. Dial, Algorithm 360 (1969), for the ring.</remarks>
internal sealed class BucketQueue(double width, int buckets) : CellQueue
{
    private readonly List<(double Cost, int Cell)>[] _ring = [.. Enumerable.Range(0, buckets).Select(_ => new List<(double, int)>())];
    private readonly double _perWidth = 1 / width;
    private long _current;
    private int _count;

    /// <inheritdoc/>
    public override void Add(double cost, int cell)
    {
        var bucket = Math.Max(_current, (long)(cost * _perWidth));
        _ring[bucket % _ring.Length].Add((cost, cell));
        _count++;
    }

    /// <inheritdoc/>
    public override bool TryTake(out double cost, out int cell)
    {
        (cost, cell) = (0, 0);
        if (_count == 0)
            return false;
        while (_ring[_current % _ring.Length].Count == 0)
            _current++;
        var bucket = _ring[_current % _ring.Length];
        (cost, cell) = bucket[^1];
        bucket.RemoveAt(bucket.Count - 1);
        _count--;
        return true;
    }
}
