using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using static Geo.Tests.Formats.ScriptedServer;

namespace Geo.Tests.Formats;

public sealed class DataFetchTests : IDisposable
{
    private static readonly byte[] Answer = Encoding.UTF8.GetBytes("""{"type":"FeatureCollection","features":[]}""");
    private static readonly string AnswerSha256 = Convert.ToHexStringLower(SHA256.HashData(Answer));
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ImportFiles _files = new();
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_arrives_whole_with_its_size_and_checksum()
    {
        await using var server = new ScriptedServer((_, stream, _) => WholeAsync(stream, "application/geo+json; charset=utf-8", Answer));
        var progress = new Fractions();
        var fetched = await Fetch().RunAsync(Source(server.At("a")), _files["out"], null, progress, Cancellation);
        Assert.Null(fetched.Problem);
        Assert.Equal(Answer, await File.ReadAllBytesAsync(fetched.Path!, Cancellation));
        Assert.Equal((Answer.Length, AnswerSha256), (fetched.Bytes, fetched.Sha256));
        Assert.Equal(1.0, progress.Seen[^1]);
        Assert.Equal(["a.geojson"], Names());
    }

    [Fact]
    public async Task A_redirect_is_followed()
    {
        await using var server = new ScriptedServer((path, stream, _) => path == "old"
            ? HeadAsync(stream, "302 Found", "Location: /new", "Content-Length: 0")
            : WholeAsync(stream, "application/json", Answer));
        Assert.Null((await RunAsync(Source(server.At("old")))).Problem);
    }

    [Fact]
    public async Task A_server_that_redirects_for_ever_is_given_up()
    {
        await using var server = new ScriptedServer((_, stream, _) => HeadAsync(stream, "302 Found", "Location: /again", "Content-Length: 0"));
        Refused(await RunAsync(Source(server.At("old"))), "302");
        Assert.True(server.Requests <= 51, $"{server.Requests} requests");
    }

    [Fact]
    public async Task A_missing_file_is_reported_with_what_the_server_said()
    {
        await using var server = new ScriptedServer((_, stream, _) => HeadAsync(stream, "404 Not Found", "Content-Length: 0"));
        Refused(await RunAsync(Source(server.At("a"))), "404 Not Found");
    }

    [Fact]
    public async Task A_page_sent_in_place_of_the_file_is_refused_by_its_type()
    {
        await using var server = new ScriptedServer((_, stream, _) => WholeAsync(stream, "text/html", Answer));
        Refused(await RunAsync(Source(server.At("a"))), "'text/html'", "application/json");
    }

    [Fact]
    public async Task A_page_that_calls_itself_json_is_refused_by_its_first_bytes()
    {
        await using var server = new ScriptedServer((_, stream, _) => WholeAsync(stream, "application/json", "<!doctype html><title>Sign in</title>"u8.ToArray()));
        Refused(await RunAsync(Source(server.At("a"))), "no .geojson file");
    }

