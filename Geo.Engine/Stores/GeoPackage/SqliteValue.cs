using System.Globalization;
using Geo.Engine.Features;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>
/// Property values as SQLite keeps them. Written is the form that the GeoPackage standard asks for; read are also the other forms
/// that programs write.
/// </summary>
internal static class SqliteValue
{
    private const double JulianDayOfUnixEpoch = 2440587.5;

    /// <summary>The column type of a property.</summary>
    public static string ColumnType(PropertyType type) => type switch
    {
        PropertyType.Text => "TEXT",
        PropertyType.Integer => "INTEGER",
        PropertyType.Number => "DOUBLE",
        PropertyType.Boolean => "BOOLEAN",
        PropertyType.Date => "DATE",
        _ => "DATETIME",
    };

    /// <summary>The property type of a column, by the standard's names, else by SQLite's rules of affinity; null when it cannot be one.</summary>
    public static PropertyType? TypeOf(string columnType)
    {
        var name = columnType.Split('(')[0].Trim().ToUpperInvariant();
        return name switch
        {
            "BOOLEAN" or "BOOL" => PropertyType.Boolean,
            "DATE" => PropertyType.Date,
            "DATETIME" or "TIMESTAMP" => PropertyType.DateTime,
            _ when name.Contains("INT", StringComparison.Ordinal) => PropertyType.Integer,
            _ when name.Contains("CHAR", StringComparison.Ordinal) || name.Contains("CLOB", StringComparison.Ordinal) || name.Contains("TEXT", StringComparison.Ordinal) => PropertyType.Text,
            "" => null,
            _ when name.Contains("BLOB", StringComparison.Ordinal) => null,
            "JSON" or "UUID" => PropertyType.Text,
            _ => PropertyType.Number,
        };
    }

    /// <summary>A value, not null, as it is written.</summary>
    public static object Encode(object value) => value switch
    {
        bool flag => flag ? 1L : 0L,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // The standard has milliseconds; finer moments keep their six digits, which every reader takes.
        DateTime moment => moment.ToString(moment.Ticks % TimeSpan.TicksPerMillisecond == 0 ? "yyyy-MM-ddTHH:mm:ss.fffZ" : "yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        _ => value,
    };

    /// <summary>A value as it was found (long, double, string or bytes) in the form of its property type. Numbers that are not finite become null.</summary>
    /// <exception cref="FormatException">The value is not of that type; the message shows it.</exception>
    public static object? Decode(object value, PropertyType type) => (type, value) switch
    {
        (PropertyType.Text, string text) => text.IsNormalized() ? text : text.Normalize(),
        (PropertyType.Text, long or double) => Convert.ToString(value, CultureInfo.InvariantCulture),
        (PropertyType.Integer, long) => value,
        (PropertyType.Integer, double number) when number == Math.Truncate(number) && Math.Abs(number) < 9e18 => (long)number,
        (PropertyType.Integer, string text) when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        (PropertyType.Number, double number) => double.IsFinite(number) ? number : null,
        (PropertyType.Number, long number) => (double)number,
        (PropertyType.Number, string text) when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => double.IsFinite(number) ? number : null,
        (PropertyType.Boolean, long number) => number != 0,
        (PropertyType.Boolean, string text) when ParseFlag(text) is { } flag => flag,
        (PropertyType.Date, string text) when ParseMoment(text) is { } moment => DateOnly.FromDateTime(moment),
        (PropertyType.DateTime, string text) when ParseMoment(text) is { } moment => moment,
        (PropertyType.Date, long or double) when FromNumber(value) is { } moment => DateOnly.FromDateTime(moment),
        (PropertyType.DateTime, long or double) when FromNumber(value) is { } moment => moment,
        _ => throw new FormatException($"the value {Show(value)} is not of type {type}"),
    };

    /// <summary>A date in the form that the standard asks for, <c>2025-07-01</c> in ASCII; null when it is another or none.</summary>
    public static DateOnly? PlainDate(ReadOnlySpan<byte> text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
            return null;
        var (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..]));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    // -1 where one is no digit.
    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
                return -1;
            number = number * 10 + digit - '0';
        }
        return number;
    }

    private static bool? ParseFlag(string text) => text.Trim().ToUpperInvariant() switch
    {
        "1" or "T" or "TRUE" or "Y" or "YES" => true,
        "0" or "F" or "FALSE" or "N" or "NO" => false,
        _ => null,
    };

    // The year stands first in every form that is not ambiguous. A moment without a zone is UTC.
    private static DateTime? ParseMoment(string text)
    {
        var beginsWithYear = text.Length >= 8 && text.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0 && text[4] is '-' or '/';
        return beginsWithYear && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : null;
    }

    // SQLite's own conventions: whole numbers are seconds since 1970, others Julian days.
    private static DateTime? FromNumber(object value)
    {
        var days = value is long seconds ? seconds / 86400.0 : (double)value - JulianDayOfUnixEpoch;
        return Math.Abs(days) < 719_000 ? DateTime.UnixEpoch.AddTicks((long)Math.Round(days * TimeSpan.TicksPerDay / TimeSpan.TicksPerMillisecond) * TimeSpan.TicksPerMillisecond) : null;
    }

    private static string Show(object value) => value switch
    {
        byte[] bytes => $"of {bytes.Length} bytes",
        string text => text.Length <= 40 ? $"'{text}'" : $"'{text[..40]}…'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
