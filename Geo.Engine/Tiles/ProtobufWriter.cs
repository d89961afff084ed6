using System.Buffers.Binary;
using System.Text;

namespace Geo.Engine.Tiles;

/// <summary>Writes the wire format of Protocol Buffers, as much of it as vector tiles use.</summary>
internal sealed class ProtobufWriter : IDisposable
{
    private readonly TileBuffer<byte> _bytes = new();

    /// <summary>Bytes written.</summary>
    public int Length => _bytes.Count;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.Items;

    /// <summary>Forgets what was written.</summary>
    public void Clear() => _bytes.Clear();

    /// <summary>A whole number in groups of seven bits.</summary>
    public void Varint(ulong value)
    {
        var span = _bytes.Room(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            span[length++] = (byte)(value | 0x80);
        span[length++] = (byte)value;
        _bytes.Advance(length);
    }

    /// <summary>Whole numbers one behind the other.</summary>
    public void Varints(ReadOnlySpan<uint> values)
    {
        var span = _bytes.Room(values.Length * 5);
        var length = 0;
        foreach (var one in values)
        {
            var value = one;
            for (; value >= 0x80; value >>= 7)
                span[length++] = (byte)(value | 0x80);
            span[length++] = (byte)value;
        }
        _bytes.Advance(length);
    }

    /// <summary>A field that holds a whole number.</summary>
    public void Varint(int field, ulong value)
    {
        Varint((uint)field << 3);
        Varint(value);
    }

    /// <summary>A field that holds a number of eight bytes.</summary>
    public void Double(int field, double value)
    {
        Varint(((uint)field << 3) | 1);
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.Room(8), value);
        _bytes.Advance(8);
    }

    /// <summary>A field that holds bytes, of a message within the message for example.</summary>
    public void Bytes(int field, ReadOnlySpan<byte> bytes)
    {
        Head(field, bytes.Length);
        _bytes.Add(bytes);
    }

    /// <summary>The head of a field that holds bytes, which are written next.</summary>
    public void Head(int field, int length)
    {
        Varint(((uint)field << 3) | 2);
        Varint((uint)length);
    }

    /// <summary>Bytes as they are.</summary>
    public void Raw(ReadOnlySpan<byte> bytes) => _bytes.Add(bytes);

    /// <summary>A field that holds text.</summary>
    public void Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();
}
