using System.Globalization;

namespace Geo.Engine.Filters;

/// <summary>Numbers as both encodings write them: the shortest digits that read back as the same number, a point in every double.</summary>
internal static class FilterNumbers
{
    /// <summary>A whole number or double as a value; <c>5.0</c> stays a double.</summary>
    public static string Write(object value)
    {
        if (value is long whole)
            return whole.ToString(CultureInfo.InvariantCulture);
        var digits = Shortest((double)value);
        return digits.AsSpan().ContainsAny(".E") ? digits : digits + ".0";
    }

    /// <summary>A number of a position, which is a double anyway. Zero has no sign there: it is read back as the whole number it looks like.</summary>
    public static string WriteOrdinate(double value) => Shortest(value + 0.0);

    private static string Shortest(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
