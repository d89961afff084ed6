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
        whole.TryFormat(target, out var length, provider: CultureInfo.InvariantCulture);
        if (fraction == 0)
            return length;
        target[length] = (byte)'.';
        WriteDigits(fraction, target.Slice(length + 1, decimals));
        for (length += decimals; target[length] == '0'; length--)
        {
        }
        return length + 1;
    }

    // Two at a time, from the last on.
    private static void WriteDigits(uint number, Span<byte> digits)
    {
        var at = digits.Length;
        for (; at > 1; at -= 2)
        {
            var pair = number % 100;
            number /= 100;
            digits[at - 1] = (byte)('0' + pair % 10);
            digits[at - 2] = (byte)('0' + pair / 10);
        }
        if (at == 1)
            digits[0] = (byte)('0' + number);
    }

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
