using System.Net;
using Geo.Api;
using Geo.Engine.Access;
using Geo.Engine.Features;

namespace Geo.Tests.Api;

/// <summary>Who may do what, by keys; over HTTP.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private const string Run = "scenarios/none/runs";

    private readonly MemoryStore _store = SampleLayers.Store();
    private RunningServer _server = null!; // set before each test

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync(_store);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task<RunningServer.Answer> SendAsync(HttpMethod method, string path, string? key, params (string, string)[] more) =>
        _server.SendAsync(method, path, null, key is null ? more : [("X-Api-Key", key), .. more]);

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(Role.Viewer, HttpStatusCode.Forbidden)]
    [InlineData(Role.Planner, HttpStatusCode.NotFound)]
    [InlineData(Role.Admin, HttpStatusCode.NotFound)]
    public async Task A_change_is_done_for_planners_and_admins_alone(Role? role, HttpStatusCode expected)
    {
        var key = role is { } r ? await _server.MakeKeyAsync(r) : null;
        Assert.Equal(expected, (await SendAsync(HttpMethod.Post, Run, key)).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "collections/places/items", key)).Status);
    }

    [Theory]
    [InlineData("vi", "Thao tác này cần vai trò người quy hoạch (planner)")]
    [InlineData("en", "This needs the role planner")]
    public async Task A_refusal_says_which_role_is_needed_and_how_to_prove_it(string language, string told)
    {
        var unproven = await SendAsync(HttpMethod.Post, $"{Run}?lang={language}", null);
        Assert.Equal("application/problem+json", unproven.MediaType);
        Assert.Contains(told, unproven.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("ApiKey", unproven.Header("WWW-Authenticate"), StringComparison.Ordinal);
        var tooSmall = await SendAsync(HttpMethod.Post, $"{Run}?lang={language}", await _server.MakeKeyAsync(Role.Viewer, "Bà Tư"));
        Assert.Contains(told, tooSmall.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("Bà Tư", tooSmall.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("", tooSmall.Header("WWW-Authenticate"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("stg_00000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("stg_")]
    [InlineData("admin")]
    public async Task A_wrong_key_is_refused_even_where_none_is_needed(string key)
    {
        var answer = await SendAsync(HttpMethod.Get, "collections", key);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.DoesNotContain("AAAA", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_with_another_keys_secret_opens_nothing()
    {
        var (first, second) = ((await _server.MakeKeyAsync(Role.Viewer)).Split('_', 3), (await _server.MakeKeyAsync(Role.Admin)).Split('_', 3));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, "collections", $"stg_{first[1]}_{second[2]}")).Status);
    }

    [Fact]
    public async Task A_key_in_the_address_is_no_key()
    {
        var key = await _server.MakeKeyAsync(Role.Admin);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Post, $"{Run}?X-Api-Key={key}", null)).Status);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_revoked_key_is_refused_soon()
    {
        var key = await _server.MakeKeyAsync(Role.Planner);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "collections", key)).Status);
        await _store.Keys.RevokeAsync(key.Split('_')[1], DateTimeOffset.UnixEpoch, Author.Program, Cancel);
        while ((await SendAsync(HttpMethod.Get, "collections", key)).Status == HttpStatusCode.OK)
            await Task.Delay(100, Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, "collections", key)).Status);
    }

    [Fact]
    public async Task Whether_the_server_lives_is_told_to_everybody_without_asking_the_store()
    {
        var key = await _server.MakeKeyAsync(Role.Viewer);
        _store.IsAway = true;
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "health/live", "wrong")).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "health/live", key)).Status);
        Assert.Equal(0, _store.MemoryKeys.Reads);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await SendAsync(HttpMethod.Get, "conformance", key)).Status);
    }

    [Fact]
    public async Task Allow_holds_what_this_caller_may_do_and_a_preflight_all_that_somebody_may()
    {
        var (viewer, planner) = (await _server.MakeKeyAsync(Role.Viewer), await _server.MakeKeyAsync(Role.Planner));
        Assert.Equal("OPTIONS", (await SendAsync(HttpMethod.Options, Run, null)).Header("Allow"));
        Assert.Equal("OPTIONS", (await SendAsync(HttpMethod.Options, Run, viewer)).Header("Allow"));
        Assert.Equal("POST, OPTIONS", (await SendAsync(HttpMethod.Options, Run, planner)).Header("Allow"));
        var preflight = await SendAsync(HttpMethod.Options, Run, null, ("Origin", "https://example.org"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "x-api-key"));
        Assert.Equal("POST, OPTIONS", preflight.Header("Access-Control-Allow-Methods"));
        foreach (var header in new[] { "X-Api-Key", "Authorization", "Content-Type", "Content-Crs", "If-Match", "Prefer" })
            Assert.Contains(header, preflight.Header("Access-Control-Allow-Headers").Split(", "));
    }

    [Theory]
    [InlineData(Role.None, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)]
    [InlineData(Role.Viewer, HttpStatusCode.OK, HttpStatusCode.Unauthorized)]
    [InlineData(Role.Planner, HttpStatusCode.OK, HttpStatusCode.NotFound)]
    public async Task What_is_open_without_a_key_is_a_setting(Role anonymous, HttpStatusCode read, HttpStatusCode change)
    {
        await using var server = await RunningServer.StartAsync(_store, new GeoOptions { AnonymousRole = anonymous });
        Assert.Equal(read, (await server.GetAsync("collections/places/items")).Status);
        Assert.Equal(change, (await server.SendAsync(HttpMethod.Post, Run)).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("health/ready")).Status);
    }

    [Fact]
    public async Task Nobody_is_an_administrator_without_a_key() =>
        await Assert.ThrowsAsync<ArgumentException>(() => RunningServer.StartAsync(_store, new GeoOptions { AnonymousRole = Role.Admin }));

    [Fact]
    public async Task A_page_of_another_site_changes_nothing_in_the_name_of_somebody_who_sent_no_key()
    {
        await using var server = await RunningServer.StartAsync(_store, new GeoOptions { AnonymousRole = Role.Planner });
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync(HttpMethod.Post, Run, null, ("Sec-Fetch-Site", "cross-site"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.SendAsync(HttpMethod.Post, Run, null, ("Sec-Fetch-Site", "cross-site"), ("X-Api-Key", await server.MakeKeyAsync(Role.Planner)))).Status);
    }

    [Fact]
    public async Task The_definition_tells_of_each_operation_which_role_it_needs()
    {
        var document = await _server.GetJsonAsync("api");
        Assert.Equal("X-Api-Key", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("apiKey").GetProperty("name").GetString());
        (string? Role, string Security, string Codes) Of(string path, string method)
        {
            var operation = document.GetProperty("paths").GetProperty(path).GetProperty(method);
            var codes = operation.GetProperty("responses").EnumerateObject().Select(r => r.Name).Where(c => c is "401" or "403");
            return (operation.GetProperty("x-required-role").GetString(), operation.GetProperty("security").GetRawText(), string.Join(' ', codes));
        }
        Assert.Equal(("none", "[]", ""), Of("/health/live", "get"));
        Assert.Equal(("viewer", """[{},{"apiKey":[]}]""", "401"), Of("/collections/places/items", "get"));
        Assert.Equal(("planner", """[{"apiKey":[]}]""", "401 403"), Of("/scenarios/{scenarioId}/runs", "post"));
    }

    [Fact]
    public async Task What_only_some_may_read_is_kept_by_no_cache_that_others_use()
    {
        await using var server = await RunningServer.StartAsync(_store, new GeoOptions { AnonymousRole = Role.None });
        var answer = await server.GetAsync("collections/places/tiles/WebMercatorQuad/0/0/0", null, ("X-Api-Key", await server.MakeKeyAsync(Role.Viewer)));
        Assert.DoesNotContain("public", answer.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Contains("X-Api-Key", answer.Header("Vary"), StringComparison.Ordinal);
    }
}
