using System.Text;

namespace Geo.Engine.Formats.Text;

/// <summary>
/// Whether a word can be Vietnamese: every word of the language is one syllable of a closed pattern, initial consonant, vowels with
/// at most one tone mark, final consonant. Text in a wrong encoding almost never keeps to it. Source: Đoàn Thiện Thuật 1977, "Ngữ âm
/// tiếng Việt", the inventory of initials, nuclei and finals in today's spelling.
/// </summary>
internal static class VietnameseSyllable
{
    private static readonly string[] Initials =
        ["ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""];

    private static readonly HashSet<string> Nuclei =
    [
        "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y",
        "ai", "ao", "au", "ay", "âu", "ây", "eo", "êu", "ia", "iê", "iu", "iêu", "oa", "oă", "oai", "oao", "oay", "oe", "oeo", "oi", "oo",
        "ôi", "ơi", "ua", "uâ", "uây", "uê", "ui", "uô", "uôi", "uơ", "uy", "uya", "uyê", "uyu", "uêu", "ưa", "ưi", "ươ", "ươi", "ươu", "ưu", "yê", "yêu", "ya",
    ];

    private static readonly string[] Finals = ["ng", "nh", "ch", "c", "m", "n", "p", "t", ""];

    /// <summary>Whether the word, of any case, can be one. False for the empty word.</summary>
    public static bool IsPlausible(string word)
    {
        var (letters, tones) = WithoutTone(word.ToLowerInvariant());
        return tones <= 1 && Initials.Any(i => letters.StartsWith(i, StringComparison.Ordinal) && IsRhyme(letters[i.Length..]));
    }

    private static bool IsRhyme(string rhyme) =>
        Finals.Any(f => rhyme.EndsWith(f, StringComparison.Ordinal) && Nuclei.Contains(rhyme[..^f.Length]));

    private static (string Letters, int Tones) WithoutTone(string word)
    {
        var rest = new StringBuilder(word.Length);
        var tones = 0;
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323')
                tones++;
            else
                rest.Append(c);
        }

        return (rest.ToString().Normalize(NormalizationForm.FormC), tones);
    }
}
