using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Geo.Tests.Api;

/// <summary>Bytes on the wire, for requests that no decent client sends.</summary>
internal static class RawRequest
{
    /// <summary>The status and everything the server sent until it closed the connection; status 0 when it said nothing.</summary>
    public static async Task<(int Status, string Text)> SendAsync(Uri address, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(request), TestContext.Current.CancellationToken);
            await stream.CopyToAsync(answer, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // The server cut the line; what it said before counts.
        }
        var text = Encoding.UTF8.GetString(answer.ToArray());
        return (text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture) : 0, text);
    }
}
