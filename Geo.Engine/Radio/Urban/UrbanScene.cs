namespace Geo.Engine.Radio.Urban;

/// <summary>What the urban models need to know of a link besides its length.</summary>
/// <param name="FrequencyGigahertz">Carrier frequency, 0.5 to 100 GHz.</param>
/// <param name="BaseHeightMetres">Antenna height of the base station above ground: 25 m in the macro model, 10 m in the street canyon.</param>
/// <param name="ReceiverHeightMetres">Antenna height of the receiver above ground, 1.5 to 22.5 m.</param>
/// <param name="EnvironmentHeightMetres">
/// hE: height of traffic and bushes that reflect instead of the ground, 1 m for receivers below 13 m. For higher ones see
/// <see cref="UrbanMacro.LowEnvironmentProbability"/>.
/// </param>
public readonly record struct UrbanScene(
    double FrequencyGigahertz, double BaseHeightMetres, double ReceiverHeightMetres, double EnvironmentHeightMetres = 1)
{
    private const double SpeedOfLight = 3.0e8;

    /// <summary>d'BP: distance from which loss grows with the fourth power, metres; 0 where an antenna is not above the environment.</summary>
    public double BreakpointMetres =>
        4 * Math.Max(BaseHeightMetres - EnvironmentHeightMetres, 0) * Math.Max(ReceiverHeightMetres - EnvironmentHeightMetres, 0)
        * FrequencyGigahertz * 1e9 / SpeedOfLight;

    /// <summary>d3D: distance from antenna to antenna, metres, for a distance along the ground.</summary>
    public double SlantMetres(double distanceMetres)
    {
        var rise = BaseHeightMetres - ReceiverHeightMetres;
        return Math.Sqrt((distanceMetres * distanceMetres) + (rise * rise));
    }

    /// <summary>The limits that a link breaks: both urban models share them but for the height of the base station.</summary>
    internal ModelLimits Broken(double distanceMetres, double baseHeightMetres) =>
        Limit.Below(distanceMetres, 10, ModelLimits.TooNear)
        | Limit.Above(distanceMetres, 5_000, ModelLimits.TooFar)
        | Limit.Outside(FrequencyGigahertz, 0.5, 100, ModelLimits.Frequency)
        | Limit.Outside(BaseHeightMetres, baseHeightMetres, baseHeightMetres, ModelLimits.TransmitterHeight)
        | Limit.Outside(ReceiverHeightMetres, 1.5, 22.5, ModelLimits.ReceiverHeight);
}
