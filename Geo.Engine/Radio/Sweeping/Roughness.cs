using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>How far ground rises above the smooth surface of the ducting model.</summary>
internal static class Roughness
{
    /// <summary>hm: the greatest rise from one point to another, both included, metres; blocks that cannot hold it are passed over.</summary>
    /// <param name="siteGround">Ground of point 0, metres.</param>
    /// <param name="grounds">Ground of the others.</param>
    /// <param name="smooth">The surface.</param>
    /// <param name="ray">The path.</param>
    /// <param name="from">First point.</param>
    /// <param name="to">Last point, not before the first.</param>
    public static double Metres(double siteGround, HeightBlocks grounds, in SmoothSurface smooth, in RayClearance ray, int from, int to)
    {
        var slope = (smooth.DuctReceiverMetres - smooth.DuctTransmitterMetres) / ray.Length;
        var (start, step) = (smooth.DuctTransmitterMetres, ray.StepKilometres);
        var highest = from == 0 ? siteGround - start : double.NegativeInfinity;
        for (var last = to; last >= Math.Max(1, from);)
        {
            var first = Math.Max(Math.Max(1, from), last - (last % HeightBlocks.Size));
            var lowest = start + Math.Min(slope * (first * step), slope * (last * step));
            if (grounds.GreatestAround(last) - lowest > highest)
            {
                for (var i = last; i >= first; i--)
                    highest = Math.Max(highest, grounds[i] - (start + (slope * (i * step))));
            }
            last = first - 1;
        }

        return highest;
    }
}
