using System.IO.Compression;
using System.Net;
using Geo.Api;

namespace Geo.Tests.Api;

/// <summary>HTTP as RFC 9110 has it: methods, caching, compression, other origins, proxies.</summary>
public sealed class ProtocolTests(SampleService service) : IClassFixture<SampleService>
{
    private RunningServer Server => service.Server;

    public static TheoryData<string> Resources =>
    [
        "", "conformance", "api", "api.html", "collections", "collections/places", "collections/places/schema", "collections/places/queryables", "collections/places/sortables", "collections/places/items",
        "collections/places/items/1", "grids", "scenarios", "health/live", "health/ready",
    ];

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task HEAD_answers_as_GET_without_a_body(string path)
    {
        var (get, head) = (await Server.GetAsync(path), await Server.SendAsync(HttpMethod.Head, path));
        Assert.Equal(get.Status, head.Status);
        Assert.Equal(get.MediaType, head.MediaType);
        Assert.Equal(get.Header("ETag"), head.Header("ETag"));
        Assert.Equal(get.Header("Link"), head.Header("Link"));
        Assert.Empty(head.Body);
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task OPTIONS_tells_what_is_allowed_to_all_origins(string path)
    {
        var answer = await Server.SendAsync(HttpMethod.Options, path, null, ("Origin", "https://example.org"), ("Access-Control-Request-Method", "GET"));
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal("GET, HEAD, OPTIONS", answer.Header("Allow"));
        Assert.Equal(MethodsOf(path), answer.Header("Access-Control-Allow-Methods"));
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
    }

    /// <summary>Everything that somebody may do there: features can be edited by those who hold a key.</summary>
    private static string MethodsOf(string path) => path switch
    {
        "collections/places/items" => "GET, HEAD, POST, OPTIONS",
        "collections/places/items/1" => "GET, HEAD, PUT, PATCH, DELETE, OPTIONS",
        _ => "GET, HEAD, OPTIONS",
    };

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task Another_method_is_405_with_the_allowed_ones(string path)
    {
        var answer = await Server.SendAsync(new HttpMethod("PROPFIND"), path);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal(MethodsOf(path).Split(", ").Order(StringComparer.Ordinal), answer.Header("Allow").Split(", ").Order(StringComparer.Ordinal));
        Assert.Equal("application/problem+json", answer.MediaType);
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task An_unknown_parameter_is_400_on_every_resource(string path) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Server.GetAsync($"{path}?unknownQueryParameter12345=1")).Status);

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task A_slash_at_the_end_makes_no_difference(string path) =>
        Assert.Equal((await Server.GetAsync(path)).Status, (await Server.GetAsync(path + "/")).Status);

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task Every_answer_may_be_read_by_any_page_and_guessed_by_none(string path)
    {
        foreach (var answer in new[] { await Server.GetAsync(path), await Server.GetAsync(path + "?x=1"), await Server.GetAsync(path + "/nothing/here") })
        {
            Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
            Assert.Contains("Link", answer.Header("Access-Control-Expose-Headers"), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
            Assert.Contains("default-src 'self'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-inline", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("", answer.Header("Server"));
            Assert.Equal("Accept, Accept-Language, Accept-Encoding", answer.Header("Vary"));
        }
    }

    [Theory]
    [InlineData("nothing-here")]
    [InlineData("collections/places/items/1/2")]
    [InlineData("../../etc/passwd")]
    [InlineData("pages.css/x")]
    public async Task An_unknown_path_is_404_as_a_problem(string path)
    {
        var answer = await Server.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(404, answer.Json.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("collections")]
    [InlineData("collections/places/items?limit=2")]
    [InlineData("collections/places/items/1")]
    [InlineData("collections/places/items?f=html")]
    [InlineData("api")]
    public async Task An_answer_the_client_has_is_304_with_the_same_tag(string path)
    {
        var first = await Server.GetAsync(path);
        var again = await Server.GetAsync(path, null, ("If-None-Match", $"\"other\", {first.Header("ETag")}"));
        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Empty(again.Body);
        Assert.Equal(first.Header("ETag"), again.Header("ETag"));
        Assert.Equal(first.Header("Vary"), again.Header("Vary"));
        Assert.Equal(first.Header("Cache-Control"), again.Header("Cache-Control"));
    }

    [Fact]
    public async Task Form_language_query_and_revision_each_make_another_tag()
    {
        var store = SampleLayers.Store();
        await using var server = await RunningServer.StartAsync(store);
        async Task<string> TagAsync(string path) => (await server.GetAsync(path)).Header("ETag");
        const string items = "collections/places/items";
        var tags = new List<string> { await TagAsync(items), await TagAsync(items + "?f=html"), await TagAsync(items + "?lang=en"), await TagAsync(items + "?limit=2"), await TagAsync(items + "?bbox=0,0,1,1") };
        store.With(SampleLayers.Places, SampleLayers.PlaceRows);
        tags.Add(await TagAsync(items));
        Assert.Equal(tags.Count, tags.Distinct().Count());
    }

    [Fact]
    public async Task Not_modified_reads_no_feature()
    {
        var store = SampleLayers.Store();
        await using var server = await RunningServer.StartAsync(store);
        var tag = (await server.GetAsync("collections/places/items")).Header("ETag");
        var before = store.FeatureReads;
        await server.GetAsync("collections/places/items", null, ("If-None-Match", tag));
        await server.SendAsync(HttpMethod.Head, "collections/places/items");
        Assert.Equal(before, store.FeatureReads);
    }

    [Fact]
    public async Task A_tag_survives_a_restart()
    {
        string[] paths = ["collections/places/items?limit=2", "collections", "api", "collections/places/items/1"];
        var options = new GeoOptions { PublicUrl = new Uri("https://geo.example.org/soctrang") };
        var tags = new List<string[]>();
        for (var start = 0; start < 2; start++)
        {
            await using var server = await RunningServer.StartAsync(SampleLayers.Store(), options);
            tags.Add(await Task.WhenAll(paths.Select(async p => (await server.GetAsync(p)).Header("ETag"))));
        }
        Assert.Equal(tags[0], tags[1]);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Text_is_packed_when_asked_for_and_says_the_same(string encoding)
    {
        foreach (var path in new[] { "collections/places/items", "api", "collections?f=html" })
        {
            var (plain, packed) = (await Server.GetAsync(path), await Server.GetAsync(path, null, ("Accept-Encoding", encoding)));
            Assert.Equal(encoding, packed.Header("Content-Encoding"));
            await using Stream unpacked = encoding == "br"
                ? new BrotliStream(new MemoryStream(packed.Body), CompressionMode.Decompress)
                : new GZipStream(new MemoryStream(packed.Body), CompressionMode.Decompress);
            Assert.Equal(plain.Text, await new StreamReader(unpacked).ReadToEndAsync(TestContext.Current.CancellationToken));
            Assert.Equal(plain.Header("ETag"), packed.Header("ETag"));
        }
    }

    [Fact]
    public async Task Links_take_the_public_address_when_one_is_set()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), new GeoOptions { PublicUrl = new Uri("https://geo.example.org/soctrang/") });
        Assert.All(Links.Of(await server.GetJsonAsync("collections/places/items?limit=2")), l => Assert.StartsWith("https://geo.example.org/soctrang/collections/places", l.Href, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "https://map.example.org/geo/collections")]
    [InlineData(false, null)]
    public async Task Forwarded_headers_are_believed_only_when_told_to(bool isTrusted, string? expected)
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), new GeoOptions { TrustForwardedHeaders = isTrusted });
        var answer = await server.GetAsync("collections", null, ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "map.example.org, inner"), ("X-Forwarded-Prefix", "/geo"));
        Assert.Equal(expected ?? server.Address + "collections", Links.Find(answer.Json, "self"));
    }

    [Fact]
    public async Task An_error_is_a_page_for_those_who_read_pages()
    {
        var answer = await Server.GetAsync("collections/none?lang=en", "text/html");
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("text/html; charset=utf-8", answer.MediaType);
        Assert.Contains("There is no collection", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("collections/%00")]
    [InlineData("collections/places%00/items")]
    public async Task A_NUL_in_a_path_is_refused(string path)
    {
        var (status, _) = await RawRequest.SendAsync(Server.Address, $"GET /{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.Equal(400, status);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\nConnection: close\r\n\r\n0\r\n\r\n", 400, 200)]
    [InlineData("GET / HTTP/1.0\r\n\r\n", 200, 200)]
    [InlineData("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400, 400)]
    [InlineData("GARBAGE\r\n\r\n", 400, 400)]
    public async Task Odd_requests_get_one_clear_answer(string request, int either, int or)
    {
        var (status, body) = await RawRequest.SendAsync(Server.Address, request);
        Assert.True(status == either || status == or, $"{status} {body}");
    }

    [Fact]
    public async Task A_header_of_a_hundred_kilobytes_is_refused()
    {
        var (status, _) = await RawRequest.SendAsync(Server.Address, $"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('x', 100_000)}\r\nConnection: close\r\n\r\n");
        Assert.Equal(431, status);
    }
}
