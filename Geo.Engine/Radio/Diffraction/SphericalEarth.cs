using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Lanes;

namespace Geo.Engine.Radio.Diffraction;

/// <summary>
/// Diffraction loss over a smooth spherical earth at one frequency and polarisation: the first term of the residue series beyond the horizon, and an
/// interpolation to free space before it. Land is of permittivity 22 and conductivity 0.003 S/m, sea of 80 and 5 S/m.
/// </summary>
/// <remarks>Source: ITU-R P.1812, annex 1, 4.3.2 and 4.3.3 (equations 22 to 37); P.526, 3.2.</remarks>
public sealed class SphericalEarth
{
    private readonly double _wavelengthMetres;
    private readonly FirstTerm _land;
    private readonly FirstTerm _sea;

    /// <summary>The constants of a frequency.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is NaN or not above 0.</exception>
    public SphericalEarth(double frequencyGigahertz, Polarisation polarisation)
    {
        _wavelengthMetres = Wavelength.Metres(frequencyGigahertz);
        _land = new(frequencyGigahertz, polarisation, 22, 0.003);
        _sea = new(frequencyGigahertz, polarisation, 80, 5);
    }

    /// <summary>Loss, dB, not below 0.</summary>
    /// <param name="distanceKilometres">Length of the path, greater than 0.</param>
    /// <param name="transmitter">Antenna of the transmitter above the smooth surface, metres, greater than 0.</param>
    /// <param name="receiver">Antenna of the receiver above the smooth surface, metres, greater than 0.</param>
    /// <param name="earthKilometres">Effective radius of the earth.</param>
    /// <param name="seaShare">Share of the path over sea, 0 to 1.</param>
    public double LossDb(double distanceKilometres, double transmitter, double receiver, double earthKilometres, double seaShare)
    {
        var (rootTransmitter, rootReceiver) = (Math.Sqrt(transmitter), Math.Sqrt(receiver));
        // d_los >= D, both squared
        var roots = rootTransmitter + rootReceiver;
        if (distanceKilometres * distanceKilometres >= 0.002 * earthKilometres * roots * roots)
            return FirstTermDb(distanceKilometres, transmitter, receiver, earthKilometres, seaShare);
        var (clearance, distance) = LeastClearance(distanceKilometres, transmitter, receiver, earthKilometres);
        var required = 17.456 * Math.Sqrt(distance * (distanceKilometres - distance) * _wavelengthMetres / distanceKilometres);
        if (clearance > required)
            return 0;
        var marginal = 500 * distanceKilometres * distanceKilometres / (roots * roots);
        var loss = FirstTermDb(distanceKilometres, transmitter, receiver, marginal, seaShare);
        return loss < 0 ? 0 : (1 - (clearance / required)) * loss;
    }

    /// <summary>The loss of eight paths.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal Vector512<double> LossDb(
        Vector512<double> distanceKilometres, Vector512<double> transmitter, Vector512<double> receiver, double earthKilometres, Vector512<double> seaShare)
    {
        var roots = Vector512.Sqrt(transmitter) + Vector512.Sqrt(receiver);
        var isBeyond = Vector512.GreaterThanOrEqual(distanceKilometres * distanceKilometres, roots * roots * (0.002 * earthKilometres));
        var (clearance, distance) = LeastClearance(distanceKilometres, transmitter, receiver, earthKilometres);
        var required = Vector512.Sqrt(distance * (distanceKilometres - distance) * _wavelengthMetres / distanceKilometres) * 17.456;
        var isClear = Vector512.AndNot(Vector512.GreaterThan(clearance, required), isBeyond);
        if (Vector512.EqualsAll(isClear.AsInt64(), Vector512<long>.AllBitsSet))
            return Vector512<double>.Zero;
        var marginal = distanceKilometres * distanceKilometres * 500 / (roots * roots);
        var loss = FirstTermDb(
            distanceKilometres, transmitter, receiver, Vector512.ConditionalSelect(isBeyond, Vector512.Create(earthKilometres), marginal), seaShare);
        var before = (Vector512<double>.One - (clearance / required)) * Vector512.Max(loss, Vector512<double>.Zero);
        return Vector512.ConditionalSelect(isClear, Vector512<double>.Zero, Vector512.ConditionalSelect(isBeyond, loss, before));
    }

    // where the ray comes nearest to the curved surface, and by how much it passes over it
    private static (double Metres, double Kilometres) LeastClearance(double length, double transmitter, double receiver, double earthKilometres)
    {
        var sum = transmitter + receiver;
        var c = (transmitter - receiver) / sum;
        var m = 250 * length * length / (earthKilometres * sum);
        var more = m + 1;
        var angle = Math.Acos(1.5 * c * Math.Sqrt(3 * m / (more * more * more)));
        var b = 2 * Math.Sqrt(more / (3 * m)) * Math.Cos((Math.PI / 3) + (angle / 3));
        var first = length / 2 * (1 + b);
        var second = length - first;
        var clearance = (((transmitter - (500 * first * first / earthKilometres)) * second)
            + ((receiver - (500 * second * second / earthKilometres)) * first)) / length;
        return (clearance, first);
    }

    // the cosine of the Recommendation is the sine of a third of the arc sine
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (Vector512<double> Metres, Vector512<double> Kilometres) LeastClearance(
        Vector512<double> length, Vector512<double> transmitter, Vector512<double> receiver, double earthKilometres)
    {
        var sum = transmitter + receiver;
        var c = (transmitter - receiver) / sum;
        var m = length * length * 250 / (sum * earthKilometres);
        var more = m + Vector512<double>.One;
        var sine = LaneMath.SineOfThirdOfArcSine(c * 1.5 * Vector512.Sqrt(m * 3 / (more * more * more)));
        var b = Vector512.Sqrt(more / (m * 3)) * 2 * sine;
        var first = length * 0.5 * (Vector512<double>.One + b);
        var second = length - first;
        var clearance = (((transmitter - (first * first * (500 / earthKilometres))) * second)
            + ((receiver - (second * second * (500 / earthKilometres))) * first)) / length;
        return (clearance, first);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<double> FirstTermDb(
        Vector512<double> distanceKilometres, Vector512<double> transmitter, Vector512<double> receiver, Vector512<double> earthKilometres, Vector512<double> seaShare)
    {
        var rootRadius = ElementaryFunctions.Cbrt(earthKilometres);
        var landShare = Vector512<double>.One - seaShare;
        var loss = Vector512.EqualsAll(landShare, Vector512<double>.Zero)
            ? Vector512<double>.Zero
            : landShare * _land.LossDb(distanceKilometres, transmitter, receiver, rootRadius);
        return Vector512.EqualsAll(seaShare, Vector512<double>.Zero)
            ? loss
            : loss + (seaShare * _sea.LossDb(distanceKilometres, transmitter, receiver, rootRadius));
    }

    private double FirstTermDb(double distanceKilometres, double transmitter, double receiver, double earthKilometres, double seaShare)
    {
        var rootRadius = Math.Cbrt(earthKilometres);
        var land = seaShare < 1 ? (1 - seaShare) * _land.LossDb(distanceKilometres, transmitter, receiver, rootRadius) : 0;
        return seaShare > 0 ? land + (seaShare * _sea.LossDb(distanceKilometres, transmitter, receiver, rootRadius)) : land;
    }
}
