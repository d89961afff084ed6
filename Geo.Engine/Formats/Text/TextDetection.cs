using System.Text;
using System.Text.Unicode;

namespace Geo.Engine.Formats.Text;

/// <summary>What encoding a sample of text is in, by letter statistics.</summary>
/// <param name="Encoding">The best guess.</param>
/// <param name="Share">Share of the words with letters beyond ASCII that can be Vietnamese under it, 0 to 1; 1 without such words.</param>
/// <param name="Preview">A few such words, decoded.</param>
internal sealed record TextDetection(TextEncoding Encoding, double Share, string Preview)
{
    // In real text nearly every word fits the right encoding; names of other languages take a few away.
    private const double Sure = 0.8;

    private static readonly TextEncoding[] Legacy = [TextEncoding.Tcvn3, TextEncoding.Vni, TextEncoding.Windows1258];

    /// <summary>Whether the guess can be trusted.</summary>
    public bool IsSure => Encoding == TextEncoding.Utf8 || (Encoding != TextEncoding.Windows1252 && Share >= Sure);

    /// <summary>UTF-8 where the bytes are valid, else the Vietnamese encoding most words fit, else Windows-1252.</summary>
    public static TextDetection Of(ReadOnlySpan<byte> sample)
    {
        if (Utf8.IsValid(sample) || Utf8.IsValid(TextDecoder.WithoutCutLetter(sample)))
            return new TextDetection(TextEncoding.Utf8, 1, "");
        var best = new TextDetection(TextEncoding.Windows1252, 0, "");
        foreach (var encoding in Legacy)
        {
            var guess = Judge(TextDecoder.Decode(sample, encoding), encoding);
            best = guess.Share > best.Share ? guess : best;
        }

        return best.Share >= 0.5 ? best : Judge(TextDecoder.Decode(sample, TextEncoding.Windows1252), TextEncoding.Windows1252);
    }

    private static TextDetection Judge(string text, TextEncoding encoding)
    {
        var words = Words(text).Where(w => w.Any(c => c >= 0x80)).Distinct(StringComparer.Ordinal).Take(10_000).ToList();
        var share = words.Count == 0 ? 1 : (double)words.Count(VietnameseSyllable.IsPlausible) / words.Count;
        return new TextDetection(encoding, share, string.Join(' ', words.Take(8)));
    }

    // Everything beyond ASCII belongs to a word, so that a stray sign spoils the word it stands in.
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiLetter(c) || c >= 0x80)
            {
                word.Append(c);
                continue;
            }

            if (word.Length > 0)
                yield return word.ToString();
            word.Clear();
        }

        if (word.Length > 0)
            yield return word.ToString();
    }
}
