using System.Globalization;

namespace Geo.Engine.Formats.Csv;

/// <summary>
/// Reads numbers as people write them: a decimal point or comma, groups of three set off by the other sign or by spaces. Which is which is
/// told once for a file, by its culture or by numbers that allow only one reading.
/// </summary>
/// <param name="decimalSign">Point or comma.</param>
internal sealed class NumberText(char decimalSign)
{
    /// <summary>The decimal sign.</summary>
    public char DecimalSign { get; } = decimalSign;

    private char GroupSign => DecimalSign == '.' ? ',' : '.';

    /// <summary>The decimal sign a single number must have; null when it allows both or is none.</summary>
    public static char? SignOf(string text)
    {
        var trimmed = text.Trim().TrimStart('-', '+');
        if (trimmed.Length == 0 || !trimmed.All(c => char.IsAsciiDigit(c) || c is '.' or ','))
            return null;
        var (points, commas) = (trimmed.Count(c => c == '.'), trimmed.Count(c => c == ','));
        if (points > 0 && commas > 0)
            return trimmed.LastIndexOf('.') > trimmed.LastIndexOf(',') ? '.' : ',';
        if (points + commas == 0)
            return null;
        var sign = points > 0 ? '.' : ',';
        if (points + commas > 1)
            return sign == '.' ? ',' : '.';
        return LooksGrouped(trimmed, sign) ? null : sign;
    }

    /// <summary>The number, finite; null when the text is none.</summary>
    public double? Find(string text)
    {
        var compact = text.Trim();
        if (compact.Length == 0 || compact.Length > 64 || !TryStripGroups(compact, out var plain))
            return null;
        plain = plain.Replace(DecimalSign, '.');
        return double.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? number
            : null;
    }

    /// <summary>The whole number; null when the text is none, or begins with a zero as codes do.</summary>
    public static long? FindInteger(string text)
    {
        var digits = text.TrimStart('-');
        return digits.Length is >= 1 and <= 18 && digits.All(char.IsAsciiDigit) && (digits[0] != '0' || digits.Length == 1)
            ? long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : null;
    }

    // Groups count only where every one has three digits: "1.23.4" is no number.
    private bool TryStripGroups(string text, out string plain)
    {
        plain = text.Replace('\u00A0', ' ');
        var sign = plain.Contains(' ', StringComparison.Ordinal) ? ' ' : GroupSign;
        var end = plain.IndexOf(DecimalSign, StringComparison.Ordinal);
        var whole = end < 0 ? plain : plain[..end];
        if (!plain.Contains(sign, StringComparison.Ordinal))
            return true;
        var groups = whole.TrimStart('-', '+').Split(sign);
        var isGrouped = groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3)
            && (end < 0 || !plain[end..].Contains(sign, StringComparison.Ordinal));
        plain = plain.Replace(sign.ToString(), "", StringComparison.Ordinal);
        return isGrouped;
    }

    private static bool LooksGrouped(string digits, char sign)
    {
        var at = digits.IndexOf(sign, StringComparison.Ordinal);
        return at is >= 1 and <= 3 && digits.Length - at - 1 == 3 && digits[0] != '0';
    }
}
