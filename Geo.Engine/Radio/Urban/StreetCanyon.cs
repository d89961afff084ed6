using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Urban;

/// <summary>
/// Path loss of the urban micro scenario (UMi), antennas below the roofs along streets. Distances are along the ground, in metres; NaN gives NaN. Clutter
/// is in it: see the table of what may be combined.
/// </summary>
/// <remarks>Source: 3GPP TR 38.901 (releases 15 to 18), tables 7.4.1-1 and 7.4.2-1; the speed of light is 3.0e8 m/s there.</remarks>
public static class StreetCanyon
{
    /// <summary>Standard deviation of shadowing with line of sight, dB.</summary>
    public const double ShadowingWithLineOfSightDb = 4;

    /// <summary>Standard deviation of shadowing without line of sight, dB.</summary>
    public const double ShadowingWithoutLineOfSightDb = 7.82;

    /// <summary>Standard deviation of shadowing about <see cref="SimpleLossWithoutLineOfSightDb"/>, dB.</summary>
    public const double SimpleShadowingWithoutLineOfSightDb = 8.2;

    /// <summary>Median path loss with line of sight, dB.</summary>
    public static double LossWithLineOfSightDb(in UrbanScene scene, double distanceMetres)
    {
        var breakpoint = scene.BreakpointMetres;
        var rise = scene.BaseHeightMetres - scene.ReceiverHeightMetres;
        var slant = Math.Log10(scene.SlantMetres(distanceMetres));
        var frequency = 32.4 + (20 * Math.Log10(scene.FrequencyGigahertz));
        return distanceMetres <= breakpoint
            ? frequency + (21 * slant)
            : frequency + (40 * slant) - (9.5 * Math.Log10((breakpoint * breakpoint) + (rise * rise)));
    }

    /// <summary>Median path loss without line of sight, dB; never less than with it.</summary>
    public static double LossWithoutLineOfSightDb(in UrbanScene scene, double distanceMetres)
    {
        var loss = 22.4
            + (35.3 * Math.Log10(scene.SlantMetres(distanceMetres)))
            + (21.3 * Math.Log10(scene.FrequencyGigahertz))
            - (0.3 * (scene.ReceiverHeightMetres - 1.5));
        return Math.Max(LossWithLineOfSightDb(scene, distanceMetres), loss);
    }

    /// <summary>The optional, simpler median path loss without line of sight, dB.</summary>
    public static double SimpleLossWithoutLineOfSightDb(in UrbanScene scene, double distanceMetres) =>
        32.4 + (20 * Math.Log10(scene.FrequencyGigahertz)) + (31.9 * Math.Log10(scene.SlantMetres(distanceMetres)));

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
    public static double LineOfSightProbability(double distanceMetres)
    {
        if (distanceMetres <= 18)
            return 1;
        var near = 18 / distanceMetres;
        return near + (Math.Exp(-distanceMetres / 36) * (1 - near));
    }

    /// <summary>Which limits of the model a link breaks: 10 m to 5 km, 0.5 to 100 GHz, base station at 10 m, receiver 1.5 to 22.5 m.</summary>
    public static ModelLimits Broken(in UrbanScene scene, double distanceMetres) => scene.Broken(distanceMetres, 10);
}
