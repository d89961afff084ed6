using System.Net.Sockets;
using System.Security.Cryptography;
using Geo.Engine.Features;
using Geo.Engine.Formats.Fetching;

namespace Geo.Engine.Formats;

/// <summary>
/// Fetches sources into a folder. A file appears there whole and checked, or not at all: it is written under another name, and a file of an
/// earlier fetch stays until the new one has passed. Whatever goes wrong on the way is one sentence in the result.
/// </summary>
/// <param name="client">Carries the requests; follows redirects. Its own time limit should be off: <paramref name="patience"/> watches instead.</param>
/// <param name="patience">Longest silence of a server before it is given up, for the first answer and between two pieces of it.</param>
public sealed class DataFetch(HttpClient client, TimeSpan patience)
{
    /// <summary>Fetches one source.</summary>
    /// <param name="source">What to fetch.</param>
    /// <param name="folder">Where to put it; made when it is not there.</param>
    /// <param name="key">The personal key, where the source needs one.</param>
    /// <param name="progress">Told how far it is; null when nobody listens.</param>
    /// <param name="cancellation">Ends the fetch; what was fetched so far is removed.</param>
    /// <exception cref="OperationCanceledException">The fetch was cancelled.</exception>
    public async Task<FetchedFile> RunAsync(DataSource source, string folder, string? key, IProgress<StepProgress>? progress, CancellationToken cancellation)
    {
        if (source.KeyVariable is not null && string.IsNullOrWhiteSpace(key))
            return Failed(source, $"a personal key is needed; put it into the environment variable {source.KeyVariable}");
        try
        {
            Directory.CreateDirectory(folder);
            return await PresentAsync(source, folder, cancellation) ?? await FetchAsync(source, folder, key, progress, cancellation);
        }
        catch (FetchRefusedException refusal)
        {
            return Failed(source, refusal.Message);
        }
        catch (HttpRequestException fault)
        {
            return Failed(source, Sentence(source, fault));
        }
        catch (IOException fault)
        {
            return Failed(source, $"the file could not be written to '{folder}' or the connection broke off: {fault.Message}");
        }
        catch (UnauthorizedAccessException fault)
        {
            return Failed(source, $"the folder '{folder}' cannot be written to: {fault.Message}");
        }
    }

    private static async Task<FetchedFile?> PresentAsync(DataSource source, string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, source.FileName);
        if (source.Sha256 is null || !File.Exists(path))
            return null;
        await using var file = File.OpenRead(path);
        var checksum = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
        return checksum == source.Sha256 ? new FetchedFile(source, path, file.Length, checksum, WasThere: true, null) : null;
    }

    private async Task<FetchedFile> FetchAsync(DataSource source, string folder, string? key, IProgress<StepProgress>? progress, CancellationToken cancellation)
    {
        var (path, part) = (Path.Combine(folder, source.FileName), Path.Combine(folder, source.FileName + ".part"));
        var address = new Uri(source.Url.Replace(DataSource.KeyPlace, Uri.EscapeDataString(key ?? ""), StringComparison.Ordinal));
        var owned = false;
        try
        {
            await using var file = new FileStream(part, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
            owned = true;
            var checksum = await new Download(client, patience, source, progress).IntoAsync(address, file, cancellation);
            file.Flush(flushToDisk: true);
            var bytes = file.Length;
            await file.DisposeAsync();
            File.Move(part, path, overwrite: true);
            return new FetchedFile(source, path, bytes, checksum, WasThere: false, null);
        }
        finally
        {
            if (owned)
                File.Delete(part); // gone already when the file has passed
        }
    }

    private static string Sentence(DataSource source, HttpRequestException fault)
    {
        var host = new Uri(source.Url).Host;
        return fault.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError || fault.InnerException is SocketException
            ? $"{host} cannot be reached from this network; nothing was changed"
            : $"the connection to {host} broke off: {fault.Message}";
    }

    private static FetchedFile Failed(DataSource source, string problem) => new(source, null, 0, null, WasThere: false, problem);
}
