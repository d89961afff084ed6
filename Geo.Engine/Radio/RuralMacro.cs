using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio;

/// <summary>
/// Path loss of the rural macro scenario (RMa), without shadowing, between antennas alike in all directions. Distances are along the ground, in
/// metres. Outside <see cref="Broken"/> = <see cref="ModelLimits.None"/> the formulas still give numbers; NaN gives NaN.
/// </summary>
/// <remarks>Source: 3GPP TR 38.901 (releases 15 to 18), tables 7.4.1-1 and 7.4.2-1 with note 5; the speed of light is 3.0e8 m/s there.</remarks>
public static class RuralMacro
{
    /// <summary>Standard deviation of shadowing without line of sight, dB.</summary>
    public const double ShadowingWithoutLineOfSightDb = 8;

    /// <summary>Shortest distance of the model, metres.</summary>
    public const double MinDistanceMetres = 10;

    /// <summary>Longest distance without line of sight, metres.</summary>
    public const double MaxDistanceWithoutLineOfSightMetres = 5_000;

    /// <summary>Longest distance with line of sight, metres.</summary>
    public const double MaxDistanceWithLineOfSightMetres = 10_000;

    private const double SpeedOfLight = 3.0e8;

    /// <summary>Distance from which loss grows with the fourth power, metres.</summary>
    public static double BreakpointMetres(in RuralMacroScene scene) =>
        2 * Math.PI * scene.BaseHeightMetres * scene.ReceiverHeightMetres * scene.FrequencyGigahertz * 1e9 / SpeedOfLight;

    /// <summary>Median path loss with line of sight, dB.</summary>
    public static double LossWithLineOfSightDb(in RuralMacroScene scene, double distanceMetres)
    {
        var breakpoint = BreakpointMetres(scene);
        var slant = SlantMetres(scene, distanceMetres);
        return distanceMetres <= breakpoint
            ? NearLossDb(scene, slant)
            : NearLossDb(scene, breakpoint) + (40 * Math.Log10(slant / breakpoint));
    }

    /// <summary>Median path loss without line of sight, dB; never less than with it.</summary>
    public static double LossWithoutLineOfSightDb(in RuralMacroScene scene, double distanceMetres)
    {
        var ratio = scene.BuildingHeightMetres / scene.BaseHeightMetres;
        var logBase = Math.Log10(scene.BaseHeightMetres);
        var receiver = Math.Log10(11.75 * scene.ReceiverHeightMetres);
        var loss = 161.04
            - (7.1 * Math.Log10(scene.StreetWidthMetres))
            + (7.5 * Math.Log10(scene.BuildingHeightMetres))
            - ((24.37 - (3.7 * ratio * ratio)) * logBase)
            + ((43.42 - (3.1 * logBase)) * (Math.Log10(SlantMetres(scene, distanceMetres)) - 3))
            + (20 * Math.Log10(scene.FrequencyGigahertz))
            - ((3.2 * receiver * receiver) - 4.97);
        return Math.Max(LossWithLineOfSightDb(scene, distanceMetres), loss);
    }

    /// <summary>Standard deviation of shadowing with line of sight, dB: 4 up to the breakpoint, 6 beyond.</summary>
    public static double ShadowingWithLineOfSightDb(in RuralMacroScene scene, double distanceMetres) =>
        distanceMetres <= BreakpointMetres(scene) ? 4 : 6;

    /// <summary>Probability of line of sight outdoors, 0 to 1.</summary>
    public static double LineOfSightProbability(double distanceMetres) =>
        distanceMetres <= MinDistanceMetres ? 1 : Math.Exp(-(distanceMetres - MinDistanceMetres) / 1_000);

    /// <summary>
    /// Which limits of the model a link breaks: 10 m to 5 km (10 km with line of sight), 0.5 to 7 GHz, base station 10 to 150 m, receiver 1 to 10 m,
    /// buildings and streets 5 to 50 m.
    /// </summary>
    public static ModelLimits Broken(in RuralMacroScene scene, double distanceMetres) =>
        Limit.Below(distanceMetres, MinDistanceMetres, ModelLimits.TooNear)
        | Limit.Above(distanceMetres, MaxDistanceWithoutLineOfSightMetres, ModelLimits.TooFarWithoutLineOfSight)
        | Limit.Above(distanceMetres, MaxDistanceWithLineOfSightMetres, ModelLimits.TooFar)
        | Limit.Outside(scene.FrequencyGigahertz, 0.5, 7, ModelLimits.Frequency)
        | Limit.Outside(scene.BaseHeightMetres, 10, 150, ModelLimits.TransmitterHeight)
        | Limit.Outside(scene.ReceiverHeightMetres, 1, 10, ModelLimits.ReceiverHeight)
        | Limit.Outside(scene.BuildingHeightMetres, 5, 50, ModelLimits.ClutterHeight)
        | Limit.Outside(scene.StreetWidthMetres, 5, 50, ModelLimits.StreetWidth);

    /// <summary>The loss of a path whose profile decides whether there is line of sight (see <see cref="PathGeometry.HasLineOfSight"/>).</summary>
    public static NormalLoss Loss(in RuralMacroScene scene, in PathGeometry geometry)
    {
        var distance = 1_000 * geometry.DistanceKilometres;
        return geometry.HasLineOfSight
            ? new(LossWithLineOfSightDb(scene, distance), ShadowingWithLineOfSightDb(scene, distance))
            : new(LossWithoutLineOfSightDb(scene, distance), ShadowingWithoutLineOfSightDb);
    }

    private static double SlantMetres(in RuralMacroScene scene, double distanceMetres)
    {
        var rise = scene.BaseHeightMetres - scene.ReceiverHeightMetres;
        return Math.Sqrt((distanceMetres * distanceMetres) + (rise * rise));
    }

    // PL1 of the table
    private static double NearLossDb(in RuralMacroScene scene, double slantMetres)
    {
        var height = Math.Pow(scene.BuildingHeightMetres, 1.72);
        return (20 * Math.Log10(40 * Math.PI * slantMetres * scene.FrequencyGigahertz / 3))
            + (Math.Min(0.03 * height, 10) * Math.Log10(slantMetres))
            - Math.Min(0.044 * height, 14.77)
            + (0.002 * Math.Log10(scene.BuildingHeightMetres) * slantMetres);
    }
}
