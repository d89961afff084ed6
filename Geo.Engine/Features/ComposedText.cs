using System.Text.Unicode;

namespace Geo.Engine.Features;

/// <summary>Tells of most texts of this coast at a glance that they are in normal form C, which Unicode's own rules take long to find.</summary>
internal static class ComposedText
{
    /// <summary>
    /// Whether bytes are valid UTF-8 of characters that stand for themselves in normal form C and never join with one before them: those below U+0300
    /// and the Latin letters of U+1E00 to U+1EFF, which are all that Vietnamese is written with. False says nothing.
    /// Source: Unicode Standard Annex #15, "Detecting Normalization Forms", NFC_Quick_Check.
    /// </summary>
    public static bool IsCertain(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < 0xC0 or (>= 0xC2 and <= 0xCB))
                continue; // ASCII, the inside of a character, or one below U+0300
            if (text[i] != 0xE1 || i + 1 >= text.Length || text[i + 1] is < 0xB8 or > 0xBB)
                return false;
        }
        return Utf8.IsValid(text);
    }
}
