using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Api;

/// <summary>A store in memory that counts its reads and fails when told to; written from the port's documentation, as an oracle for real ones.</summary>
internal sealed partial class MemoryStore : IFeatureStore
{
    private readonly ConcurrentDictionary<string, (Layer Layer, IReadOnlyList<Feature> Features)> _layers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StoredDocument> _documents = new(StringComparer.Ordinal);
    private readonly List<FeatureChange> _history = [];
    private int _featureReads;
    private int _openReads;

    public MemoryStore() => (MemoryKeys, MemoryAudit) = (new MemoryKeyRing(AnswerAsync), new MemoryAuditLog(AnswerAsync));

    public string Description => "memory";

    public IKeyRing Keys => MemoryKeys;

    public IAuditLog Audit => MemoryAudit;

    /// <summary>What was appended, to look at.</summary>
    public MemoryAuditLog MemoryAudit { get; }

    /// <summary>The keys, to see how often they are asked for.</summary>
    public MemoryKeyRing MemoryKeys { get; }

    /// <summary>Calls that read features.</summary>
    public int FeatureReads => _featureReads;

    /// <summary>Streams that have begun and not yet ended.</summary>
    public int OpenReads => _openReads;

    /// <summary>While true every call fails as if the store were away.</summary>
    public bool IsAway { get; set; }

    /// <summary>While true every call waits until it is cancelled.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>Rows after which a stream breaks; null = never.</summary>
    public int? BreaksAfter { get; set; }

    public MemoryStore With(LayerDefinition definition, params IEnumerable<Feature> features)
    {
        var rows = features.OrderBy(f => f.Id).ToList();
        var boxes = rows.Where(f => f.Geometry is { IsEmpty: false }).Select(f => f.Geometry!.EnvelopeInternal)
            .Select(e => new Extent(e.MinX, e.MinY, e.MaxX, e.MaxY)).ToList();
        Extent? extent = boxes.Count == 0 ? null : boxes.Aggregate((a, b) => a.Union(b));
        var revision = _layers.TryGetValue(definition.Id, out var old) ? old.Layer.Revision + 1 : 1;
        _layers[definition.Id] = (new Layer(definition, revision, rows.Count, extent), rows);
        return this;
    }

    public MemoryStore With(StoredDocument document)
    {
        _documents[document.Name] = document;
        return this;
    }

    public async Task OpenAsync(CancellationToken cancellation) => await AnswerAsync(cancellation);

    public async Task<IReadOnlyList<Layer>> ListLayersAsync(CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        return [.. _layers.Values.Select(l => l.Layer).OrderBy(l => l.Id, StringComparer.Ordinal)];
    }

    public async Task<Layer?> FindLayerAsync(string layerId, CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        return _layers.TryGetValue(layerId, out var found) ? found.Layer : null;
    }

    public async IAsyncEnumerable<Feature> ReadAsync(Layer layer, FeatureQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Interlocked.Increment(ref _featureReads);
        Interlocked.Increment(ref _openReads);
        try
        {
            await AnswerAsync(cancellation);
            var given = 0;
            foreach (var feature in After(layer, query).Skip(query.Offset).Take(query.Limit ?? int.MaxValue))
            {
                cancellation.ThrowIfCancellationRequested();
                if (given++ == BreaksAfter)
                    throw new InvalidOperationException("secret: the disk is gone");
                if (given % 100 == 0)
                    await Task.Yield();
                yield return feature;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _openReads);
        }
    }

