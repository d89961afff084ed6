namespace Geo.Engine.Radio.Entry;

/// <summary>Loss from the street into a building through its outer wall, added to an outdoor path loss of TR 38.901. Above 6 GHz made, below it usable.</summary>
/// <remarks>Source: 3GPP TR 38.901, 7.4.3.1, tables 7.4.3-1 and 7.4.3-2. The rural macro scenario uses low-loss walls only.</remarks>
public static class WallEntry
{
    /// <summary>Mean depth indoors of a user in the rural macro scenario, metres: the smaller of two uniform draws from 0 to 10.</summary>
    public const double MeanRuralDepthMetres = 10.0 / 3;

    /// <summary>Mean depth indoors of a user in the urban scenarios, metres: the smaller of two uniform draws from 0 to 25.</summary>
    public const double MeanUrbanDepthMetres = 25.0 / 3;

    private const double AngleLossDb = 5; // rays seldom meet the wall at right angles
    private const double LossPerMetreIndoors = 0.5;

    /// <summary>Loss of the wall and of the way indoors, with its standard deviation between buildings.</summary>
    /// <param name="kind">The wall.</param>
    /// <param name="frequencyGigahertz">Carrier frequency, 0.5 to 100 GHz.</param>
    /// <param name="depthMetres">d2D-in: way indoors along the ground, not below 0.</param>
    public static NormalLoss Loss(WallKind kind, double frequencyGigahertz, double depthMetres) => new(
        WallDb(kind, frequencyGigahertz) + (LossPerMetreIndoors * depthMetres),
        kind == WallKind.LowLoss ? 4.4 : 6.5);

    /// <summary>PL_tw: loss of the wall alone, dB.</summary>
    public static double WallDb(WallKind kind, double frequencyGigahertz)
    {
        var concrete = Through(5 + (4 * frequencyGigahertz));
        return kind == WallKind.LowLoss
            ? AngleLossDb - (10 * Math.Log10((0.3 * Through(2 + (0.2 * frequencyGigahertz))) + (0.7 * concrete)))
            : AngleLossDb - (10 * Math.Log10((0.7 * Through(23 + (0.3 * frequencyGigahertz))) + (0.3 * concrete)));
    }

    /// <summary>Which limits of the model are broken: 0.5 to 100 GHz.</summary>
    public static ModelLimits Broken(double frequencyGigahertz) => Limit.Outside(frequencyGigahertz, 0.5, 100, ModelLimits.Frequency);

    private static double Through(double lossDb) => Math.Pow(10, -lossDb / 10);
}
