using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Lanes;

namespace Geo.Engine.Radio.Diffraction;

/// <summary>The first term of the residue series over one kind of ground, all that depends on the frequency alone computed once.</summary>
/// <remarks>Source: ITU-R P.1812, annex 1, 4.3.3 (equations 29 to 37).</remarks>
internal readonly struct FirstTerm
{
    private const double FloorFactor = 1.2589254117941673; // 2 dB

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
        var perMetre = beta * beta * _heightFactor / rootRadius;
        var (transmitterDb, transmitterFactor) = HeightGain(perMetre * transmitter, admittance);
        var (receiverDb, receiverFactor) = HeightGain(perMetre * receiver, admittance);
        var factors = transmitterFactor * receiverFactor;
        return distance >= 1.6
            ? (17.6 * distance) - 11 - transmitterDb - receiverDb - (10 * Math.Log10(distance * factors * factors))
            : (5.6488 * Math.Exp(1.425 * Math.Log(distance))) - transmitterDb - receiverDb + (20 * Math.Log10(distance / factors));
    }

    /// <summary>FT of eight paths.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Vector512<double> LossDb(Vector512<double> distanceKilometres, Vector512<double> transmitter, Vector512<double> receiver, Vector512<double> rootRadius)
    {
        var admittance = Vector512.Create(_admittance) / rootRadius;
        var square = admittance * admittance;
        var beta = (Vector512<double>.One + (square * 1.6) + (square * square * 0.67)) / (Vector512<double>.One + (square * 4.5) + (square * square * 1.53));
        var distance = beta * _distanceFactor / (rootRadius * rootRadius) * distanceKilometres;
        var perMetre = beta * beta * _heightFactor / rootRadius;
        var (transmitterDb, transmitterFactor) = HeightGain(perMetre * transmitter, admittance);
        var (receiverDb, receiverFactor) = HeightGain(perMetre * receiver, admittance);
        var factors = transmitterFactor * receiverFactor;
        var isFar = Vector512.GreaterThanOrEqual(distance, Vector512.Create(1.6));
        var power = Vector512.ConditionalSelect(isFar, Vector512<double>.One / distance, distance * distance) / (factors * factors);
        return Vector512.ConditionalSelect(isFar, (distance * 17.6) - Vector512.Create(11.0), ElementaryFunctions.Power(distance, Vector512.Create(1.425)) * 5.6488)
            - transmitterDb - receiverDb + (ElementaryFunctions.Log10(power) * 10);
    }

    // G, as decibels and a factor of the field, so that the factors of both ends and of the distance share one logarithm
    private static (double Db, double Factor) HeightGain(double height, double admittance)
    {
        var floor = FloorFactor * admittance;
        if (height <= 2)
            return (0, Math.Max(height + (0.1 * height * height * height), floor));
        var above = height - 1.1;
        var gain = (17.6 * Math.Sqrt(above)) - 8;
        var factor = 1 / Math.Sqrt(Math.Sqrt(above));
        return admittance > 2 && gain + (20 * Math.Log10(factor)) < 20 * Math.Log10(floor) // below 2 the gain is more than the floor
            ? (0, floor)
            : (gain, factor);
    }
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (Vector512<double> Db, Vector512<double> Factor) HeightGain(Vector512<double> height, Vector512<double> admittance)
    {
        var floor = admittance * FloorFactor;
        var isLow = Vector512.LessThanOrEqual(height, Vector512.Create(2.0));
        var above = height - Vector512.Create(1.1);
        var gain = (Vector512.Sqrt(above) * 17.6) - Vector512.Create(8.0);
        var factor = Vector512<double>.One / Vector512.Sqrt(Vector512.Sqrt(above));
        if (Vector512.GreaterThanAny(admittance, Vector512.Create(2.0)))
        {
            var isUnderFloor = Vector512.GreaterThan(admittance, Vector512.Create(2.0))
                & Vector512.LessThan(gain + (ElementaryFunctions.Log10(factor) * 20), ElementaryFunctions.Log10(floor) * 20);
            gain = Vector512.ConditionalSelect(isUnderFloor, Vector512<double>.Zero, gain);
            factor = Vector512.ConditionalSelect(isUnderFloor, floor, factor);
        }

        return (
            Vector512.ConditionalSelect(isLow, Vector512<double>.Zero, gain),
            Vector512.ConditionalSelect(isLow, Vector512.Max(height + (height * height * height * 0.1), floor), factor));
    }
}
