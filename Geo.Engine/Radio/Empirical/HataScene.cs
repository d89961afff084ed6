namespace Geo.Engine.Radio.Empirical;

/// <summary>What Hata's formulas need to know of a link besides its length.</summary>
/// <param name="Surroundings">What surrounds the receiver.</param>
/// <param name="FrequencyMegahertz">Carrier frequency, 150 to 1 500 MHz (Hata) or 1 500 to 2 000 MHz (COST 231).</param>
/// <param name="BaseHeightMetres">Antenna of the base station above ground, 30 to 200 m.</param>
/// <param name="ReceiverHeightMetres">Antenna of the receiver above ground, 1 to 10 m.</param>
public readonly record struct HataScene(TownSize Surroundings, double FrequencyMegahertz, double BaseHeightMetres, double ReceiverHeightMetres)
{
    /// <summary>a(hm) for towns of all sizes but large ones, dB.</summary>
    internal double TownCorrectionDb
    {
        get
        {
            var log = Math.Log10(FrequencyMegahertz);
            return (((1.1 * log) - 0.7) * ReceiverHeightMetres) - ((1.56 * log) - 0.8);
        }
    }

    /// <summary>The part both formulas share: how loss grows with distance and falls with the height of the base station, dB.</summary>
    internal double DistanceTermDb(double distanceKilometres)
    {
        var height = Math.Log10(BaseHeightMetres);
        return ((44.9 - (6.55 * height)) * Math.Log10(distanceKilometres)) - (13.82 * height);
    }

    internal ModelLimits Broken(double distanceKilometres, double leastMegahertz, double mostMegahertz) =>
        Limit.Outside(FrequencyMegahertz, leastMegahertz, mostMegahertz, ModelLimits.Frequency)
        | Limit.Below(distanceKilometres, 1, ModelLimits.TooNear)
        | Limit.Above(distanceKilometres, 20, ModelLimits.TooFar)
        | Limit.Outside(BaseHeightMetres, 30, 200, ModelLimits.TransmitterHeight)
        | Limit.Outside(ReceiverHeightMetres, 1, 10, ModelLimits.ReceiverHeight);
}
