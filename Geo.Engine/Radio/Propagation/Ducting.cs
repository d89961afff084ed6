using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Lanes;
using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Propagation;

/// <summary>Loss of propagation in ducts and by reflection from layers of air, at one frequency and share of time.</summary>
/// <remarks>Source: ITU-R P.1812, annex 1, 4.5 (equations 44 to 54).</remarks>
internal sealed class Ducting(double frequencyGigahertz, double timePercent, double earthKilometres, double latitudeDegrees)
{
    private const double CoastReachKilometres = 5;
    private const double CoastalSeaShare = 0.75;
    private const double NearKilometres = 100;
    private const double MostCoastGainDb = 12; // 6 at each end

    private readonly double _rootFrequency = Math.Cbrt(frequencyGigahertz);
    private readonly double _angularLoss = 5e-5 * earthKilometres * Math.Cbrt(frequencyGigahertz);
    private readonly double _leastTimeLoss = TimeLossAtLeastDb(timePercent, LayeredAir.MostPercent(latitudeDegrees));
    private readonly double _constant = 102.45
        + (20 * Math.Log10(frequencyGigahertz))
        + (frequencyGigahertz < 0.5 ? 45.375 - (137 * frequencyGigahertz) + (92.5 * frequencyGigahertz * frequencyGigahertz) : 0);

    /// <summary>L_ba, dB.</summary>
    public double LossDb(in PathGeometry geometry, LayeredAir air) => CouplingDb(geometry) + TimeLossDb(geometry, air);

    /// <summary>
    /// What the loss of a share of time not below b0 is at least, dB, and cheaply. A(p) falls with beta, which is not more than b0 of the open sea; up to 100 km
    /// the value for that beta at 100 km is a bound, farther out 0 is.
    /// </summary>
    public double LeastLossDb(in PathGeometry geometry) =>
        CouplingDb(geometry) + (geometry.DistanceKilometres <= NearKilometres ? _leastTimeLoss : 0);

    /// <summary>L_ba of eight paths, dB.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Vector512<double> LossDb(in PathLanes paths, Vector512<double> couplingDb)
    {
        var (percent, tau) = LayeredAir.Of(paths, latitudeDegrees);
        var distance = paths.DistanceKilometres;
        var beta = percent * HeightFactor(paths, distance, tau) * RoughnessFactor(paths, distance);
        return couplingDb + TimeLossDb(ElementaryFunctions.Log10(beta), distance);
    }

    /// <summary><see cref="LeastLossDb(in PathGeometry)"/> of eight paths, from <see cref="CouplingDb(in PathLanes)"/>.</summary>
    public Vector512<double> LeastLossDb(in PathLanes paths, Vector512<double> couplingDb) => couplingDb
        + Vector512.ConditionalSelect(
            Vector512.LessThanOrEqual(paths.DistanceKilometres, Vector512.Create(NearKilometres)), Vector512.Create(_leastTimeLoss), Vector512<double>.Zero);

    /// <summary>
    /// What <see cref="LeastLossDb(in PathLanes, Vector512{double})"/> is at least, dB, before it is known where the horizons of paths in sight lie: with all the gain
    /// that coasts can give, and the least shielding that horizons anywhere on the path can. What shields is concave in the distance of the horizon, and least at an end.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Vector512<double> BoundDb(in PathLanes paths)
    {
        var (distance, isHidden) = (paths.DistanceKilometres, Vector512.GreaterThan(paths.IsTransHorizon, Vector512<double>.Zero));
        var (near, nearBack) = (paths.TransmitterHorizonKilometres, paths.ReceiverHorizonKilometres);
        var (far, farBack) = (
            Vector512.ConditionalSelect(isHidden, near, Vector512.Max(near, distance - nearBack)),
            Vector512.ConditionalSelect(isHidden, nearBack, Vector512.Max(nearBack, distance - near)));
        var (elevation, elevationBack) = (paths.TransmitterElevationMilliradians, paths.ReceiverElevationMilliradians);
        var angle = (distance * (1_000 / earthKilometres)) + Vector512.Min(elevation, near * 0.1) + Vector512.Min(elevationBack, nearBack * 0.1);
        var (shielding, factor) = SiteShielding(elevation - (far * 0.1), far);
        var (shieldingBack, factorBack) = SiteShielding(elevationBack - (farBack * 0.1), farBack);
        factor = Vector512.Min(factor, SiteShielding(elevation - (near * 0.1), near).Factor);
        factorBack = Vector512.Min(factorBack, SiteShielding(elevationBack - (nearBack * 0.1), nearBack).Factor);
        var horizons = Vector512.ConditionalSelect(isHidden, near + nearBack, distance);
        var isCoastal = Vector512.GreaterThanOrEqual(paths.SeaShare, Vector512.Create(CoastalSeaShare));
        return LeastLossDb(paths, Vector512.Create(_constant)
            + (ElementaryFunctions.Log10(horizons * factor * factorBack) * 20)
            + shielding + shieldingBack + (angle * _angularLoss) - (Vector512.Create(MostCoastGainDb) & isCoastal));
    }

