using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Diffraction;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>
/// Bullington's edge over level ground for eight paths, found without looking at all their points: elevations of points seen from an antenna are concave in
/// their distance, and edges below the ray rise to one point and fall after it.
/// </summary>
internal static class LevelEarth
{
    /// <summary>The edges, as <see cref="Bullington.Edge"/> finds them on profiles of the same points at height 0; negative infinity without points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> Edges(in RayLanes ray)
    {
        var hasPoints = Vector512.GreaterThanOrEqual(ray.Points, Vector512<double>.One);
        // up to the horizon points rise, and the receiver stands above the last
        var isHidden = Vector512.GreaterThan(ray.Length * ray.Length * ray.Bulge, ray.Transmitter) & hasPoints;
        var edges = Vector512<double>.Zero;
        if (IsAny(isHidden))
        {
            var steepest = SteepestFromTransmitter(ray);
            isHidden &= Vector512.GreaterThanOrEqual(steepest, ray.Slope);
            edges = Bullington.EdgesWhereHorizonsMeet(ray.Length, ray.Transmitter, ray.Receiver, steepest, SteepestFromReceiver(ray));
        }

        if (IsAny(~isHidden))
            edges = Vector512.ConditionalSelect(isHidden, edges, Nearest(ray));
        return Vector512.ConditionalSelect(hasPoints, edges, Vector512.Create(double.NegativeInfinity));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> SteepestFromTransmitter(in RayLanes ray)
    {
        var best = Vector512.Create(double.NegativeInfinity);
        var horizon = Vector512.Floor(HorizonKilometres(ray.Transmitter, ray) / ray.StepKilometres);
        for (var beside = -1.0; beside <= 1; beside++)
        {
            var distance = Between(horizon + Vector512.Create(beside), ray.Points) * ray.StepKilometres;
            best = Vector512.Max(best, ((distance * (ray.Length - distance) * ray.Bulge) - ray.Transmitter) / distance);
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> SteepestFromReceiver(in RayLanes ray)
    {
        var best = Vector512.Create(double.NegativeInfinity);
        var horizon = Vector512.Floor((ray.Length - HorizonKilometres(ray.Receiver, ray)) / ray.StepKilometres);
        for (var beside = -1.0; beside <= 1; beside++)
        {
            var distance = Between(horizon + Vector512.Create(beside), ray.Points) * ray.StepKilometres;
            best = Vector512.Max(best, ((distance * (ray.Length - distance) * ray.Bulge) - ray.Receiver) / (ray.Length - distance));
        }

        return best;
    }

    private static Vector512<double> HorizonKilometres(Vector512<double> height, in RayLanes ray) => Vector512.Sqrt(height * (ray.EarthKilometres / 500));

    // 1 to the last point, whatever it is
    private static Vector512<double> Between(Vector512<double> point, Vector512<double> last)
    {
        var least = Vector512.ConditionalSelect(Vector512.GreaterThan(point, Vector512<double>.One), point, Vector512<double>.One);
        return Vector512.ConditionalSelect(Vector512.LessThan(least, last), least, Vector512.Max(last, Vector512<double>.One));
    }

    // Uphill from near the top, of which there is one only.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> Nearest(in RayLanes ray)
    {
        var gap = ray.GapAt(Between(Vector512.Round(TopKilometres(ray) / ray.StepKilometres), ray.Points));
        var stride = Vector512<double>.One;
        for (var moves = Step(ray, stride, ref gap); IsAny(moves); moves &= Step(ray, stride & moves, ref gap))
            stride = Vector512.ConditionalSelect(moves, stride * 2, stride);
        for (stride *= 0.5; Vector512.GreaterThanOrEqualAny(stride, Vector512<double>.One);)
        {
            var isStride = Vector512.GreaterThanOrEqual(stride, Vector512<double>.One);
            var moves = Step(ray, stride & isStride, ref gap);
            stride = Vector512.ConditionalSelect(moves, stride, stride * 0.5);
        }

        return ray.EdgeAt(gap.Point);
    }

    // Where a mirror would throw the ray to the receiver, and two steps of Newton from there to where the derivative over the bulged earth is 0, a cubic.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> TopKilometres(in RayLanes ray)
    {
        var (length, bulge) = (ray.Length, ray.Bulge);
        var linear = ray.Transmitter + ray.Receiver - (length * length * bulge);
        var top = length * ray.Transmitter / (ray.Transmitter + ray.Receiver);
        for (var step = 0; step < 2; step++)
        {
            var cubic = (((((length * 3) - (top * 2)) * top * bulge) + linear) * top) - (ray.Transmitter * length);
            top -= cubic / ((top * (length - top) * (6 * bulge)) + linear);
        }

        return top;
    }

    // Each lane alone, so that no path depends on its neighbours: a stride up, or else down. Which lanes have moved; those of stride 0 do not.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> Step(in RayLanes ray, Vector512<double> stride, ref GapLanes gap)
    {
        var before = gap.Point;
        var (up, down) = (before + stride, before - stride);
        var upper = gap.Or(ray.GapAt(up), Vector512.LessThanOrEqual(up, ray.Points));
        var isStill = Vector512.Equals(upper.Point, before);
        gap = upper.Or(ray.GapAt(down), Vector512.GreaterThanOrEqual(down, Vector512<double>.One) & isStill);
        return ~Vector512.Equals(gap.Point, before);
    }

    private static bool IsAny(Vector512<double> mask) => mask.ExtractMostSignificantBits() != 0;
}
