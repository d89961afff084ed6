namespace Geo.Engine.Radio.Sweeping;

/// <summary>How far ground rises above the smooth surface of the ducting model.</summary>
internal static class Roughness
{
    /// <summary>hm: the greatest rise from one point to another, both included, metres; searched back until none can be greater.</summary>
    /// <param name="grounds">Ground of the points.</param>
    /// <param name="start">The surface at the site, metres.</param>
    /// <param name="perPoint">How much it rises from a point to the next, metres.</param>
    /// <param name="from">First point.</param>
    /// <param name="to">Last point, not before the first.</param>
    public static double Metres(PointHeights grounds, double start, double perPoint, int from, int to)
    {
        var highest = double.NegativeInfinity;
        for (var i = to; i >= from; i--)
        {
            highest = Math.Max(highest, grounds[i] - (start + (perPoint * i)));
            if (i % PointHeights.Block == 0 && i > from && grounds.GreatestUpTo(i - 1) - (start + Math.Min(perPoint * from, perPoint * i)) <= highest)
                break;
        }

        return highest;
    }
}
