using System.Text;

namespace Geo.Engine.Formats.Text;

/// <summary>
/// TCVN 5712:1993 in its form VN3 ("ABC" fonts such as .VnTime): one byte a letter. Capitals with tone marks do not exist in it; the
/// "H" fonts draw the small ones as capitals. Source: TCVN 5712:1993, table VN3; the same places as charmap TCVN5712-1 of the GNU C library.
/// </summary>
internal static class Tcvn3
{
    // 0xA1 to 0xFE; a dot where VN3 has no Vietnamese letter.
    private const string Letters =
        "ĂÂÊÔƠƯĐăâêôơưđ" + // A1-AE
        "......" + // AF-B4
        "àảãáạ.ằẳẵắ" + // B5-BE
        "......." + // BF-C5
        "ặầẩẫấậè.ẻẽéẹềểễếệìỉ" + // C6-D8
        "..." + // D9-DB
        "ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ"; // DC-FE

    /// <summary>The text of the bytes, NFC; a byte above 127 without a letter becomes U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
            text.Append(b < 0x80 ? (char)b : b == 0xA0 ? ' ' : Letter(b));
        return text.ToString();
    }

    private static char Letter(byte b)
    {
        var letter = b is >= 0xA1 and <= 0xFE ? Letters[b - 0xA1] : '.';
        return letter == '.' ? '\uFFFD' : letter;
    }
}
