using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Lanes;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>
/// What a receiver sees when it looks back over the points of its path: searched from the receiver on, eight points at once, until none before can be higher even
/// if all of them were as high as the highest. What hides a receiver mostly stands near it, so that few points are looked at, however long the path is.
/// </summary>
internal static class LookBack
{
    private const int Width = 8;

    /// <summary>The steepest slope from the receiver over the bulged earth, metres per kilometre; there is one point at least.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Steepest(in RayClearance ray, PointHeights heights)
    {
        var (length, receiver, most, one) = (
            Vector512.Create(ray.Length), Vector512.Create(ray.Receiver), Vector512.Create((double)ray.Points), Vector512<double>.One);
        var best = Vector512.Create(double.NegativeInfinity);
        var eights = heights.Eights;
        for (var eight = ray.Points / Width; eight >= 0; eight--)
        {
            var point = Vector512.CreateSequence((double)(eight * Width), 1.0);
            var distance = point * ray.StepKilometres;
            var slope = ((eights[eight] - receiver) / (length - distance)) + (distance * ray.Bulge);
            var isSteeper = Vector512.GreaterThan(slope, best) & Vector512.GreaterThanOrEqual(point, one) & Vector512.LessThanOrEqual(point, most);
            best = Vector512.ConditionalSelect(isSteeper, slope, best);
            if (IsEndOfBlock(eight) && Vector512.GreaterThanOrEqualAny(best, Vector512.Create(CurvedBound(ray, heights, eight))))
                break;
        }

        return LaneMath.Greatest(best);
    }

    /// <summary>All that a receiver behind a horizon of bare ground asks of the ground.</summary>
    /// <param name="ray">The path; there is one point at least.</param>
    /// <param name="grounds">The ground.</param>
    /// <param name="isCrossed">Whether ground stands above the straight ray; if not, what is only asked then may be anything.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static GroundBack Ground(in RayClearance ray, PointHeights grounds, bool isCrossed)
    {
        var (length, receiver, most, one) = (
            Vector512.Create(ray.Length), Vector512.Create(ray.Receiver), Vector512.Create((double)ray.Points), Vector512<double>.One);
        var straightest = Vector512.Create(double.NegativeInfinity);
        var (curvedest, highest, points) = (straightest, straightest, Vector512<double>.Zero);
        var eights = grounds.Eights;
        for (var eight = ray.Points / Width; eight >= 0; eight--)
        {
            var point = Vector512.CreateSequence((double)(eight * Width), 1.0);
            var distance = point * ray.StepKilometres;
            var isInside = Vector512.GreaterThanOrEqual(point, one) & Vector512.LessThanOrEqual(point, most);
            var straight = (eights[eight] - receiver) / (length - distance);
            var curved = straight + (distance * ray.Bulge);
            var above = eights[eight] - ((distance * ray.Slope) + Vector512.Create(ray.Transmitter));
            var isSteeper = Vector512.GreaterThan(curved, curvedest) & isInside;
            (curvedest, points) = (Vector512.ConditionalSelect(isSteeper, curved, curvedest), Vector512.ConditionalSelect(isSteeper, point, points));
            straightest = Vector512.ConditionalSelect(Vector512.GreaterThan(straight, straightest) & isInside, straight, straightest);
            highest = Vector512.ConditionalSelect(Vector512.GreaterThan(above, highest) & isInside, above, highest);
            if (IsEndOfBlock(eight)
                && Vector512.GreaterThanOrEqualAny(curvedest, Vector512.Create(CurvedBound(ray, grounds, eight)))
                && (!isCrossed || IsSettled(ray, grounds, eight, straightest, highest)))
                break;
        }

        var best = LaneMath.Greatest(curvedest);
        var at = LaneMath.Greatest(Vector512.ConditionalSelect(Vector512.Equals(curvedest, Vector512.Create(best)), points, Vector512<double>.Zero));
        return new(LaneMath.Greatest(straightest), best, (int)at, LaneMath.Greatest(highest));
    }

    // bounds are known of blocks, and there is nothing before the first
    private static bool IsEndOfBlock(int eight) => eight * Width % PointHeights.Block == 0 && eight > 0;

    private static bool IsSettled(in RayClearance ray, PointHeights grounds, int eight, Vector512<double> straightest, Vector512<double> highest)
    {
        var last = ((eight * Width) - 1) * ray.StepKilometres;
        var lowestRay = Math.Min(ray.Transmitter, ray.Transmitter + (ray.Slope * last));
        return Vector512.GreaterThanOrEqualAny(straightest, Vector512.Create(StraightBound(ray, grounds, eight)))
            && Vector512.GreaterThanOrEqualAny(highest, Vector512.Create(grounds.GreatestUpTo((eight * Width) - 1) - lowestRay));
    }

    private static double CurvedBound(in RayClearance ray, PointHeights heights, int eight) =>
        StraightBound(ray, heights, eight) + (((eight * Width) - 1) * ray.StepKilometres * ray.Bulge);

    private static double StraightBound(in RayClearance ray, PointHeights heights, int eight)
    {
        var last = (eight * Width) - 1;
        var rise = heights.GreatestUpTo(last) - ray.Receiver;
        return rise / (rise > 0 ? ray.Length - (last * ray.StepKilometres) : ray.Length);
    }
}
