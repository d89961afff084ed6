using System.Text;
using System.Text.Unicode;
using CsvHelper;
using Geo.Engine.Formats.Text;

namespace Geo.Engine.Formats.Csv;

/// <summary>How the bytes of one CSV file become fields: encoding by its mark, its letters or the options; separator by its first lines.</summary>
internal sealed class CsvDialect
{
    private const int SampleLength = 1 << 20;

    // A record holds one geometry as text at most; more is a quote that was never closed.
    private const int LongestRecord = 64 << 20;

    private readonly bool _isUtf16;

    private CsvDialect(TextEncoding encoding, bool isUtf16, TextDetection? guess) => (Encoding, _isUtf16, Guess) = (encoding, isUtf16, guess);

    /// <summary>The encoding of the text.</summary>
    public TextEncoding Encoding { get; }

    /// <summary>How the encoding was found; null when it was given.</summary>
    public TextDetection? Guess { get; }

    /// <summary>Looks at the first megabyte of the file.</summary>
    public static async Task<CsvDialect> DetectAsync(string path, TextEncoding? given, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var sample = new byte[Math.Min(SampleLength, file.Length)];
        var length = await file.ReadAtLeastAsync(sample, sample.Length, throwOnEndOfStream: false, cancellation);
        var isUtf16 = length >= 2 && sample[0] + sample[1] == 0xFE + 0xFF && sample[0] is 0xFE or 0xFF;
        if (isUtf16 || given is not null)
            return new CsvDialect(given ?? TextEncoding.Utf8, isUtf16, null);
        var guess = TextDetection.Of(sample.AsSpan(0, length));
        return new CsvDialect(guess.Encoding, isUtf16, guess);
    }

    /// <summary>A reader at the start of the file. Legacy bytes pass through as Latin-1 and are decoded field by field.</summary>
    public CsvReader Open(string path)
    {
        var options = new CsvReaderOptions
        {
            Encoding = Encoding == TextEncoding.Utf8 ? null : System.Text.Encoding.Latin1,
            DetectSeparatorHint = true,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            MalformedData = CsvMalformedDataHandling.Throw,
            MaxRecordSize = LongestRecord,
            IncludeValuesInExceptions = false,
        };
        return CsvReader.FromFile(path, options);
    }

    /// <summary>A field as engine text; null when its bytes are not text.</summary>
    public string? Find(CsvReader reader, int field)
    {
        var utf8 = reader.GetSpan(field);
        if (!Utf8.IsValid(utf8) || utf8.Contains((byte)0))
            return null;
        var text = System.Text.Encoding.UTF8.GetString(utf8);
        return Decode(text);
    }

    /// <summary>A header as engine text.</summary>
    public string Decode(string text) => Encoding == TextEncoding.Utf8 || _isUtf16
        ? text.Normalize(NormalizationForm.FormC)
        : TextDecoder.Decode(System.Text.Encoding.Latin1.GetBytes(text), Encoding);
}
