using System.Text;

namespace Geo.Engine.Features.Filtering;

/// <summary>
/// A pattern of <c>LIKE</c>: <c>%</c> stands for any characters, also none, <c>_</c> for one (a code point), a backslash takes the character after it as
/// it is; one at the end stands for itself. Takes time of at most text times pattern, whatever the pattern.
/// </summary>
internal sealed class LikePattern
{
    private const int AnyText = -1;
    private const int AnyCharacter = -2;

    private readonly int[] _tokens;

    /// <summary>Reads a pattern.</summary>
    public LikePattern(string pattern)
    {
        var tokens = new List<int>(pattern.Length);
        var isEscaped = false;
        foreach (var rune in pattern.EnumerateRunes())
        {
            if (!isEscaped && rune.Value == '\\')
            {
                isEscaped = true;
                continue;
            }
            tokens.Add(isEscaped ? rune.Value : TokenOf(rune));
            isEscaped = false;
        }
        if (isEscaped)
            tokens.Add('\\');
        _tokens = [.. tokens];
    }

    /// <summary>Whether the whole text fits.</summary>
    public bool Matches(string text)
    {
        var (at, token) = (0, 0);
        var (retryAt, retryToken) = (0, -1);
        while (at < text.Length)
        {
            if (token < _tokens.Length && _tokens[token] == AnyText)
            {
                (retryAt, retryToken) = (at, ++token);
                continue;
            }
            var length = Rune.TryGetRuneAt(text, at, out var rune) ? rune.Utf16SequenceLength : 1;
            if (token < _tokens.Length && (_tokens[token] == AnyCharacter || _tokens[token] == rune.Value))
            {
                (at, token) = (at + length, token + 1);
                continue;
            }
            if (retryToken < 0)
                return false;
            // Only the last % need take more: what the ones before it took was the least that fits.
            retryAt += char.IsSurrogatePair(text, retryAt) ? 2 : 1;
            (at, token) = (retryAt, retryToken);
        }
        while (token < _tokens.Length && _tokens[token] == AnyText)
            token++;
        return token == _tokens.Length;
    }

    private static int TokenOf(Rune rune) => rune.Value switch { '%' => AnyText, '_' => AnyCharacter, _ => rune.Value };
}
