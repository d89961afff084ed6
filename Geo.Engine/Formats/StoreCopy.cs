using Geo.Engine.Features;
using Geo.Engine.Formats.Intake;

namespace Geo.Engine.Formats;

/// <summary>Takes a layer out of one store for another: imports from a GeoPackage, exports to one, moves between GeoPackage and PostGIS.</summary>
public static class StoreCopy
{
    /// <summary>A layer as it is, for a store to write; features, ids and coordinates are not touched.</summary>
    public static LayerContent Content(IFeatureStore source, Layer layer, CancellationToken cancellation) =>
        LayerContent.OfRows(layer.Definition, source.ReadRowsAsync(layer, FeatureQuery.All, cancellation));

    /// <summary>
    /// A layer of somebody else's store, through the same checks as any imported file: geometry mended or refused, positions judged,
    /// coordinates turned to CRS84.
    /// </summary>
    /// <param name="source">An open store, for example a planner's GeoPackage.</param>
    /// <param name="layerId">The layer to take; null takes the only one.</param>
    /// <param name="options">What the planner knows better.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<ImportSource> OpenAsync(IFeatureStore source, string? layerId, ImportOptions options, CancellationToken cancellation)
    {
        var layers = await source.ListLayersAsync(cancellation);
        var known = layers.Count == 0 ? "it has none" : $"it has {string.Join(", ", layers.Select(l => l.Id))}";
        var layer = layerId is null ? layers.Count == 1 ? layers[0] : null : layers.FirstOrDefault(l => l.Id == layerId);
        if (layer is null)
            return ImportOpening.Refused(source.Description, layerId is null ? $"name one of its layers; {known}" : $"there is no layer '{layerId}'; {known}");
        if (options.LayerId is { } id && !LayerIds.IsValid(id))
            return ImportOpening.Refused(source.Description, LayerIds.Rule(id).En);
        return await ImportOpening.OpenAsync(new StoreFile(source, layer), Defaults(options, layer.Definition), cancellation);
    }

    /// <summary>Imports a layer of another store as one change; when the report is refused, <paramref name="target"/> is as it was.</summary>
    public static async Task<ImportReport> IntoAsync(
        IFeatureStore target, IFeatureStore source, string? layerId, ImportOptions options, CancellationToken cancellation) =>
        await ImportOpening.ApplyAsync(await OpenAsync(source, layerId, options, cancellation), target, options.Author, cancellation);

    private static ImportOptions Defaults(ImportOptions options, LayerDefinition layer) => options with
    {
        Replaced = options.Replaced ?? layer,
        Provenance = options.Provenance ?? layer.Provenance,
    };
}
