using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Lanes;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>For every point of a radial, how steep the steepest point up to it is as an antenna at the site sees it over an earth of some radius (straight, where it is infinite).</summary>
internal sealed class PointSlopes(double stepKilometres, double earthKilometres, int capacity)
{
    private readonly double[] _slopes = new double[capacity + Vector512<double>.Count];
    private readonly double _fall = 500 * stepKilometres / earthKilometres;

    /// <summary>The greatest slope up to a point of each of eight paths, metres per kilometre, less the earth's fall; negative infinity before the first.</summary>
    public Vector512<double> SteepestUpTo(Vector512<double> points) => LaneMath.LookUp(_slopes, points);

    /// <summary>The first point that has the greatest slope up to another one, which is not point 0.</summary>
    public int HighestUpTo(int point)
    {
        var (steepest, low, high) = (_slopes[point], 0, point);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = _slopes[middle] < steepest ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>Looks at heights over points 1 to another one.</summary>
    public void Fill(PointHeights heights, int points, double transmitter)
    {
        const int Width = PathColumns.Width;
        for (var eight = 0; eight <= points / Width; eight++)
        {
            var point = Vector512.CreateSequence((double)(eight * Width), 1.0);
            (((heights.Eights[eight] - Vector512.Create(transmitter)) / (point * stepKilometres)) - (point * _fall)).CopyTo(_slopes, eight * Width);
        }

        _slopes[0] = double.NegativeInfinity;
        var steepest = double.NegativeInfinity;
        foreach (ref var slope in _slopes.AsSpan(0, points + 1))
        {
            steepest = slope > steepest ? slope : steepest;
            slope = steepest;
        }
    }
}
