using System.Net;
using System.Net.Sockets;

namespace Geo.Api.Http;

/// <summary>
/// The one way out of this server, to hosts that were allowed before: no redirects, no proxy, a few seconds, a bounded answer. A name that leads to this very machine or
/// to the addresses of its link (the clouds' metadata among them) is refused, whatever a name server says; an operator who means such an address names it in figures.
/// </summary>
internal sealed class OutgoingRequests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly HttpClient _client;

    public OutgoingRequests()
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        };
        _client = new HttpClient(handler) { Timeout = Patience };
    }

    /// <summary>The body and type of an address.</summary>
    /// <exception cref="HttpRequestException">It gave none in time, or a longer one; the message says so.</exception>
    public async Task<(byte[] Body, string? MediaType)> GetAsync(Uri address, long mostBytes, CancellationToken cancellation)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(Patience);
        try
        {
            using var response = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, timer.Token);
            if (response.StatusCode != HttpStatusCode.OK)
                throw new HttpRequestException(FormattableString.Invariant($"{address.Host} answered {(int)response.StatusCode}"));
            return (await ReadAsync(response, address, mostBytes, timer.Token), response.Content.Headers.ContentType?.MediaType);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new HttpRequestException($"{address.Host} did not answer in time");
        }
        catch (Exception broken) when (broken is IOException or SocketException) // a peer that is gone again at once comes as the socket's fault
        {
            throw new HttpRequestException($"the answer of {address.Host} broke off", broken);
        }
    }

    /// <summary>Whether an address took a JSON document with a 2xx status.</summary>
    public async Task<bool> PostAsync(Uri address, byte[] json, CancellationToken cancellation)
    {
        try
        {
            using var content = new ByteArrayContent(json);
            content.Headers.ContentType = new("application/json");
            using var response = await _client.PostAsync(address, content, cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    public void Dispose() => _client.Dispose();

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, Uri address, long mostBytes, CancellationToken cancellation)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        using var kept = new MemoryStream();
        var piece = new byte[16 * 1024];
        for (var read = await body.ReadAsync(piece, cancellation); read > 0; read = await body.ReadAsync(piece, cancellation))
        {
            if (kept.Length + read > mostBytes)
                throw new HttpRequestException(FormattableString.Invariant($"the answer of {address.Host} is longer than {mostBytes} bytes"));
            kept.Write(piece, 0, read);
        }
        return kept.ToArray();
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal)
            ? [literal]
            : (await Dns.GetHostAddressesAsync(host, cancellation)).Where(a => !IsOurOwn(a)).ToArray();
        if (addresses.Length == 0)
            throw new HttpRequestException($"{host} leads to this machine or its link only");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsOurOwn(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain) || plain.IsIPv6LinkLocal || plain.IsIPv6Multicast || plain.Equals(IPAddress.IPv6Any))
            return true;
        return plain.AddressFamily == AddressFamily.InterNetwork && plain.GetAddressBytes() is [0 or >= 224, ..] or [169, 254, ..];
    }
}
