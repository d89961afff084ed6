using System.Runtime.CompilerServices;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>
/// The upper convex hull of points that come from left to right: of all points it keeps those that an eye to their right, or a straight line from above, can
/// touch first. Adding n points costs O(n); touching costs O(log n), some two steps where the eye is near the last point.
/// </summary>
/// <remarks>Source: A. M. Andrew, Another efficient algorithm for convex hulls in two dimensions, Information Processing Letters 9, 1979.</remarks>
internal sealed class UpperHull(int capacity)
{
    private readonly Vertex[] _vertices = new Vertex[capacity];
    private int _count;

    /// <summary>Forgets all points.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a point to the right of all others.</summary>
    public void Add(double x, double y, int point)
    {
        var count = _count;
        while (count >= 2 && IsUnder(_vertices[count - 1], _vertices[count - 2], x, y))
            count--;
        _vertices[count] = new(x, y, point);
        _count = count + 1;
    }

    /// <summary>The point of the greatest slope (y - eyeY) / (eyeX - x); the eye is to the right of all points, of which there is one at least.</summary>
    public int SteepestFrom(double eyeX, double eyeY)
    {
        var (low, high) = (_count - 1, _count);
        for (var stride = 1; low > 0 && !RisesTo(low, eyeX, eyeY); stride *= 2)
            (low, high) = (Math.Max(0, low - stride), low);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (RisesTo(middle, eyeX, eyeY))
                low = middle;
            else
                high = middle;
        }

        return _vertices[low].Point;
    }

    /// <summary>The point that stands highest above the line y = slope x, of one point at least.</summary>
    public int HighestAbove(double slope)
    {
        var (low, high) = (0, _count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (_vertices[middle].Y - _vertices[middle - 1].Y >= slope * (_vertices[middle].X - _vertices[middle - 1].X))
                low = middle;
            else
                high = middle;
        }

        return _vertices[low].Point;
    }

    // Seen from the eye, slopes rise along the hull up to the point it touches and fall after it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool RisesTo(int index, double eyeX, double eyeY)
    {
        ref readonly var here = ref _vertices[index];
        ref readonly var before = ref _vertices[index - 1];
        return (here.Y - eyeY) * (eyeX - before.X) >= (before.Y - eyeY) * (eyeX - here.X);
    }

    // the last point is not above the line from the one before it to a new one
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsUnder(in Vertex last, in Vertex before, double x, double y) =>
        (last.Y - before.Y) * (x - before.X) <= (y - before.Y) * (last.X - before.X);

    private readonly record struct Vertex(double X, double Y, int Point);
}
