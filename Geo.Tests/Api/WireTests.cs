using System.IO.Compression;
using System.Net;

namespace Geo.Tests.Api;

/// <summary>The wire itself (robustness.md Q5): several requests in one packet, requests smuggled in bodies, headers near the limit, parts of answers.</summary>
public sealed class WireTests(SampleService service) : IClassFixture<SampleService>
{
    private const string End = "Host: localhost\r\nConnection: close\r\n\r\n";

    private RunningServer Server => service.Server;

    [Fact]
    public async Task Requests_in_one_packet_are_answered_in_their_order()
    {
        string[] paths = ["conformance", "collections/places", "nothing-here", "health/live"];
        var requests = string.Concat(paths.SkipLast(1).Select(p => $"GET /{p}?f=json HTTP/1.1\r\nHost: localhost\r\n\r\n")) + $"GET /{paths[^1]} HTTP/1.1\r\n{End}";
        var (_, text) = await RawRequest.SendAsync(Server.Address, requests);
        Assert.Equal([200, 200, 404, 200], Statuses(text));
        Assert.True(text.IndexOf("conformsTo", StringComparison.Ordinal) < text.IndexOf("\"id\":\"places\"", StringComparison.Ordinal), text);
    }

    // source: RFC 9112, 6.1 and 6.3; the forms of request smuggling by J. Kettle (CL.TE, TE.TE, two lengths).
    [Theory]
    [InlineData("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nG")]
    [InlineData("Content-Length: 4\r\nContent-Length: 44\r\n", "GET ")]
    [InlineData("Content-Length: 4, 44\r\n", "GET ")]
    [InlineData("Content-Length: -1\r\n", "")]
    [InlineData("Content-Length: 0x4\r\n", "GET ")]
    [InlineData("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding : chunked\r\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: identity, chunked, gzip\r\n", "0\r\n\r\n")]
    [InlineData("X: 1\r\n Transfer-Encoding: chunked\r\n", "0\r\n\r\n")]
    [InlineData("X\0: 1\r\n", "")]
    [InlineData("X: a\0b\r\n", "")]
    [InlineData("Host: other.example\r\n", "")]
    public async Task A_request_whose_end_is_in_doubt_is_never_followed_by_a_smuggled_one(string headers, string body)
    {
        const string Smuggled = "GET /smuggled-path HTTP/1.1\r\n" + End;
        var (_, text) = await RawRequest.SendAsync(Server.Address, $"POST /collections HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n{body}{Smuggled}");
        var statuses = Statuses(text);
        Assert.True(statuses is [] or [>= 400], text);
        Assert.DoesNotContain("smuggled-path", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, 200)]
    [InlineData(66, 431)]
    public async Task Headers_may_have_64_kilobytes_in_all(int kilobytes, int status)
    {
        var headers = string.Concat(Enumerable.Range(0, kilobytes).Select(i => $"X-Part-{i}: {new string('x', 1_000)}\r\n"));
        Assert.Equal(status, (await RawRequest.SendAsync(Server.Address, $"GET /health/live HTTP/1.1\r\n{headers}{End}")).Status);
    }

    [Fact]
    public async Task An_address_longer_than_16_kilobytes_is_refused() =>
        Assert.Equal(414, (await RawRequest.SendAsync(Server.Address, $"GET /collections/places/items?filter={new string('x', 17_000)} HTTP/1.1\r\n{End}")).Status);

    [Theory]
    [InlineData("GET /collections/places HTTP/1.0\r\n\r\n")]
    [InlineData("GET /collections/places HTTP/1.0\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")]
    public async Task A_client_of_HTTP_1_0_gets_an_answer_without_chunks_that_ends_with_the_connection(string request)
    {
        var (status, text) = await RawRequest.SendAsync(Server.Address, request);
        Assert.Equal(200, status);
        Assert.DoesNotContain("Transfer-Encoding", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_client_that_asks_first_is_told_to_go_on_or_answered_at_once()
    {
        var (_, text) = await RawRequest.SendAsync(Server.Address, $"POST /collections HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 5\r\n{End}");
        Assert.Equal(405, Statuses(text)[^1]);
    }

    // source: RFC 9110, 14.2: a unit that is not known, or bounds the wrong way round, are ignored; so may be several parts.
    [Theory]
    [InlineData("bytes=0-9", 206, 10)]
    [InlineData("bytes=-7", 206, 7)]
    [InlineData("bytes=999999999-", 416, null)]
    [InlineData("bytes=9-0", 200, null)]
    [InlineData("bytes=0-0,2-2,4-4,6-6,8-8", 200, null)]
    [InlineData("rows=0-9", 200, null)]
    [InlineData("nonsense", 200, null)]
    public async Task A_part_of_a_page_is_cut_out_of_the_whole_or_the_whole_is_sent(string range, int status, int? length)
    {
        var (whole, part) = (await Server.GetAsync("collections/places/items"), await Server.GetAsync("collections/places/items", null, ("Range", range), ("Accept-Encoding", "gzip")));
        Assert.Equal(status, (int)part.Status);
        if (length is { } bytes)
        {
            Assert.Equal(range.StartsWith("bytes=-", StringComparison.Ordinal) ? whole.Body[^bytes..] : whole.Body[..bytes], part.Body);
            Assert.EndsWith($"/{whole.Body.Length}", part.Header("Content-Range"), StringComparison.Ordinal);
            Assert.Equal("", part.Header("Content-Encoding")); // parts are of the whole as it is, not of what it was packed into
        }
    }

    // source: RFC 9110, 12.5.3
    [Theory]
    [InlineData("gzip;q=0, br;q=0", "")]
    [InlineData("gzip;q=0.5, br;q=1", "br")]
    [InlineData("gzip;q=1, br;q=0.5", "gzip")]
    [InlineData("identity", "")]
    [InlineData("zstd", "")]
    [InlineData("", "")]
    public async Task The_encoding_is_the_one_that_the_client_likes_best(string accepted, string encoding)
    {
        var answer = await Server.GetAsync("collections/places/items", null, ("Accept-Encoding", accepted));
        Assert.Equal(encoding, answer.Header("Content-Encoding"));
        await using Stream unpacked = encoding switch
        {
            "br" => new BrotliStream(new MemoryStream(answer.Body), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(answer.Body), CompressionMode.Decompress),
            _ => new MemoryStream(answer.Body),
        };
        Assert.StartsWith("{", await new StreamReader(unpacked).ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding", answer.Header("Vary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_has_its_own_length_or_chunks_and_HEAD_the_length_of_none()
    {
        var (_, text) = await RawRequest.SendAsync(Server.Address, $"HEAD /collections/places/items HTTP/1.1\r\n{End}");
        Assert.EndsWith("\r\n\r\n", text, StringComparison.Ordinal);
        Assert.Equal([200], Statuses(text));
    }

    private static int[] Statuses(string text) =>
        [.. text.Split("HTTP/1.1 ").Skip(1).Where(part => part.Length > 3 && char.IsAsciiDigit(part[0])).Select(part => int.Parse(part.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture))];
}