    /// <summary>All of L_ba but A(p) of eight paths, dB; the three logarithms of fields are one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Vector512<double> CouplingDb(in PathLanes paths)
    {
        var (fromTransmitter, fromReceiver) = (paths.TransmitterHorizonKilometres, paths.ReceiverHorizonKilometres);
        var (elevation, elevationBack) = (paths.TransmitterElevationMilliradians, paths.ReceiverElevationMilliradians);
        var (toTransmitter, toReceiver) = (fromTransmitter * 0.1, fromReceiver * 0.1);
        var angle = (paths.DistanceKilometres * (1_000 / earthKilometres)) + Vector512.Min(elevation, toTransmitter) + Vector512.Min(elevationBack, toReceiver);
        var (shielding, shieldingFactor) = SiteShielding(elevation - toTransmitter, fromTransmitter);
        var (shieldingBack, shieldingFactorBack) = SiteShielding(elevationBack - toReceiver, fromReceiver);
        var loss = Vector512.Create(_constant)
            + (ElementaryFunctions.Log10((fromTransmitter + fromReceiver) * shieldingFactor * shieldingFactorBack) * 20)
            + shielding + shieldingBack + (angle * _angularLoss);
        var isCoastal = Vector512.GreaterThanOrEqual(paths.SeaShare, Vector512.Create(CoastalSeaShare));
        if (Vector512.EqualsAll(isCoastal.AsInt64(), Vector512<long>.Zero))
            return loss;
        var gain = CoastGainDb(paths.TransmitterCoastKilometres, fromTransmitter, paths.TransmitterMetres)
            + CoastGainDb(paths.ReceiverCoastKilometres, fromReceiver, paths.ReceiverMetres);
        return loss + (gain & isCoastal);
    }

    // all of L_ba but A(p)
    private double CouplingDb(in PathGeometry geometry)
    {
        var (toTransmitter, toReceiver) = (0.1 * geometry.TransmitterHorizonKilometres, 0.1 * geometry.ReceiverHorizonKilometres);
        var angle = (1_000 * geometry.DistanceKilometres / earthKilometres)
            + Math.Min(geometry.TransmitterElevationMilliradians, toTransmitter)
            + Math.Min(geometry.ReceiverElevationMilliradians, toReceiver);
        var loss = _constant
            + (20 * Math.Log10(geometry.TransmitterHorizonKilometres + geometry.ReceiverHorizonKilometres))
            + SiteShieldingDb(geometry.TransmitterElevationMilliradians - toTransmitter, geometry.TransmitterHorizonKilometres)
            + SiteShieldingDb(geometry.ReceiverElevationMilliradians - toReceiver, geometry.ReceiverHorizonKilometres)
            + (_angularLoss * angle);
        return geometry.SeaShare < CoastalSeaShare
            ? loss
            : loss
                + CoastGainDb(geometry.TransmitterCoastKilometres, geometry.TransmitterHorizonKilometres, geometry.TransmitterMetres)
                + CoastGainDb(geometry.ReceiverCoastKilometres, geometry.ReceiverHorizonKilometres, geometry.ReceiverMetres);
    }

    private double SiteShieldingDb(double angle, double horizonKilometres) => angle > 0
        ? (20 * Math.Log10(1 + (0.361 * angle * Math.Sqrt(frequencyGigahertz * horizonKilometres)))) + (0.264 * angle * _rootFrequency)
        : 0;

    private static double CoastGainDb(double coastKilometres, double horizonKilometres, double antennaMetres) =>
        coastKilometres <= horizonKilometres && coastKilometres <= CoastReachKilometres
            ? -3 * Math.Exp(-0.25 * coastKilometres * coastKilometres) * (1 + Math.Tanh(0.07 * (50 - antennaMetres)))
            : 0;

    private double TimeLossDb(in PathGeometry geometry, LayeredAir air) => TimeLossDb(
        timePercent, air.Percent * HeightFactor(geometry, air.Tau) * RoughnessFactor(geometry), geometry.DistanceKilometres);

