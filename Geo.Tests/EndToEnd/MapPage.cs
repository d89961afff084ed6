using System.Text.Json;
using Microsoft.Playwright;

namespace Geo.Tests.EndToEnd;

/// <summary>
/// The map in a browser. It keeps every request to another origin, console error, exception, refused resource (content security policy)
/// and dialog; <see cref="AssertClean"/> holds that there was none.
/// </summary>
internal sealed class MapPage : IAsyncDisposable
{
    private const float PatienceMilliseconds = 60_000;
    private readonly List<string> _faults = [];
    private readonly Uri _server;

    private MapPage(IPage page, Uri server) => (Page, _server) = (page, server);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>True while the server is meant to be away, when failed requests are no fault.</summary>
    public bool ExpectsFailures { get; set; }

    /// <summary>True while answers of 400 to 499 are meant, which browsers report on the console too.</summary>
    public bool ExpectsRefusals { get; set; }

    /// <summary>A second origin that may be asked; none by default.</summary>
    public Uri? OtherOrigin { get; set; }

    /// <summary>A page that watches itself.</summary>
    public static async Task<MapPage> CreateAsync(IBrowserContext context, Uri server)
    {
        context.SetDefaultTimeout(PatienceMilliseconds);
        var page = new MapPage(await context.NewPageAsync(), server);
        page.Watch();
        return page;
    }

    /// <summary>Opens the map and waits until everything is drawn; <paramref name="hash"/> is the part after the hash sign.</summary>
    public async Task OpenAsync(string hash = "")
    {
        await Page.GotoAsync(new Uri(_server, "/#" + hash).ToString());
        await Page.Locator("[data-map-state=idle]").WaitForAsync();
        await IdleAsync();
    }

    /// <summary>Opens one of the server's own pages and waits until its map is drawn.</summary>
    public async Task OpenPageAsync(string path)
    {
        await Page.GotoAsync(new Uri(_server, path).ToString());
        await Page.Locator("[data-map-state=idle]").WaitForAsync();
    }

    /// <summary>Waits until all that was asked for is fetched and drawn.</summary>
    public Task IdleAsync() => Page.EvaluateAsync("() => window.socTrangMap.idle()");

    /// <summary>Where a place is on the screen, in pixels of the page.</summary>
    public async Task<(float X, float Y)> PixelOfAsync(double longitude, double latitude)
    {
        var pixel = await Page.EvaluateAsync<JsonElement>(
            """
            ([lon, lat]) => {
              const { map } = window.socTrangMap;
              const box = map.getCanvas().getBoundingClientRect();
              const point = map.project([lon, lat]);
              return [box.left + point.x, box.top + point.y];
            }
            """,
            new[] { longitude, latitude });
        return (pixel[0].GetSingle(), pixel[1].GetSingle());
    }

    /// <summary>Clicks a place on the map.</summary>
    public async Task ClickAsync(double longitude, double latitude)
    {
        var (x, y) = await PixelOfAsync(longitude, latitude);
        await Page.Mouse.ClickAsync(x, y);
    }

    /// <summary>The part of the address after the hash sign.</summary>
    public Task<string> HashAsync() => Page.EvaluateAsync<string>("() => location.hash.slice(1)");

    /// <summary>A picture of the page.</summary>
    public async Task<Picture> PictureAsync() => new(await Page.ScreenshotAsync());

    /// <summary>Holds that nothing went wrong and nothing left the server.</summary>
    public void AssertClean() => Assert.Empty(_faults);

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private void Watch()
    {
        Page.Request += (_, request) => Check(request.Url);
        Page.PageError += (_, error) => _faults.Add($"exception: {error}");
        Page.Dialog += (_, dialog) =>
        {
            _faults.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        Page.Console += (_, message) =>
        {
            var isRefusal = ExpectsRefusals && message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal);
            if (message.Type is "error" or "warning" && !ExpectsFailures && !isRefusal)
                _faults.Add($"console {message.Type}: {message.Text}");
        };
    }

    private void Check(string url)
    {
        var target = new Uri(url);
        if (target.Scheme is "http" or "https" or "ws" or "wss" && target.Authority != _server.Authority && target.Authority != OtherOrigin?.Authority)
            _faults.Add($"request to another origin: {url}");
    }
}
