using System.Globalization;
using Geo.Engine.Filters;

namespace Geo.Engine.Features.Filtering;

/// <summary>Brings literals to the type of what they are compared with, where that changes nothing of what they say.</summary>
internal static class LiteralCoercion
{
    private const long LargestExact = 1L << 53;

    /// <summary>A text that says a number, a truth or an instant as what it says; other parts, and other texts, as they are.</summary>
    public static FilterExpression To(FilterType wanted, FilterExpression part)
    {
        if (part is not Literal { Value: string text } literal)
            return part;
        var value = wanted switch
        {
            FilterType.Number => Number(text),
            FilterType.Boolean => bool.TryParse(text, out var truth) ? truth : null,
            FilterType.Date or FilterType.DateTime => InstantText.Parse(text),
            _ => null,
        };
        return value is null ? part : literal with { Value = value };
    }

    /// <summary>The same beside what it is compared with; next to a truth 0 and 1 are false and true, since GDAL's driver knows no other.</summary>
    public static FilterExpression ToCompared(FilterType wanted, FilterExpression part) =>
        wanted == FilterType.Boolean && part is Literal { Value: 0L or 1L } literal ? literal with { Value = literal.Value is 1L } : To(wanted, part);

    /// <summary>Whole numbers beside a property of type Number as numbers, whole numbers with a point beside one of integers as integers, moments beside a date as dates.</summary>
    public static FilterExpression ToStored(PropertyType property, FilterExpression part)
    {
        if (part is not Literal literal)
            return part;
        object? value = (property, literal.Value) switch
        {
            (PropertyType.Number, long whole) when whole is >= -LargestExact and <= LargestExact => (double)whole,
            (PropertyType.Integer, double number) when Math.Floor(number) == number && Math.Abs(number) <= LargestExact => (long)number,
            (PropertyType.Date, DateTime moment) => DateOnly.FromDateTime(moment),
            _ => null,
        };
        return value is null ? part : literal with { Value = value };
    }

    private static object? Number(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }
}
