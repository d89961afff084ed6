using Geo.Engine.Features;

namespace Geo.Engine.Tiles;

/// <summary>
/// The message of a layer (Mapbox Vector Tile 2.1, section 4.1). Values are numbered as the features come that have them, and written once; those of features
/// that did not stay are left out. Not to be shared between threads.
/// </summary>
/// <param name="layer">The layer.</param>
/// <param name="values">The values of its features.</param>
internal sealed class VectorTileLayer(LayerDefinition layer, TileValues values) : IDisposable
{
    private readonly ProtobufWriter _features = new();
    private readonly ProtobufWriter _feature = new();
    private readonly ProtobufWriter _packed = new();
    private readonly ProtobufWriter _values = new();
    private readonly uint[] _numbers = new uint[values.Count]; // 0 for not yet, else the number in the message + 1
    private uint _used;

    /// <summary>Adds a feature with its commands.</summary>
    public void Add(in TileFeature feature, ReadOnlySpan<uint> commands)
    {
        _feature.Clear();
        _feature.Varint(1, (ulong)feature.Id);
        _packed.Clear();
        var pairs = values.Pairs(feature.Tags);
        for (var i = 0; i < pairs.Length; i += 2)
        {
            _packed.Varint(pairs[i]);
            _packed.Varint(NumberOf(pairs[i + 1]));
        }
        _feature.Bytes(2, _packed.Written);
        _feature.Varint(3, (ulong)feature.Type);
        _packed.Clear();
        _packed.Varints(commands);
        _feature.Bytes(4, _packed.Written);
        _features.Bytes(2, _feature.Written);
    }

    /// <summary>A tile with this layer; no bytes when it has no features.</summary>
    public byte[] ToBytes()
    {
        if (_features.Length == 0)
            return [];
        using var message = new ProtobufWriter();
        message.Varint(15, 2);
        message.Text(1, layer.Id);
        message.Varint(5, TileGeometry.Units);
        foreach (var property in layer.Properties)
            message.Text(3, property.Name);
        using var tile = new ProtobufWriter();
        tile.Head(3, message.Length + _features.Length + _values.Length);
        tile.Raw(message.Written);
        tile.Raw(_features.Written);
        tile.Raw(_values.Written);
        return tile.Written.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _features.Dispose();
        _feature.Dispose();
        _packed.Dispose();
        _values.Dispose();
    }

    private uint NumberOf(uint value)
    {
        if (_numbers[value] == 0)
        {
            _numbers[value] = ++_used;
            _values.Bytes(4, values[value]);
        }
        return _numbers[value] - 1;
    }
}
