namespace Geo.Engine.Radio.Spectrum;

/// <summary>How many resource blocks a carrier of frequency range 1 has.</summary>
/// <remarks>Source: 3GPP TS 38.101-1, table 5.3.2-1.</remarks>
public static class TransmissionBandwidth
{
    private static readonly Dictionary<(int Kilohertz, int Megahertz), int> Blocks = new()
    {
        [(15, 5)] = 25, [(15, 10)] = 52, [(15, 15)] = 79, [(15, 20)] = 106, [(15, 25)] = 133, [(15, 30)] = 160, [(15, 40)] = 216, [(15, 50)] = 270,
        [(30, 5)] = 11, [(30, 10)] = 24, [(30, 15)] = 38, [(30, 20)] = 51, [(30, 25)] = 65, [(30, 30)] = 78, [(30, 40)] = 106, [(30, 50)] = 133,
        [(30, 60)] = 162, [(30, 70)] = 189, [(30, 80)] = 217, [(30, 90)] = 245, [(30, 100)] = 273,
    };

    /// <summary>Resource blocks of a carrier; null for a bandwidth that the spacing does not have.</summary>
    /// <param name="spacingKilohertz">Subcarrier spacing, 15 or 30 kHz.</param>
    /// <param name="bandwidthMegahertz">Bandwidth of the channel, MHz.</param>
    public static int? ResourceBlocks(int spacingKilohertz, int bandwidthMegahertz) =>
        Blocks.TryGetValue((spacingKilohertz, bandwidthMegahertz), out var blocks) ? blocks : null;

    /// <summary>Bandwidths of a spacing, MHz, in order.</summary>
    public static IReadOnlyList<int> Bandwidths(int spacingKilohertz) =>
        [.. Blocks.Keys.Where(k => k.Kilohertz == spacingKilohertz).Select(k => k.Megahertz).Order()];
}
