using Geo.Tests.Fixtures;

namespace Geo.Tests.EndToEnd;

/// <summary>Takes the picture of the README, when <c>SOCTRANG_SCREENSHOT</c> is set; it looks at the map in any case.</summary>
[Collection(MapCollection.Name)]
public sealed class ReadmeScreenshot(MapWorld world)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_map_shows_zones_and_the_reasons_for_one_place()
    {
        var place = (await KnownPlaces.InAsync(await world.ServerAsync(Cancellation), "aquaculture", "S1", Cancellation))!.Value;
        await using var map = await world.NewPageAsync(cancellation: Cancellation);
        await map.OpenAsync("theme=aquaculture&lang=vi");
        await map.ClickAsync(place.Longitude, place.Latitude);
        await map.Page.Locator(".verdict").WaitForAsync();
        await map.Page.Locator(".why .facts").WaitForAsync();
        await map.IdleAsync();
        var picture = await map.Page.ScreenshotAsync();
        Assert.True(picture.Length > 50_000, "the page is almost empty");
        if (Environment.GetEnvironmentVariable("SOCTRANG_SCREENSHOT") is { Length: > 0 })
            await File.WriteAllBytesAsync(Path.Combine(Repository.Root, "docs", "screenshot.png"), picture, Cancellation);
        map.AssertClean();
    }
}
