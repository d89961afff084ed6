namespace Geo.Engine.Radio.Empirical;

/// <summary>Hata's formulas for Okumura's curves: for comparison below 1.5 GHz. Measured in towns, so that clutter is in them.</summary>
/// <remarks>Source: M. Hata, Empirical formula for propagation loss in land mobile radio services, IEEE Trans. VT 29 (1980), equations 12 to 20.</remarks>
public static class OkumuraHata
{
    /// <summary>Median loss, dB.</summary>
    public static double LossDb(in HataScene scene, double distanceKilometres)
    {
        var log = Math.Log10(scene.FrequencyMegahertz);
        var town = 69.55 + (26.16 * log) + scene.DistanceTermDb(distanceKilometres);
        return scene.Surroundings switch
        {
            TownSize.LargeCity => town - LargeCityCorrectionDb(scene),
            TownSize.Suburb => town - scene.TownCorrectionDb - (2 * Square(Math.Log10(scene.FrequencyMegahertz / 28))) - 5.4,
            TownSize.Open => town - scene.TownCorrectionDb - (4.78 * log * log) + (18.33 * log) - 40.94,
            _ => town - scene.TownCorrectionDb,
        };
    }

    /// <summary>Which limits of the model a link breaks: 150 to 1 500 MHz, 1 to 20 km, base station 30 to 200 m, receiver 1 to 10 m.</summary>
    public static ModelLimits Broken(in HataScene scene, double distanceKilometres) => scene.Broken(distanceKilometres, 150, 1_500);

    // Hata leaves the formula between 200 and 400 MHz open; here the one for higher frequencies holds
    private static double LargeCityCorrectionDb(in HataScene scene) => scene.FrequencyMegahertz <= 200
        ? (8.29 * Square(Math.Log10(1.54 * scene.ReceiverHeightMetres))) - 1.1
        : (3.2 * Square(Math.Log10(11.75 * scene.ReceiverHeightMetres))) - 4.97;

    private static double Square(double value) => value * value;
}
