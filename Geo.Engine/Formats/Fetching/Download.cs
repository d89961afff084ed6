using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Geo.Engine.Features;

namespace Geo.Engine.Formats.Fetching;

/// <summary>Carries one answer into a file and judges it: status, media type, size, first bytes, checksum.</summary>
internal sealed class Download(HttpClient client, TimeSpan patience, DataSource source, IProgress<StepProgress>? progress)
{
    private const int PieceBytes = 1 << 16;
    private readonly BilingualText _step = new($"Tải {source.Title.Vi}", $"Fetching {source.Title.En}");

    /// <summary>Fills the file and gives its checksum.</summary>
    /// <exception cref="FetchRefusedException">The answer is not what the source says.</exception>
    public async Task<string> IntoAsync(Uri address, Stream file, CancellationToken cancellation)
    {
        using var response = await AnswerAsync(address, cancellation);
        Judge(response);
        var checksum = await CopyAsync(response, file, cancellation);
        if (file.Length < source.LeastBytes)
            throw new FetchRefusedException(Say($"the answer has {file.Length} bytes; at least {source.LeastBytes} were expected"));
        if (source.Sha256 is { } expected && checksum != expected)
            throw new FetchRefusedException($"the checksum of the answer is {checksum}, expected was {expected}");
        return checksum;
    }

    private async Task<HttpResponseMessage> AnswerAsync(Uri address, CancellationToken cancellation)
    {
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        watch.CancelAfter(patience);
        try
        {
            return await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, watch.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Silent();
        }
    }

    private void Judge(HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.OK)
            throw new FetchRefusedException(Say($"{Host} answered {(int)response.StatusCode} {response.ReasonPhrase}"));
        var type = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();
        if (type is not null && !source.MediaTypes.Contains(type))
            throw new FetchRefusedException($"{Host} sent '{type}'; expected was {string.Join(" or ", source.MediaTypes)}");
        if (response.Content.Headers.ContentLength is { } length && length > source.MostBytes)
            throw TooLong(length.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<string> CopyAsync(HttpResponseMessage response, Stream file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var announced = response.Content.Headers.ContentLength;
        var piece = new byte[PieceBytes];
        long bytes = 0;
        for (var read = await ReadAsync(body, piece, cancellation); read > 0; read = await ReadAsync(body, piece, cancellation))
        {
            if (bytes == 0 && !FileSignature.Fits(source.FileName, piece.AsSpan(0, read)))
                throw new FetchRefusedException($"{Host} sent something that is no {Path.GetExtension(source.FileName)} file");
            bytes += read;
            if (bytes > source.MostBytes)
                throw TooLong(Say($"more than {source.MostBytes}"));
            hash.AppendData(piece, 0, read);
            await file.WriteAsync(piece.AsMemory(0, read), cancellation);
            progress?.Report(new StepProgress(_step, Math.Min(1, (double)bytes / (announced ?? source.MostBytes))));
        }

        if (announced is { } whole && bytes != whole)
            throw new FetchRefusedException(Say($"the answer broke off after {bytes} of {whole} bytes"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The first piece is filled before it is judged, so that the first bytes are all there.</summary>
    private async ValueTask<int> ReadAsync(Stream body, byte[] piece, CancellationToken cancellation)
    {
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        watch.CancelAfter(patience);
        try
        {
            return await body.ReadAtLeastAsync(piece, FileSignature.Longest, throwOnEndOfStream: false, watch.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Silent();
        }
        catch (HttpIOException fault) when (fault.HttpRequestError == HttpRequestError.ResponseEnded)
        {
            throw new FetchRefusedException($"the answer of {Host} broke off before its end");
        }
    }

    private string Host => new Uri(source.Url).Host;

    private FetchRefusedException Silent() => new(Say($"{Host} has been silent for {patience.TotalSeconds} seconds; nothing was changed"));

    private FetchRefusedException TooLong(string length) => new(Say($"the answer has {length} bytes; at most {source.MostBytes} are taken"));

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
