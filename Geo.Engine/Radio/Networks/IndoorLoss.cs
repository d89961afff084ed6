using Geo.Engine.Radio.Entry;
using Geo.Engine.Radio.Spectrum;

namespace Geo.Engine.Radio.Networks;

/// <summary>What the wall costs, as a normal distribution beside that of the places outdoors.</summary>
/// <param name="MedianDb">Median loss into the building, dB.</param>
/// <param name="DeviationDb">Standard deviation, dB.</param>
/// <remarks>
/// Source: ITU-R P.2109 at an elevation of 0 degrees. Its distribution is a little skewed; the deviation is that between its median and its 84.13 percent,
/// the side on which coverage is lost.
/// </remarks>
internal readonly record struct IndoorLoss(double MedianDb, double DeviationDb)
{
    private const double OneDeviationPercent = 84.134474606854293;

    /// <summary>The loss on a carrier; none outdoors.</summary>
    public static IndoorLoss Of(BuildingKind? building, Carrier carrier)
    {
        if (building is not { } kind)
            return default;
        var gigahertz = carrier.CentreMegahertz / 1_000;
        var median = BuildingEntry.LossDb(kind, gigahertz, 0, 50);
        return new(median, BuildingEntry.LossDb(kind, gigahertz, 0, OneDeviationPercent) - median);
    }
}
