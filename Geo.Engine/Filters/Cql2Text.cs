using System.Text;
using Superpower;
using Superpower.Model;

namespace Geo.Engine.Filters;

/// <summary>The text encoding of CQL2: <c>name = 'Vĩnh Châu' AND S_INTERSECTS(geom, BBOX(105.5, 9.2, 106.3, 9.9))</c>.</summary>
/// <remarks>
/// Source: OGC 21-065r2 clause 8 and Annex B (BNF). Beyond it, because clients send them: ILIKE; backslashes doubled in texts (QGIS), where a single one
/// stays as it is; minus before parentheses; moments with an offset; intervals open by an empty text. Quotes in quoted names are doubled.
/// Where a list may stand - in A_… predicates, functions and lists - one expression in parentheses is a list of one.
/// </remarks>
public static class Cql2Text
{
    private const int DeepestGeometry = 4;

    private static readonly Cql2Tokenizer Tokenizer = new();

    /// <summary>Reads a filter.</summary>
    /// <param name="text">At most <see cref="FilterLimits.LongestText"/> characters; names and texts in it are composed (NFC).</param>
    /// <exception cref="FilterException">It is not CQL2, or beyond <see cref="FilterLimits"/>; the place is an index into the text as it was given.</exception>
    public static FilterExpression Parse(string text)
    {
        if (text.Length > FilterLimits.LongestText)
            throw FilterLimits.TooLong(FilterPlace.At(FilterLimits.LongestText), text.Length, FilterLimits.LongestText, "ký tự", "characters");
        FilterCharacters.Check(text, FilterPlace.At);
        var tokens = Tokenizer.Tokenize(text);
        CheckParentheses(tokens);
        var result = Cql2TextGrammar.Expression(tokens);
        if (!result.HasValue)
            throw Cql2TextFaults.Unexpected(result.Remainder, result.Expectations ?? [], text.Length);
        if (!result.Remainder.IsAtEnd)
            throw Cql2TextFaults.Unexpected(result.Remainder, [], text.Length);
        return FilterLimits.Checked(Parenthesised.AsValue(result.Value));
    }

    /// <summary>Writes a filter: equal trees give equal text, whatever they were read from. Doubles read back as the same. It may be longer than what is read.</summary>
    public static string Write(FilterExpression filter)
    {
        var text = new StringBuilder();
        new Cql2TextWriter(text).Write(filter);
        return text.ToString();
    }

    /// <summary>Bounds the recursion of the grammar before it begins. The parentheses of a geometry count by themselves.</summary>
    private static void CheckParentheses(TokenList<Cql2Token> tokens)
    {
        int depth = 0, geometryDepth = 0;
        var isGeometry = false;
        foreach (var token in tokens)
        {
            if (token.Kind == Cql2Token.Open)
            {
                geometryDepth += isGeometry || geometryDepth > 0 ? 1 : 0;
                depth += geometryDepth > 0 ? 0 : 1;
                if (depth > FilterLimits.DeepestNesting || geometryDepth > DeepestGeometry)
                    throw FilterLimits.TooDeep(token.Place());
            }
            else if (token.Kind == Cql2Token.Close)
            {
                depth -= geometryDepth > 0 ? 0 : 1;
                geometryDepth = Math.Max(0, geometryDepth - 1);
            }

            isGeometry = token.Kind is Cql2Token.Geometry or Cql2Token.Collection || (isGeometry && token.Kind == Cql2Token.Function);
        }
    }
}
