using Geo.Engine.Features;

namespace Geo.Engine.Formats;

/// <summary>Takes a layer out of one store for another: imports from a GeoPackage, exports to one, moves between GeoPackage and PostGIS.</summary>
public static class StoreCopy
{
    /// <summary>A layer as it is, for a store to write; features, ids and coordinates are not touched.</summary>
    public static LayerContent Content(IFeatureStore source, Layer layer, CancellationToken cancellation) =>
        new(layer.Definition, source.ReadAsync(layer, FeatureQuery.All, cancellation));

    /// <summary>
    /// A layer of somebody else's store, through the same checks as any imported file: geometry mended or refused, positions judged,
    /// coordinates turned to CRS84.
    /// </summary>
    /// <param name="source">An open store, for example a planner's GeoPackage.</param>
    /// <param name="layerId">The layer to take; null takes the only one.</param>
    /// <param name="options">What the planner knows better.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Task<ImportSource> OpenAsync(IFeatureStore source, string? layerId, ImportOptions options, CancellationToken cancellation) =>
        throw new NotSupportedException($"{source} {layerId} {options} {cancellation}");

    /// <summary>Imports a layer of another store as one change; when the report is refused, <paramref name="target"/> is as it was.</summary>
    public static Task<ImportReport> IntoAsync(IFeatureStore target, IFeatureStore source, string? layerId, ImportOptions options, CancellationToken cancellation) =>
        throw new NotSupportedException($"{target} {source} {layerId} {options} {cancellation}");
}
