using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Urban;

/// <summary>
/// Path loss of the urban macro scenario (UMa), antennas above the roofs. Distances are along the ground, in metres; NaN gives NaN. Clutter is in it: see
/// the table of what may be combined.
/// </summary>
/// <remarks>Source: 3GPP TR 38.901 (releases 15 to 18), tables 7.4.1-1 and 7.4.2-1 with note 1; the speed of light is 3.0e8 m/s there.</remarks>
public static class UrbanMacro
{
    /// <summary>Standard deviation of shadowing with line of sight, dB.</summary>
    public const double ShadowingWithLineOfSightDb = 4;

    /// <summary>Standard deviation of shadowing without line of sight, dB.</summary>
    public const double ShadowingWithoutLineOfSightDb = 6;

    /// <summary>Standard deviation of shadowing about <see cref="SimpleLossWithoutLineOfSightDb"/>, dB.</summary>
    public const double SimpleShadowingWithoutLineOfSightDb = 7.8;

    private const double LowReceiverMetres = 13;

    /// <summary>Median path loss with line of sight, dB.</summary>
    public static double LossWithLineOfSightDb(in UrbanScene scene, double distanceMetres)
    {
        var breakpoint = scene.BreakpointMetres;
        var slant = Math.Log10(scene.SlantMetres(distanceMetres));
        var frequency = 28 + (20 * Math.Log10(scene.FrequencyGigahertz));
        return distanceMetres <= breakpoint
            ? frequency + (22 * slant)
            : frequency + (40 * slant) - (9 * Math.Log10(Square(breakpoint) + Square(scene.BaseHeightMetres - scene.ReceiverHeightMetres)));
    }

    /// <summary>Median path loss without line of sight, dB; never less than with it.</summary>
    public static double LossWithoutLineOfSightDb(in UrbanScene scene, double distanceMetres)
    {
        var loss = 13.54
            + (39.08 * Math.Log10(scene.SlantMetres(distanceMetres)))
            + (20 * Math.Log10(scene.FrequencyGigahertz))
            - (0.6 * (scene.ReceiverHeightMetres - 1.5));
        return Math.Max(LossWithLineOfSightDb(scene, distanceMetres), loss);
    }

    /// <summary>The optional, simpler median path loss without line of sight, dB.</summary>
    public static double SimpleLossWithoutLineOfSightDb(in UrbanScene scene, double distanceMetres) =>
        32.4 + (20 * Math.Log10(scene.FrequencyGigahertz)) + (30 * Math.Log10(scene.SlantMetres(distanceMetres)));

    /// <summary>The loss of a path whose profile decides whether there is line of sight (see <see cref="PathGeometry.HasLineOfSight"/>).</summary>
    public static NormalLoss Loss(in UrbanScene scene, in PathGeometry geometry)
    {
        var distance = 1_000 * geometry.DistanceKilometres;
        return geometry.HasLineOfSight
            ? new(LossWithLineOfSightDb(scene, distance), ShadowingWithLineOfSightDb)
            : new(LossWithoutLineOfSightDb(scene, distance), ShadowingWithoutLineOfSightDb);
    }

    /// <summary>Probability of line of sight outdoors, 0 to 1, where no profile is known.</summary>
    /// <param name="distanceMetres">Outdoor part of the distance along the ground.</param>
    /// <param name="receiverHeightMetres">Antenna height of the receiver, up to 23 m.</param>
    public static double LineOfSightProbability(double distanceMetres, double receiverHeightMetres)
    {
        if (distanceMetres <= 18)
            return 1;
        var near = 18 / distanceMetres;
        var street = near + (Math.Exp(-distanceMetres / 63) * (1 - near));
        return street * (1 + (HeightTerm(receiverHeightMetres) * DistanceTerm(distanceMetres)));
    }

    /// <summary>
    /// Probability, 0 to 1, that the environment of a receiver is 1 m high; otherwise it is 12, 15, ... m, up to 1.5 m below the receiver, each as likely.
    /// </summary>
    public static double LowEnvironmentProbability(double distanceMetres, double receiverHeightMetres) =>
        1 / (1 + (HeightTerm(receiverHeightMetres) * (distanceMetres <= 18 ? 0 : DistanceTerm(distanceMetres))));

    /// <summary>Which limits of the model a link breaks: 10 m to 5 km, 0.5 to 100 GHz, base station at 25 m, receiver 1.5 to 22.5 m.</summary>
    public static ModelLimits Broken(in UrbanScene scene, double distanceMetres) => scene.Broken(distanceMetres, 25);

    private static double HeightTerm(double receiverHeightMetres) =>
        receiverHeightMetres <= LowReceiverMetres ? 0 : Math.Pow((receiverHeightMetres - LowReceiverMetres) / 10, 1.5);

    private static double DistanceTerm(double distanceMetres) =>
        1.25 * Math.Pow(distanceMetres / 100, 3) * Math.Exp(-distanceMetres / 150);

    private static double Square(double value) => value * value;
}
