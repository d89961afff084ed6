using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Lanes;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>For every point of a radial, how steep the steepest point up to it is as an antenna at the site sees it over an earth of some radius (straight, where it is infinite).</summary>
internal sealed class PointSlopes(double stepKilometres, double earthKilometres, int capacity)
{
    private readonly double[] _slopes = new double[PathColumns.PaddedTo(capacity)];
    private readonly double[] _highest = new double[capacity];
    private readonly double[] _perKilometre = PerKilometre(stepKilometres, PathColumns.PaddedTo(capacity));
    private readonly double _fall = 500 * stepKilometres / earthKilometres;

    /// <summary>The greatest slope up to a point of each of eight paths, metres per kilometre, less the earth's fall; negative infinity before the first.</summary>
    public Vector512<double> SteepestUpTo(Vector512<double> points) => LaneMath.LookUp(_slopes, points);

    /// <summary>The first point that has the greatest slope up to a point of each of eight paths; 0 before the first. Only after <see cref="FindHighest"/>.</summary>
    public Vector512<double> HighestUpTo(Vector512<double> points) => LaneMath.LookUp(_highest, points);

    /// <summary>Finds out which points are seen highest, of those that were looked at.</summary>
    public void FindHighest(int points)
    {
        var highest = 0.0;
        for (var point = 1; point <= points; point++)
        {
            highest = _slopes[point] > _slopes[point - 1] ? point : highest;
            _highest[point] = highest;
        }
    }

    /// <summary>Looks at heights over points 1 to another one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(PointHeights heights, int points, double transmitter)
    {
        const int Width = PathColumns.Width;
        var (none, site) = (Vector512.Create(double.NegativeInfinity), Vector512.Create(transmitter));
        var eights = heights.Eights;
        var steepest = none;
        for (var first = 0; first <= points; first += Width)
        {
            var point = Vector512.CreateSequence((double)first, 1.0);
            var slopes = ((eights[first / Width] - site) * Vector512.Create(_perKilometre, first)) - (point * _fall);
            slopes = Vector512.ConditionalSelect(Vector512.GreaterThan(point, Vector512<double>.Zero), slopes, none);
            // running maxima: of two neighbours, of four, of eight, and with those before
            slopes = Vector512.MaxNative(slopes, Vector512.Shuffle(slopes, Vector512.Create(0L, 0, 1, 2, 3, 4, 5, 6)));
            slopes = Vector512.MaxNative(slopes, Vector512.Shuffle(slopes, Vector512.Create(0L, 1, 0, 1, 2, 3, 4, 5)));
            slopes = Vector512.MaxNative(slopes, Vector512.Shuffle(slopes, Vector512.Create(0L, 1, 2, 3, 0, 1, 2, 3)));
            slopes = Vector512.MaxNative(slopes, steepest);
            slopes.CopyTo(_slopes, first);
            steepest = Vector512.Shuffle(slopes, Vector512.Create(7L));
        }
    }

    // infinite at the site itself, where it is not asked for
    private static double[] PerKilometre(double stepKilometres, int count) => [.. Enumerable.Range(0, count).Select(i => 1 / (i * stepKilometres))];
}
