using System.Globalization;
using System.Text;

namespace Geo.Engine.Filters;

/// <summary>The characters that CQL2 knows, and how names are made of them.</summary>
/// <remarks>Source: OGC 21-065r2 Annex B, productions <c>identifier</c>, <c>alpha</c> and <c>whitespace</c>.</remarks>
internal static class FilterCharacters
{
    private const string Spaces = "\u0009\u000A\u000B\u000C\u000D\u0020\u0085\u00A0\u1680\u2028\u2029\u202F\u205F\u3000";

    private static readonly (int First, int Last)[] Starts =
    [
        (':', ':'), ('_', '_'), ('A', 'Z'), ('a', 'z'), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x2FF), (0x370, 0x37D), (0x37F, 0x1FFE), (0x200C, 0x200D),
        (0x2070, 0x218F), (0x2C00, 0x2FEF), (0x3001, 0xD7FF), (0xF900, 0xFDCF), (0xFDF0, 0xFFFD), (0x10000, 0xEFFFF),
    ];

    /// <summary>Space between words.</summary>
    public static bool IsSpace(char character) => Spaces.Contains(character, StringComparison.Ordinal) || character is >= '\u2000' and <= '\u200A';

    /// <summary>May begin a name.</summary>
    public static bool IsNameStart(Rune rune) => !IsSpace(rune) && Starts.Any(range => rune.Value >= range.First && rune.Value <= range.Last);

    /// <summary>May go on with a name.</summary>
    public static bool IsNamePart(Rune rune) =>
        IsNameStart(rune) || rune.Value is '.' or (>= '0' and <= '9') or (>= 0x300 and <= 0x36F) or (>= 0x203F and <= 0x2040);

    /// <summary>Whether a property of this name may stand without quotes.</summary>
    public static bool IsPlainName(string name) => IsName(name) && !Cql2Words.IsReserved(name);

    private static bool IsName(string name) =>
        Rune.DecodeFromUtf16(name, out var first, out var length) == System.Buffers.OperationStatus.Done
        && IsNameStart(first) && name.AsSpan(length).EnumerateRunes().All(IsNamePart);

    /// <summary>Refuses what is no text, or a control character that CQL2 does not know.</summary>
    /// <param name="text">As it was sent.</param>
    /// <param name="placeOf">The place of the character at an index.</param>
    /// <exception cref="FilterException">It holds one, or half a surrogate pair.</exception>
    public static void Check(string text, Func<int, FilterPlace> placeOf)
    {
        for (var i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) ? 2 : 1)
        {
            if (IsForbidden(text, i))
                throw Forbidden(text[i], placeOf(i));
        }
    }

    private static bool IsSpace(Rune rune) => rune.IsBmp && IsSpace((char)rune.Value);

    private static bool IsForbidden(string text, int at) => text[at] switch
    {
        <= '\u0006' or (>= '\u000E' and <= '\u001F') or '\uFFFE' or '\uFFFF' => true,
        var half when char.IsSurrogate(half) => !(char.IsHighSurrogate(half) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])),
        _ => false,
    };

    private static FilterException Forbidden(char character, FilterPlace place)
    {
        var code = ((int)character).ToString("X4", CultureInfo.InvariantCulture);
        return new(place, $"Gặp ký tự U+{code}, không được phép trong CQL2.", $"The character U+{code} is not part of CQL2.");
    }

    private static bool All(this SpanRuneEnumerator runes, Func<Rune, bool> holds)
    {
        foreach (var rune in runes)
        {
            if (!holds(rune))
                return false;
        }

        return true;
    }
}
