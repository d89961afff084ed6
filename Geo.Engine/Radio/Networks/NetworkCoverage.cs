using Geo.Engine.Grids;

namespace Geo.Engine.Radio.Networks;

/// <summary>
/// What a network gives, cell by cell. Levels are medians over the places of a cell, probabilities are shares of its places. A probability is that of the
/// likeliest sector alone: a lower bound, because sectors are not independent.
/// </summary>
public sealed class NetworkCoverage
{
    /// <summary>Strongest sectors that are kept of every cell.</summary>
    public const int KeptServers = 4;

    private readonly int[] _servers;

    internal NetworkCoverage(GridFrame frame)
    {
        _servers = new int[frame.CellCount * KeptServers];
        (SignalDbm, SignalProbability) = (new(frame), new(frame));
        (SinrDb, DownlinkMegabits, StandardProbability, ShortfallDb) = (new(frame), new(frame), new(frame), new(frame));
        (BestServer, StandardServer) = (new(frame), new(frame));
        (Classes, Reasons, Validity) = (new(frame), new(frame), new(frame));
    }

    /// <summary>SS-RSRP of the strongest sector, dBm per resource element; NaN where no site is in reach.</summary>
    public Grid<float> SignalDbm { get; }

    /// <summary>Share of places with SS-RSRP at the threshold and above, 0 to 1.</summary>
    public Grid<float> SignalProbability { get; }

    /// <summary>Number of the strongest sector (the lower one on a tie), counted over all sites in their order; -1 for none.</summary>
    public Grid<int> BestServer { get; }

    /// <summary>Ratio of signal to interference and noise at the sector that gives the greatest rate, dB; NaN where no site is in reach.</summary>
    public Grid<float> SinrDb { get; }

    /// <summary>Rate of a lone user there, Mbit/s; 0 where nothing is received.</summary>
    public Grid<float> DownlinkMegabits { get; }

    /// <summary>Number of that sector; -1 for none.</summary>
    public Grid<int> StandardServer { get; }

    /// <summary>Share of places where the rate of the standard is reached, 0 to 1.</summary>
    public Grid<float> StandardProbability { get; }

    /// <summary>A <see cref="CoverageClass"/> in every cell.</summary>
    public Grid<byte> Classes { get; }

    /// <summary>A <see cref="ShortfallReason"/> in every cell.</summary>
    public Grid<byte> Reasons { get; }

    /// <summary>
    /// How many dB are missing: of signal where there is none, of the ratio for the rate where there is signal. 0 where the standard is met; NaN where nothing
    /// is received, positive infinity where no ratio is enough.
    /// </summary>
    public Grid<float> ShortfallDb { get; }

    /// <summary>A <see cref="CoverageValidity"/> in every cell.</summary>
    public Grid<byte> Validity { get; }

    /// <summary>The strongest sectors of a cell, strongest first; -1 fills the rest.</summary>
    public ReadOnlySpan<int> Servers(int row, int column) =>
        _servers.AsSpan(((row * SignalDbm.Frame.Columns) + column) * KeptServers, KeptServers);

    internal Span<int> ServersOfRow(int row) => _servers.AsSpan(row * SignalDbm.Frame.Columns * KeptServers, SignalDbm.Frame.Columns * KeptServers);
}
