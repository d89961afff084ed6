using System.Runtime.CompilerServices;
using Geo.Engine.Features;

namespace Geo.Tests.Api;

/// <summary>A store whose streams wait in the middle until a gate opens.</summary>
internal sealed class GatedStore(MemoryStore inner) : OtherLedger(inner), IFeatureStore
{
    private const int RowsBefore = 1_000;

    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;

    /// <summary>Streams that wait.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public string Description => inner.Description;

    public Geo.Engine.Access.IKeyRing Keys => inner.Keys;

    public Geo.Engine.Access.IAuditLog Audit => inner.Audit;

    /// <summary>Lets all pass from now on.</summary>
    public void Open() => _gate.SetResult();

    public Task OpenAsync(CancellationToken cancellation) => inner.OpenAsync(cancellation);

    public Task<IReadOnlyList<Layer>> ListLayersAsync(CancellationToken cancellation) => inner.ListLayersAsync(cancellation);

    public Task<Layer?> FindLayerAsync(string layerId, CancellationToken cancellation) => inner.FindLayerAsync(layerId, cancellation);

    public async IAsyncEnumerable<Feature> ReadAsync(Layer layer, FeatureQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var given = 0;
        await foreach (var feature in inner.ReadAsync(layer, query, cancellation))
        {
            if (given++ == RowsBefore)
                await WaitAsync(cancellation);
            yield return feature;
        }
    }

    public Task<Feature?> FindFeatureAsync(Layer layer, long featureId, CancellationToken cancellation) => inner.FindFeatureAsync(layer, featureId, cancellation);

    public Task<long> CountAsync(Layer layer, FeatureQuery query, CancellationToken cancellation) => inner.CountAsync(layer, query, cancellation);

    public Task ApplyAsync(StoreChange change, CancellationToken cancellation) => inner.ApplyAsync(change, cancellation);

    public Task<EditOutcome> EditAsync(LayerEdits edits, CancellationToken cancellation) => inner.EditAsync(edits, cancellation);

    public Task<IReadOnlyList<FeatureChange>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation) => inner.ReadHistoryAsync(query, cancellation);

    public Task<StoredDocument?> FindDocumentAsync(string name, CancellationToken cancellation) => inner.FindDocumentAsync(name, cancellation);

    public Task<IReadOnlyList<string>> ListDocumentsAsync(string prefix, CancellationToken cancellation) => inner.ListDocumentsAsync(prefix, cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async Task WaitAsync(CancellationToken cancellation)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _gate.Task.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
