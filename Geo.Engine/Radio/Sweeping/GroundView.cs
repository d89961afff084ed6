using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>Horizons over bare ground and the smooth surface that follows it. The two hulls grow only when a path asks for them: on flat land few do.</summary>
internal sealed class GroundView(double earthKilometres, int capacity)
{
    private readonly double _halfCurvature = 0.5 / earthKilometres;
    private readonly UpperHull _curved = new(capacity);
    private readonly UpperHull _straight = new(capacity);
    private int _hulled;
    private double _site;
    private double _before;
    private double _first;
    private double _second;
    private double _elevation;
    private int _elevationPoint;
    private double _steepest;
    private int _steepestPoint;

    /// <summary>Forgets all points but the site's ground.</summary>
    public void Clear(double siteGround)
    {
        _curved.Clear();
        _straight.Clear();
        _hulled = 0;
        (_site, _before, _first, _second) = (siteGround, siteGround, 0, 0);
        (_elevation, _elevationPoint) = (double.NegativeInfinity, 0);
        (_steepest, _steepestPoint) = (double.NegativeInfinity, 0);
    }

    /// <summary>Adds the next point.</summary>
    public void Add(double distanceBefore, double distance, double ground, int point, double transmitter)
    {
        AddMoments(ref _first, ref _second, distanceBefore, _before, distance, ground);
        _before = ground;
        var slope = (ground - transmitter) / distance;
        var elevation = (slope / 1_000) - (distance * _halfCurvature);
        if (elevation > _elevation)
            (_elevation, _elevationPoint) = (elevation, point);
        if (slope > _steepest)
            (_steepest, _steepestPoint) = (slope, point);
    }

    /// <summary>The smooth surface of the path to a receiver.</summary>
    public SmoothSurface SmoothSurface(in RayClearance ray, double receiverGround, HeightBlocks grounds)
    {
        var (first, second, length) = (_first, _second, ray.Length);
        AddMoments(ref first, ref second, ray.Points * ray.StepKilometres, _before, length, receiverGround);
        var atTransmitter = ((2 * first * length) - second) / (length * length);
        var atReceiver = (second - (first * length)) / (length * length);
        var (lowerTransmitter, lowerReceiver) = Lowering(ray, grounds);
        return new(
            Math.Min(atTransmitter - lowerTransmitter, _site),
            Math.Min(atReceiver - lowerReceiver, receiverGround),
            Math.Min(atTransmitter, _site),
            Math.Min(atReceiver, receiverGround));
    }

    /// <summary>The horizons of the path to a receiver.</summary>
    public PathHorizons Horizons(in RayClearance ray, HeightBlocks grounds)
    {
        var direct = Tangent(ray.Receiver - ray.Transmitter, ray.Length);
        if (_elevation > direct)
        {
            Hull(ray, grounds);
            var back = _curved.SteepestFrom(ray.Length, ray.Receiver - (500 * ray.Length * ray.Length / earthKilometres));
            var backward = Tangent(grounds[back] - ray.Receiver, ray.Length - (back * ray.StepKilometres));
            return new(true, Milliradians(_elevation), Milliradians(backward), _elevationPoint, back);
        }

        var (_, point) = ray.Nearest(grounds, double.NegativeInfinity);
        return new(false, Milliradians(direct), Milliradians(Tangent(ray.Transmitter - ray.Receiver, ray.Length)), point, point);
    }

    // How far the surface is lowered under an obstacle above the straight ray. The ray is crossed where some slope from the site is steeper than it.
    private (double Transmitter, double Receiver) Lowering(in RayClearance ray, HeightBlocks grounds)
    {
        if (!(_steepest > ray.Slope))
            return (0, 0);
        Hull(ray, grounds);
        var highest = Above(ray, grounds, _straight.HighestAbove(ray.Slope));
        var steepest = Above(ray, grounds, _steepestPoint) / (_steepestPoint * ray.StepKilometres);
        var back = _straight.SteepestFrom(ray.Length, ray.Receiver);
        var steepestBack = Above(ray, grounds, back) / (ray.Length - (back * ray.StepKilometres));
        return highest > 0
            ? (highest * steepest / (steepest + steepestBack), highest * steepestBack / (steepest + steepestBack))
            : (0, 0);
    }

    private static double Above(in RayClearance ray, HeightBlocks grounds, int point)
    {
        var distance = point * ray.StepKilometres;
        return grounds[point] - (((ray.Transmitter * (ray.Length - distance)) + (ray.Receiver * distance)) / ray.Length);
    }

    private void Hull(in RayClearance ray, HeightBlocks grounds)
    {
        while (_hulled < ray.Points)
        {
            var point = ++_hulled;
            var distance = point * ray.StepKilometres;
            _straight.Add(distance, grounds[point], point);
            _curved.Add(distance, grounds[point] - (500 * distance * distance / earthKilometres), point);
        }
    }

    private double Tangent(double riseMetres, double distance) => (riseMetres / (1_000 * distance)) - (distance * _halfCurvature);

    // Elevations are small: four terms of the series are exact then.
    private static double Milliradians(double tangent)
    {
        if (Math.Abs(tangent) > 0.02)
            return 1_000 * Math.Atan(tangent);
        var square = tangent * tangent;
        return 1_000 * tangent * (1 - (square * ((1.0 / 3) - (square * ((1.0 / 5) - (square / 7))))));
    }

    private static void AddMoments(ref double first, ref double second, double before, double groundBefore, double here, double ground)
    {
        first += (here - before) * (ground + groundBefore);
        second += (here - before) * ((ground * ((2 * here) + before)) + (groundBefore * (here + (2 * before))));
    }
}
