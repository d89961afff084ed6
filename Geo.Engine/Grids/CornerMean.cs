namespace Geo.Engine.Grids;

/// <summary>The four source cells around a target centre.</summary>
internal readonly record struct Corners(float UpperLeft, float UpperRight, float LowerLeft, float LowerRight);

/// <summary>A way to weigh four corners, one of which may be NaN. Static, so that each way has a loop of its own without calls.</summary>
internal interface ICornerMean
{
    /// <summary>The mean, <paramref name="right"/> and <paramref name="down"/> (0 to 1) of the way from the upper left to the lower right corner.</summary>
    static abstract float Of(in Corners corners, float right, float down);
}

/// <summary>NaN as soon as a corner with a weight is NaN.</summary>
internal readonly struct StrictMean : ICornerMean
{
    public static float Of(in Corners corners, float right, float down)
    {
        var upper = corners.UpperLeft + (right * (corners.UpperRight - corners.UpperLeft));
        var lower = corners.LowerLeft + (right * (corners.LowerRight - corners.LowerLeft));
        return upper + (down * (lower - upper));
    }
}

/// <summary>The mean over corners that are not NaN; NaN when the nearest of them is. Never leaves their range.</summary>
internal readonly struct MeanOfValid : ICornerMean
{
    public static float Of(in Corners corners, float right, float down)
    {
        if (float.IsNaN(Nearest(corners, right, down)))
            return float.NaN;
        var (sum, weight) = (0f, 0f);
        var (least, most) = (float.PositiveInfinity, float.NegativeInfinity);
        Add(corners.UpperLeft, (1 - right) * (1 - down));
        Add(corners.UpperRight, right * (1 - down));
        Add(corners.LowerLeft, (1 - right) * down);
        Add(corners.LowerRight, right * down);
        return Math.Clamp(sum / weight, least, most);

        void Add(float value, float share)
        {
            if (float.IsNaN(value))
                return;
            sum += value * share;
            weight += share;
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }
    }

    private static float Nearest(in Corners corners, float right, float down)
    {
        if (down < 0.5f)
            return right < 0.5f ? corners.UpperLeft : corners.UpperRight;
        return right < 0.5f ? corners.LowerLeft : corners.LowerRight;
    }
}
