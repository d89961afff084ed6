using Geo.Engine.Grids;

namespace Geo.Engine.Radio;

/// <summary>What a set of transmitters reaches, cell by cell.</summary>
public sealed class CoverageMap
{
    private CoverageMap(Grid<float> signalDbm, Grid<int> bestServer, Grid<float> probability)
    {
        SignalDbm = signalDbm;
        BestServer = bestServer;
        Probability = probability;
    }

    /// <summary>SS-RSRP of the best server, dBm per resource element: the level that half of the places reach. NaN beyond the model's range of every site.</summary>
    public Grid<float> SignalDbm { get; }

    /// <summary>Index of the best server in the list of transmitters (the lower one on a tie); -1 where nothing is claimed.</summary>
    public Grid<int> BestServer { get; }

    /// <summary>Probability, 0 to 1, that the threshold is reached from the likeliest server; 0 where nothing is claimed.</summary>
    public Grid<float> Probability { get; }

    /// <summary>Computes the map.</summary>
    /// <exception cref="ArgumentException">A transmitter or setting lies outside the range of the model.</exception>
    public static CoverageMap Compute(
        GridFrame frame, IReadOnlyList<Transmitter> transmitters, CoverageSettings settings, int threads, CancellationToken cancellation) =>
        throw new NotSupportedException($"{frame} {transmitters} {settings} {threads} {cancellation}");

    /// <summary>Everything about the input that the model does not allow: which transmitter or setting, the value received, what is allowed.</summary>
    public static IReadOnlyList<string> Problems(IReadOnlyList<Transmitter> transmitters, CoverageSettings settings) =>
        throw new NotSupportedException($"{transmitters} {settings}");
}
