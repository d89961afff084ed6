using Geo.Engine.Features;
using Geo.Engine.Formats.Csv;
using Geo.Engine.Formats.GeoJson;
using Geo.Engine.Formats.Intake;
using Geo.Engine.Formats.Shapefile;

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
            return ImportOpening.Refused(name, "there is no such file");
        if (options.LayerId is { } id && !LayerIds.IsValid(id))
            return ImportOpening.Refused(name, LayerIds.Rule(id).En);
        try
        {
            return FileOf(path, options) is { } file
                ? await ImportOpening.OpenAsync(file, options, cancellation)
                : ImportOpening.Refused(name, $"the ending '{Path.GetExtension(path)}' is not known; known are .geojson, .json, .geojsonl, .geojsons, .ndjson, .shp, .zip, .csv, .txt, .tsv");
        }
        catch (ImportRefusedException refusal) when (refusal.Problem is { } problem)
        {
            return ImportOpening.Refused(problem.File, problem.Message);
        }
        catch (IOException fault)
        {
            return Unreadable(name, fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            return Unreadable(name, fault);
        }
    }

    /// <summary>Imports the file into the store as one change; when the report is refused, the store is as it was.</summary>
    public static async Task<ImportReport> IntoAsync(IFeatureStore store, string path, ImportOptions options, CancellationToken cancellation) =>
        await ImportOpening.ApplyAsync(await OpenAsync(path, options, cancellation), store, options.Author, cancellation);

    private static ImportSource Unreadable(string name, Exception fault) => ImportOpening.Refused(name, $"the file cannot be read: {fault.Message}");

    private static FeatureFile? FileOf(string path, ImportOptions options) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".geojson" or ".json" or ".geojsonl" or ".geojsons" or ".geojsonseq" or ".ndjson" or ".jsonl" => new GeoJsonFile(path),
        ".csv" or ".txt" or ".tsv" => new CsvFile(path, options),
        ".shp" => new ShapefileFile(new FolderParts(path), options),
        ".zip" => new ShapefileFile(ZipParts.Find(path), options),
        _ => null,
    };
}