    // A(p)
    private static double TimeLossDb(double timePercent, double beta, double distance)
    {
        var log = Math.Log10(beta);
        var exponent = 1.076 / Powers.Of(2.0058 - log, 1.012)
            * Math.Exp(-(9.51 - (4.8 * log) + (0.198 * log * log)) * 1e-6 * Powers.Of(distance, 1.13));
        var ratio = timePercent / beta;
        return -12 + ((1.2 + (3.7e-3 * distance)) * Math.Log10(ratio)) + (12 * Powers.Of(ratio, exponent));
    }

    // the term in log(p/beta) grows with distance, the other falls: each where it is least
    private static double TimeLossAtLeastDb(double timePercent, double beta)
    {
        var log = Math.Log10(timePercent / beta);
        return TimeLossDb(timePercent, beta, NearKilometres) - (3.7e-3 * NearKilometres * log);
    }

    // mu2
    private double HeightFactor(in PathGeometry geometry, double tau)
    {
        var distance = geometry.DistanceKilometres;
        var roots = Math.Sqrt(geometry.EffectiveTransmitterMetres) + Math.Sqrt(geometry.EffectiveReceiverMetres);
        var exponent = Math.Max(-3.4, -0.6 - (3.5e-9 * Powers.Of(distance, 3.1) * tau));
        return Math.Min(1, Powers.Of(500 * distance * distance / (earthKilometres * roots * roots), exponent));
    }

    // mu3
    private static double RoughnessFactor(in PathGeometry geometry)
    {
        if (geometry.RoughnessMetres <= 10)
            return 1;
        var between = geometry.DistanceKilometres - geometry.TransmitterHorizonKilometres - geometry.ReceiverHorizonKilometres;
        return Math.Exp(-4.6e-5 * (geometry.RoughnessMetres - 10) * (43 + (6 * Math.Min(between, 40))));
    }
    // decibels and a factor of the field; nothing and 1 where the angle is not above 0
    private (Vector512<double> Db, Vector512<double> Factor) SiteShielding(Vector512<double> angle, Vector512<double> horizonKilometres)
    {
        var above = Vector512.Max(angle, Vector512<double>.Zero);
        return (above * (0.264 * _rootFrequency), Vector512<double>.One + (above * 0.361 * Vector512.Sqrt(horizonKilometres * frequencyGigahertz)));
    }

    private static Vector512<double> CoastGainDb(Vector512<double> coastKilometres, Vector512<double> horizonKilometres, Vector512<double> antennaMetres)
    {
        var isNear = Vector512.LessThanOrEqual(coastKilometres, Vector512.Min(horizonKilometres, Vector512.Create(CoastReachKilometres)));
        var gain = ElementaryFunctions.Exp(coastKilometres * coastKilometres * -0.25) * LaneMath.Rise((Vector512.Create(50.0) - antennaMetres) * 0.07) * -6;
        return gain & isNear;
    }

    private Vector512<double> TimeLossDb(Vector512<double> logBeta, Vector512<double> distance)
    {
        var damping = Vector512.Create(9.51) - (logBeta * 4.8) + (logBeta * logBeta * 0.198);
        var exponent = ElementaryFunctions.Exp(damping * ElementaryFunctions.Power(distance, Vector512.Create(1.13)) * -1e-6)
            * 1.076 / ElementaryFunctions.Power(Vector512.Create(2.0058) - logBeta, Vector512.Create(1.012));
        var logRatio = Vector512.Create(Math.Log10(timePercent)) - logBeta;
        return ((Vector512.Create(1.2) + (distance * 3.7e-3)) * logRatio) + (ElementaryFunctions.PowerOfTen(exponent * logRatio) * 12) - Vector512.Create(12.0);
    }

    private Vector512<double> HeightFactor(in PathLanes paths, Vector512<double> distance, Vector512<double> tau)
    {
        var roots = Vector512.Sqrt(paths.EffectiveTransmitterMetres) + Vector512.Sqrt(paths.EffectiveReceiverMetres);
        var exponent = Vector512.Max(Vector512.Create(-3.4), Vector512.Create(-0.6) - (ElementaryFunctions.Power(distance, Vector512.Create(3.1)) * tau * 3.5e-9));
        return Vector512.Min(Vector512<double>.One, ElementaryFunctions.Power(distance * distance * 500 / (roots * roots * earthKilometres), exponent));
    }

    // 1 up to 10 m
    private static Vector512<double> RoughnessFactor(in PathLanes paths, Vector512<double> distance)
    {
        var above = Vector512.Max(paths.RoughnessMetres - Vector512.Create(10.0), Vector512<double>.Zero);
        var between = Vector512.Min(distance - paths.TransmitterHorizonKilometres - paths.ReceiverHorizonKilometres, Vector512.Create(40.0));
        return ElementaryFunctions.Exp(above * (Vector512.Create(43.0) + (between * 6)) * -4.6e-5);
    }
}
