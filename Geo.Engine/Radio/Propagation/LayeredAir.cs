using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Lanes;
using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Propagation;

/// <summary>How often layers of air near the ground bend rays strongly.</summary>
/// <param name="Percent">b0: share of an average year, percent.</param>
/// <param name="Tau">tau: 0 at the sea to 1 far inland.</param>
/// <remarks>Source: ITU-R P.1812, annex 1, 3.6 (equations 2 to 5); P.452, 3.2.1.</remarks>
public readonly record struct LayeredAir(double Percent, double Tau)
{
    private const double PolarLatitude = 70;

    /// <summary>The share for a path.</summary>
    /// <param name="geometry">Its stretches over land and inland count.</param>
    /// <param name="latitudeDegrees">Latitude of its middle, degrees.</param>
    public static LayeredAir Of(in PathGeometry geometry, double latitudeDegrees)
    {
        var tau = 1 - Math.Exp(-4.12e-4 * Powers.Of(geometry.InlandKilometres, 2.41));
        var land = Powers.OfTen(-geometry.LandKilometres / (16 - (6.6 * tau))) + Powers.OfTen(-5 * (0.496 + (0.354 * tau)));
        var mu1 = Math.Min(1, Powers.Of(land, 0.2));
        return new(MostPercent(latitudeDegrees) * Powers.Of(mu1, 1 + Mu4Exponent(latitudeDegrees)), tau);
    }

    /// <summary>The shares and taus of eight paths.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static (Vector512<double> Percent, Vector512<double> Tau) Of(in PathLanes paths, double latitudeDegrees)
    {
        var tau = Vector512<double>.One - ElementaryFunctions.Exp(ElementaryFunctions.Power(paths.InlandKilometres, Vector512.Create(2.41)) * -4.12e-4);
        var land = ElementaryFunctions.PowerOfTen(-paths.LandKilometres / (Vector512.Create(16.0) - (tau * 6.6)))
            + ElementaryFunctions.PowerOfTen((Vector512.Create(0.496) + (tau * 0.354)) * -5);
        // mu1 is not above 1, to whatever power above 0
        var share = Vector512.Min(Vector512<double>.One, ElementaryFunctions.Power(land, Vector512.Create(0.2 * (1 + Mu4Exponent(latitudeDegrees)))));
        return (share * MostPercent(latitudeDegrees), tau);
    }

    /// <summary>What b0 does not exceed at a latitude, percent: that of the open sea.</summary>
    internal static double MostPercent(double latitudeDegrees)
    {
        var latitude = Math.Abs(latitudeDegrees);
        return latitude <= PolarLatitude ? Powers.OfTen((-0.015 * latitude) + 1.67) : 4.17;
    }
    // mu4 is mu1 to this power, which is above -1
    private static double Mu4Exponent(double latitudeDegrees)
    {
        var latitude = Math.Abs(latitudeDegrees);
        return latitude <= PolarLatitude ? -0.935 + (0.0176 * latitude) : 0.3;
    }
}
