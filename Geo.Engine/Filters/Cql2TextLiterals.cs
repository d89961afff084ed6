using System.Globalization;
using System.Text;
using Superpower.Model;

namespace Geo.Engine.Filters;

/// <summary>What single words of CQL2-Text stand for.</summary>
internal static class Cql2TextLiterals
{
    /// <summary>Where a word begins.</summary>
    public static FilterPlace Place(this Token<Cql2Token> token) => FilterPlace.At(token.Position.Absolute);

    /// <summary>The name of a property, without quotes, composed.</summary>
    public static PropertyReference Property(Token<Cql2Token> token)
    {
        var name = token.ToStringValue();
        var bare = token.Kind == Cql2Token.QuotedName ? name[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : name;
        return new PropertyReference(bare.Normalize(NormalizationForm.FormC), token.Place());
    }

    /// <summary>A text without its quotes, composed.</summary>
    public static string Text(Token<Cql2Token> token)
    {
        var quoted = token.ToStringValue();
        var text = new StringBuilder(quoted.Length);
        for (var i = 1; i < quoted.Length - 1; i++)
        {
            if (quoted.AsSpan(i) is ['\\', '\\' or '\'', ..] or ['\'', '\'', ..])
                i++;
            text.Append(quoted[i]);
        }

        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>TRUE or FALSE.</summary>
    public static Literal Truth(Token<Cql2Token> token) => new(token.Span.EqualsValueIgnoreCase("TRUE"), token.Place());

    /// <summary>A number: whole where it has neither point nor exponent and fits in 64 bits.</summary>
    /// <param name="sign">Plus or minus before it, or null.</param>
    /// <param name="token">The number.</param>
    /// <exception cref="FilterException">It is beyond doubles.</exception>
    public static Literal Number(Token<Cql2Token>? sign, Token<Cql2Token> token)
    {
        var place = (sign ?? token).Place();
        var digits = (sign is { Kind: Cql2Token.Minus } ? "-" : "") + token.ToStringValue();
        return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? new Literal(whole, place)
            : new Literal(Finite(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture), digits, place), place);
    }

    /// <summary>The number of a position or box, always a double.</summary>
    public static double Ordinate(Literal number) => number.Value is long whole ? whole : (double)number.Value;

    private static double Finite(double number, string digits, FilterPlace place) => double.IsFinite(number)
        ? number
        : throw FilterFaults.Found(place, FilterWords.Same(FilterFaults.Shorten(digits)), new("một số hữu hạn (đến ±1,79E+308)", "a finite number (up to ±1.79E+308)"));
}
