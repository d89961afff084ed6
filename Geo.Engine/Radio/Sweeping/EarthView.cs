using Geo.Engine.Radio.Diffraction;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>What both antennas see of ground and clutter over an earth of one radius.</summary>
internal sealed class EarthView(double earthKilometres, int capacity)
{
    private readonly double _bulge = 500 / earthKilometres;
    private readonly UpperHull _hull = new(capacity);
    private double _steepest;
    private int _steepestPoint;

    /// <summary>Forgets all points.</summary>
    public void Clear()
    {
        _hull.Clear();
        (_steepest, _steepestPoint) = (double.NegativeInfinity, 0);
    }

    /// <summary>Adds the next point.</summary>
    public void Add(double distance, double top, int point, double transmitter)
    {
        var fall = _bulge * distance;
        _hull.Add(distance, top - (fall * distance), point);
        var slope = ((top - transmitter) / distance) - fall;
        if (slope > _steepest)
            (_steepest, _steepestPoint) = (slope, point);
    }

    /// <summary>The edge of the path, as <see cref="Bullington.Edge"/> finds it.</summary>
    public double Edge(in RayClearance ray, HeightBlocks tops, double indifferent)
    {
        if (ray.Points == 0)
            return double.NegativeInfinity;
        var forward = _steepestPoint;
        var steepest = (ray.Bulged(tops[forward], forward) - ray.Transmitter) / (forward * ray.StepKilometres);
        if (steepest < ray.Slope)
            return ray.Nearest(tops, indifferent).Edge;
        var back = _hull.SteepestFrom(ray.Length, ray.Receiver - (_bulge * ray.Length * ray.Length));
        var steepestBack = (ray.Bulged(tops[back], back) - ray.Receiver) / (ray.Length - (back * ray.StepKilometres));
        return Bullington.EdgeWhereHorizonsMeet(ray.Length, ray.Transmitter, ray.Receiver, steepest, steepestBack);
    }
}
