using System.Globalization;
using Geo.Engine.Features;
using Geo.Engine.Formats.Intake;

namespace Geo.Engine.Formats.Csv;

/// <summary>Types of CSV columns and their values: a column is what every one of its fields is, else text. An empty field is null.</summary>
internal sealed class CsvValues(NumberText numbers)
{
    /// <summary>Looks at a field.</summary>
    public void See(string text, ColumnInference column)
    {
        if (text.Length == 0)
            return;
        if (NumberText.FindInteger(text) is not null)
            column.SeeInteger();
        else if (Number(text) is not null)
            column.SeeNumber();
        else if (Flag(text) is not null)
            column.SeeBoolean();
        else if (LocalDate(text) is { } date)
            column.SeeText(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        else
            column.SeeText(text);
    }

    /// <summary>The value of a field in a column whose type holds for all fields.</summary>
    public object? Read(string text, PropertyType type)
    {
        if (text.Length == 0)
            return null;
        return type switch
        {
            PropertyType.Integer => NumberText.FindInteger(text),
            PropertyType.Number => Number(text),
            PropertyType.Boolean => Flag(text),
            PropertyType.Date => LocalDate(text) ?? IsoDates.Date(text),
            PropertyType.DateTime => IsoDates.Moment(text),
            _ => text,
        };
    }

    // 0912 is a code, not 912.
    private double? Number(string text) =>
        text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]) ? null : numbers.Find(text);

    private static bool? Flag(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" => true,
        "FALSE" => false,
        _ => null,
    };

    // Day first, as in Viet Nam; month first is never assumed.
    private static DateOnly? LocalDate(string text) =>
        DateOnly.TryParseExact(text, ["dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
