namespace Geo.Engine.Radio.Paths;

/// <summary>The horizons of both ends over bare ground: their elevations and the points where they lie.</summary>
/// <remarks>Source: ITU-R P.1812, attachment 1 to annex 1, 5.1 to 5.5.</remarks>
internal readonly record struct PathHorizons(
    bool IsTransHorizon, double TransmitterMilliradians, double ReceiverMilliradians, int TransmitterPoint, int ReceiverPoint)
{
    /// <summary>
    /// The horizons of a profile. In line of sight both lie at the point nearest to the ray, as Fresnel zones measure it. Without points between the ends
    /// there is line of sight and the horizon is the transmitter itself.
    /// </summary>
    public static PathHorizons Of(in PathProfile profile, double transmitter, double receiver, double earthKilometres)
    {
        var length = profile.LengthKilometres;
        var direct = Tangent(receiver - transmitter, length, earthKilometres);
        var (forward, forwardPoint) = Highest(profile, transmitter, earthKilometres);
        if (forward > direct)
        {
            var (backward, backwardPoint) = HighestBack(profile, receiver, earthKilometres);
            return new(true, Milliradians(forward), Milliradians(backward), forwardPoint, backwardPoint);
        }

        var point = Nearest(profile, transmitter, receiver, earthKilometres);
        return new(false, Milliradians(direct), Milliradians(Tangent(transmitter - receiver, length, earthKilometres)), point, point);
    }

    private static double Milliradians(double tangent) => 1_000 * Math.Atan(tangent);

    private static double Tangent(double riseMetres, double distanceKilometres, double earthKilometres) =>
        (riseMetres / (1_000 * distanceKilometres)) - (distanceKilometres / (2 * earthKilometres));

    // the first point of the greatest elevation
    private static (double Tangent, int Point) Highest(in PathProfile profile, double transmitter, double earthKilometres)
    {
        var (highest, point) = (double.NegativeInfinity, 0);
        for (var i = 1; i < profile.Length - 1; i++)
        {
            var elevation = Tangent(profile.GroundMetres(i) - transmitter, profile.DistancesKilometres[i], earthKilometres);
            if (elevation > highest)
                (highest, point) = (elevation, i);
        }

        return (highest, point);
    }

    // seen from the receiver, the last point of the greatest elevation
    private static (double Tangent, int Point) HighestBack(in PathProfile profile, double receiver, double earthKilometres)
    {
        var (highest, point) = (double.NegativeInfinity, 0);
        for (var i = 1; i < profile.Length - 1; i++)
        {
            var elevation = Tangent(profile.GroundMetres(i) - receiver, profile.LengthKilometres - profile.DistancesKilometres[i], earthKilometres);
            if (elevation >= highest)
                (highest, point) = (elevation, i);
        }

        return (highest, point);
    }

    private static int Nearest(in PathProfile profile, double transmitter, double receiver, double earthKilometres)
    {
        var length = profile.LengthKilometres;
        var (greatest, point) = (double.NegativeInfinity, 0);
        for (var i = 1; i < profile.Length - 1; i++)
        {
            var distance = profile.DistancesKilometres[i];
            var back = length - distance;
            var above = profile.GroundMetres(i) + (500 * distance * back / earthKilometres) - (((transmitter * back) + (receiver * distance)) / length);
            var parameter = above * Math.Sqrt(0.002 * length / (distance * back));
            if (parameter >= greatest)
                (greatest, point) = (parameter, i);
        }

        return point;
    }
}