    public async Task<Feature?> FindFeatureAsync(Layer layer, long featureId, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _featureReads);
        await AnswerAsync(cancellation);
        return _layers[layer.Id].Features.FirstOrDefault(f => f.Id == featureId);
    }

    public async Task<long> CountAsync(Layer layer, FeatureQuery query, CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        return Matches(layer, query).LongCount();
    }

    public async Task ApplyAsync(StoreChange change, CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        foreach (var content in change.Layers)
            With(content.Definition, await content.Features.ToListAsync(cancellation));
        foreach (var removed in change.RemovedLayers)
            _layers.TryRemove(removed, out _);
        foreach (var document in change.Documents)
            With(document);
    }

    public async Task<EditOutcome> EditAsync(LayerEdits edits, CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        lock (_history)
        {
            var (layer, rows) = _layers[edits.Layer.Id];
            var features = rows.ToDictionary(f => f.Id);
            var (done, made) = (new List<EditedFeature>(), new List<FeatureChange>());
            foreach (var (index, edit) in edits.Edits.Index())
            {
                var (id, expected, after) = edit switch
                {
                    FeatureEdit.Create c => (NextId(layer.Id, features.Keys, made), null, new Feature(0, c.Geometry, c.Values)),
                    FeatureEdit.Replace r => (r.Feature.Id, r.ExpectedFingerprint, r.Feature),
                    FeatureEdit.Delete d => (d.FeatureId, d.ExpectedFingerprint, (Feature?)null),
                    _ => throw new InvalidOperationException(),
                };
                var before = features.GetValueOrDefault(id);
                if (edit is not FeatureEdit.Create && before is null)
                    return new EditOutcome.NoSuchFeature(index, id);
                if (expected is not null && FeatureFingerprint.Of(layer.Definition, before!) is var now && now != expected)
                    return new EditOutcome.Stale(index, id, now);
                features.Remove(id);
                if (after is not null)
                    features[id] = after with { Id = id };
                done.Add(new EditedFeature(id, after is null ? null : FeatureFingerprint.Of(layer.Definition, features[id])));
                made.Add(new FeatureChange(_history.Count + made.Count + 1, layer.Id, id, layer.Revision + 1, Kind(before, after), edits.Editor, DateTime.UnixEpoch, edits.RequestId, Version(layer, before), Version(layer, after)));
            }
            With(layer.Definition, features.Values);
            _history.AddRange(made);
            return new EditOutcome.Applied(layer.Revision + 1, done);
        }
    }

    public async Task<IReadOnlyList<FeatureChange>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        return [.. Enumerable.Reverse(_history).Where(c => c.LayerId == query.LayerId && c.FeatureId == (query.FeatureId ?? c.FeatureId) && c.Sequence < (query.Before ?? long.MaxValue)).Take(query.Limit)];
    }

    public async Task<StoredDocument?> FindDocumentAsync(string name, CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        return _documents.GetValueOrDefault(name);
    }

    public async Task<IReadOnlyList<string>> ListDocumentsAsync(string prefix, CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        return [.. _documents.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task AnswerAsync(CancellationToken cancellation)
    {
        if (IsAway)
            throw new StoreUnavailableException("The store memory is away.");
        if (IsFrozen)
            await Task.Delay(Timeout.Infinite, cancellation);
    }

    private long NextId(string layerId, IEnumerable<long> present, List<FeatureChange> made) =>
        present.Concat(_history.Concat(made).Where(c => c.LayerId == layerId).Select(c => c.FeatureId)).DefaultIfEmpty().Max() + 1;

    private static FeatureChangeKind Kind(Feature? before, Feature? after) =>
        before is null ? FeatureChangeKind.Created : after is null ? FeatureChangeKind.Deleted : FeatureChangeKind.Replaced;

    // The values in plain words are enough here: what stores keep is held to by their own tests.
    private static FeatureVersion? Version(Layer layer, Feature? feature) => feature is null
        ? null
        : new FeatureVersion(layer.Definition.System, feature.Geometry, JsonSerializer.Serialize(layer.Definition.Properties.Zip(feature.Values).ToDictionary(p => p.First.Name, p => p.Second)));

    private IEnumerable<Feature> After(Layer layer, FeatureQuery query)
    {
        var order = new FeatureOrder(layer.Definition, query.SortBy);
        var sorted = Matches(layer, query).Order(order);
        if (query.AfterId is not { } id)
            return query.IsReversed ? sorted.Reverse() : sorted;
        var last = new Feature(id, null, [.. layer.Definition.Properties.Select(p => query.AfterValues.ElementAtOrDefault(query.SortBy.Index().FirstOrDefault(k => k.Item.Property == p.Name, (-1, null!)).Index))]);
        return query.IsReversed ? sorted.TakeWhile(f => order.Compare(f, last) <= 0).Reverse() : sorted.SkipWhile(f => order.Compare(f, last) <= 0);
    }

    private IEnumerable<Feature> Matches(Layer layer, FeatureQuery query)
    {
        var names = layer.Definition.Properties.Select(p => p.Name).ToList();
        var filter = new FeatureMatcher(layer.Definition, FeatureQuery.All with { Filter = query.Filter, Search = query.Search });
        return _layers[layer.Id].Features.Where(f =>
            (query.Boxes is null || f.Geometry is not { } geometry || query.Boxes.Any(b => Between(layer.Definition.System, query.BoxSystem, geometry).Intersects(Box(b))))
            && (query.Time is not { } time || IsDuring(layer.Definition, names, f, time))
            && filter.Matches(f)
            && query.PropertyEquals.All(p => Equals(f.Values[names.IndexOf(p.Property)], p.Value)));
    }

    private static Geometry Between(CoordinateSystem stored, CoordinateSystem asked, Geometry geometry) =>
        stored.Srid == asked.Srid ? geometry : Projection.Between(stored, asked).Transform(geometry);

    private static bool IsDuring(LayerDefinition layer, List<string> names, Feature feature, TimeInterval time)
    {
        if (layer.TimeStartProperty is null || feature.Values[names.IndexOf(layer.TimeStartProperty)] is not { } start)
            return true;
        var end = layer.TimeEndProperty is null ? start : feature.Values[names.IndexOf(layer.TimeEndProperty)];
        return (time.End is null || First(start) <= time.End) && (time.Start is null || end is null || Last(end) >= time.Start);
    }

    private static DateTime First(object value) => value is DateOnly date ? date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : (DateTime)value;

    private static DateTime Last(object value) => value is DateOnly date ? date.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc) : (DateTime)value;

    private static Geometry Box(Extent box) => new GeometryFactory().ToGeometry(new Envelope(box.MinX, box.MaxX, box.MinY, box.MaxY));
}
