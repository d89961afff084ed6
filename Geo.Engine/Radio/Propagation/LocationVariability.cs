namespace Geo.Engine.Radio.Propagation;

/// <summary>How much loss differs between the places of one cell.</summary>
/// <remarks>Source: ITU-R P.1812-6 and later, annex 1, 4.8 and 4.10 (equations 66 to 69): local mean, without fast fading.</remarks>
public static class LocationVariability
{
    private const double FadeMetres = 10;

    /// <summary>sigma_L: standard deviation outdoors, dB.</summary>
    /// <param name="frequencyGigahertz">Carrier frequency, 0.03 to 6 GHz.</param>
    /// <param name="cellMetres">Width of the cell, greater than 0; tens of metres to 1 km.</param>
    /// <param name="receiverMetres">Receiver above ground.</param>
    /// <param name="clutterMetres">
    /// Height of the clutter around it, not below 0. Under it the whole deviation holds; it is gone 10 m above.
    /// </param>
    public static double DeviationDb(double frequencyGigahertz, double cellMetres, double receiverMetres, double clutterMetres) =>
        UnderClutterDb(frequencyGigahertz, cellMetres) * ShareOfClutter(receiverMetres, clutterMetres);

    /// <summary>The deviation of receivers under the clutter, dB.</summary>
    internal static double UnderClutterDb(double frequencyGigahertz, double cellMetres) => (0.52 + (0.024 * frequencyGigahertz)) * Math.Pow(cellMetres, 0.28);

    /// <summary>Which share of it is left above the clutter, 0 to 1.</summary>
    internal static double ShareOfClutter(double receiverMetres, double clutterMetres) => Math.Clamp(1 - ((receiverMetres - clutterMetres) / FadeMetres), 0, 1);
}
