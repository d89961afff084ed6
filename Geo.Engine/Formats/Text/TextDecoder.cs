using System.Text;
using System.Text.Unicode;

namespace Geo.Engine.Formats.Text;

/// <summary>Turns bytes of a known encoding into engine text: NFC, never with a lost letter unseen.</summary>
internal static class TextDecoder
{
    private static readonly Encoding Windows1258 = CodePagesEncodingProvider.Instance.GetEncoding(1258)!; // part of the runtime
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!; // part of the runtime

    /// <summary>The text; bytes that mean nothing in the encoding become U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => Encoding.UTF8.GetString(bytes).Normalize(NormalizationForm.FormC),
        TextEncoding.Tcvn3 => Tcvn3.Decode(bytes),
        TextEncoding.Vni => Vni.Decode(bytes),
        TextEncoding.Windows1258 => Windows1258.GetString(bytes).Normalize(NormalizationForm.FormC),
        TextEncoding.Windows1252 => Windows1252.GetString(bytes).Normalize(NormalizationForm.FormC),
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "Unknown encoding."),
    };

    /// <summary>Without a letter of UTF-8 that was cut off at the end, as fields of fixed width do.</summary>
    public static ReadOnlySpan<byte> WithoutCutLetter(ReadOnlySpan<byte> utf8)
    {
        for (var cut = 1; cut <= Math.Min(3, utf8.Length); cut++)
        {
            if ((utf8[^cut] & 0xC0) == 0xC0)
                return Utf8.IsValid(utf8) ? utf8 : utf8[..^cut];
        }

        return utf8;
    }
}
