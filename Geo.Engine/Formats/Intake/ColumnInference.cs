using Geo.Engine.Features;

namespace Geo.Engine.Formats.Intake;

/// <summary>
/// Finds the narrowest type that holds every value of a column: integer, then number, then text. The result does not depend on the order of
/// the values; a column of nulls is text.
/// </summary>
internal sealed class ColumnInference
{
    private Seen _seen;

    [Flags]
    private enum Seen
    {
        Nothing = 0,
        Integer = 1,
        Number = 2,
        Boolean = 4,
        Date = 8,
        DateTime = 16,
        Text = 32,
    }

    /// <summary>The type for all values seen so far.</summary>
    public PropertyType Type => _seen switch
    {
        Seen.Integer => PropertyType.Integer,
        Seen.Number or (Seen.Integer | Seen.Number) => PropertyType.Number,
        Seen.Boolean => PropertyType.Boolean,
        Seen.Date => PropertyType.Date,
        Seen.DateTime => PropertyType.DateTime,
        _ => PropertyType.Text,
    };

    /// <summary>A whole number that fits 64 bits.</summary>
    public void SeeInteger() => _seen |= Seen.Integer;

    /// <summary>Any other finite number.</summary>
    public void SeeNumber() => _seen |= Seen.Number;

    /// <summary>True or false.</summary>
    public void SeeBoolean() => _seen |= Seen.Boolean;

    /// <summary>Text, which may be an ISO date or a moment with its offset.</summary>
    public void SeeText(string text) => _seen |= IsoDates.Date(text) is not null ? Seen.Date : IsoDates.Moment(text) is not null ? Seen.DateTime : Seen.Text;

    /// <summary>A value that can only be text: an object, an array.</summary>
    public void SeeOther() => _seen |= Seen.Text;
}
