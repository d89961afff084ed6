namespace Geo.Engine.Radio;

/// <summary>Wavelengths as the ITU's path models take them.</summary>
/// <remarks>Source: ITU-R P.1812, annex 1, 4.3: the speed of light rounded to 0.2998 m/ns. TR 38.901 rounds it to 0.3.</remarks>
public static class Wavelength
{
    private const double MetresPerNanosecond = 0.2998;

    /// <summary>Wavelength, metres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is NaN, infinite or not above 0.</exception>
    public static double Metres(double frequencyGigahertz)
    {
        if (!(frequencyGigahertz > 0 && double.IsFinite(frequencyGigahertz)))
            throw new ArgumentOutOfRangeException(nameof(frequencyGigahertz), frequencyGigahertz, "A frequency must be above 0.");
        return MetresPerNanosecond / frequencyGigahertz;
    }
}
