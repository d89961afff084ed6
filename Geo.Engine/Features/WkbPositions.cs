using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Features;

/// <summary>Positions that follow one another in well-known binary: a line, a ring or a point.</summary>
internal readonly ref struct WkbPositions
{
    private const ulong Exponent = 0x7FF0_0000_0000_0000;

    private readonly ReadOnlySpan<ulong> words;
    private readonly int ordinates;
    private readonly bool isTurned;

    /// <summary>Positions of a geometry's type and order of bytes.</summary>
    public WkbPositions(ReadOnlySpan<byte> bytes, WkbType type, bool isLittleEndian)
    {
        words = MemoryMarshal.Cast<byte, ulong>(bytes);
        ordinates = type.PositionSize / sizeof(ulong);
        isTurned = isLittleEndian != BitConverter.IsLittleEndian;
        HasZ = type.HasZ;
        Count = words.Length / ordinates;
    }

    /// <summary>How many.</summary>
    public int Count { get; }

    /// <summary>Whether they have heights, each a number or NaN.</summary>
    public bool HasZ { get; }

    /// <summary>Writes x and y of each into room for all.</summary>
    public void CopyTo(Span<double> target) => CopyTo(0, Count, target);

    /// <summary>Writes x and y of some into room for them.</summary>
    public void CopyTo(int first, int count, Span<double> target)
    {
        if (ordinates == 2 && !isTurned)
        {
            words.Slice(2 * first, 2 * count).CopyTo(MemoryMarshal.Cast<double, ulong>(target));
            return;
        }
        for (var i = 0; i < count; i++)
            (target[2 * i], target[(2 * i) + 1]) = (X(first + i), Y(first + i));
    }

    public double X(int index) => Ordinate(index * ordinates);

    public double Y(int index) => Ordinate(index * ordinates + 1);

    /// <summary>Both at once.</summary>
    public Vector128<double> XY(int index) => Vector128.Create(X(index), Y(index));

    public double Z(int index) => Ordinate(index * ordinates + 2);

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
        foreach (var word in words)
        {
            if (((isTurned ? BinaryPrimitives.ReverseEndianness(word) : word) & Exponent) == Exponent)
                return false;
        }
        return true;
    }

    private double Ordinate(int place)
    {
        var word = words[place];
        return BitConverter.UInt64BitsToDouble(isTurned ? BinaryPrimitives.ReverseEndianness(word) : word);
    }
}
