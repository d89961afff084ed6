using System.Net.Sockets;
using Geo.Tests.Fixtures;
using Microsoft.Playwright;

namespace Geo.Tests.EndToEnd;

/// <summary>The map while its server prepares, dies and comes back.</summary>
[Collection(MapCollection.Name)]
public sealed class MapRecoveryTests(MapWorld world)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Preparation_is_shown_and_the_map_opens_by_itself_and_outlives_its_server()
    {
        using var folder = new TemporaryFolder();
        var server = BuiltServer.Start(folder.File("fresh.gpkg"));
        try
        {
            await using var map = await world.NewPageAsync(server.Address);
            map.ExpectsFailures = true;
            await FirstAnswerAsync(server.Address);
            await map.Page.GotoAsync(server.Address.ToString());
            await map.Page.GetByRole(AriaRole.Progressbar).WaitForAsync();
            await map.Page.Locator("[data-map-state=idle]").WaitForAsync(new() { Timeout = 180_000 });

            await server.DisposeAsync();
            await map.Page.Locator(".layer-group[open] input[type=checkbox]:not(:checked)").Last.ClickAsync();
            await map.Page.GetByText("Mất kết nối với máy chủ").WaitForAsync();

            server = BuiltServer.Start(folder.File("fresh.gpkg"), server.Address.Port);
            await map.Page.GetByText("Mất kết nối với máy chủ").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            await map.Page.Locator("[data-map-state=idle]").WaitForAsync();
            await Assertions.Expect(map.Page.Locator(".failed")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task FirstAnswerAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        for (var attempt = 0; attempt < 300; attempt++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("health/live", UriKind.Relative), Cancellation);
                return;
            }
            catch (Exception fault) when (fault is HttpRequestException or SocketException)
            {
                await Task.Delay(100, Cancellation);
            }
        }
    }
}
