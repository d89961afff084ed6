using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Networks;

namespace Geo.Engine.Scenarios.Publishing;

/// <summary>What is published of the radio networks behind a theme: the grids <c>rsrp-{theme}</c>, <c>sinr-{theme}</c>, <c>server-{theme}</c>, <c>rate-{theme}</c>, <c>coverage-{theme}</c> and <c>reason-{theme}</c>, and the layer <c>uncovered-{theme}</c>.</summary>
internal static class NetworkGrids
{
    /// <summary>What ids of layers of uncovered people begin with.</summary>
    public const string Uncovered = "uncovered-";

    /// <summary>Grids with their metadata; of a second network their ids end in <c>-2</c>, and so on.</summary>
    public static IEnumerable<StoredDocument> Of(ThemeResult theme, RunManifest run) => theme.Networks.SelectMany((network, i) =>
        new CoverageLayers(network.Coverage, network.Sectors) { Origin = new GridOrigin(run.ScenarioId, theme.Theme.Id) }
            .Documents(Suffix(theme, i), theme.Theme.Title, ResultProvenance.Of(run), new GeoTiffOptions { Threads = run.Environment.Threads }));

    /// <summary>Zones of uncovered people, where the theme counts people.</summary>
    public static IEnumerable<LayerContent> Layers(ThemeResult theme, RunManifest run) => theme.Networks.Index().Where(n => n.Item.Uncovered is not null).Select(n => UncoveredLayer.Of(
        $"{Uncovered}{Suffix(theme, n.Index)}",
        n.Item.Uncovered!, // chosen for it
        n.Item.Coverage.SignalDbm.Frame.System,
        ResultProvenance.Of(run),
        [.. ResultColumns.Run.Zip(ResultColumns.Values(run))]));

    /// <summary>What ids of a network's layers end in.</summary>
    public static string Suffix(ThemeResult theme, int network) =>
        network == 0 ? theme.Theme.Id : FormattableString.Invariant($"{theme.Theme.Id}-{network + 1}");
}
