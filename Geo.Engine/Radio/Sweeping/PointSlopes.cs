using System.Runtime.Intrinsics;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>For every point of a radial, which point up to it an antenna at the site sees highest over an earth of some radius (straight, where it is infinite).</summary>
internal sealed class PointSlopes(double stepKilometres, double earthKilometres, int capacity)
{
    private readonly double[] _slopes = new double[capacity + Vector512<double>.Count];
    private readonly int[] _steepest = new int[capacity];
    private readonly double _fall = 500 * stepKilometres / earthKilometres;

    /// <summary>The greatest slope up to a point, metres per kilometre, less the earth's fall; negative infinity before the first.</summary>
    public double SteepestUpTo(int point) => _slopes[point];

    /// <summary>The first point that has it; 0 before the first.</summary>
    public int HighestUpTo(int point) => _steepest[point];

    /// <summary>Looks at heights over points 1 to another one.</summary>
    public void Fill(PointHeights heights, int points, double transmitter)
    {
        const int Width = 8;
        for (var eight = 0; eight <= points / Width; eight++)
        {
            var point = Vector512.CreateSequence((double)(eight * Width), 1.0);
            (((heights.Eights[eight] - Vector512.Create(transmitter)) / (point * stepKilometres)) - (point * _fall)).CopyTo(_slopes, eight * Width);
        }

        var (steepest, at) = (double.NegativeInfinity, 0);
        _slopes[0] = steepest;
        for (var i = 1; i <= points; i++)
        {
            if (_slopes[i] > steepest)
                (steepest, at) = (_slopes[i], i);
            (_slopes[i], _steepest[i]) = (steepest, at);
        }
    }
}
