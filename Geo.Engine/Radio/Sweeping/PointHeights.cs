using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Lanes;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>Heights of points a fixed step apart, point 0 at the site, so kept that a search looks at eight at once and knows when it may stop.</summary>
internal sealed class PointHeights(int capacity)
{
    /// <summary>Points in a block: twice eight.</summary>
    public const int Block = 16;

    private readonly double[] _heights = new double[(capacity / Block + 1) * Block];
    private readonly double[] _greatest = new double[(capacity / Block) + 1];

    /// <summary>Heights of eight points each, from point 0 on; of points that were not set whatever stands there.</summary>
    public ReadOnlySpan<Vector512<double>> Eights => MemoryMarshal.Cast<double, Vector512<double>>(_heights);

    /// <summary>Height of a point.</summary>
    public double this[int point] => _heights[point];

    /// <summary>Heights of a point of each of eight paths.</summary>
    public Vector512<double> LookUp(Vector512<double> points) => LaneMath.LookUp(_heights, points);

    /// <summary>Sets the heights of all points.</summary>
    public void Fill(ReadOnlySpan<double> heights)
    {
        heights.CopyTo(_heights);
        Bound(heights.Length);
    }

    /// <summary>Sets the heights of all points to sums.</summary>
    public void Fill(ReadOnlySpan<double> heights, ReadOnlySpan<double> above)
    {
        TensorPrimitives.Add(heights, above, _heights);
        Bound(heights.Length);
    }

    /// <summary>A bound of all heights up to a point: the greatest up to the end of its block.</summary>
    public double GreatestUpTo(int point) => _greatest[point / Block];

    private void Bound(int length)
    {
        var greatest = double.NegativeInfinity;
        for (var first = 0; first < length; first += Block)
        {
            greatest = Math.Max(greatest, TensorPrimitives.Max<double>(_heights.AsSpan(first, Math.Min(Block, length - first))));
            _greatest[first / Block] = greatest;
        }
    }
}
