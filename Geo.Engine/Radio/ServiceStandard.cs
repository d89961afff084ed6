using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Spectrum;

namespace Geo.Engine.Radio;

/// <summary>What 5G must give at a place to be called covered: a rate that so many samples of the downlink reach.</summary>
/// <param name="DownlinkMegabits">The rate, Mbit/s.</param>
/// <param name="Share">Share of samples that must reach it, 0 to 1.</param>
/// <remarks>
/// Source: QCVN 126:2021/BTTTT (in force 1 July 2022): at least 95 percent of samples with 30 Mbit/s and more. Its means (100 and 30 Mbit/s) and its
/// latency (50 ms) are of a whole network and are not judged cell by cell.
/// </remarks>
public sealed record ServiceStandard(double DownlinkMegabits, double Share)
{
    /// <summary>QCVN 126:2021/BTTTT.</summary>
    public static ServiceStandard Qcvn126 { get; } = new(30, 0.95);

    /// <summary>The ratio of signal to interference and noise, dB, that a lone user needs on a carrier; positive infinity when no ratio is enough.</summary>
    public double NeededSinrDb(Carrier carrier) => TruncatedShannon.Downlink.SinrDbFor(
        DownlinkMegabits * 1e6 / (carrier.OccupiedHertz * carrier.DownlinkShare * carrier.Layers));

    /// <summary>Rate of a lone user, Mbit/s: all of the carrier's downlink time is his.</summary>
    public static double DownlinkMegabitsOf(Carrier carrier, double sinrDb) =>
        TruncatedShannon.Downlink.BitsPerHertz(sinrDb) * carrier.OccupiedHertz * carrier.DownlinkShare * carrier.Layers / 1e6;

    /// <summary>The rates of eight users.</summary>
    internal static Vector512<double> DownlinkMegabitsOf(Carrier carrier, Vector512<double> sinrDb) =>
        TruncatedShannon.Downlink.BitsPerHertz(sinrDb) * (carrier.OccupiedHertz * carrier.DownlinkShare * carrier.Layers / 1e6);
}
