using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Lanes;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>The smooth surface that follows bare ground, and the horizons over it.</summary>
internal sealed class GroundView(double stepKilometres, double earthKilometres, int capacity)
{
    private readonly GroundMoments _moments = new(stepKilometres, capacity);
    private readonly PointSlopes _elevations = new(stepKilometres, earthKilometres, capacity);
    private readonly PointSlopes _slopes = new(stepKilometres, double.PositiveInfinity, capacity);
    private readonly PointHeights _grounds = new(capacity);
    private readonly double[] _straightBack = new double[PathColumns.Width];
    private readonly double[] _curvedBack = new double[PathColumns.Width];
    private readonly double[] _highest = new double[PathColumns.Width];

    /// <summary>Looks at new points.</summary>
    public void Fill(ReadOnlySpan<double> grounds, double transmitter)
    {
        _grounds.Fill(grounds);
        _moments.Fill(grounds);
        _elevations.Fill(_grounds, grounds.Length - 1, transmitter);
        _elevations.FindHighest(grounds.Length - 1);
        _slopes.Fill(_grounds, grounds.Length - 1, transmitter);
    }

    /// <summary>Fills in the horizons of eight paths but where they lie in sight and how rough the ground between is, and the smooth surfaces.</summary>
    /// <param name="ray">The paths.</param>
    /// <param name="lanes">How many of them count.</param>
    /// <param name="receiverGround">Ground of the receivers.</param>
    /// <param name="paths">Where it goes.</param>
    /// <param name="first">The first of the eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Measure(in RayLanes ray, int lanes, Vector512<double> receiverGround, PathColumns paths, int first)
    {
        var forward = _elevations.SteepestUpTo(ray.Points);
        var steepest = _slopes.SteepestUpTo(ray.Points);
        var direct = ray.Slope - (ray.Length * ray.Bulge);
        var isHidden = Vector512.GreaterThan(forward, direct);
        var isCrossed = Vector512.GreaterThan(steepest, ray.Slope);
        // what they are at least: one step, and from the receiver to the last point
        paths.Set(PathField.TransmitterHorizon, first, Vector512.Min(ray.Points, Vector512<double>.One) * stepKilometres);
        paths.Set(PathField.ReceiverHorizon, first, ray.Length - (ray.Points * stepKilometres));
        if (isHidden.ExtractMostSignificantBits() != 0)
            Look(ray, lanes, isHidden, isCrossed, paths, first);
        var back = Vector512.ConditionalSelect(isHidden, Vector512.Create(_curvedBack), -ray.Slope) - (ray.Length * ray.Bulge);
        var elevation = Milliradians(Vector512.ConditionalSelect(isHidden, forward, direct));
        var elevationBack = Milliradians(back);
        paths.Set(PathField.IsTransHorizon, first, Vector512<double>.One & isHidden);
        paths.Set(PathField.TransmitterElevation, first, elevation);
        paths.Set(PathField.ReceiverElevation, first, elevationBack);
        paths.Set(PathField.AngularDistance, first, (ray.Length * 1_000 / Vector512.Create(earthKilometres)) + elevation + elevationBack);
        Smooth(ray, receiverGround, steepest, isCrossed, paths, first);
    }

