using System.Globalization;

namespace Geo.Engine.Formats;

/// <summary>
/// Writes numbers in fixed notation, rounded half to even as <see cref="Math.Round(double, int)"/> does, without needless zeros and never as -0. Some
/// ten times quicker than the formats F3 and F7, whose digits it gives.
/// </summary>
public static class FixedDecimals
{
    /// <summary>Most bytes of a number.</summary>
    public const int Longest = 32;

    /// <summary>Most decimals.</summary>
    public const int MostDecimals = 9;

    /// <summary>Beyond this a number is written as null: it is no position on Earth.</summary>
    private const double Largest = 1e15;

    /// <summary>Below this a double holds whole numbers and their halves, so that the scaled number has the digits of the rounded one.</summary>
    private const double ExactBelow = 1L << 51;

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

    /// <summary>Writes a number and tells its length; <c>null</c> for NaN, infinity and what is larger than 1e15.</summary>
    /// <param name="number">The number.</param>
    /// <param name="decimals">Most decimals, 0 to <see cref="MostDecimals"/>.</param>
    /// <param name="target">At least <see cref="Longest"/> bytes.</param>
    public static int Write(double number, int decimals, Span<byte> target)
    {
        if (!(Math.Abs(number) <= Largest))
        {
            "null"u8.CopyTo(target);
            return 4;
        }
        var scaled = Math.Round(number * Powers[decimals]);
        if (Math.Abs(scaled) >= ExactBelow)
            return WriteLarge(number, decimals, target);
        var sign = scaled < 0 ? 1 : 0;
        target[0] = (byte)'-';
        return sign + WriteScaled((ulong)Math.Abs(scaled), decimals, target[sign..]);
    }

    private static int WriteScaled(ulong scaled, int decimals, Span<byte> target)
    {
        // The divisor of degrees is spelt out, for which the compiler multiplies.
        var (whole, fraction) = decimals == 7 ? (scaled / 10_000_000, (uint)(scaled % 10_000_000)) : Split(scaled, decimals);
        var length = WriteWhole(whole, target);
        if (fraction == 0)
            return length;
        target[length] = (byte)'.';
        WriteDigits(fraction, target.Slice(length + 1, decimals));
        for (length += decimals; target[length] == '0'; length--)
        {
        }
        return length + 1;
    }

    // Degrees have three digits at most.
    private static int WriteWhole(ulong whole, Span<byte> target)
    {
        if (whole >= 1000)
        {
            whole.TryFormat(target, out var length, provider: CultureInfo.InvariantCulture);
            return length;
        }
        var digits = whole >= 100 ? 3 : whole >= 10 ? 2 : 1;
        WriteDigits((uint)whole, target[..digits]);
        return digits;
    }

    // Two at a time, from the last on.
    private static void WriteDigits(uint number, Span<byte> digits)
    {
        var at = digits.Length;
        for (; at > 1; at -= 2)
        {
            var rest = number / 100;
            Pairs.Slice((int)(number - rest * 100) * 2, 2).CopyTo(digits[(at - 2)..]);
            number = rest;
        }
        if (at == 1)
            digits[0] = (byte)('0' + number);
    }

    // 00 to 99.
    private static ReadOnlySpan<byte> Pairs =>
        "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"u8
        + "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

    private static (ulong Whole, uint Fraction) Split(ulong scaled, int decimals)
    {
        var (whole, fraction) = Math.DivRem(scaled, (ulong)Powers[decimals]);
        return (whole, (uint)fraction);
    }

    private static int WriteLarge(double number, int decimals, Span<byte> target)
    {
        Math.Round(number, decimals).TryFormat(target, out var length, string.Create(CultureInfo.InvariantCulture, $"F{decimals}"), CultureInfo.InvariantCulture);
        return decimals == 0 ? length : target[..length].TrimEnd((byte)'0').TrimEnd((byte)'.').Length;
    }
}
