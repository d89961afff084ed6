using System.Buffers.Binary;
using System.Text;

namespace Geo.Engine.Tiles;

/// <summary>Writes the wire format of Protocol Buffers, as much of it as vector tiles use.</summary>
internal sealed class ProtobufWriter
{
    private byte[] _bytes = new byte[256];

    /// <summary>Bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Forgets what was written.</summary>
    public void Clear() => Length = 0;

    /// <summary>A whole number in groups of seven bits.</summary>
    public void Varint(ulong value)
    {
        var span = Room(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            span[length++] = (byte)(value | 0x80);
        span[length++] = (byte)value;
        Length += length;
    }

    /// <summary>Whole numbers one behind the other.</summary>
    public void Varints(ReadOnlySpan<uint> values)
    {
        var span = Room(values.Length * 5);
        var length = 0;
        foreach (var one in values)
        {
            var value = one;
            for (; value >= 0x80; value >>= 7)
                span[length++] = (byte)(value | 0x80);
            span[length++] = (byte)value;
        }
        Length += length;
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
        BinaryPrimitives.WriteDoubleLittleEndian(Room(8), value);
        Length += 8;
    }

    /// <summary>A field that holds bytes, of a message within the message for example.</summary>
    public void Bytes(int field, ReadOnlySpan<byte> bytes)
    {
        Varint(((uint)field << 3) | 2);
        Varint((uint)bytes.Length);
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>A field that holds text.</summary>
    public void Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    private Span<byte> Room(int bytes)
    {
        if (Length + bytes > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + bytes));
        return _bytes.AsSpan(Length);
    }
}