    /// <summary>Fills in what was left out of those of eight paths whose bits are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FindHorizons(in RayLanes ray, int lanes, PathColumns paths, int first)
    {
        for (var lane = 0; lane < PathColumns.Width; lane++)
        {
            if ((lanes >> lane & 1) == 0)
                continue;
            var (one, path) = (ray[lane], first + lane);
            var isHidden = paths[PathField.IsTransHorizon, path] != 0;
            var to = isHidden
                ? (int)Math.Round((one.Length - paths[PathField.ReceiverHorizon, path]) / stepKilometres)
                : one.Nearest(_grounds, double.NegativeInfinity).Point;
            var from = isHidden ? (int)Math.Round(paths[PathField.TransmitterHorizon, path] / stepKilometres) : to;
            paths[PathField.TransmitterHorizon, path] = from * stepKilometres;
            paths[PathField.ReceiverHorizon, path] = one.Length - (to * stepKilometres);
            var (atTransmitter, atReceiver) = (
                one.Transmitter - paths[PathField.EffectiveTransmitter, path], one.Receiver - paths[PathField.EffectiveReceiver, path]);
            paths[PathField.Roughness, path] = Roughness.Metres(_grounds, atTransmitter, (atReceiver - atTransmitter) / one.Length * stepKilometres, from, to);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Look(in RayLanes ray, int lanes, Vector512<double> isHidden, Vector512<double> isCrossed, PathColumns paths, int first)
    {
        var forward = _elevations.HighestUpTo(ray.Points) * stepKilometres;
        paths.Set(PathField.TransmitterHorizon, first, Vector512.ConditionalSelect(isHidden, forward, paths.Eight(PathField.TransmitterHorizon, first)));
        var (hidden, crossed) = (isHidden.ExtractMostSignificantBits(), isCrossed.ExtractMostSignificantBits());
        for (var lane = 0; lane < lanes; lane++)
        {
            if ((hidden >> lane & 1) == 0)
                continue;
            var back = LookBack.Ground(ray[lane], _grounds, (crossed >> lane & 1) != 0);
            (_straightBack[lane], _curvedBack[lane], _highest[lane]) = (back.StraightSlope, back.CurvedSlope, back.HighestMetres);
            paths[PathField.ReceiverHorizon, first + lane] = ray.Length[lane] - (back.HorizonPoint * stepKilometres);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Smooth(
        in RayLanes ray, Vector512<double> receiverGround, Vector512<double> steepest, Vector512<double> isCrossed, PathColumns paths, int first)
    {
        var (moment, second) = _moments.With(ray.Points, _grounds.LookUp(ray.Points), ray.Length, receiverGround);
        var square = ray.Length * ray.Length;
        var atTransmitter = ((moment * 2 * ray.Length) - second) / square;
        var atReceiver = (second - (moment * ray.Length)) / square;
        var siteGround = Vector512.Create(_grounds[0]);
        paths.Set(PathField.EffectiveTransmitter, first, ray.Transmitter - Vector512.Min(atTransmitter, siteGround));
        paths.Set(PathField.EffectiveReceiver, first, ray.Receiver - Vector512.Min(atReceiver, receiverGround));
        if (!Vector512.EqualsAll(isCrossed.AsInt64(), Vector512<long>.Zero))
        {
            // How far the surface is lowered under an obstacle above the straight ray: slopes are those above the ray itself.
            var (highest, rise, riseBack) = (
                Vector512.Create(_highest),
                Vector512.Max(steepest - ray.Slope, Vector512<double>.Zero),
                Vector512.Max(Vector512.Create(_straightBack) + ray.Slope, Vector512<double>.Zero));
            var lowered = highest / (rise + riseBack);
            isCrossed &= Vector512.GreaterThan(highest, Vector512<double>.Zero) & Vector512.GreaterThan(rise + riseBack, Vector512<double>.Zero);
            atTransmitter -= (lowered * rise) & isCrossed;
            atReceiver -= (lowered * riseBack) & isCrossed;
        }

        paths.Set(PathField.SmoothTransmitter, first, Vector512.Min(atTransmitter, siteGround));
        paths.Set(PathField.SmoothReceiver, first, Vector512.Min(atReceiver, receiverGround));
    }

    // Of a slope in metres per kilometre. Elevations are small: four terms of the series are exact then.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> Milliradians(Vector512<double> slope)
    {
        const double Small = 20;
        var square = slope * slope * 1e-6;
        var angles = slope * (Vector512<double>.One - (square * (Vector512.Create(1.0 / 3) - (square * (Vector512.Create(1.0 / 5) - (square * (1.0 / 7)))))));
        if (Vector512.LessThanOrEqualAll(Vector512.Abs(slope), Vector512.Create(Small)))
            return angles;
        for (var lane = 0; lane < PathColumns.Width; lane++)
            if (Math.Abs(slope[lane]) > Small)
                angles = angles.WithElement(lane, 1_000 * Math.Atan(slope[lane] / 1_000));
        return angles;
    }
}
