namespace Geo.Engine.Radio.Sweeping;

/// <summary>
/// The upper convex hull of points that come from left to right: of all points it keeps those that an eye to their right, or a straight line from above, can
/// touch first. Adding n points costs O(n); touching costs O(log n), some two steps where the eye is near the last point.
/// </summary>
/// <remarks>Source: A. M. Andrew, Another efficient algorithm for convex hulls in two dimensions, Information Processing Letters 9, 1979.</remarks>
internal sealed class UpperHull(int capacity)
{
    private readonly double[] _x = new double[capacity];
    private readonly double[] _y = new double[capacity];
    private readonly int[] _point = new int[capacity];
    private int _count;

    /// <summary>Forgets all points.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a point to the right of all others.</summary>
    public void Add(double x, double y, int point)
    {
        while (_count >= 2 && IsLastUnder(x, y))
            _count--;
        (_x[_count], _y[_count], _point[_count]) = (x, y, point);
        _count++;
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

        return _point[low];
    }

    /// <summary>The point that stands highest above the line y = slope x, of one point at least.</summary>
    public int HighestAbove(double slope)
    {
        var (low, high) = (0, _count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (_y[middle] - _y[middle - 1] >= slope * (_x[middle] - _x[middle - 1]))
                low = middle;
            else
                high = middle;
        }

        return _point[low];
    }

    // Seen from the eye, slopes rise along the hull up to the point it touches and fall after it.
    private bool RisesTo(int index, double eyeX, double eyeY) =>
        (_y[index] - eyeY) * (eyeX - _x[index - 1]) >= (_y[index - 1] - eyeY) * (eyeX - _x[index]);

    // the last point is not above the line from the one before it to the new one
    private bool IsLastUnder(double x, double y)
    {
        var (before, last) = (_count - 2, _count - 1);
        return (_y[last] - _y[before]) * (x - _x[before]) <= (y - _y[before]) * (_x[last] - _x[before]);
    }
}
