namespace Geo.Engine.Filters;

/// <summary>The words of CQL2-Text, in any case.</summary>
internal static class Cql2Words
{
    private static readonly Dictionary<string, Cql2Token> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AND"] = Cql2Token.And,
        ["OR"] = Cql2Token.Or,
        ["NOT"] = Cql2Token.Not,
        ["LIKE"] = Cql2Token.Like,
        ["ILIKE"] = Cql2Token.ILike,
        ["BETWEEN"] = Cql2Token.Between,
        ["IN"] = Cql2Token.In,
        ["IS"] = Cql2Token.Is,
        ["NULL"] = Cql2Token.Null,
        ["TRUE"] = Cql2Token.Truth,
        ["FALSE"] = Cql2Token.Truth,
        ["DIV"] = Cql2Token.Product,
    };

    private static readonly Dictionary<string, Cql2Token> BeforeParenthesis = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DATE"] = Cql2Token.Date,
        ["TIMESTAMP"] = Cql2Token.Timestamp,
        ["INTERVAL"] = Cql2Token.Interval,
        ["BBOX"] = Cql2Token.Box,
        ["POINT"] = Cql2Token.Geometry,
        ["LINESTRING"] = Cql2Token.Geometry,
        ["POLYGON"] = Cql2Token.Geometry,
        ["MULTIPOINT"] = Cql2Token.Geometry,
        ["MULTILINESTRING"] = Cql2Token.Geometry,
        ["MULTIPOLYGON"] = Cql2Token.Geometry,
        ["GEOMETRYCOLLECTION"] = Cql2Token.Collection,
    };

    /// <summary>Whether it names a property only in quotes, for our reader or for another's.</summary>
    public static bool IsReserved(string name) => Keywords.ContainsKey(name) || BeforeParenthesis.ContainsKey(name) || OperationRules.IsOperator(name);

    /// <summary>The kind of a word.</summary>
    /// <param name="word">As it was written.</param>
    /// <param name="text">The filter.</param>
    /// <param name="end">Index behind the word.</param>
    public static Cql2Token KindOf(string word, string text, int end)
    {
        if (Keywords.TryGetValue(word, out var keyword))
            return keyword;
        var opens = OpensAt(text, end);
        if (!BeforeParenthesis.TryGetValue(word, out var special))
            return opens ? Cql2Token.Function : Cql2Token.Name;
        return opens || (special is Cql2Token.Geometry or Cql2Token.Collection && OpensAfterZ(text, end)) ? special : Cql2Token.Name;
    }

    private static bool OpensAt(string text, int at)
    {
        var next = Cql2Tokenizer.SkipSpaces(text, at);
        return next < text.Length && text[next] == '(';
    }

    private static bool OpensAfterZ(string text, int at)
    {
        var next = Cql2Tokenizer.SkipSpaces(text, at);
        return next < text.Length && text[next] is 'Z' or 'z' && OpensAt(text, next + 1);
    }
}
