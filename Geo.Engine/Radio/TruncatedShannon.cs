using System.Runtime.Intrinsics;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Lanes;

namespace Geo.Engine.Radio;

/// <summary>Rate of a link by its ratio of signal to interference and noise: a share of Shannon's bound between a least and a greatest ratio.</summary>
/// <param name="Share">Share of the bound that is reached, greater than 0 to 1: 0.6 downlink, 0.4 uplink.</param>
/// <param name="LeastSinrDb">Below it nothing is received, dB: -10.</param>
/// <param name="GreatestSinrDb">Above it nothing is gained, dB: 30 downlink, 22 uplink.</param>
/// <remarks>Source: 3GPP TR 36.942, annex A.1, with the constants of ITU-R M.2101's parameters for IMT-2020.</remarks>
public readonly record struct TruncatedShannon(double Share, double LeastSinrDb, double GreatestSinrDb)
{
    /// <summary>The downlink.</summary>
    public static TruncatedShannon Downlink { get; } = new(0.6, -10, 30);

    /// <summary>The uplink.</summary>
    public static TruncatedShannon Uplink { get; } = new(0.4, -10, 22);

    /// <summary>Bit/s in each hertz; 0 below the least ratio, and for NaN.</summary>
    public double BitsPerHertz(double sinrDb) =>
        sinrDb >= LeastSinrDb ? Share * Math.Log2(1 + Math.Pow(10, Math.Min(sinrDb, GreatestSinrDb) / 10)) : 0;

    /// <summary>Bit/s in each hertz of eight links.</summary>
    internal Vector512<double> BitsPerHertz(Vector512<double> sinrDb)
    {
        var ratio = ElementaryFunctions.PowerOfTen(Vector512.Min(sinrDb, Vector512.Create(GreatestSinrDb)) * 0.1);
        var bits = ElementaryFunctions.Log2(Vector512<double>.One + ratio) * Share;
        return Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(sinrDb, Vector512.Create(LeastSinrDb)), bits, Vector512<double>.Zero);
    }

    /// <summary>The ratio, dB, from which on so many bit/s in each hertz are reached; positive infinity when they never are.</summary>
    public double SinrDbFor(double bitsPerHertz)
    {
        if (bitsPerHertz > BitsPerHertz(GreatestSinrDb))
            return double.PositiveInfinity;
        return Math.Max(LeastSinrDb, 10 * Math.Log10(Math.Pow(2, bitsPerHertz / Share) - 1));
    }
}
