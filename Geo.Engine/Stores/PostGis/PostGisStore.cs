using Geo.Engine.Features;

namespace Geo.Engine.Stores.PostGis;

/// <summary>A feature store.</summary>
public sealed class PostGisStore(string connectionString) : IFeatureStore
{
    /// <inheritdoc/>
    public string Description => connectionString;

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
