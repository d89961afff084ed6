using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Geo.Tests.Formats;

/// <summary>An HTTP server on a free port of this machine whose answers are written byte by byte, faults included.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<string, Stream, CancellationToken, Task> _answer;
    private readonly Task _work;
    private int _requests;

    public ScriptedServer(Func<string, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _work = ServeAsync();
    }

    /// <summary>How many requests have come.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Address of a path.</summary>
    public string At(string path) => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/{path}";

    /// <summary>Writes a head and nothing else.</summary>
    public static async Task HeadAsync(Stream stream, string status, params string[] headers) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n"));

    /// <summary>A whole answer.</summary>
    public static async Task WholeAsync(Stream stream, string type, byte[] body)
    {
        await HeadAsync(stream, "200 OK", $"Content-Type: {type}", $"Content-Length: {body.Length}");
        await stream.WriteAsync(body);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _work;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
                open.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var owned = client;
        try
        {
            var stream = client.GetStream();
            var path = await RequestAsync(stream);
            Interlocked.Increment(ref _requests);
            await _answer(path, stream, _end.Token);
        }
        catch (IOException)
        {
            // the client went away, which is what some tests ask of it
        }
        catch (OperationCanceledException)
        {
            // the test is over
        }
    }

    private async Task<string> RequestAsync(NetworkStream stream)
    {
        var (text, piece) = (new StringBuilder(), new byte[4096]);
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(piece, _end.Token);
            if (read == 0)
                throw new IOException("no request came");
            text.Append(Encoding.ASCII.GetString(piece, 0, read));
        }

        return text.ToString().Split(' ')[1][1..];
    }
}
