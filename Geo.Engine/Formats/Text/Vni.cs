using System.Text;

namespace Geo.Engine.Formats.Text;

/// <summary>
/// VNI for Windows: a plain letter followed by a byte that carries its marks; a few letters have a byte of their own. Source: VNI
/// Software's "VNI Windows" font layout, as the published conversion tables give it (letters A, E, I, O, U, Y and Đ, 134 forms).
/// </summary>
internal static class Vni
{
    private const string Circumflex = "\u0302";
    private const string Breve = "\u0306";
    private const string Acute = "\u0301";
    private const string Grave = "\u0300";
    private const string Hook = "\u0309";
    private const string Tilde = "\u0303";
    private const string Dot = "\u0323";

    // Bytes as Windows-1252 letters; a capital has the same mark 0x20 lower.
    private static readonly Dictionary<char, string> Marks = new()
    {
        ['ù'] = Acute,
        ['ø'] = Grave,
        ['û'] = Hook,
        ['õ'] = Tilde,
        ['ï'] = Dot,
        ['â'] = Circumflex,
        ['á'] = Circumflex + Acute,
        ['à'] = Circumflex + Grave,
        ['å'] = Circumflex + Hook,
        ['ã'] = Circumflex + Tilde,
        ['ä'] = Circumflex + Dot,
        ['ê'] = Breve,
        ['é'] = Breve + Acute,
        ['è'] = Breve + Grave,
        ['ú'] = Breve + Hook,
        ['ü'] = Breve + Tilde,
        ['ë'] = Breve + Dot,
    };

    private static readonly Dictionary<char, char> Letters = new()
    {
        ['ô'] = 'ơ',
        ['ö'] = 'ư',
        ['ñ'] = 'đ',
        ['í'] = 'í',
        ['ì'] = 'ì',
        ['æ'] = 'ỉ',
        ['ó'] = 'ĩ',
        ['ò'] = 'ị',
        ['î'] = 'ỵ',
    };

    /// <summary>The text of the bytes, NFC; a byte above 127 that makes no letter becomes U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var letter = Letter(bytes[i]);
            text.Append(letter);
            if (i + 1 < bytes.Length && MarksOn(char.ToLowerInvariant(letter), bytes[i + 1]) is { } marks)
            {
                text.Append(marks);
                i++;
            }
        }

        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    private static char Letter(byte b)
    {
        var latin = (char)b;
        if (latin < 0x80)
            return latin;
        if (latin == 0xA0)
            return ' ';
        if (!Letters.TryGetValue(char.ToLowerInvariant(latin), out var letter))
            return '\uFFFD';
        return char.IsUpper(latin) ? char.ToUpperInvariant(letter) : letter;
    }

    private static string? MarksOn(char letter, byte next)
    {
        if (next < 0x80 || !Marks.TryGetValue(char.ToLowerInvariant((char)next), out var marks))
            return null;
        var bearers = marks[0] switch
        {
            '\u0302' => "aeo",
            '\u0306' => "a",
            _ => "aeouyơư",
        };
        return bearers.Contains(letter, StringComparison.Ordinal) ? marks : null;
    }
}
