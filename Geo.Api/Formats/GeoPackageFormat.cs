using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Stores.GeoPackage;

namespace Geo.Api.Formats;

/// <summary>
/// A GeoPackage with one layer, made by the store itself in a scratch folder and then sent. Features have to come in ascending order of id. The file is
/// whole in itself: no journal belongs to it.
/// </summary>
/// <param name="time">Clock for the dates of change in the file.</param>
internal sealed class GeoPackageFormat(TimeProvider time) : FeatureFormat("gpkg", "application/geopackage+sqlite3", ".gpkg")
{
    /// <inheritdoc/>
    public override bool KeepsOrder => false;

    /// <inheritdoc/>
    public override async Task WriteAsync(LayerContent content, Stream target, CancellationToken cancellation)
    {
        using var folder = new ScratchFolder();
        var path = folder.File("layer.gpkg");
        await using (var store = new GeoPackageStore(path, time: time) { LoadsAlone = true })
        {
            await store.OpenAsync(cancellation);
            await store.ApplyAsync(new StoreChange { Layers = [new LayerContent(content.Definition, content.Features.Select(WithoutNul))] }, cancellation);
        }
        GeoPackageStore.FoldJournal(path);
        await using var file = File.OpenRead(path);
        await file.CopyToAsync(target, cancellation);
    }

    // Files of other programs may hold what our own store lets nobody write.
    private static Feature WithoutNul(Feature feature) => feature.Values.Any(v => v is string text && text.Contains('\0', StringComparison.Ordinal))
        ? feature with { Values = [.. feature.Values.Select(v => v is string text ? text.Replace("\0", "", StringComparison.Ordinal) : v)] }
        : feature;
}
