using Geo.Engine.Features;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>A feature store.</summary>
public sealed class GeoPackageStore(string path, bool readOnly = false) : IFeatureStore
{
    /// <inheritdoc/>
    public string Description => readOnly ? path : Path.GetFullPath(path);

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<IReadOnlyList<Layer>> ListLayersAsync(CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Layer?> FindLayerAsync(string layerId, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public IAsyncEnumerable<Feature> ReadAsync(Layer layer, FeatureQuery query, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Feature?> FindFeatureAsync(Layer layer, long featureId, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<long> CountAsync(Layer layer, FeatureQuery query, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task ApplyAsync(StoreChange change, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<StoredDocument?> FindDocumentAsync(string name, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ListDocumentsAsync(string prefix, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
