namespace Geo.Engine.Features;

/// <summary>Tells of most texts of this coast at a glance that they are in normal form C, which Unicode's own rules take long to find.</summary>
internal static class ComposedText
{
    /// <summary>
    /// Whether bytes are valid UTF-8 of characters that stand for themselves in normal form C and never join with one before them: those below U+0300
    /// and the Latin letters of U+1E00 to U+1EFF, which are all that Vietnamese is written with. False says nothing.
    /// Source: Unicode Standard Annex #15, "Detecting Normalization Forms", NFC_Quick_Check; the bytes: RFC 3629, 4.
    /// </summary>
    public static bool IsCertain(ReadOnlySpan<byte> text)
    {
        var beyondAscii = text.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
        for (var i = beyondAscii < 0 ? text.Length : beyondAscii; i < text.Length;)
        {
            var lead = text[i];
            if (lead < 0x80)
                i++;
            else if (lead is >= 0xC2 and <= 0xCB && i + 1 < text.Length && IsContinuation(text[i + 1]))
                i += 2; // up to U+02FF
            else if (lead == 0xE1 && i + 2 < text.Length && text[i + 1] is >= 0xB8 and <= 0xBB && IsContinuation(text[i + 2]))
                i += 3; // U+1E00 to U+1EFF
            else
                return false;
        }
        return true;
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;
}
