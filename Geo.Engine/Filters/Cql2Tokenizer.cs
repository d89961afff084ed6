using System.Text;
using Superpower;
using Superpower.Model;

namespace Geo.Engine.Filters;

/// <summary>Cuts CQL2-Text into words, numbers, texts and signs. One character ahead always decides, so it is done once over.</summary>
internal sealed class Cql2Tokenizer : Tokenizer<Cql2Token>
{
    private static readonly Dictionary<char, Cql2Token> Signs = new()
    {
        ['('] = Cql2Token.Open,
        [')'] = Cql2Token.Close,
        [','] = Cql2Token.Comma,
        ['+'] = Cql2Token.Plus,
        ['-'] = Cql2Token.Minus,
        ['*'] = Cql2Token.Product,
        ['/'] = Cql2Token.Product,
        ['%'] = Cql2Token.Product,
        ['^'] = Cql2Token.Power,
        ['='] = Cql2Token.Comparison,
        ['<'] = Cql2Token.Comparison,
        ['>'] = Cql2Token.Comparison,
    };

    /// <summary>The index of the first character from here that is no space.</summary>
    public static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && FilterCharacters.IsSpace(text[at]))
            at++;
        return at;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Result<Cql2Token>> Tokenize(TextSpan span)
    {
        var text = span.ToStringValue();
        var rest = span.Skip(SkipSpaces(text, 0));
        while (!rest.IsAtEnd)
        {
            var (kind, length) = Next(text, rest.Position.Absolute);
            var after = rest.Skip(length);
            yield return Result.Value(kind, rest, after);
            rest = after.Skip(SkipSpaces(text, after.Position.Absolute) - after.Position.Absolute);
        }
    }

    private static (Cql2Token Kind, int Length) Next(string text, int at)
    {
        if (text[at] == '\'')
            return (Cql2Token.Text, LengthOfText(text, at));
        if (text[at] == '"')
            return (Cql2Token.QuotedName, LengthOfQuotedName(text, at));
        if (char.IsAsciiDigit(text[at]) || (text[at] == '.' && IsDigit(text, at + 1)))
            return (Cql2Token.Number, LengthOfNumber(text, at));
        if (IsNameAt(text, at))
            return Word(text, at);
        if (text.AsSpan(at) is ['<', '>' or '=', ..] or ['>', '=', ..])
            return (Cql2Token.Comparison, 2);
        return Signs.TryGetValue(text[at], out var sign) ? (sign, 1) : throw Stray(text, at);
    }

    private static (Cql2Token Kind, int Length) Word(string text, int at)
    {
        var end = at;
        while (end < text.Length && Rune.TryGetRuneAt(text, end, out var rune) && FilterCharacters.IsNamePart(rune))
            end += rune.Utf16SequenceLength;
        return (Cql2Words.KindOf(text[at..end], text, end), end - at);
    }

    /// <summary>Quotes within are doubled or follow a backslash; a backslash before a backslash stands for one, as QGIS writes it.</summary>
    private static int LengthOfText(string text, int start)
    {
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text.AsSpan(at) is ['\\', '\\' or '\'', ..] or ['\'', '\'', ..])
                at++;
            else if (text[at] == '\'')
                return at + 1 - start;
        }

        throw Fault(start, "Chuỗi bắt đầu ở đây không có dấu ' kết thúc.", "The text that begins here has no closing '.");
    }

    private static int LengthOfQuotedName(string text, int start)
    {
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text.AsSpan(at) is ['"', '"', ..])
                at++;
            else if (text[at] == '"')
                return at > start + 1 ? at + 1 - start : throw Fault(start, "Tên thuộc tính không được rỗng.", "The name of a property may not be empty.");
        }

        throw Fault(start, "Tên bắt đầu ở đây không có dấu \" kết thúc.", "The name that begins here has no closing \".");
    }

    private static int LengthOfNumber(string text, int start)
    {
        var at = SkipDigits(text, start);
        if (at < text.Length && text[at] == '.')
            at = SkipDigits(text, at + 1);
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var digits = at + (at + 1 < text.Length && text[at + 1] is '+' or '-' ? 2 : 1);
            at = IsDigit(text, digits) ? SkipDigits(text, digits) : at;
        }

        return !IsNameAt(text, at) ? at - start : throw Fault(
            start,
            "Tên không được bắt đầu bằng chữ số; hãy đặt tên trong dấu ngoặc kép \"…\".",
            "A name does not begin with a digit; write such a name in double quotes.");
    }

    private static int SkipDigits(string text, int at)
    {
        while (IsDigit(text, at))
            at++;
        return at;
    }

    private static bool IsDigit(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private static bool IsNameAt(string text, int at) => at < text.Length && Rune.TryGetRuneAt(text, at, out var rune) && FilterCharacters.IsNameStart(rune);

    private static FilterException Stray(string text, int at)
    {
        if (text.AsSpan(at).StartsWith("!="))
            return Fault(at, "Gặp '!='; trong CQL2 'khác' viết là '<>'.", "Found '!='; in CQL2 'not equal' is written '<>'.");
        var found = Rune.GetRuneAt(text, at).ToString();
        return Fault(at, $"Gặp ký tự '{found}', không có nghĩa trong CQL2 ngoài dấu ngoặc.", $"Found the character '{found}', which means nothing in CQL2 outside quotes.");
    }

    private static FilterException Fault(int at, string vietnamese, string english) => new(FilterPlace.At(at), vietnamese, english);
}
