using System.Text;
using Geo.Engine.Features.Filtering;

namespace Geo.Engine.Features;

/// <summary>
/// Words to look for in texts, as the parameter <c>q</c> asks for them: whole words, without regard to case and accents, so that "dai ngai" finds
/// "Đại Ngãi" and "hoà" finds "hòa". Words separated by white space, or between quotes, have to follow one another.
/// </summary>
/// <remarks>Source: draft of OGC API - Features Part 9 (24-031), requirements q-definition and q-response; which texts are searched is left to us.</remarks>
public sealed class TextSearch
{
    private const int MostTerms = 32;
    private const int LongestText = 1_000;

    private readonly string[] _terms;

    private TextSearch(string[] terms) => _terms = terms;

    /// <summary>Reads terms separated by commas; null when there is none, one holds no word, or there are more than 32 or more than 1,000 characters.</summary>
    public static TextSearch? Parse(string text)
    {
        if (text.Length > LongestText || !IsWhole(text))
            return null;
        var terms = Split(text).ConvertAll(Words);
        return terms.Count <= MostTerms && terms.TrueForAll(t => t.Length > 1) ? new TextSearch([.. terms]) : null;
    }

    /// <summary>Whether the text holds one of the terms.</summary>
    public bool IsFoundIn(string text)
    {
        var words = Words(text);
        return Array.Exists(_terms, t => words.Contains(t, StringComparison.Ordinal));
    }

    /// <summary>Commas between quotes belong to a phrase.</summary>
    private static List<string> Split(string text)
    {
        var terms = new List<string>();
        var (start, isQuoted) = (0, false);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '"')
                isQuoted = !isQuoted;
            if (i < text.Length && (text[i] != ',' || isQuoted))
                continue;
            terms.Add(text[start..i]);
            start = i + 1;
        }
        return terms;
    }

    /// <summary>The words of a text, folded, with one space before, between and after them; a single space when there is none.</summary>
    private static string Words(string text)
    {
        var words = new StringBuilder(" ", text.Length + 2);
        foreach (var rune in TextFolding.WithoutCase(TextFolding.WithoutAccents(text)).EnumerateRunes())
        {
            // What is left of marks after folding makes other letters.
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)
                words.Append(rune.ToString());
            else if (words[^1] != ' ')
                words.Append(' ');
        }
        if (words[^1] != ' ')
            words.Append(' ');
        return words.ToString();
    }

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }
        return true;
    }
}
