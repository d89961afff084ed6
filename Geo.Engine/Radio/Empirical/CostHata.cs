namespace Geo.Engine.Radio.Empirical;

/// <summary>Hata's formula as COST 231 carried it on to 2 GHz: for comparison. Measured in towns, so that clutter is in it.</summary>
/// <remarks>
/// Source: COST 231 final report (1999), 4.4.1, equation 4.4.3. Deviation: in large cities the correction for the receiver is 3.2 (log 11.75 h)^2, as the
/// published values of network simulators have it, not the one of towns (5 dB less at 1 m); suburbs and open country are as towns.
/// </remarks>
public static class CostHata
{
    private const double LargeCityDb = 3;

    /// <summary>Median loss, dB.</summary>
    public static double LossDb(in HataScene scene, double distanceKilometres)
    {
        var loss = 46.3 + (33.9 * Math.Log10(scene.FrequencyMegahertz)) + scene.DistanceTermDb(distanceKilometres);
        if (scene.Surroundings != TownSize.LargeCity)
            return loss - scene.TownCorrectionDb;
        var log = Math.Log10(11.75 * scene.ReceiverHeightMetres);
        return loss - (3.2 * log * log) + LargeCityDb;
    }

    /// <summary>Which limits of the model a link breaks: 1 500 to 2 000 MHz, 1 to 20 km, base station 30 to 200 m, receiver 1 to 10 m.</summary>
    public static ModelLimits Broken(in HataScene scene, double distanceKilometres) => scene.Broken(distanceKilometres, 1_500, 2_000);
}
