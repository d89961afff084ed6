using System.Collections.Concurrent;
using Geo.Engine.Features;

namespace Geo.Engine.Stores.PostGis;

/// <summary>
/// What this process knows of the layers of one database. All stores of the process share it, so that what one of them writes, the others forget at
/// once; what other processes write is told by <see cref="CatalogWatch"/>.
/// </summary>
internal sealed class KnownLayers
{
    private static readonly ConcurrentDictionary<string, KnownLayers> Databases = new(StringComparer.Ordinal);

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, Layer> _layers = new(StringComparer.Ordinal);
    private long _state;

    /// <summary>Of one database.</summary>
    /// <param name="database">Its host, port and name.</param>
    public static KnownLayers Of(string database) => Databases.GetOrAdd(database, _ => new KnownLayers());

    /// <summary>Grows with each <see cref="Forget"/>; to be read before a layer is asked for, and handed to <see cref="Keep"/> with the answer.</summary>
    public long State => Interlocked.Read(ref _state);

    /// <summary>A layer as it was last seen; null when it is not known.</summary>
    public Layer? Find(string layerId) => _layers.GetValueOrDefault(layerId);

    /// <summary>Keeps a layer, unless something was forgotten since it was asked for: then it may be older than that.</summary>
    public void Keep(Layer layer, long askedAt)
    {
        lock (_lock)
        {
            if (askedAt == _state)
                _layers[layer.Id] = layer;
        }
    }

    /// <summary>Something has changed, or may have: everything is to be asked for again.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            Interlocked.Increment(ref _state);
            _layers.Clear();
        }
    }
}
