using Geo.Engine.Features;

namespace Geo.Engine.Formats;

/// <summary>
/// Reads a planner's file as one layer: GeoJSON (.geojson, .json, sequences .geojsonl/.geojsons/.ndjson), Shapefile (.shp, or .zip with
/// one inside), CSV (.csv, .txt, .tsv). A GeoPackage is a store: see <see cref="StoreCopy"/>.
/// </summary>
public static class FileImport
{
    /// <summary>Looks through the file once (columns, types, coordinate system) and offers its features as a stream.</summary>
    public static Task<ImportSource> OpenAsync(string path, ImportOptions options, CancellationToken cancellation) =>
        throw new NotSupportedException($"{path} {options} {cancellation}");

    /// <summary>Imports the file into the store as one change; when the report is refused, the store is as it was.</summary>
    public static Task<ImportReport> IntoAsync(IFeatureStore store, string path, ImportOptions options, CancellationToken cancellation) =>
        throw new NotSupportedException($"{store} {path} {options} {cancellation}");
}
