namespace Geo.Engine.Radio.Diffraction;

/// <summary>The first term of the residue series over one kind of ground, all that depends on the frequency alone computed once.</summary>
/// <remarks>Source: ITU-R P.1812, annex 1, 4.3.3 (equations 29 to 37).</remarks>
internal readonly struct FirstTerm
{
    private readonly double _admittance; // K times the cube root of the earth's radius
    private readonly double _distanceFactor;
    private readonly double _heightFactor;

    public FirstTerm(double frequencyGigahertz, Polarisation polarisation, double permittivity, double conductivity)
    {
        var loss = 18 * conductivity / frequencyGigahertz;
        var horizontal = 0.036 / Math.Cbrt(frequencyGigahertz) * Math.Pow(((permittivity - 1) * (permittivity - 1)) + (loss * loss), -0.25);
        _admittance = polarisation == Polarisation.Horizontal
            ? horizontal
            : horizontal * Math.Sqrt((permittivity * permittivity) + (loss * loss));
        _distanceFactor = 21.88 * Math.Cbrt(frequencyGigahertz);
        _heightFactor = 0.9575 * Math.Cbrt(frequencyGigahertz * frequencyGigahertz);
    }

    /// <summary>FT, dB; below 0 where the series does not hold.</summary>
    /// <param name="distanceKilometres">Length of the path.</param>
    /// <param name="transmitter">Height above the surface, metres.</param>
    /// <param name="receiver">Height above the surface, metres.</param>
    /// <param name="rootRadius">Cube root of the effective radius in kilometres.</param>
    public double LossDb(double distanceKilometres, double transmitter, double receiver, double rootRadius)
    {
        var admittance = _admittance / rootRadius;
        var square = admittance * admittance;
        var beta = (1 + (1.6 * square) + (0.67 * square * square)) / (1 + (4.5 * square) + (1.53 * square * square));
        var distance = beta * _distanceFactor / (rootRadius * rootRadius) * distanceKilometres;
        var perMetre = beta * _heightFactor / rootRadius;
        var far = distance >= 1.6
            ? 11 + (10 * Math.Log10(distance)) - (17.6 * distance)
            : (-20 * Math.Log10(distance)) - (5.6488 * Math.Pow(distance, 1.425));
        var floor = 2 + (20 * Math.Log10(admittance));
        return -far - HeightGainDb(beta * perMetre * transmitter, floor) - HeightGainDb(beta * perMetre * receiver, floor);
    }

    private static double HeightGainDb(double height, double floor)
    {
        var above = height - 1.1;
        var gain = height > 2
            ? (17.6 * Math.Sqrt(above)) - (5 * Math.Log10(above)) - 8
            : 20 * Math.Log10(height + (0.1 * height * height * height));
        return Math.Max(gain, floor);
    }
}
