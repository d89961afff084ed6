using System.Numerics;
using Geo.Engine.Radio.Diffraction;
using Geo.Engine.Radio.Empirical;
using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Water;

/// <summary>
/// Loss over open water in sight: the direct ray and the one that the water mirrors, with the tide. Antennas are above the zero of a tide gauge; what
/// counts is how far they are above the water of the moment, so that a handset gains where the water falls.
/// </summary>
/// <remarks>
/// Source: ITU-R P.1812 for the limit (see <see cref="SphericalEarth"/>); Fresnel's coefficients as in ITU-R P.1406 and Rappaport, Wireless
/// Communications, 4.5 and 4.6. Calm water: waves weaken the mirrored ray, ducts above the sea carry farther than this.
/// </remarks>
public sealed class WaterPath
{
    private const double PermittivityOfWater = 80;

    private readonly Complex _permittivity;
    private readonly double _wavelengthMetres;
    private readonly Polarisation _polarisation;
    private readonly SphericalEarth _sphere;
    private readonly EffectiveEarth _earth;

    /// <summary>The constants of a frequency.</summary>
    /// <param name="frequencyGigahertz">Carrier frequency, 0.03 to 6 GHz.</param>
    /// <param name="polarisation">Polarisation of both antennas.</param>
    /// <param name="earth">Effective radii of the earth; the median one counts.</param>
    /// <param name="conductivity">Of the water, S/m: 5 at sea, less in estuaries, about 0.01 in rivers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is NaN or not above 0.</exception>
    public WaterPath(double frequencyGigahertz, Polarisation polarisation, EffectiveEarth earth, double conductivity = 5)
    {
        _wavelengthMetres = Wavelength.Metres(frequencyGigahertz);
        _permittivity = new(PermittivityOfWater, -60 * conductivity * _wavelengthMetres);
        _polarisation = polarisation;
        _earth = earth;
        _sphere = new(frequencyGigahertz, polarisation);
    }

    /// <summary>Loss of the two rays over flat water, dB.</summary>
    /// <param name="distanceMetres">Along the water, above 0.</param>
    /// <param name="transmitterMetres">Antenna of the transmitter above the zero of the gauge.</param>
    /// <param name="receiverMetres">Antenna of the receiver above the zero of the gauge.</param>
    /// <param name="waterMetres">Water above the zero of the gauge; NaN comes out where it covers an antenna.</param>
    public double TwoRayLossDb(double distanceMetres, double transmitterMetres, double receiverMetres, double waterMetres)
    {
        var (transmitter, receiver) = (transmitterMetres - waterMetres, receiverMetres - waterMetres);
        if (!(transmitter > 0 && receiver > 0))
            return double.NaN;
        var direct = Math.Sqrt((distanceMetres * distanceMetres) + ((transmitter - receiver) * (transmitter - receiver)));
        var mirrored = Math.Sqrt((distanceMetres * distanceMetres) + ((transmitter + receiver) * (transmitter + receiver)));
        var difference = 4 * transmitter * receiver / (direct + mirrored); // their difference, without its cancellation
        var phase = Complex.FromPolarCoordinates(1, -2 * Math.PI * difference / _wavelengthMetres);
        var sum = 1 + (Reflection((transmitter + receiver) / mirrored) * phase);
        return FreeSpace.LossDb(direct, _wavelengthMetres) - (20 * Math.Log10(sum.Magnitude));
    }

    /// <summary>The same, but not less than free space with the diffraction of a curved sea, which takes over towards the horizon; dB.</summary>
    public double LossDb(double distanceMetres, double transmitterMetres, double receiverMetres, double waterMetres)
    {
        var (transmitter, receiver) = (transmitterMetres - waterMetres, receiverMetres - waterMetres);
        var flat = TwoRayLossDb(distanceMetres, transmitterMetres, receiverMetres, waterMetres);
        if (double.IsNaN(flat))
            return flat;
        var curved = _sphere.LossDb(distanceMetres / 1_000, transmitter, receiver, _earth.MedianKilometres, 1);
        return Math.Max(flat, FreeSpace.LossDb(distanceMetres, _wavelengthMetres) + curved);
    }

    /// <summary>Distance at which the water hides the receiver, metres; 0 where it covers an antenna.</summary>
    public double HorizonMetres(double transmitterMetres, double receiverMetres, double waterMetres) =>
        Math.Sqrt(2_000 * _earth.MedianKilometres)
        * (Math.Sqrt(Math.Max(transmitterMetres - waterMetres, 0)) + Math.Sqrt(Math.Max(receiverMetres - waterMetres, 0)));

    /// <summary>Which limits of the model a path breaks: 0.03 to 6 GHz, not beyond the horizon, both antennas above the water.</summary>
    public ModelLimits Broken(double distanceMetres, double transmitterMetres, double receiverMetres, double waterMetres) =>
        Limit.Outside(_wavelengthMetres, Wavelength.Metres(6), Wavelength.Metres(0.03), ModelLimits.Frequency)
        | Limit.Below(distanceMetres, double.Epsilon, ModelLimits.TooNear)
        | Limit.Above(distanceMetres, HorizonMetres(transmitterMetres, receiverMetres, waterMetres), ModelLimits.BeyondHorizon)
        | (transmitterMetres > waterMetres && receiverMetres > waterMetres ? ModelLimits.None : ModelLimits.Undefined);

    // Fresnel's coefficient for a ray that meets the water at this sine of its grazing angle
    private Complex Reflection(double sine)
    {
        var root = Complex.Sqrt(_permittivity - (1 - (sine * sine)));
        var across = _polarisation == Polarisation.Horizontal ? sine : _permittivity * sine;
        return (across - root) / (across + root);
    }
}
