using System.Globalization;
using System.Text;

namespace Geo.Engine.Features.Filtering;

/// <summary>
/// Text without regard to case and accents, the same under every culture.
/// </summary>
/// <remarks>
/// Source: The Unicode Standard 14.0, section 3.13, D144 and D145 (canonical caseless matching: full case folding of decomposed text) and
/// CaseFolding.txt, status F; section 5.6. Deviations: simple mappings are .NET's of upper then lower case, which leave the dotless ı and Cherokee
/// to themselves; accents also cover strokes, which Unicode does not decompose: đ is d, as people in Viet Nam search.
/// </remarks>
internal static class TextFolding
{
    // What folds to several letters and is not taken apart by decomposition.
    private static readonly Dictionary<int, string> Expansions = new()
    {
        ['ß'] = "ss", ['ẞ'] = "ss", ['ŉ'] = "ʼn", ['ẚ'] = "aʾ", ['և'] = "եւ", ['ﬀ'] = "ff", ['ﬁ'] = "fi", ['ﬂ'] = "fl", ['ﬃ'] = "ffi", ['ﬄ'] = "ffl",
        ['ﬅ'] = "st", ['ﬆ'] = "st", ['ﬓ'] = "մն", ['ﬔ'] = "մե", ['ﬕ'] = "մի", ['ﬖ'] = "վն", ['ﬗ'] = "մխ",
    };

    // The iota below becomes a letter of its own.
    private const int IotaBelow = 0x345;

    private const string Stroked = "đĐøØłŁħĦŧŦƀɃɨƗɉɈɍɌɏɎƶƵǥǤ";
    private const string Plain = "dDoOlLhHtTbBiIjJrRyYzZgG";

    /// <summary>The same text for all that differ only in case; NFC.</summary>
    public static string WithoutCase(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length + 4);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Expansions.TryGetValue(rune.Value, out var letters))
                folded.Append(letters);
            else
                folded.Append(rune.Value == IotaBelow ? "ι" : Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).ToString());
        }
        return folded.ToString().Normalize();
    }

    /// <summary>The same text for all that differ only in accents: marks above, below and through letters are gone; NFC.</summary>
    public static string WithoutAccents(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark && !IsVoicing(rune))
                continue;
            var stroked = rune.IsBmp ? Stroked.IndexOf((char)rune.Value, StringComparison.Ordinal) : -1;
            plain.Append(stroked < 0 ? rune.ToString() : Plain[stroked].ToString());
        }
        return plain.ToString().Normalize();
    }

    // They make other letters in Japanese: the standard recommends to keep them (recommendation japanese-non-spacing-marks).
    private static bool IsVoicing(Rune mark) => mark.Value is 0x3099 or 0x309A;
}
