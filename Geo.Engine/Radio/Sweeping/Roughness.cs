using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>How far ground rises above the smooth surface of the ducting model.</summary>
internal static class Roughness
{
    /// <summary>hm: the greatest rise from one point to another, both included, metres; searched back until none can be greater.</summary>
    /// <param name="grounds">Ground of the points.</param>
    /// <param name="smooth">The surface.</param>
    /// <param name="ray">The path.</param>
    /// <param name="from">First point.</param>
    /// <param name="to">Last point, not before the first.</param>
    public static double Metres(PointHeights grounds, in SmoothSurface smooth, in RayClearance ray, int from, int to)
    {
        var slope = (smooth.DuctReceiverMetres - smooth.DuctTransmitterMetres) * ray.PerLength;
        var (start, step) = (smooth.DuctTransmitterMetres, ray.StepKilometres);
        var highest = double.NegativeInfinity;
        for (var i = to; i >= from; i--)
        {
            highest = Math.Max(highest, grounds[i] - (start + (slope * (i * step))));
            if (i % PointHeights.Block == 0 && i > from && grounds.GreatestUpTo(i - 1) - (start + Math.Min(slope * (from * step), slope * (i * step))) <= highest)
                break;
        }

        return highest;
    }
}
