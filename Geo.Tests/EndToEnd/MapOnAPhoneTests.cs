using Microsoft.Playwright;

namespace Geo.Tests.EndToEnd;

/// <summary>The map on a phone: everything by touch, nothing cut off.</summary>
[Collection(MapCollection.Name)]
public sealed class MapOnAPhoneTests(MapWorld world)
{
    private const int SmallestTargetPixels = 24;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Nothing_overflows_and_every_target_is_large_enough_for_a_finger(string language)
    {
        await using var map = await world.NewPageAsync(MapWorld.Phone, Cancellation);
        await map.OpenAsync($"lang={language}");
        await map.Page.Locator(".header .icon-button").TapAsync();
        Assert.Equal(390, await map.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        var small = await map.Page.EvaluateAsync<string[]>(
            $"() => [...document.querySelectorAll('button')].filter(b => b.checkVisibility() && !b.classList.contains('skip')).filter(b => {{ const r = b.getBoundingClientRect(); return r.width < {SmallestTargetPixels} || r.height < {SmallestTargetPixels}; }}).map(b => b.outerHTML)");
        Assert.Empty(small);
        map.AssertClean();
    }

    [Fact]
    public async Task Layers_answer_and_table_are_opened_by_touch()
    {
        await using var map = await world.NewPageAsync(MapWorld.Phone, Cancellation);
        await map.OpenAsync("lang=vi");
        await map.Page.Locator(".header .icon-button").TapAsync();
        await map.Page.Locator(".controls").WaitForAsync();
        await map.Page.Locator(".header .icon-button").TapAsync();
        await map.Page.Locator(".controls").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        var box = (await map.Page.Locator("canvas").BoundingBoxAsync())!;
        await map.Page.Touchscreen.TapAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        var answer = map.Page.GetByRole(AriaRole.Region, new() { Name = "Vì sao điểm này?" });
        await answer.WaitForAsync();
        await answer.GetByRole(AriaRole.Button, new() { Name = "Đóng" }).TapAsync();

        await map.Page.Locator(".header .icon-button").TapAsync();
        await map.Page.Locator(".text-button.wide").TapAsync();
        await map.Page.Locator(".districts tbody th").First.WaitForAsync();
        map.AssertClean();
    }
}
