using Geo.Engine.Features;
using Geo.Engine.Scenarios.Publishing;

namespace Geo.Engine.Scenarios;

/// <summary>Turns a result into layers and documents of a store.</summary>
public static class ScenarioPublication
{
    private static readonly string[] ResultPrefixes = ["zones-", "districts-", NetworkGrids.Uncovered];

    /// <summary>How grids of scores are coloured.</summary>
    public static IReadOnlyList<LegendEntry> ScoreLegend => ResultGrids.ScoreLegend();

    /// <summary>Whether a layer is what a run has computed: by its id and the columns that tell the run.</summary>
    public static bool IsResult(LayerDefinition layer) =>
        ResultPrefixes.Any(p => layer.Id.StartsWith(p, StringComparison.Ordinal)) && ResultColumns.Run.All(c => layer.Properties.Any(p => p.Name == c.Name && p.Type == c.Type));

    /// <summary>
    /// The layers <c>zones-{theme}</c> and <c>districts-{theme}</c>, the grids <c>suitability-{theme}</c> and <c>classes-{theme}</c>
    /// with their metadata, grids and the layer <c>uncovered-{theme}</c> of the radio networks behind a theme, and <c>runs/{scenario}/run.json</c>: one change, visible as a whole.
    /// </summary>
    public static StoreChange ToStoreChange(ScenarioResult result)
    {
        var provenance = ResultProvenance.Of(result.Manifest);
        var layers = result.Themes.SelectMany(t => new[] { ZoneLayer.Of(t, result.Manifest, provenance), DistrictLayer.Of(t, result.Manifest, provenance) }.Concat(NetworkGrids.Layers(t, result.Manifest)));
        var grids = result.Themes.SelectMany(t => ResultGrids.Of(t, result.Manifest).Concat(NetworkGrids.Of(t, result.Manifest)));
        var manifest = new StoredDocument($"runs/{result.Scenario.Id}/run.json", "application/json", RunDocuments.Write(result.Manifest));
        return new StoreChange { Layers = [.. layers], Documents = [.. grids, manifest] };
    }
}
