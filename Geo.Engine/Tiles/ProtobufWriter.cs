using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Geo.Engine.Tiles;

/// <summary>Writes the wire format of Protocol Buffers, as much of it as vector tiles use.</summary>
internal sealed class ProtobufWriter : IDisposable
{
    private const int LongestVarint = 10;
    private const int LongestNumber = 5;

    private readonly TileBuffer<byte> _bytes = new();

    /// <summary>Bytes written.</summary>
    public int Length => _bytes.Count;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.Items;

    /// <summary>Forgets what was written.</summary>
    public void Clear() => _bytes.Clear();

    /// <summary>Writes bytes over what was written, from a place before them.</summary>
    public void MoveTo(int start, ReadOnlySpan<byte> bytes) => bytes.CopyTo(_bytes.Items[start..]);

    /// <summary>Forgets what was written last.</summary>
    /// <param name="length">How many bytes stay.</param>
    public void ShrinkTo(int length) => _bytes.ShrinkTo(length);

    /// <summary>How many bytes a whole number takes.</summary>
    public static int SizeOf(ulong value) => (BitOperations.Log2(value | 1) / 7) + 1;

    /// <summary>Whole numbers one behind the other.</summary>
    public void Varints(ReadOnlySpan<uint> values)
    {
        var span = _bytes.Room(values.Length * LongestNumber);
        var length = 0;
        foreach (var value in values)
        {
            if (value < 0x80)
                span[length++] = (byte)value;
            else
                length += Put(value, span[length..]);
        }
        _bytes.Advance(length);
    }

    /// <summary>A field that holds a whole number.</summary>
    public void Varint(int field, ulong value)
    {
        var span = _bytes.Room(LongestNumber + LongestVarint);
        var written = Put((uint)field << 3, span);
        _bytes.Advance(written + Put(value, span[written..]));
    }

    /// <summary>A field that holds a number of eight bytes.</summary>
    public void Double(int field, double value)
    {
        var span = _bytes.Room(LongestNumber + sizeof(double));
        var written = Put(((uint)field << 3) | 1, span);
        BinaryPrimitives.WriteDoubleLittleEndian(span[written..], value);
        _bytes.Advance(written + sizeof(double));
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
        var span = _bytes.Room(2 * LongestNumber);
        var written = Put(((uint)field << 3) | 2, span);
        _bytes.Advance(written + Put((uint)length, span[written..]));
    }

    /// <summary>Bytes as they are.</summary>
    public void Raw(ReadOnlySpan<byte> bytes) => _bytes.Add(bytes);

    /// <summary>A field that holds text.</summary>
    public void Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Put(ulong value, Span<byte> target)
    {
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            target[length++] = (byte)(value | 0x80);
        target[length++] = (byte)value;
        return length;
    }
}
