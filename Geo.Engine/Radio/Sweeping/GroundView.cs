using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>Horizons over bare ground and the smooth surface that follows it. The two hulls grow only when a path asks for them: on flat land few do.</summary>
internal sealed class GroundView(double stepKilometres, double earthKilometres, int capacity)
{
    private readonly double _halfCurvature = 0.5 / earthKilometres;
    private readonly GroundMoments _moments = new(stepKilometres, capacity);
    private readonly PointSlopes _elevations = new(stepKilometres, earthKilometres, capacity);
    private readonly PointSlopes _slopes = new(stepKilometres, double.PositiveInfinity, capacity);
    private readonly UpperHull _curved = new(capacity);
    private readonly UpperHull _straight = new(capacity);
    private int _hulled;

    /// <summary>Looks at new points.</summary>
    public void Fill(PointHeights grounds, int points, double transmitter)
    {
        _moments.Fill(grounds, points);
        _elevations.Fill(grounds, points, transmitter);
        _slopes.Fill(grounds, points, transmitter);
        _curved.Clear();
        _straight.Clear();
        _hulled = 0;
    }

    /// <summary>The smooth surface of the path to a receiver.</summary>
    public SmoothSurface SmoothSurface(in RayClearance ray, double receiverGround, PointHeights grounds)
    {
        var (first, second) = _moments.With(ray.Points, grounds[ray.Points], ray.Length, receiverGround);
        var perSquare = ray.PerLength * ray.PerLength;
        var atTransmitter = ((2 * first * ray.Length) - second) * perSquare;
        var atReceiver = (second - (first * ray.Length)) * perSquare;
        var (lowerTransmitter, lowerReceiver) = Lowering(ray, grounds);
        return new(
            Math.Min(atTransmitter - lowerTransmitter, grounds[0]),
            Math.Min(atReceiver - lowerReceiver, receiverGround),
            Math.Min(atTransmitter, grounds[0]),
            Math.Min(atReceiver, receiverGround));
    }

    /// <summary>The horizons of the path to a receiver.</summary>
    public PathHorizons Horizons(in RayClearance ray, PointHeights grounds)
    {
        var fall = ray.Length * _halfCurvature;
        var direct = (ray.Slope / 1_000) - fall;
        var elevation = _elevations.SteepestUpTo(ray.Points) / 1_000;
        if (elevation > direct)
        {
            Hull(ray, grounds);
            var back = _curved.SteepestFrom(ray.Length, ray.Receiver - (500 * ray.Length * ray.Length / earthKilometres));
            var away = ray.Length - (back * stepKilometres);
            var backward = ((grounds[back] - ray.Receiver) / (1_000 * away)) - (away * _halfCurvature);
            return new(true, Milliradians(elevation), Milliradians(backward), _elevations.HighestUpTo(ray.Points), back);
        }

        var (_, point) = ray.Nearest(grounds, double.NegativeInfinity);
        return new(false, Milliradians(direct), Milliradians((-ray.Slope / 1_000) - fall), point, point);
    }

    // How far the surface is lowered under an obstacle above the straight ray. The ray is crossed where some slope from the site is steeper than it.
    private (double Transmitter, double Receiver) Lowering(in RayClearance ray, PointHeights grounds)
    {
        if (!(_slopes.SteepestUpTo(ray.Points) > ray.Slope))
            return (0, 0);
        Hull(ray, grounds);
        var highest = Above(ray, grounds, _straight.HighestAbove(ray.Slope));
        var forward = _slopes.HighestUpTo(ray.Points);
        var steepest = Above(ray, grounds, forward) / (forward * stepKilometres);
        var back = _straight.SteepestFrom(ray.Length, ray.Receiver);
        var steepestBack = Above(ray, grounds, back) / (ray.Length - (back * stepKilometres));
        return highest > 0
            ? (highest * steepest / (steepest + steepestBack), highest * steepestBack / (steepest + steepestBack))
            : (0, 0);
    }

    private static double Above(in RayClearance ray, PointHeights grounds, int point)
    {
        var distance = point * ray.StepKilometres;
        return grounds[point] - (((ray.Transmitter * (ray.Length - distance)) + (ray.Receiver * distance)) / ray.Length);
    }

    private void Hull(in RayClearance ray, PointHeights grounds)
    {
        while (_hulled < ray.Points)
        {
            var point = ++_hulled;
            var distance = point * stepKilometres;
            _straight.Add(distance, grounds[point], point);
            _curved.Add(distance, grounds[point] - (500 * distance * distance / earthKilometres), point);
        }
    }

    // Elevations are small: four terms of the series are exact then.
    private static double Milliradians(double tangent)
    {
        if (Math.Abs(tangent) > 0.02)
            return 1_000 * Math.Atan(tangent);
        var square = tangent * tangent;
        return 1_000 * tangent * (1 - (square * ((1.0 / 3) - (square * ((1.0 / 5) - (square * (1.0 / 7)))))));
    }
}
