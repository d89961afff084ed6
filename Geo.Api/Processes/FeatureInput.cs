using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Api.Processes;

/// <summary>Features as an input: the id of a collection, or GeoJSON, which is read as strictly as a file that is imported.</summary>
internal sealed class FeatureInput(IFeatureStore store)
{
    private const int MostFeatures = 20_000;

    /// <summary>What such an input may be.</summary>
    public static InputKind Kind { get; } = new InputKind.AnyOf(
        new InputKind.Text(200),
        new InputKind.Document { Required = ["type"], Types = ["FeatureCollection", "Feature"], Format = "geojson-feature-collection" });

    /// <summary>The features in CRS84 with their layer, or what is wrong with the input.</summary>
    public async Task<(LayerDefinition? Layer, IReadOnlyList<Feature> Features, ParameterFault? Fault)> ReadAsync(string input, JsonElement value, CancellationToken cancellation)
    {
        var (layer, features, fault) = value.ValueKind == JsonValueKind.String
            ? await FromStoreAsync(input, value.GetString() ?? "", cancellation)
            : await FromGeoJsonAsync(input, value, cancellation);
        return features.Count <= MostFeatures
            ? (layer, features, fault)
            : (null, [], new ParameterFault($"inputs.{input}", "", new($"không quá {MostFeatures} đối tượng", $"at most {MostFeatures} features")));
    }

    private async Task<(LayerDefinition?, IReadOnlyList<Feature>, ParameterFault?)> FromStoreAsync(string input, string id, CancellationToken cancellation)
    {
        if (await store.FindLayerAsync(id, cancellation) is not { } layer)
        {
            var known = string.Join(", ", (await store.ListLayersAsync(cancellation)).Select(l => l.Id).Take(50));
            return (null, [], new ParameterFault($"inputs.{input}", id, new($"GeoJSON, hoặc một lớp: {known}", $"GeoJSON, or a collection: {known}")));
        }
        var features = await store.ReadAsync(layer, FeatureQuery.All with { Limit = MostFeatures + 1 }, cancellation).ToListAsync(cancellation);
        if (layer.Definition.System.Srid == CoordinateSystems.Crs84.Srid)
            return (layer.Definition, features, null);
        var projection = Projection.Between(layer.Definition.System, CoordinateSystems.Crs84);
        return (layer.Definition with { System = CoordinateSystems.Crs84 }, [.. features.Select(f => f with { Geometry = f.Geometry is { } g ? projection.Transform(g) : null })], null);
    }

    private static async Task<(LayerDefinition?, IReadOnlyList<Feature>, ParameterFault?)> FromGeoJsonAsync(string input, JsonElement value, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("soctrang-input-");
        try
        {
            var path = Path.Combine(folder.FullName, $"{input}.geojson");
            await File.WriteAllBytesAsync(path, System.Text.Encoding.UTF8.GetBytes(value.GetRawText()), cancellation);
            var source = await FileImport.OpenAsync(path, new ImportOptions { LayerId = "input" }, cancellation);
            if (source.Content is null)
                return (null, [], Refused(input, source.Report));
            try
            {
                return (source.Content.Definition, await source.Content.Features.ToListAsync(cancellation), null);
            }
            catch (ImportRefusedException) when (source.Report.IsRefused)
            {
                return (null, [], Refused(input, source.Report));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ParameterFault Refused(string input, ImportReport report)
    {
        var told = string.Join("; ", report.Refused);
        return new ParameterFault($"inputs.{input}", "", new(told, told)) { IsSentence = true };
    }
}
