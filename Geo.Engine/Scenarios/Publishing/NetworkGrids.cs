using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Networks;

namespace Geo.Engine.Scenarios.Publishing;

/// <summary>The grids <c>rsrp-{theme}</c>, <c>sinr-{theme}</c>, <c>server-{theme}</c>, <c>rate-{theme}</c>, <c>coverage-{theme}</c> and <c>reason-{theme}</c> of the radio networks behind a theme.</summary>
internal static class NetworkGrids
{
    /// <summary>Grids with their metadata; of a second network their ids end in <c>-2</c>, and so on.</summary>
    public static IEnumerable<StoredDocument> Of(ThemeResult theme, int threads, LayerProvenance provenance) => theme.Networks.SelectMany((network, i) =>
        new CoverageLayers(network.Coverage, network.Sectors).Documents(Suffix(theme, i), theme.Theme.Title, provenance, new GeoTiffOptions { Threads = threads }));

    /// <summary>What ids of a network's layers end in.</summary>
    public static string Suffix(ThemeResult theme, int network) =>
        network == 0 ? theme.Theme.Id : FormattableString.Invariant($"{theme.Theme.Id}-{network + 1}");
}
