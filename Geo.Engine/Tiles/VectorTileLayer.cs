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
    private readonly ProtobufWriter _tags = new();
    private readonly ProtobufWriter _values = new();
    private readonly TileBuffer<uint> _numbers = TileBuffer<uint>.Zeros(values.Count); // 0 for not yet, else the number in the message + 1
    private readonly TileBuffer<uint> _pairs = new();
    private uint _used;

    /// <summary>Adds a feature with its commands as they are written.</summary>
    public void Add(in TileFeature feature, ReadOnlySpan<byte> commands)
    {
        PutTags(values.Pairs(feature.Tags));
        var length = 1 + ProtobufWriter.SizeOf((ulong)feature.Id) + SizeOf(_tags.Length) + 2 + SizeOf(commands.Length);
        _features.Head(2, length);
        _features.Varint(1, (ulong)feature.Id);
        _features.Bytes(2, _tags.Written);
        _features.Varint(3, (ulong)feature.Type);
        _features.Bytes(4, commands);
    }

    /// <summary>Writes a tile with this layer; nothing when it has no features.</summary>
    public void WriteTo(Stream target)
    {
        if (_features.Length == 0)
            return;
        using var message = new ProtobufWriter();
        message.Varint(15, 2);
        message.Text(1, layer.Id);
        message.Varint(5, TileGeometry.Units);
        foreach (var property in layer.Properties)
            message.Text(3, property.Name);
        using var head = new ProtobufWriter();
        head.Head(3, message.Length + _features.Length + _values.Length);
        foreach (var part in (ReadOnlySpan<ProtobufWriter>)[head, message, _features, _values])
            target.Write(part.Written);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _features.Dispose();
        _tags.Dispose();
        _values.Dispose();
        _numbers.Dispose();
        _pairs.Dispose();
    }

    /// <summary>Bytes of a field that holds so many bytes, its number being small.</summary>
    private static int SizeOf(int length) => 1 + ProtobufWriter.SizeOf((uint)length) + length;

    private void PutTags(ReadOnlySpan<uint> pairs)
    {
        var numbered = _pairs.Room(pairs.Length)[..pairs.Length];
        for (var i = 0; i + 1 < pairs.Length; i += 2)
            (numbered[i], numbered[i + 1]) = (pairs[i], NumberOf(pairs[i + 1]));
        _tags.Clear();
        _tags.Varints(numbered);
    }

    private uint NumberOf(uint value)
    {
        ref var number = ref _numbers.Items[(int)value];
        if (number == 0)
        {
            number = ++_used;
            _values.Raw(values[value]);
        }
        return number - 1;
    }
}
