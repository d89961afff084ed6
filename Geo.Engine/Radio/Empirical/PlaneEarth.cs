namespace Geo.Engine.Radio.Empirical;

/// <summary>
/// The two-ray model far from the transmitter, whatever the ground: free space up to the distance at which both formulas cross, the fourth power beyond.
/// For comparison; <see cref="Water.WaterPath"/> has the rays themselves.
/// </summary>
/// <remarks>Source: T. S. Rappaport, Wireless Communications, 2nd edition, 4.6, equations 4.52 and 4.53.</remarks>
public static class PlaneEarth
{
    /// <summary>The loss, dB.</summary>
    /// <param name="distanceMetres">From antenna to antenna, above 0.</param>
    /// <param name="wavelengthMetres">Wavelength, above 0.</param>
    /// <param name="transmitterMetres">Antenna of the transmitter above the plane, above 0.</param>
    /// <param name="receiverMetres">Antenna of the receiver above the plane, above 0.</param>
    public static double LossDb(double distanceMetres, double wavelengthMetres, double transmitterMetres, double receiverMetres)
    {
        var heights = transmitterMetres * receiverMetres;
        return distanceMetres <= 4 * Math.PI * heights / wavelengthMetres
            ? FreeSpace.LossDb(distanceMetres, wavelengthMetres)
            : (40 * Math.Log10(distanceMetres)) - (20 * Math.Log10(heights));
    }
}
