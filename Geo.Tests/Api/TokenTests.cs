using System.Net;
using Geo.Api;
using Geo.Engine.Access;
using Geo.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Geo.Tests.Api;

/// <summary>Bearer tokens (RFC 6750), with the attacks of RFC 8725.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private const string Issuer = "https://issuer.example.org/realms/soctrang";
    private const string Change = "scenarios/none/runs";

    private readonly TemporaryFolder _folder = new();
    private readonly TokenMint _mint = new(Issuer, "soctrang");
    private RunningServer _server = null!; // set before each test

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string KeyFile => _folder.File("jwks.json");

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(KeyFile, _mint.KeySet(), Cancel);
        _server = await RunningServer.StartAsync(SampleLayers.Store(), new GeoOptions { TokenIssuer = Issuer, TokenAudience = "soctrang", TokenKeys = KeyFile });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _mint.Dispose();
        _folder.Dispose();
    }

    private Task<RunningServer.Answer> ChangeAsync(string token) => _server.SendAsync(HttpMethod.Post, Change, null, ("Authorization", $"Bearer {token}"));

    [Theory]
    [InlineData("planner", HttpStatusCode.NotFound)]
    [InlineData("Admin", HttpStatusCode.NotFound)]
    [InlineData("viewer", HttpStatusCode.Forbidden)]
    [InlineData("somebody", HttpStatusCode.Forbidden)]
    public async Task The_role_of_a_token_decides(string role, HttpStatusCode expected)
    {
        var answer = await ChangeAsync(_mint.Good(role));
        Assert.Equal(expected, answer.Status);
        if (expected == HttpStatusCode.Forbidden)
            Assert.Contains("Nguyễn Thị Lan", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    public static TheoryData<string> Forgeries =>
    [
        "unsigned", "signed with the public key", "another issuer", "another audience", "no audience", "expired", "never expires", "not yet good", "no subject", "a subject with a line feed",
        "signed with another key", "key id that leads to a file", "changed after signing", "cut", "garbage", "nothing", "twenty kilobytes",
    ];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task What_is_no_token_of_ours_is_401_even_where_none_is_needed(string forgery)
    {
        var token = Forge(forgery);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            var answer = await _server.SendAsync(method, method == HttpMethod.Get ? "collections" : Change, null, ("Authorization", $"Bearer {token}"));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.Contains("Bearer", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
        }
    }

    private string Forge(string forgery)
    {
        var claims = _mint.Claims("admin");
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        using var other = new TokenMint(Issuer, "soctrang");
        switch (forgery)
        {
            case "unsigned":
                return TokenMint.WithoutSignature(claims);
            case "signed with the public key":
                return _mint.SignedWithPublicKey(claims);
            case "another issuer":
                claims["iss"] = "https://issuer.example.org/realms/other";
                return _mint.Sign(claims);
            case "another audience":
                claims["aud"] = "other";
                return _mint.Sign(claims);
            case "no audience":
                claims.Remove("aud");
                return _mint.Sign(claims);
            case "expired":
                claims["exp"] = now - 120;
                return _mint.Sign(claims);
            case "never expires":
                claims.Remove("exp");
                return _mint.Sign(claims);
            case "not yet good":
                claims["nbf"] = now + 300;
                return _mint.Sign(claims);
            case "no subject":
                claims.Remove("sub");
                return _mint.Sign(claims);
            case "a subject with a line feed":
                claims["sub"] = "lan\nadmin";
                return _mint.Sign(claims);
            case "signed with another key":
                return other.Sign(claims, _mint.KeyId);
            case "key id that leads to a file":
                return other.Sign(claims, "../../../../dev/null");
            case "changed after signing":
                var parts = _mint.Good("viewer").Split('.');
                return $"{parts[0]}.{_mint.Good("admin").Split('.')[1]}.{parts[2]}";
            case "cut":
                return _mint.Good("admin")[..^10];
            case "twenty kilobytes":
                claims["padding"] = new string('x', 15_000);
                return _mint.Sign(claims);
            default:
                return forgery == "nothing" ? "" : "a.b.c";
        }
    }

    [Fact]
    public async Task A_token_of_a_hundred_kilobytes_is_refused_before_it_is_read()
    {
        var (status, _) = await RawRequest.SendAsync(_server.Address, $"GET /collections HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {new string('x', 100_000)}\r\nConnection: close\r\n\r\n");
        Assert.Equal(431, status);
    }

    [Fact]
    public async Task A_new_key_of_the_issuer_is_good_without_a_restart_and_the_old_one_no_more()
    {
        var old = _mint.Good("planner");
        Assert.Equal(HttpStatusCode.NotFound, (await ChangeAsync(old)).Status);
        _mint.Rotate();
        await File.WriteAllTextAsync(KeyFile, _mint.KeySet() + " ", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, (await ChangeAsync(_mint.Good("planner"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ChangeAsync(old)).Status);
        await File.WriteAllTextAsync(KeyFile, "{ spoilt", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, (await ChangeAsync(_mint.Good("planner"))).Status);
    }

    [Fact(Timeout = 120_000)]
    public async Task Keys_are_found_by_discovery_and_followed_when_they_change()
    {
        await using var issuer = WebApplication.CreateSlimBuilder().Build();
        issuer.Urls.Add("http://127.0.0.1:0");
        TokenMint? mint = null;
        issuer.MapGet("/.well-known/openid-configuration", (HttpRequest r) => Results.Text($$"""{"issuer":"http://{{r.Host}}","jwks_uri":"http://{{r.Host}}/keys"}""", "application/json"));
        issuer.MapGet("/keys", () => Results.Text(mint!.KeySet(), "application/json")); // made before the first request
        await issuer.StartAsync(Cancel);
        var address = issuer.Urls.First();
        using var found = new TokenMint(address, "soctrang");
        mint = found;
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), new GeoOptions { TokenIssuer = address, TokenAudience = "soctrang" });
        Task<RunningServer.Answer> AskAsync() => server.SendAsync(HttpMethod.Post, Change, null, ("Authorization", $"Bearer {found.Good("planner")}"));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync()).Status);
        found.Rotate();
        while ((await AskAsync()).Status != HttpStatusCode.NotFound)
            await Task.Delay(200, Cancel);
    }

    [Fact]
    public async Task An_issuer_that_does_not_answer_makes_tokens_good_for_nothing_and_breaks_nothing()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), new GeoOptions { TokenIssuer = "http://127.0.0.1:9", TokenAudience = "soctrang" });
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.GetAsync("collections", null, ("Authorization", $"Bearer {_mint.Good("admin")}"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("collections")).Status);
    }

    [Fact]
    public async Task Where_no_issuer_is_configured_a_token_is_401_and_a_password_is_not_looked_at()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store());
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.GetAsync("collections", null, ("Authorization", $"Bearer {_mint.Good("admin")}"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("collections", null, ("Authorization", "Basic bGFuOmxhbg=="))).Status);
    }

    [Fact]
    public async Task The_definition_names_both_ways_to_prove_oneself()
    {
        var document = await _server.GetJsonAsync("api");
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty("scheme").GetString());
        Assert.Equal("""[{"apiKey":[]},{"bearer":[]}]""", document.GetProperty("paths").GetProperty("/scenarios/{scenarioId}/runs").GetProperty("post").GetProperty("security").GetRawText());
    }
}
