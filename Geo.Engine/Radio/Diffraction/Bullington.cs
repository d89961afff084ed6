using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Lanes;
using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Diffraction;

/// <summary>A whole profile replaced by one edge: where the horizons of both ends meet or, in line of sight, the point that comes nearest to the ray.</summary>
/// <remarks>Source: ITU-R P.526, 4.5.1; P.1812, annex 1, 4.3.1.</remarks>
public static class Bullington
{
    /// <summary>
    /// The edge of a profile, whatever the wavelength: its parameter v times the square root of the wavelength, in square roots of a metre. Not above 0
    /// where ground and clutter leave the ray free; negative infinity without points between the ends.
    /// </summary>
    /// <param name="profile">Ground with its clutter.</param>
    /// <param name="transmitter">Antenna of the transmitter, metres above sea level.</param>
    /// <param name="receiver">Antenna of the receiver, metres above sea level.</param>
    /// <param name="earthKilometres">Effective radius of the earth.</param>
    public static double Edge(in PathProfile profile, double transmitter, double receiver, double earthKilometres)
    {
        var length = profile.LengthKilometres;
        var steepest = double.NegativeInfinity;
        for (var i = 1; i < profile.Length - 1; i++)
            steepest = Math.Max(steepest, (BulgedTop(profile, i, earthKilometres) - transmitter) / profile.DistancesKilometres[i]);
        return steepest < (receiver - transmitter) / length
            ? EdgeInSight(profile, transmitter, receiver, earthKilometres)
            : EdgeBeyondHorizon(profile, transmitter, receiver, earthKilometres, steepest);
    }

    /// <summary>Loss of an edge, dB, with the correction for what else is on the path.</summary>
    /// <param name="edge">As <see cref="Edge"/> gives it.</param>
    /// <param name="perRootWavelength">One over the square root of the wavelength in metres.</param>
    /// <param name="distanceKilometres">Length of the path.</param>
    public static double LossDb(double edge, double perRootWavelength, double distanceKilometres)
    {
        var loss = KnifeEdge.LossDb(edge * perRootWavelength);
        return loss == 0 ? 0 : loss + ((1 - Math.Exp(-loss / 6)) * (10 + (0.02 * distanceKilometres)));
    }

    /// <summary>The loss of eight edges.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static Vector512<double> LossDb(Vector512<double> edge, double perRootWavelength, Vector512<double> distanceKilometres)
    {
        var loss = KnifeEdge.LossDb(edge * perRootWavelength);
        return loss + ((Vector512<double>.One - ElementaryFunctions.Exp(loss * (-1.0 / 6))) * (Vector512.Create(10.0) + (distanceKilometres * 0.02)));
    }

    private static double EdgeInSight(in PathProfile profile, double transmitter, double receiver, double earthKilometres)
    {
        var length = profile.LengthKilometres;
        var greatest = double.NegativeInfinity;
        for (var i = 1; i < profile.Length - 1; i++)
        {
            var distance = profile.DistancesKilometres[i];
            var ray = ((transmitter * (length - distance)) + (receiver * distance)) / length;
            greatest = Math.Max(greatest, (BulgedTop(profile, i, earthKilometres) - ray) * Zone(distance, length));
        }

        return greatest;
    }

    private static double EdgeBeyondHorizon(in PathProfile profile, double transmitter, double receiver, double earthKilometres, double steepest)
    {
        var length = profile.LengthKilometres;
        var steepestBack = double.NegativeInfinity;
        for (var i = 1; i < profile.Length - 1; i++)
        {
            var back = length - profile.DistancesKilometres[i];
            steepestBack = Math.Max(steepestBack, (BulgedTop(profile, i, earthKilometres) - receiver) / back);
        }

        return EdgeWhereHorizonsMeet(length, transmitter, receiver, steepest, steepestBack);
    }

    /// <summary>The edge at the point where the lines to both horizons cross.</summary>
    /// <param name="length">Length of the path, kilometres.</param>
    /// <param name="transmitter">Antenna of the transmitter, metres above sea level.</param>
    /// <param name="receiver">Antenna of the receiver, metres above sea level.</param>
    /// <param name="steepest">Steepest slope from the transmitter, metres per kilometre, not below that to the receiver.</param>
    /// <param name="steepestBack">Steepest slope from the receiver, metres per kilometre.</param>
    public static double EdgeWhereHorizonsMeet(double length, double transmitter, double receiver, double steepest, double steepestBack)
    {
        var meeting = (receiver - transmitter + (steepestBack * length)) / (steepest + steepestBack);
        var ray = ((transmitter * (length - meeting)) + (receiver * meeting)) / length;
        return (transmitter + (steepest * meeting) - ray) * Zone(meeting, length);
    }

    /// <summary><see cref="EdgeWhereHorizonsMeet"/> of eight paths.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static Vector512<double> EdgesWhereHorizonsMeet(
        Vector512<double> length, Vector512<double> transmitter, Vector512<double> receiver, Vector512<double> steepest, Vector512<double> steepestBack)
    {
        var meeting = (receiver - transmitter + (steepestBack * length)) / (steepest + steepestBack);
        var back = length - meeting;
        var ray = ((transmitter * back) + (receiver * meeting)) / length;
        return (transmitter + (steepest * meeting) - ray) * Vector512.Sqrt(length * 0.002 / (meeting * back));
    }

    /// <summary>Turns metres above the ray into an edge, by how far along the path they are, both in kilometres.</summary>
    public static double Zone(double distance, double length) => Math.Sqrt(0.002 * length / (distance * (length - distance)));

    // the earth's bulge lifts the middle of the path
    private static double BulgedTop(in PathProfile profile, int point, double earthKilometres)
    {
        var distance = profile.DistancesKilometres[point];
        return profile.TopMetres(point) + (500 * distance * (profile.LengthKilometres - distance) / earthKilometres);
    }
}
