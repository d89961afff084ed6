using System.Buffers.Binary;

namespace Geo.Engine.Features;

/// <summary>Reads well-known binary from front to back. The caller has made sure that the bytes are there (<see cref="Has"/>).</summary>
internal ref struct WkbCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Whether numbers of the geometry at hand begin with their lowest byte.</summary>
    public bool IsLittleEndian { get; private set; } = true;

    /// <summary>How many bytes have been read.</summary>
    public int Position { get; private set; }

    /// <summary>How many are left.</summary>
    public readonly int Left => bytes.Length - Position;

    /// <summary>Whether at least <paramref name="count"/> bytes are left.</summary>
    public readonly bool Has(long count) => count <= Left;

    /// <summary>The byte-order mark that begins each geometry; false when it is neither 0 nor 1.</summary>
    public bool ReadByteOrder()
    {
        var mark = bytes[Position++];
        IsLittleEndian = mark == 1;
        return mark <= 1;
    }

    /// <summary>Passes over bytes.</summary>
    public void Skip(int count) => Position += count;

    public uint ReadUInt32()
    {
        var four = bytes.Slice(Position, 4);
        Position += 4;
        return IsLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(four) : BinaryPrimitives.ReadUInt32BigEndian(four);
    }

    public double ReadDouble()
    {
        var eight = bytes.Slice(Position, 8);
        Position += 8;
        return IsLittleEndian ? BinaryPrimitives.ReadDoubleLittleEndian(eight) : BinaryPrimitives.ReadDoubleBigEndian(eight);
    }

    /// <summary>As many positions as follow one another.</summary>
    public WkbPositions ReadPositions(uint count, WkbType type)
    {
        var positions = bytes.Slice(Position, (int)count * type.PositionSize);
        Position += positions.Length;
        return new WkbPositions(positions, type, IsLittleEndian);
    }

    /// <summary>The type word, and the SRID behind it that only the extended form has (skipped).</summary>
    public WkbType ReadType()
    {
        var type = WkbType.Of(ReadUInt32());
        if (type.HasSrid && Has(4))
            ReadUInt32();
        return type;
    }
}
