using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Geo.Engine.Formats.Shapefile;

/// <summary>The values of .dbf fields. A value that is none gives null and a cause; an empty field gives null alone.</summary>
internal static class DbfValue
{
    /// <summary>A number of a column of type N, F, I or O: a long when it is written without a decimal point, else a double.</summary>
    public static (object? Value, string? Cause) Number(ReadOnlySpan<byte> field, char type)
    {
        if (type == 'I')
            return ((long)BinaryPrimitives.ReadInt32LittleEndian(field), null);
        if (type is 'O' or 'B')
            return BinaryPrimitives.ReadDoubleLittleEndian(field) is var number && double.IsFinite(number) ? (number, null) : (null, "are not finite");
        var text = Encoding.Latin1.GetString(field).Trim(' ', '\0');
        if (text.Length == 0)
            return (null, null);
        if (text.All(c => c == '*'))
            return (null, "were too wide for the column (asterisks)");
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
            return (integer, null);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? (value, null)
            : (null, "are no numbers");
    }

    /// <summary>A date written YYYYMMDD; zeros are an empty date.</summary>
    public static (DateOnly? Value, string? Cause) Date(ReadOnlySpan<byte> field)
    {
        var text = Encoding.Latin1.GetString(field).Trim(' ', '\0');
        if (text.Length == 0)
            return (null, null);
        if (text.All(c => c == '0'))
            return (null, "are dates of zeros");
        return DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (date, null)
            : (null, "are no dates (YYYYMMDD)");
    }

    /// <summary>A logical value.</summary>
    public static (bool? Value, string? Cause) Flag(ReadOnlySpan<byte> field) => (field.IsEmpty ? ' ' : (char)field[0]) switch
    {
        'T' or 't' or 'Y' or 'y' => (true, null),
        'F' or 'f' or 'N' or 'n' => (false, null),
        ' ' or '?' or '\0' => (null, null),
        _ => (null, "are neither true nor false"),
    };

    /// <summary>The bytes of a text without the padding.</summary>
    public static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)0);
        return (end < 0 ? field : field[..end]).TrimEnd((byte)' ');
    }
}
