namespace Geo.Engine.Radio.Empirical;

/// <summary>Loss between isotropic antennas with nothing between and around them (Friis).</summary>
/// <remarks>Source: ITU-R P.525, 2.3.</remarks>
public static class FreeSpace
{
    /// <summary>The loss, dB.</summary>
    /// <param name="distanceMetres">From antenna to antenna, above 0; the far field begins after some wavelengths.</param>
    /// <param name="wavelengthMetres">Wavelength, above 0.</param>
    public static double LossDb(double distanceMetres, double wavelengthMetres) => 20 * Math.Log10(4 * Math.PI * distanceMetres / wavelengthMetres);
}
