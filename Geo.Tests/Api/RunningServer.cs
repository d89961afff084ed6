using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Geo.Api;
using Geo.Api.Health;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Geo.Tests.Api;

/// <summary>The real server on a free port of this machine, and a client for it.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private const string FreePort = "http://127.0.0.1:0";

    /// <summary>An empty place: whether the map was built must not matter here.</summary>
    private static readonly string NoMap = Path.Combine(AppContext.BaseDirectory, "no-map");

    /// <summary>The map and the script of the pages as the build made them.</summary>
    public static string BuiltPages
    {
        get
        {
            var folder = Path.Combine(Repository.Root, "Geo.Api", "wwwroot");
            Requirement.Holds(File.Exists(Path.Combine(folder, "pages.js")), "the script of the pages was not built");
            return folder;
        }
    }

    private readonly WebApplication _app;

    private RunningServer(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
        Client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = address };
    }

    /// <summary>Where it listens, with a slash at the end.</summary>
    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a server and waits until it is ready, unless told otherwise.</summary>
    public static async Task<RunningServer> StartAsync(IFeatureStore store, GeoOptions? options = null, Preparation? prepare = null, bool waitUntilReady = true)
    {
        var asked = options ?? new GeoOptions();
        var app = GeoServer.Build(asked with { Urls = FreePort, WebRoot = asked.WebRoot ?? NoMap }, store, prepare);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var server = new RunningServer(app, new Uri(app.Urls.First() + "/"));
        while (waitUntilReady && await server.GetAsync("health/ready") is { Status: not HttpStatusCode.OK } notYet)
        {
            Assert.False(notYet.Json.TryGetProperty("failure", out var reason), reason.ToString());
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        return server;
    }

    /// <summary>The text of a new key in the server's store.</summary>
    public async Task<string> MakeKeyAsync(Role role, string label = "test")
    {
        var (key, text) = KeyText.Make(label, role, DateTimeOffset.UnixEpoch);
        await ((IFeatureStore)Services.GetService(typeof(IFeatureStore))!).Keys.AddAsync(key, Author.Program, TestContext.Current.CancellationToken);
        return text;
    }

    /// <summary>From now on every request carries a key of that role.</summary>
    public async Task SignInAsync(Role role)
    {
        Client.DefaultRequestHeaders.Remove("X-Api-Key");
        Client.DefaultRequestHeaders.Add("X-Api-Key", await MakeKeyAsync(role));
    }

    /// <summary>Requests a path, or an address as it stands in a link.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, string? accept = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("http", StringComparison.Ordinal) ? new Uri(path) : new Uri(Address, path));
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await AnswerAsync(request);
    }

    /// <summary>Sends a body; an empty type is left out.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, string type, byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("http", StringComparison.Ordinal) ? new Uri(path) : new Uri(Address, path)) { Content = new ByteArrayContent(body) };
        if (type.Length > 0)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }
        return await AnswerAsync(request);
    }

    /// <summary>Posts a JSON text.</summary>
    public async Task<Answer> PostAsync(string path, string json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, path)) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseContentRead, TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    public Task<Answer> GetAsync(string path, string? accept = null, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, accept, headers);

    /// <summary>Requests a path that must answer 200, as JSON.</summary>
    public async Task<JsonElement> GetJsonAsync(string path, string? accept = null)
    {
        var answer = await GetAsync(path, accept);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{path}: {answer.Status} {answer.Text}");
        return answer.Json;
    }

    private async Task<Answer> AnswerAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseContentRead, TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Patterns of everything that answers requests.</summary>
    public IEnumerable<string> Routes() => ((IEndpointRouteBuilder)_app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
        .Select(e => e.RoutePattern.RawText!).Distinct();

    /// <summary>Stops it as SIGTERM does.</summary>
    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>What came back.</summary>
    internal sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Body)
    {
        public string Text => System.Text.Encoding.UTF8.GetString(Body);

        public JsonElement Json => JsonDocument.Parse(Body).RootElement;

        /// <summary>The content type exactly as sent.</summary>
        public string? MediaType => ContentHeaders.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;

        /// <summary>All values of a header as one text; empty when it is not there.</summary>
        public string Header(string name) =>
            Headers.TryGetValues(name, out var values) || ContentHeaders.TryGetValues(name, out values) ? string.Join(", ", values) : "";
    }
}
