using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Scenarios;

namespace Geo.Api.Cli;

/// <summary>The results of a run as files: <c>run.json</c>, the layers as GeoJSON, the grids as GeoTIFF.</summary>
internal static class RunFiles
{
    public static async Task WriteAsync(DirectoryInfo folder, IFeatureStore store, ScenarioResult result, CancellationToken cancellation)
    {
        folder.Create();
        var change = ScenarioPublication.ToStoreChange(result);
        foreach (var document in change.Documents)
            await WholeFile.WriteAsync(Path.Combine(folder.FullName, Path.GetFileName(document.Name)), s => s.WriteAsync(document.Content, cancellation).AsTask());
        foreach (var id in change.Layers.Select(l => l.Definition.Id))
        {
            var layer = await store.FindLayerAsync(id, cancellation) ?? throw new UserErrorException($"The layer '{id}' was removed while it was being written.");
            await WholeFile.WriteAsync(
                Path.Combine(folder.FullName, $"{id}.geojson"),
                s => LayerExport.WriteGeoJsonAsync(layer, store.ReadAsync(layer, FeatureQuery.All, cancellation), s, cancellation));
        }
        Console.WriteLine($"files in {folder.FullName}");
    }
}