    [Theory]
    [InlineData("a.zip", "PK\u0003\u0004", true)]
    [InlineData("a.zip", "{\"type\":1}", false)]
    [InlineData("a.tif", "II*\0", true)]
    [InlineData("a.tif", "MM\0*", true)]
    [InlineData("a.tif", "GIF89a", false)]
    [InlineData("a.gpkg", "SQLite format 3\0", true)]
    [InlineData("a.gpkg", "SQLite format 2\0", false)]
    [InlineData("a.csv.gz", "\u001f\u008b", true)]
    [InlineData("a.csv.gz", "lon,lat", false)]
    [InlineData("a.csv", "lon,lat", true)]
    [InlineData("a.json", "\r\n {\"a\":1}", true)]
    public async Task The_first_bytes_must_fit_the_ending_of_the_name(string name, string start, bool fits)
    {
        var body = Encoding.Latin1.GetBytes(start.PadRight(64));
        await using var server = new ScriptedServer((_, stream, _) => WholeAsync(stream, "application/json", body));
        var fetched = await RunAsync(Source(server.At("a")) with { FileName = name });
        Assert.Equal(fits, fetched.Problem is null);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_leaves_nothing()
    {
        await using var server = new ScriptedServer(async (_, stream, _) =>
        {
            await HeadAsync(stream, "200 OK", "Content-Type: application/json", "Content-Length: 5000");
            await stream.WriteAsync(Answer, Cancellation);
        });
        Refused(await RunAsync(Source(server.At("a"))), "broke off");
    }

    [Fact]
    public async Task A_chunked_answer_that_breaks_off_leaves_nothing()
    {
        await using var server = new ScriptedServer(async (_, stream, _) =>
        {
            await HeadAsync(stream, "200 OK", "Content-Type: application/json", "Transfer-Encoding: chunked");
            await stream.WriteAsync("14\r\n{\"type\":\"FeatureColl\r\n"u8.ToArray(), Cancellation);
        });
        Refused(await RunAsync(Source(server.At("a"))), "broke off");
    }

    [Fact]
    public async Task A_wrong_checksum_is_refused_with_both()
    {
        await using var server = new ScriptedServer((_, stream, _) => WholeAsync(stream, "application/json", Answer));
        var expected = new string('0', 64);
        Refused(await RunAsync(Source(server.At("a")) with { Sha256 = expected }), AnswerSha256, expected);
    }

    [Fact]
    public async Task An_answer_that_is_too_small_is_refused()
    {
        await using var server = new ScriptedServer((_, stream, _) => WholeAsync(stream, "application/json", Answer));
        Refused(await RunAsync(Source(server.At("a")) with { LeastBytes = 1000 }), "42 bytes", "at least 1000");
    }

    [Fact]
    public async Task An_answer_that_announces_too_much_is_refused_unread()
    {
        await using var server = new ScriptedServer((_, stream, _) => HeadAsync(stream, "200 OK", "Content-Type: application/json", "Content-Length: 99999999999"));
        Refused(await RunAsync(Source(server.At("a"))), "99999999999", "at most 100000");
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off_at_the_limit()
    {
        var sent = 0L;
        await using var server = new ScriptedServer(async (_, stream, end) =>
        {
            await HeadAsync(stream, "200 OK", "Content-Type: application/json");
            var piece = Encoding.ASCII.GetBytes("{" + new string(' ', 9999));
            for (; sent < 100_000_000; sent += piece.Length)
                await stream.WriteAsync(piece, end);
        });
        Refused(await RunAsync(Source(server.At("a"))), "more than 100000");
        Assert.True(sent < 100_000_000, "the whole answer was read");
    }

    [Fact]
    public async Task A_silent_server_is_given_up()
    {
        await using var server = new ScriptedServer((_, _, end) => Task.Delay(Timeout.Infinite, end));
        var fetched = await new DataFetch(_client, TimeSpan.FromMilliseconds(200)).RunAsync(Source(server.At("a")), _files["out"], null, null, Cancellation);
        Refused(fetched, "silent");
    }

    [Fact]
    public async Task A_server_that_falls_silent_in_the_middle_is_given_up()
    {
        await using var server = new ScriptedServer(async (_, stream, end) =>
        {
            await HeadAsync(stream, "200 OK", "Content-Type: application/json", "Content-Length: 5000");
            await stream.WriteAsync(Answer, end);
            await Task.Delay(Timeout.Infinite, end);
        });
        var fetched = await new DataFetch(_client, TimeSpan.FromMilliseconds(500)).RunAsync(Source(server.At("a")), _files["out"], null, null, Cancellation);
        Refused(fetched, "silent");
    }

    [Fact]
    public async Task A_cancelled_fetch_leaves_nothing()
    {
        using var user = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using var server = new ScriptedServer(async (_, stream, end) =>
        {
            await HeadAsync(stream, "200 OK", "Content-Type: application/json", "Content-Length: 5000");
            await stream.WriteAsync(Answer, end);
            await user.CancelAsync();
            await Task.Delay(Timeout.Infinite, end);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fetch().RunAsync(Source(server.At("a")), _files["out"], null, null, user.Token));
        Assert.Empty(Names());
    }

    [Fact]
    public async Task A_closed_network_is_one_sentence_and_changes_nothing()
    {
        using var closed = new HttpClient(new SocketsHttpHandler { ConnectCallback = (_, _) => throw new SocketException((int)SocketError.HostNotFound) });
        Directory.CreateDirectory(_files["out"]);
        _files.Write("out/a.geojson", "old");
        var fetched = await new DataFetch(closed, Patience).RunAsync(Source("https://data.example.org/a"), _files["out"], null, null, Cancellation);
        Assert.Equal("data.example.org cannot be reached from this network; nothing was changed", fetched.Problem);
        Assert.Equal("old", await File.ReadAllTextAsync(_files["out/a.geojson"], Cancellation));
        Assert.Equal(["a.geojson"], Names());
    }

    [Fact]
    public async Task A_failed_fetch_keeps_the_file_of_an_earlier_one()
    {
        await using var server = new ScriptedServer((_, stream, _) => HeadAsync(stream, "503 Service Unavailable", "Content-Length: 0"));
        Directory.CreateDirectory(_files["out"]);
        _files.Write("out/a.geojson", "old");
        Assert.Contains("503", (await RunAsync(Source(server.At("a")))).Problem, StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(_files["out/a.geojson"], Cancellation));
        Assert.Equal(["a.geojson"], Names());
    }

    [Fact]
    public async Task A_file_that_lies_there_with_the_right_checksum_is_not_fetched_again()
    {
        await using var server = new ScriptedServer((_, stream, _) => WholeAsync(stream, "application/json", Answer));
        var source = Source(server.At("a")) with { Sha256 = AnswerSha256 };
        Assert.False((await RunAsync(source)).WasThere);
        Assert.True((await RunAsync(source)).WasThere);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_key_is_put_into_the_address_escaped_and_into_no_message()
    {
        var asked = "";
        await using var server = new ScriptedServer((path, stream, _) =>
        {
            asked = path;
            return HeadAsync(stream, "401 Unauthorized", "Content-Length: 0");
        });
        var source = Source(server.At("a?token={key}")) with { KeyVariable = "A_TOKEN" };
        var fetched = await Fetch().RunAsync(source, _files["out"], "s&cret", null, Cancellation);
        Assert.Equal("a?token=s%26cret", asked);
        Assert.DoesNotContain("s&cret", fetched.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("s%26cret", fetched.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_key_names_its_variable()
    {
        var source = Source("https://data.example.org/a?token={key}") with { KeyVariable = "A_TOKEN" };
        Assert.Contains("A_TOKEN", (await RunAsync(source)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        var folder = Path.Combine(_files.Write("file", "x"), "below");
        var fetched = await Fetch().RunAsync(Source("https://data.example.org/a"), folder, null, null, Cancellation);
        Assert.Contains(folder, fetched.Problem, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _client.Dispose();
        _files.Dispose();
    }

    private DataFetch Fetch() => new(_client, Patience);

    private Task<FetchedFile> RunAsync(DataSource source) => Fetch().RunAsync(source, _files["out"], null, null, Cancellation);

    private void Refused(FetchedFile fetched, params string[] words)
    {
        Assert.All(words, word => Assert.Contains(word, fetched.Problem, StringComparison.Ordinal));
        Assert.Null(fetched.Path);
        Assert.Empty(Names());
    }

    private string[] Names() => Directory.Exists(_files["out"]) ? [.. Directory.EnumerateFileSystemEntries(_files["out"]).Select(f => Path.GetFileName(f))] : [];

    private static DataSource Source(string url) => new()
    {
        Id = "a",
        Title = new BilingualText("Một tệp", "A file"),
        Url = url,
        FileName = "a.geojson",
        Provenance = new LayerProvenance("s", "CC0-1.0", "a", "2025", LayerStatus.Surveyed, null),
        MediaTypes = ["application/json", "application/geo+json"],
        LeastBytes = 1,
        MostBytes = 100_000,
        Layers = [],
    };

    private sealed class Fractions : IProgress<StepProgress>
    {
        public List<double> Seen { get; } = [];

        public void Report(StepProgress value) => Seen.Add(value.Fraction);
    }
}
