using Geo.Engine.Features;
using Geo.Engine.Formats.GeoJson;
using Geo.Engine.Formats.Intake;

namespace Geo.Engine.Formats;

/// <summary>
/// Reads a planner's file as one layer: GeoJSON (.geojson, .json, sequences .geojsonl/.geojsons/.ndjson), Shapefile (.shp, or .zip with
/// one inside), CSV (.csv, .txt, .tsv). A GeoPackage is a store: see <see cref="StoreCopy"/>.
/// </summary>
public static class FileImport
{
    /// <summary>Looks through the file once (columns, types, coordinate system) and offers its features as a stream.</summary>
    public static async Task<ImportSource> OpenAsync(string path, ImportOptions options, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
            return Refused(name, "there is no such file");
        if (options.LayerId is { } id && !LayerIds.IsValid(id))
            return Refused(name, $"'{id}' cannot be a layer's identifier; allowed are small letters, digits and hyphens, a letter first, at most 63");
        try
        {
            return FileOf(path) is { } file
                ? await ImportOpening.OpenAsync(file, options, cancellation)
                : Refused(name, $"the ending '{Path.GetExtension(path)}' is not known; known are .geojson, .json, .geojsonl, .geojsons, .ndjson");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refused(name, $"the file cannot be read: {fault.Message}");
        }
    }

    /// <summary>Imports the file into the store as one change; when the report is refused, the store is as it was.</summary>
    public static async Task<ImportReport> IntoAsync(IFeatureStore store, string path, ImportOptions options, CancellationToken cancellation) =>
        await ImportOpening.ApplyAsync(await OpenAsync(path, options, cancellation), store, cancellation);

    private static GeoJsonFile? FileOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".geojson" or ".json" or ".geojsonl" or ".geojsons" or ".geojsonseq" or ".ndjson" or ".jsonl" => new GeoJsonFile(path),
        _ => null,
    };

    private static ImportSource Refused(string name, string message)
    {
        var report = new ImportReport();
        report.Refuse(new ImportProblem(name, null, message));
        return new ImportSource(null, report);
    }
}
