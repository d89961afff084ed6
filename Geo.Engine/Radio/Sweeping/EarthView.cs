using Geo.Engine.Radio.Diffraction;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>What both antennas see of ground and clutter over an earth of one radius. The hull grows only when a path without line of sight asks for it.</summary>
internal sealed class EarthView(double stepKilometres, double earthKilometres, int capacity)
{
    private readonly double _bulge = 500 / earthKilometres;
    private readonly PointSlopes _slopes = new(stepKilometres, earthKilometres, capacity);
    private readonly UpperHull _hull = new(capacity);
    private int _hulled;

    /// <summary>Looks at new points.</summary>
    public void Fill(PointHeights tops, int points, double transmitter)
    {
        _slopes.Fill(tops, points, transmitter);
        _hull.Clear();
        _hulled = 0;
    }

    /// <summary>The edge of the path, as <see cref="Bullington.Edge"/> finds it.</summary>
    public double Edge(in RayClearance ray, PointHeights tops, double indifferent)
    {
        if (ray.Points == 0)
            return double.NegativeInfinity;
        var steepest = _slopes.SteepestUpTo(ray.Points) + (_bulge * ray.Length);
        if (steepest < ray.Slope)
            return ray.Nearest(tops, indifferent).Edge;
        while (_hulled < ray.Points)
        {
            var distance = ++_hulled * stepKilometres;
            _hull.Add(distance, tops[_hulled] - (_bulge * distance * distance), _hulled);
        }

        var back = _hull.SteepestFrom(ray.Length, ray.Receiver - (_bulge * ray.Length * ray.Length));
        var steepestBack = (ray.Bulged(tops[back], back) - ray.Receiver) / (ray.Length - (back * stepKilometres));
        return Bullington.EdgeWhereHorizonsMeet(ray.Length, ray.Transmitter, ray.Receiver, steepest, steepestBack);
    }
}
