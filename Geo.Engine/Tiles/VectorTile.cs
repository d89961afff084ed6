using System.Globalization;
using Geo.Engine.Features;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Tiles;

/// <summary>
/// Makes a Mapbox Vector Tile (version 2.1) with one layer. Features come in the order given; equal keys and values are written once. Values that
/// are null are left out, dates are text as in GeoJSON. Not to be shared between threads.
/// </summary>
public sealed class VectorTile
{
    private readonly LayerDefinition _layer;
    private readonly TileGeometry _geometry;
    private readonly ProtobufWriter _features = new();
    private readonly ProtobufWriter _feature = new();
    private readonly ProtobufWriter _values = new();
    private readonly ProtobufWriter _value = new();
    private readonly Dictionary<object, uint> _valueIndexes = [];
    private readonly List<uint> _tags = [];

    /// <summary>An empty tile of a layer.</summary>
    public VectorTile(LayerDefinition layer, TileAddress tile)
    {
        _layer = layer;
        _geometry = new TileGeometry(tile);
    }

    /// <summary>Share of a tile's side beyond its edges that is drawn too.</summary>
    public static double Margin => (double)TileGeometry.Margin / TileGeometry.Units;

    /// <summary>Whether nothing was drawn.</summary>
    public bool IsEmpty => _features.Length == 0;

    /// <summary>Draws a feature; nothing when it lies outside of the tile or is too small to see.</summary>
    /// <param name="feature">The feature, for its id and values.</param>
    /// <param name="lonLat">Its geometry in longitude and latitude.</param>
    public void Add(Feature feature, Geometry? lonLat)
    {
        var type = lonLat is null ? 0 : _geometry.Draw(lonLat);
        if (type == 0)
            return;
        _feature.Clear();
        _feature.Varint(1, (ulong)feature.Id);
        _feature.Packed(2, TagsOf(feature));
        _feature.Varint(3, (ulong)type);
        _feature.Packed(4, _geometry.Commands);
        _features.Bytes(2, _feature.Written);
    }

    /// <summary>The tile; no bytes when it is empty.</summary>
    public byte[] ToBytes()
    {
        if (IsEmpty)
            return [];
        var layer = new ProtobufWriter();
        layer.Varint(15, 2);
        layer.Text(1, _layer.Id);
        layer.Varint(5, TileGeometry.Units);
        foreach (var property in _layer.Properties)
            layer.Text(3, property.Name);
        var tile = new ProtobufWriter();
        tile.Bytes(3, [.. layer.Written, .. _features.Written, .. _values.Written]);
        return tile.Written.ToArray();
    }

    private List<uint> TagsOf(Feature feature)
    {
        _tags.Clear();
        for (var i = 0; i < feature.Values.Count; i++)
        {
            if (feature.Values[i] is not { } value)
                continue;
            _tags.Add((uint)i);
            _tags.Add(IndexOf(value));
        }
        return _tags;
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
