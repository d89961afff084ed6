using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Geo.Engine.Features;

namespace Geo.Engine.Tiles;

/// <summary>
/// The values of a tile's features as Mapbox Vector Tile 2.1 (section 4.1) writes them, each kept once, taken from the bytes of rows. Null is left out, dates
/// are text as in GeoJSON. Not to be shared between threads.
/// </summary>
/// <param name="properties">The properties of the layer.</param>
/// <param name="longestText">Texts of more letters are left out.</param>
internal sealed class TileValues(IReadOnlyList<PropertyDefinition> properties, int longestText) : IDisposable
{
    private const int LongestMoment = 32;

    private readonly ProtobufWriter _value = new();
    private readonly TileBuffer<byte> _bytes = new();
    private readonly TileBuffer<(int Start, int Length)> _values = new();
    private readonly TileBuffer<uint> _tags = new();
    private int[] _slots = new int[256]; // 0 for none, else a value's number + 1

    /// <summary>How many values there are.</summary>
    public int Count => _values.Count;

    /// <summary>The message of a value.</summary>
    public ReadOnlySpan<byte> this[uint value] => _bytes.Items.Slice(_values.Items[(int)value].Start, _values.Items[(int)value].Length);

    /// <summary>The values of a row, as pairs of a property and a value; see <see cref="Pairs"/>.</summary>
    public TileTags TagsOf(FeatureRow row)
    {
        var start = _tags.Count;
        for (var i = 0; i < properties.Count; i++)
        {
            if (row.IsNull(i) || !TryWrite(row, i))
                continue;
            _tags.Add((uint)i);
            _tags.Add(Number(_value.Written));
        }
        return new(start, _tags.Count - start);
    }

    /// <summary>The pairs of a feature.</summary>
    public ReadOnlySpan<uint> Pairs(TileTags tags) => _tags.Items.Slice(tags.Start, tags.Count);

    /// <inheritdoc/>
    public void Dispose()
    {
        _value.Dispose();
        _bytes.Dispose();
        _values.Dispose();
        _tags.Dispose();
    }

    private bool TryWrite(FeatureRow row, int index)
    {
        _value.Clear();
        switch (properties[index].Type)
        {
            case PropertyType.Text:
                var text = row.Text(index);
                if (text.Length > longestText && Encoding.UTF8.GetCharCount(text) > longestText)
                    return false;
                _value.Bytes(1, text);
                return true;
            case PropertyType.Integer:
                _value.Varint(4, (ulong)row.Whole(index));
                return true;
            case PropertyType.Number:
                _value.Double(3, row.Number(index));
                return true;
            case PropertyType.Boolean:
                _value.Varint(7, row.Truth(index) ? 1UL : 0UL);
                return true;
            default:
                WriteTime(row, index);
                return true;
        }
    }

    private void WriteTime(FeatureRow row, int index)
    {
        Span<byte> text = stackalloc byte[LongestMoment];
        var length = 0;
        _ = properties[index].Type == PropertyType.Date
            ? row.Day(index).TryFormat(text, out length, "O", CultureInfo.InvariantCulture)
            : row.Moment(index).TryFormat(text, out length, "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
        _value.Bytes(1, text[..length]);
    }

    private uint Number(ReadOnlySpan<byte> value)
    {
        var mask = _slots.Length - 1;
        for (var slot = HashOf(value) & mask; ; slot = (slot + 1) & mask)
        {
            if (_slots[slot] == 0)
                return Add(value, slot);
            if (this[(uint)_slots[slot] - 1].SequenceEqual(value))
                return (uint)_slots[slot] - 1;
        }
    }

    private uint Add(ReadOnlySpan<byte> value, int slot)
    {
        var number = _values.Count;
        _values.Add((_bytes.Count, value.Length));
        _bytes.Add(value);
        _slots[slot] = number + 1;
        if (_values.Count * 2 > _slots.Length)
            Widen();
        return (uint)number;
    }

    private void Widen()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var number = 0; number < _values.Count; number++)
        {
            var slot = HashOf(this[(uint)number]) & mask;
            while (_slots[slot] != 0)
                slot = (slot + 1) & mask;
            _slots[slot] = number + 1;
        }
    }

    // Eight bytes at a time, multiplied and folded. Which slot a value lies in never shows in a tile.
    private static int HashOf(ReadOnlySpan<byte> value)
    {
        var hash = (ulong)value.Length;
        for (; value.Length >= sizeof(ulong); value = value[sizeof(ulong)..])
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(value));
        foreach (var one in value)
            hash = (hash << 8) | one ^ (hash >> 56);
        return (int)(Mix(hash) >> 33);
    }

    private static ulong Mix(ulong hash)
    {
        hash *= 0x9E37_79B9_7F4A_7C15;
        return hash ^ (hash >> 32);
    }
}
