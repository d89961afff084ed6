using Geo.Tests.Fixtures;
using Microsoft.Playwright;

namespace Geo.Tests.EndToEnd;

/// <summary>One server with the bundled data and all scenarios run, and one browser, for all tests of the map; started by the first.</summary>
public sealed class MapWorld : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _starting = new(1, 1);
    private BuiltServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal static BrowserNewContextOptions Desktop => Context(1440, 900);

    internal static BrowserNewContextOptions Phone
    {
        get
        {
            var phone = Context(390, 844);
            (phone.HasTouch, phone.IsMobile, phone.DeviceScaleFactor) = (true, true, 2);
            return phone;
        }
    }

    /// <summary>The server's embedded store.</summary>
    internal string StoreFile => Path.Combine(_folder.Path, "map.gpkg");

    /// <summary>The address of the server, which is ready.</summary>
    internal async Task<Uri> ServerAsync(CancellationToken cancellation)
    {
        await _starting.WaitAsync(cancellation);
        try
        {
            if (_server is null)
            {
                _server = BuiltServer.Start(StoreFile);
                await _server.ReadyAsync(cancellation);
            }
            return _server.Address;
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>A page of its own on the shared server, with nothing opened yet.</summary>
    internal async Task<MapPage> NewPageAsync(BrowserNewContextOptions? options = null, CancellationToken cancellation = default) =>
        await NewPageAsync(await ServerAsync(cancellation), options);

    /// <summary>A page of its own on some server.</summary>
    internal async Task<MapPage> NewPageAsync(Uri server, BrowserNewContextOptions? options = null)
    {
        var chromium = Requirement.Program("chromium");
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Flags });
        return await MapPage.CreateAsync(await _browser.NewContextAsync(options ?? Desktop), server);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Dispose();
        _starting.Dispose();
    }

    /// <summary>WebGL 2 without a graphics card, no talk with the outside, the same pixels on every machine.</summary>
    private static string[] Flags =>
    [
        "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic", "--disable-background-networking",
        "--no-first-run", "--force-color-profile=srgb", "--font-render-hinting=none",
    ];

    private static BrowserNewContextOptions Context(int width, int height) => new()
    {
        Locale = "vi-VN",
        TimezoneId = "Asia/Ho_Chi_Minh",
        ReducedMotion = ReducedMotion.Reduce,
        ViewportSize = new() { Width = width, Height = height },
    };
}
