using System.Globalization;
using Geo.Engine.Features;

namespace Geo.Engine.Tiles;

/// <summary>
/// The message of a layer (Mapbox Vector Tile 2.1, section 4.1). Equal values are written once; null is left out, dates are text as in GeoJSON.
/// Not to be shared between threads.
/// </summary>
/// <param name="layer">The layer.</param>
/// <param name="longestText">Longer texts are left out.</param>
internal sealed class VectorTileLayer(LayerDefinition layer, int longestText)
{
    private readonly ProtobufWriter _features = new();
    private readonly ProtobufWriter _feature = new();
    private readonly ProtobufWriter _packed = new();
    private readonly ProtobufWriter _values = new();
    private readonly ProtobufWriter _value = new();
    private readonly Dictionary<object, uint> _valueIndexes = [];

    /// <summary>Adds a feature with its commands.</summary>
    public void Add(in TileFeature feature, ReadOnlySpan<uint> commands)
    {
        _feature.Clear();
        _feature.Varint(1, (ulong)feature.Id);
        _packed.Clear();
        PackTags(feature.Values);
        _feature.Bytes(2, _packed.Written);
        _feature.Varint(3, (ulong)feature.Type);
        _packed.Clear();
        foreach (var command in commands)
            _packed.Varint(command);
        _feature.Bytes(4, _packed.Written);
        _features.Bytes(2, _feature.Written);
    }

    /// <summary>A tile with this layer; no bytes when it has no features.</summary>
    public byte[] ToBytes()
    {
        if (_features.Length == 0)
            return [];
        var message = new ProtobufWriter();
        message.Varint(15, 2);
        message.Text(1, layer.Id);
        message.Varint(5, TileGeometry.Units);
        foreach (var property in layer.Properties)
            message.Text(3, property.Name);
        var tile = new ProtobufWriter();
        tile.Bytes(3, [.. message.Written, .. _features.Written, .. _values.Written]);
        return tile.Written.ToArray();
    }

    private void PackTags(IReadOnlyList<object?> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value || (value is string text && text.Length > longestText))
                continue;
            _packed.Varint((uint)i);
            _packed.Varint(IndexOf(value));
        }
    }

    private uint IndexOf(object value)
    {
        if (_valueIndexes.TryGetValue(value, out var index))
            return index;
        index = (uint)_valueIndexes.Count;
        _valueIndexes[value] = index;
        _value.Clear();
        WriteValue(value);
        _values.Bytes(4, _value.Written);
        return index;
    }

    private void WriteValue(object value)
    {
        switch (value)
        {
            case double number:
                _value.Double(3, number);
                break;
            case long whole:
                _value.Varint(4, (ulong)whole);
                break;
            case bool truth:
                _value.Varint(7, truth ? 1UL : 0UL);
                break;
            case DateOnly date:
                _value.Text(1, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTime moment:
                _value.Text(1, moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));
                break;
            default:
                _value.Text(1, (string)value);
                break;
        }
    }
}
