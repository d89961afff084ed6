namespace Geo.Engine.Radio.Paths;

/// <summary>
/// The straight line that follows the ground best, at both ends of a path, metres above sea level: for diffraction lowered under obstacles that stand
/// above the direct ray, for ducting not; never above the ground of either end.
/// </summary>
/// <remarks>Source: ITU-R P.1812, attachment 1 to annex 1, 5.6.</remarks>
internal readonly record struct SmoothSurface(
    double DiffractionTransmitterMetres, double DiffractionReceiverMetres, double DuctTransmitterMetres, double DuctReceiverMetres)
{
    /// <summary>Least squares over the ground, the path's ends at <paramref name="transmitter"/> and <paramref name="receiver"/> metres.</summary>
    public static SmoothSurface Of(in PathProfile profile, double transmitter, double receiver)
    {
        var length = profile.LengthKilometres;
        var (first, second) = Moments(profile);
        var atTransmitter = ((2 * first * length) - second) / (length * length);
        var atReceiver = (second - (first * length)) / (length * length);
        var (lowerTransmitter, lowerReceiver) = Lowering(profile, transmitter, receiver);
        var (groundTransmitter, groundReceiver) = (profile.GroundMetres(0), profile.GroundMetres(profile.Length - 1));
        return new(
            Math.Min(atTransmitter - lowerTransmitter, groundTransmitter),
            Math.Min(atReceiver - lowerReceiver, groundReceiver),
            Math.Min(atTransmitter, groundTransmitter),
            Math.Min(atReceiver, groundReceiver));
    }

    /// <summary>hm: the highest ground above the surface from one point to another, both included, metres.</summary>
    public double RoughnessMetres(in PathProfile profile, int from, int to)
    {
        var slope = (DuctReceiverMetres - DuctTransmitterMetres) / profile.LengthKilometres;
        var highest = double.NegativeInfinity;
        for (var i = from; i <= to; i++)
            highest = Math.Max(highest, profile.GroundMetres(i) - (DuctTransmitterMetres + (slope * profile.DistancesKilometres[i])));
        return highest;
    }

    // v1 and v2 of equations 85 and 86
    private static (double First, double Second) Moments(in PathProfile profile)
    {
        var distances = profile.DistancesKilometres;
        var (first, second) = (0.0, 0.0);
        for (var i = 1; i < distances.Length; i++)
        {
            var (here, before) = (distances[i], distances[i - 1]);
            var (ground, groundBefore) = (profile.GroundMetres(i), profile.GroundMetres(i - 1));
            first += (here - before) * (ground + groundBefore);
            second += (here - before) * ((ground * ((2 * here) + before)) + (groundBefore * (here + (2 * before))));
        }

        return (first, second);
    }

    private static (double Transmitter, double Receiver) Lowering(in PathProfile profile, double transmitter, double receiver)
    {
        var distances = profile.DistancesKilometres;
        var length = profile.LengthKilometres;
        var (highest, steepest, steepestBack) = (double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity);
        for (var i = 1; i < distances.Length - 1; i++)
        {
            var back = length - distances[i];
            var above = profile.GroundMetres(i) - (((transmitter * back) + (receiver * distances[i])) / length);
            highest = Math.Max(highest, above);
            steepest = Math.Max(steepest, above / distances[i]);
            steepestBack = Math.Max(steepestBack, above / back);
        }

        return highest > 0
            ? (highest * steepest / (steepest + steepestBack), highest * steepestBack / (steepest + steepestBack))
            : (0, 0);
    }
}
