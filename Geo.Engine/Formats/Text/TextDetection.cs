using System.Text;
using System.Text.Unicode;

namespace Geo.Engine.Formats.Text;

/// <summary>What encoding a sample of text is in, by letter statistics.</summary>
/// <param name="Encoding">The best guess.</param>
/// <param name="Share">Share of the words with letters beyond ASCII that can be Vietnamese under it, 0 to 1; 1 without such words.</param>
/// <param name="Preview">A few such words, decoded.</param>
/// <param name="IsSure">Whether nearly every word fits this encoding and clearly fewer fit any other.</param>
internal sealed record TextDetection(TextEncoding Encoding, double Share, string Preview, bool IsSure)
{
    // In real text nearly every word fits the right encoding; names of other languages take a few away.
    private const double Fits = 0.8;

    // A word or two fit several encodings by chance.
    private const double Margin = 0.2;

    private static readonly TextEncoding[] Legacy = [TextEncoding.Tcvn3, TextEncoding.Vni, TextEncoding.Windows1258, TextEncoding.Windows1252];

    /// <summary>UTF-8 where the bytes are valid, else the Vietnamese encoding most words fit, else Windows-1252.</summary>
    public static TextDetection Of(ReadOnlySpan<byte> sample)
    {
        if (Utf8.IsValid(sample) || Utf8.IsValid(TextDecoder.WithoutCutLetter(sample)))
            return new TextDetection(TextEncoding.Utf8, 1, "", true);
        var guesses = new List<TextDetection>(Legacy.Length);
        foreach (var encoding in Legacy)
            guesses.Add(Judge(TextDecoder.Decode(sample, encoding), encoding));
        var best = guesses.MaxBy(g => g.Share)!; // there are four
        if (best.Share < 0.5)
            return guesses[^1];
        // Two encodings that give the same letters are not rivals.
        var rival = guesses.Where(g => g.Preview != best.Preview).Select(g => g.Share).DefaultIfEmpty(0).Max();
        return best with { IsSure = best.Share >= Fits && best.Share - rival >= Margin };
    }

    private static TextDetection Judge(string text, TextEncoding encoding)
    {
        var words = Words(text).Where(w => w.Any(c => c >= 0x80)).Distinct(StringComparer.Ordinal).Take(10_000).ToList();
        var share = words.Count == 0 ? 1 : (double)words.Count(VietnameseSyllable.IsPlausible) / words.Count;
        return new TextDetection(encoding, share, string.Join(' ', words.Take(8)), false);
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
