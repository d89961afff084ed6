using Geo.Engine.Radio.Diffraction;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>
/// Bullington's edge over level ground, found without looking at all its points: elevations of points seen from an antenna are concave in their distance,
/// and edges below the ray rise to one point and fall after it.
/// </summary>
internal static class LevelEarth
{
    /// <summary>The edge, as <see cref="Bullington.Edge"/> finds it on a profile of the same points at height 0.</summary>
    public static double Edge(in RayClearance ray)
    {
        if (ray.Points == 0)
            return double.NegativeInfinity;
        if (ray.Length * ray.Length * ray.Bulge <= ray.Transmitter) // up to the horizon points rise, and the receiver stands above the last
            return Nearest(ray);
        var steepest = SteepestFromTransmitter(ray);
        if (steepest < ray.Slope)
            return Nearest(ray);
        return Bullington.EdgeWhereHorizonsMeet(ray.Length, ray.Transmitter, ray.Receiver, steepest, SteepestFromReceiver(ray));
    }

    private static double SteepestFromTransmitter(in RayClearance ray)
    {
        var best = double.NegativeInfinity;
        foreach (var i in Around(ray, HorizonKilometres(ray.Transmitter, ray)))
            best = Math.Max(best, (ray.Bulged(0, i) - ray.Transmitter) / (i * ray.StepKilometres));
        return best;
    }

    private static double SteepestFromReceiver(in RayClearance ray)
    {
        var best = double.NegativeInfinity;
        foreach (var i in Around(ray, ray.Length - HorizonKilometres(ray.Receiver, ray)))
            best = Math.Max(best, (ray.Bulged(0, i) - ray.Receiver) / (ray.Length - (i * ray.StepKilometres)));
        return best;
    }

    private static double HorizonKilometres(double height, in RayClearance ray) => Math.Sqrt(height * ray.EarthKilometres / 500);

    // the points on either side of a distance
    private static PointsAround Around(in RayClearance ray, double distance) => new(Math.Clamp((int)(distance / ray.StepKilometres), 1, ray.Points), ray.Points);

    // Uphill from near the top, of which there is one only.
    private static double Nearest(in RayClearance ray)
    {
        var point = Math.Clamp((int)Math.Round(TopKilometres(ray) / ray.StepKilometres), 1, ray.Points);
        var gap = ray.GapAt(0, point);
        var stride = 1;
        while (Step(ray, stride, ref gap) || Step(ray, -stride, ref gap))
            stride *= 2;
        for (stride /= 2; stride >= 1; stride /= 2)
            while (Step(ray, stride, ref gap) || Step(ray, -stride, ref gap))
                continue;
        return ray.EdgeAt(0, gap.Point);
    }

    // Where a mirror would throw the ray to the receiver, and two steps of Newton from there to where the derivative over the bulged earth is 0, a cubic.
    private static double TopKilometres(in RayClearance ray)
    {
        var (length, bulge) = (ray.Length, ray.Bulge);
        var linear = ray.Transmitter + ray.Receiver - (bulge * length * length);
        var top = length * ray.Transmitter / (ray.Transmitter + ray.Receiver);
        for (var step = 0; step < 2; step++)
        {
            var cubic = (((bulge * ((3 * length) - (2 * top)) * top) + linear) * top) - (ray.Transmitter * length);
            top -= cubic / ((6 * bulge * top * (length - top)) + linear);
        }

        return top;
    }

    private static bool Step(in RayClearance ray, int stride, ref Gap gap)
    {
        var next = gap.Point + stride;
        if (next < 1 || next > ray.Points)
            return false;
        var there = ray.GapAt(0, next);
        if (!there.IsNearerThan(gap))
            return false;
        gap = there;
        return true;
    }

    private struct PointsAround(int first, int most)
    {
        private int _next = first - 1;

        public int Current { get; private set; }

        public readonly PointsAround GetEnumerator() => this;

        public bool MoveNext()
        {
            Current = Math.Clamp(_next++, 1, most);
            return _next <= first + 2;
        }
    }
}
