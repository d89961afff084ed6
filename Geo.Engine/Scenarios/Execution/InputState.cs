using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Geo.Engine.Features;
using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Calibration;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Tells, without reading them, whether what a scenario reads is still what it was: for what is kept between questions.</summary>
internal static class InputState
{
    /// <summary>A digest of the scenario, the revisions of its layers and the tags of its grids, calibrations and antenna files: when one of them changes, it does.</summary>
    /// <param name="store">Holds them.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public static async Task<string> OfAsync(IFeatureStore store, Scenario scenario, CancellationToken cancellation)
    {
        var state = new StringBuilder(RunDocuments.Hash(scenario));
        foreach (var id in Layers(scenario).Distinct(StringComparer.Ordinal))
            state.Append(CultureInfo.InvariantCulture, $"\n{id} {(await store.FindLayerAsync(id, cancellation))?.Revision}");
        foreach (var name in await DocumentsAsync(store, scenario, cancellation))
            state.Append(CultureInfo.InvariantCulture, $"\n{name} {await store.FindDocumentTagAsync(name, cancellation)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state.ToString())));
    }

    private static IEnumerable<string> Layers(Scenario scenario) =>
        scenario.Layers.Select(l => l.Features?.LayerId).OfType<string>().Append(scenario.StudyArea.DistrictLayer);

    // Which antenna files the masts name stands in their rows: all that there are count.
    private static async Task<IEnumerable<string>> DocumentsAsync(IFeatureStore store, Scenario scenario, CancellationToken cancellation)
    {
        var coverages = RadioCheck.Coverages(scenario).Select(c => c.Measure.Radio).ToList();
        var grids = scenario.Layers.Select(l => l.Grid?.GridId).OfType<string>().SelectMany(id => (string[])[$"grids/{id}.tif", $"grids/{id}.json"]);
        var calibrations = coverages.Select(r => r.Calibration).OfType<string>().Select(StoredCalibration.NameOf);
        var antennas = coverages.Any(r => r.Ground is not null) ? await store.ListDocumentsAsync(StoredAntennas.Folder, cancellation) : [];
        return grids.Concat(calibrations).Concat(antennas).Distinct(StringComparer.Ordinal);
    }
}
