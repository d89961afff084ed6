using System.Numerics;
using System.Runtime.CompilerServices;

namespace Geo.Engine.Grids;

/// <summary>
/// A ring of buckets, each as wide as the least step: no way leads from a cell to another of its bucket, so their order does not matter.
/// </summary>
/// <param name="width">Width of a bucket, greater than 0.</param>
/// <param name="buckets">Number of buckets: more than the greatest step spans.</param>
/// <remarks>Source: E. A. Dinic, Economical algorithms for finding shortest paths in a network (1978); R. B. Dial, Algorithm 360 (1969), for the ring.</remarks>
internal sealed class BucketQueue(double width, int buckets) : CellQueue
{
    private const int FirstRoom = 64;

    private readonly Bucket[] _ring = new Bucket[BitOperations.RoundUpToPowerOf2((uint)buckets)];
    private readonly double _perWidth = 1 / width;
    private long _current;
    private int _count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Add(double cost, int cell)
    {
        ref var bucket = ref At(Math.Max(_current, (long)(cost * _perWidth)));
        if (bucket.Count == bucket.Cells?.Length)
            Array.Resize(ref bucket.Cells, bucket.Count * 2);
        bucket.Cells ??= new (double, int)[FirstRoom];
        bucket.Cells[bucket.Count++] = (cost, cell);
        _count++;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool TryTake(out double cost, out int cell)
    {
        (cost, cell) = (0, 0);
        if (_count == 0)
            return false;
        while (At(_current).Count == 0)
            _current++;
        ref var bucket = ref At(_current);
        (cost, cell) = bucket.Cells![--bucket.Count]; // it has cells, as it counts some
        _count--;
        return true;
    }

    // The ring is as long as a power of two.
    private ref Bucket At(long number) => ref _ring[number & (_ring.Length - 1)];

    private struct Bucket
    {
        public (double Cost, int Cell)[]? Cells;
        public int Count;
    }
}
