using System.Net.Sockets;
using System.Text;
using Geo.Engine.Features;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Api;

/// <summary>A database that is lost while a page is on its way (service.md 7.2, row 13): the connection is cut, and the next request is answered.</summary>
public sealed class CutStreamTests
{
    private const int Rows = 5_000;

    private static readonly string FourKilobytes = new('x', 4_000);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_whose_database_is_lost_half_way_ends_in_the_middle_and_not_as_if_it_were_whole()
    {
        await using var database = await PostGisDatabase.CreateAsync();
        await using var store = new PostGisStore(database.ConnectionString);
        await using var server = await RunningServer.StartAsync(store, null, (_, cancellation) => store.ApplyAsync(
            new StoreChange { Layers = [new LayerContent(SampleLayers.Many, Enumerable.Range(1, Rows).Select(i => new Feature(i, null, [FourKilobytes, null])).ToAsyncEnumerable())] }, cancellation));

        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port, Cancel);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /collections/many/items?limit={Rows} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), Cancel);
        var first = new byte[10_000];
        await stream.ReadExactlyAsync(first, Cancel);
        Assert.StartsWith("HTTP/1.1 200", Encoding.ASCII.GetString(first), StringComparison.Ordinal);
        await database.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        var rest = await RestAsync(stream);

        // What the sockets and the server's buffers held already still comes; twenty megabytes they do not hold.
        Assert.InRange(rest.Length, 0, Rows * FourKilobytes.Length);
        Assert.False(rest.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal), "the answer ended as if it were whole");
        Assert.Equal(3, (await server.GetJsonAsync("collections/many/items?limit=3")).GetProperty("numberReturned").GetInt32());
    }

    private static async Task<string> RestAsync(NetworkStream stream)
    {
        var rest = new MemoryStream();
        try
        {
            await stream.CopyToAsync(rest, Cancel);
        }
        catch (IOException)
        {
            // The server cut the line, as it should.
        }
        return Encoding.ASCII.GetString(rest.ToArray());
    }
}
