using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Propagation;

/// <summary>Loss of propagation in ducts and by reflection from layers of air, at one frequency and share of time.</summary>
/// <remarks>Source: ITU-R P.1812, annex 1, 4.5 (equations 44 to 54).</remarks>
internal sealed class Ducting(double frequencyGigahertz, double timePercent, double earthKilometres, double latitudeDegrees)
{
    private const double CoastReachKilometres = 5;
    private const double CoastalSeaShare = 0.75;
    private const double NearKilometres = 100;

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
}
