using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Formats;

/// <summary>
/// Takes eight numbers apart at once into what <see cref="FixedDecimals"/> writes of each: its whole part and eight digits behind the point. Where vectors are
/// not that wide nothing is done here, and each number is written by itself; the text is the same.
/// </summary>
internal static class DecimalLanes
{
    /// <summary>Numbers at once.</summary>
    public const int Count = 8;

    private const ulong Sign = 1UL << 63;
    private const double Unit = 1L << 52; // with this much added, the bits of a whole number are the lowest ones

    /// <summary>The parts of some numbers; false where one of them is not as usual, or the machine is not.</summary>
    /// <param name="numbers">The numbers, a multiple of <see cref="Count"/>.</param>
    /// <param name="decimals">Most decimals.</param>
    /// <param name="wholes">Whole parts without sign, and the sign in the highest bit.</param>
    /// <param name="digits">Eight digits behind the point, the first one in the lowest byte.</param>
    public static bool TrySplit(ReadOnlySpan<double> numbers, int decimals, Span<ulong> wholes, Span<ulong> digits)
    {
        if (!Vector512.IsHardwareAccelerated || decimals > FixedDecimals.Octet)
            return false;
        for (var i = 0; i < numbers.Length; i += Count)
        {
            var number = Vector512.Create(numbers[i..]);
            var product = number * FixedDecimals.Powers[decimals];
            var isUsual = Vector512.LessThan(Vector512.Abs(product), Vector512.Create(FixedDecimals.ExactBelow)) & Vector512.LessThanOrEqual(Vector512.Abs(number), Vector512.Create(FixedDecimals.Largest));
            if (!Vector512.EqualsAll(isUsual.AsUInt64(), Vector512<ulong>.AllBitsSet))
                return false;
            Split((product + Vector512.Create(FixedDecimals.Shift)) - Vector512.Create(FixedDecimals.Shift), decimals, wholes[i..], digits[i..]);
        }
        return true;
    }

    /// <summary>Writes a number from its parts and tells its length; up to <see cref="FixedDecimals.Longest"/> bytes are written over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(ulong whole, ulong digits, ref byte text)
    {
        text = (byte)'-';
        var length = (int)(whole >> 63);
        length += FixedDecimals.WriteWhole(whole & ~Sign, ref Unsafe.Add(ref text, length));
        Unsafe.Add(ref text, length) = (byte)'.';
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref text, length + 1), digits | FixedDecimals.Zeros);
        return digits == 0 ? length : length + 1 + FixedDecimals.Octet - BitOperations.LeadingZeroCount(digits) / 8;
    }

    // Products and remainders of whole numbers below 2^51 are exact; the quotient may be one too large or too small.
    private static void Split(Vector512<double> scaled, int decimals, Span<ulong> wholes, Span<ulong> digits)
    {
        var power = Vector512.Create(FixedDecimals.Powers[decimals]);
        var size = Vector512.Abs(scaled);
        var whole = Vector512.Floor(size / power);
        var rest = size - whole * power;
        var isOver = Vector512.LessThan(rest, Vector512<double>.Zero);
        var isUnder = Vector512.GreaterThanOrEqual(rest, power);
        whole += Vector512.ConditionalSelect(isUnder, Vector512<double>.One, Vector512<double>.Zero) - Vector512.ConditionalSelect(isOver, Vector512<double>.One, Vector512<double>.Zero);
        rest += Vector512.ConditionalSelect(isOver, power, Vector512<double>.Zero) - Vector512.ConditionalSelect(isUnder, power, Vector512<double>.Zero);
        var sign = Vector512.LessThan(scaled, Vector512<double>.Zero).AsUInt64() & Vector512.Create(Sign);
        (Whole(whole) | sign).CopyTo(wholes);
        Digits(Whole(rest * FixedDecimals.Powers[FixedDecimals.Octet - decimals])).CopyTo(digits);
    }

    private static Vector512<ulong> Whole(Vector512<double> number) => (number + Vector512.Create(Unit)).AsUInt64() ^ Vector512.Create(Unit).AsUInt64();

    // As FixedDecimals.Digits; each factor is that of a division by multiplying, exact for as many digits as each part has.
    private static Vector512<ulong> Digits(Vector512<ulong> number)
    {
        var high = (number * 109_951_163) >> 40;
        var fours = (high | ((number - high * 10_000) << 32)).AsUInt32();
        var hundreds = (fours * 10_486) >> 20;
        var twos = (hundreds | ((fours - hundreds * 100) << 16)).AsUInt16();
        var tens = (twos * 103) >> 10;
        return (tens | ((twos - (ushort)10 * tens) << 8)).AsUInt64();
    }
}
