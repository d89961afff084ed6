using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Geo.Engine.Features;

/// <summary>Positions that follow one another in well-known binary: a line, a ring or a point.</summary>
internal readonly ref struct WkbPositions(ReadOnlySpan<byte> bytes, WkbType type, bool isLittleEndian)
{
    private const ulong Exponent = 0x7FF0_0000_0000_0000;

    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>How many.</summary>
    public int Count { get; } = bytes.Length / type.PositionSize;

    /// <summary>Whether they have heights, each a number or NaN.</summary>
    public bool HasZ => type.HasZ;

    public double X(int index) => Ordinate(index, 0);

    public double Y(int index) => Ordinate(index, 8);

    public double Z(int index) => Ordinate(index, 16);

    /// <summary>
    /// The area of the ring, positive when it runs clockwise. In the order of operations of NetTopologySuite (<c>Area.OfRingSigned</c>), so that
    /// rings without an area turn alike.
    /// </summary>
    public double ClockwiseArea()
    {
        if (Count < 3)
            return 0;
        var (origin, sum) = (X(0), 0.0);
        for (var i = 1; i < Count - 1; i++)
            sum += (X(i) - origin) * (Y(i - 1) - Y(i + 1));
        return sum / 2;
    }

    /// <summary>Whether all ordinates are finite, seen by their exponents; measures are looked at too.</summary>
    public bool AreFinite()
    {
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            if (((isLittleEndian == BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word)) & Exponent) == Exponent)
                return false;
        }
        return true;
    }

    private double Ordinate(int index, int offset)
    {
        var eight = bytes.Slice(index * type.PositionSize + offset, 8);
        return isLittleEndian ? BinaryPrimitives.ReadDoubleLittleEndian(eight) : BinaryPrimitives.ReadDoubleBigEndian(eight);
    }
}
