namespace Geo.Engine.Suitability.Expressions;

/// <summary>Takes an expression apart into words.</summary>
internal static class ExpressionWords
{
    private static readonly string[] Signs = ["<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "^", "(", ")", ","];

    /// <summary>All words, with one that says that the text is at its end. What is no word is one of kind unknown.</summary>
    public static IReadOnlyList<ExpressionToken> Of(string text)
    {
        var words = new List<ExpressionToken>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var (word, length) = Next(text, at);
            words.Add(word);
            at += length;
        }
        words.Add(new(ExpressionTokenKind.End, "", text.Length + 1));
        return words;
    }

    private static (ExpressionToken Word, int Length) Next(string text, int at)
    {
        var first = text[at];
        if (char.IsAsciiDigit(first) || (first == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
            return Word(ExpressionTokenKind.Number, text, at, NumberLength(text, at));
        if (char.IsAsciiLetter(first) || first == '_')
            return Word(ExpressionTokenKind.Name, text, at, Span(text, at, c => char.IsAsciiLetterOrDigit(c) || c == '_'));
        if (first == '[' && text.IndexOf(']', at) is var end && end > at)
            return (new(ExpressionTokenKind.Name, text[(at + 1)..end], at + 1), end + 1 - at);
        var sign = Array.Find(Signs, s => string.CompareOrdinal(text, at, s, 0, s.Length) == 0);
        return sign is null ? Word(ExpressionTokenKind.Unknown, text, at, 1) : Word(ExpressionTokenKind.Sign, text, at, sign.Length);
    }

    private static (ExpressionToken Word, int Length) Word(ExpressionTokenKind kind, string text, int at, int length) =>
        (new(kind, text.Substring(at, length), at + 1), length);

    private static int NumberLength(string text, int at)
    {
        var length = Span(text, at, c => char.IsAsciiDigit(c) || c == '.');
        var exponent = at + length;
        if (exponent >= text.Length || text[exponent] is not ('e' or 'E'))
            return length;
        var digits = exponent + 1 < text.Length && text[exponent + 1] is ('+' or '-') ? exponent + 2 : exponent + 1;
        var count = Span(text, digits, char.IsAsciiDigit);
        return count == 0 ? length : digits + count - at;
    }

    private static int Span(string text, int at, Func<char, bool> belongs)
    {
        var end = at;
        while (end < text.Length && belongs(text[end]))
            end++;
        return end - at;
    }
}
