using Geo.Engine.Access;

namespace Geo.Engine.Features;

/// <summary>
/// The port to a store of layers: GeoPackage or PostGIS. Both give the same answers to the same questions. Safe for concurrent
/// readers beside one writer; a reader sees the store before or after a change, never in between.
/// </summary>
public interface IFeatureStore : IAsyncDisposable
{
    /// <summary>The store for people: a file path, or host and database; never a password.</summary>
    string Description { get; }

    /// <summary>The keys that open the service; readable and writable once the store is open.</summary>
    IKeyRing Keys { get; }

    /// <summary>Who changed what; every change of the store adds to it by itself.</summary>
    IAuditLog Audit { get; }

    /// <summary>Opens the store: creates or migrates its tables. Throws <see cref="StoreUnavailableException"/> when it cannot be reached.</summary>
    Task OpenAsync(CancellationToken cancellation);

    /// <summary>All layers in order of id (ordinal).</summary>
    Task<IReadOnlyList<Layer>> ListLayersAsync(CancellationToken cancellation);

    /// <summary>One layer, or null.</summary>
    Task<Layer?> FindLayerAsync(string layerId, CancellationToken cancellation);

    /// <summary>
    /// Streams the features that match, by the sort keys and then by id, from one consistent state: that in which <paramref name="layer"/> was found, or
    /// a newer one. Throws <see cref="LayerChangedException"/> when the layer is gone or has other columns now, <see cref="InvalidFeatureException"/>
    /// at a damaged feature, <see cref="StoreUnavailableException"/> when the store goes away, also in mid-stream.
    /// </summary>
    IAsyncEnumerable<Feature> ReadAsync(Layer layer, FeatureQuery query, CancellationToken cancellation);

    /// <summary>
    /// The same features under the same promises as rows, without objects made for geometries and values: each is good until the next is asked for.
    /// This fallback makes rows of features.
    /// </summary>
    IAsyncEnumerable<FeatureRow> ReadRowsAsync(Layer layer, FeatureQuery query, CancellationToken cancellation) =>
        FeatureAsRow.Of(ReadAsync(layer, query, cancellation), cancellation);

    /// <summary>The property values of some features by their ids; a feature that has gone is left out. This fallback asks for one after another.</summary>
    async Task<IReadOnlyDictionary<long, IReadOnlyList<object?>>> FindValuesAsync(Layer layer, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var values = new Dictionary<long, IReadOnlyList<object?>>();
        foreach (var id in ids)
        {
            if (await FindFeatureAsync(layer, id, cancellation) is { } feature)
                values[id] = feature.Values;
        }
        return values;
    }

    /// <summary>One feature, or null.</summary>
    Task<Feature?> FindFeatureAsync(Layer layer, long featureId, CancellationToken cancellation);

    /// <summary>Number of features that match; limit and keyset are ignored.</summary>
    Task<long> CountAsync(Layer layer, FeatureQuery query, CancellationToken cancellation);

    /// <summary>The same number where the database tells it by itself; null, as in this fallback, where features would have to be looked at.</summary>
    Task<long?> CountInDatabaseAsync(Layer layer, FeatureQuery query, CancellationToken cancellation) => Task.FromResult<long?>(null);

    /// <summary>
    /// The ids of every so-manieth feature of a layer, in ascending order: from them a far page is found without counting all before it. This fallback counts.
    /// </summary>
    async Task<IReadOnlyList<long>> FindMilestonesAsync(Layer layer, int every, CancellationToken cancellation)
    {
        var (milestones, count) = (new List<long>(), 0L);
        await foreach (var row in ReadRowsAsync(layer, FeatureQuery.All with { WithoutValues = true }, cancellation))
        {
            if (++count % every == 0)
                milestones.Add(row.Id);
        }
        return milestones;
    }

    /// <summary>
    /// Applies a change as a whole; a failure or a cancellation leaves the store as it was. Throws <see cref="InvalidFeatureException"/> at the first
    /// feature that does not fit its layer.
    /// </summary>
    Task ApplyAsync(StoreChange change, CancellationToken cancellation);

    /// <summary>
    /// Does edits of single features and writes them into the history, all or nothing: count, extent, index and revision of the layer follow in the
    /// same transaction, and what is reported as applied survives a power cut. Editors of one layer take turns. Throws <see cref="InvalidFeatureException"/>
    /// at the first feature that does not fit its layer, <see cref="LayerChangedException"/> when the layer is gone or has other columns now.
    /// </summary>
    Task<EditOutcome> EditAsync(LayerEdits edits, CancellationToken cancellation);

    /// <summary>Entries of the history of edits, the newest first.</summary>
    Task<IReadOnlyList<FeatureChange>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation);

    /// <summary>One document, or null.</summary>
    Task<StoredDocument?> FindDocumentAsync(string name, CancellationToken cancellation);

    /// <summary>
    /// A short text that changes whenever the bytes of a document do, or null when there is none: part of entity tags and cache keys.
    /// Stores answer it without reading the document; this fallback reads it.
    /// </summary>
    async Task<string?> FindDocumentTagAsync(string name, CancellationToken cancellation)
    {
        var document = await FindDocumentAsync(name, cancellation);
        return document?.Sha256;
    }

    /// <summary>Names of the documents that begin with <paramref name="prefix"/>, in ordinal order.</summary>
    Task<IReadOnlyList<string>> ListDocumentsAsync(string prefix, CancellationToken cancellation);
}
