namespace Geo.Engine.Radio;

/// <summary>One antenna of a base station, alike in all directions.</summary>
/// <param name="Id">Names it in messages.</param>
/// <param name="X">Easting in the system of the frame, metres.</param>
/// <param name="Y">Northing in the system of the frame, metres.</param>
/// <param name="HeightMetres">Antenna height above ground, 10 to 150 m.</param>
/// <param name="FrequencyMegahertz">Carrier frequency, 500 to 7 000 MHz.</param>
/// <param name="EirpDbm">Equivalent isotropically radiated power per resource element, dBm.</param>
/// <param name="Band">The NR band, for example <c>n28</c>.</param>
public sealed record Transmitter(
    string Id, double X, double Y, double HeightMetres, double FrequencyMegahertz, double EirpDbm, string Band);
