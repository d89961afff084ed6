using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Geo.Tests.EndToEnd;

/// <summary>Processes run from their pages: form, progress, results on a map and as files, faults, the key.</summary>
[Collection(MapCollection.Name)]
public sealed class ProcessesInABrowserTests(MapWorld world)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_is_run_from_its_form_and_its_result_is_on_the_map_and_a_file()
    {
        await using var page = await OpenAsync("processes/zonal-statistics?lang=en");
        await page.Page.GetByLabel("Grid *").FillAsync("suitability-aquaculture");
        await page.Page.GetByLabel("Zones *").FillAsync("districts");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();
        await page.Page.Locator("[data-map-state=idle]").WaitForAsync();

        Assert.Equal("done", await page.Page.GetByRole(AriaRole.Status).InnerTextAsync());
        Assert.Equal("100", await page.Page.Locator("progress").GetAttributeAsync("value"));
        Assert.Equal(11, await page.Page.EvaluateAsync<int>("() => new Set(window.socTrangMap.map.queryRenderedFeatures().filter(f => f.source === 'shown').map(f => f.id)).size"));
        var file = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator("[data-links] a").GetByText("statistics", new() { Exact = true }).ClickAsync());
        Assert.Contains("\"mean\"", await File.ReadAllTextAsync((await file.PathAsync())!, Cancellation), StringComparison.Ordinal);
        Assert.Equal("statistics.json", file.SuggestedFilename);
        page.AssertClean();
    }

    [Fact]
    public async Task A_fault_of_an_input_is_told_in_the_language_of_the_reader_and_what_was_typed_stays()
    {
        await using var page = await OpenAsync("processes/zonal-statistics?lang=vi");
        page.ExpectsRefusals = true;
        await page.Page.GetByLabel("Lưới *").FillAsync("<img src=x onerror=alert(1)>");
        await page.Page.GetByLabel("Các vùng *").FillAsync("districts");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Chạy" }).ClickAsync();
        Assert.Contains("suitability-aquaculture", await page.Page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("<img src=x onerror=alert(1)>", await page.Page.GetByLabel("Lưới *").InputValueAsync());
        page.AssertClean();
    }

    [Fact]
    public async Task A_box_is_taken_from_the_map_of_the_form()
    {
        await using var page = await world.NewPageAsync(cancellation: Cancellation);
        await page.OpenPageAsync("processes/coverage?lang=en");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Take the map's view" }).ClickAsync();
        Assert.Matches(@"^1\d\d\.\d+,\d\.\d+,1\d\d\.\d+,\d+\.\d+$", await page.Page.Locator("[data-kind=box]").InputValueAsync());
        page.AssertClean();
    }

    [Fact]
    public async Task Without_scripts_the_page_says_what_is_needed()
    {
        var options = MapWorld.Desktop;
        options.JavaScriptEnabled = false;
        await using var page = await world.NewPageAsync(options, Cancellation);
        await page.Page.GotoAsync(new Uri(await world.ServerAsync(Cancellation), "processes/zonal-statistics?lang=en").ToString());
        Assert.Contains("needs JavaScript", await page.Page.Locator("noscript").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Page.GetByRole(AriaRole.Button, new() { Name = "Run" }).IsDisabledAsync());
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task On_a_phone_nothing_overflows_and_nobody_is_kept_out(string language)
    {
        await using var page = await world.NewPageAsync(MapWorld.Phone, Cancellation);
        await page.OpenPageAsync($"processes/coverage?lang={language}");
        Assert.Equal(390, await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Empty((await page.Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {string.Join("; ", v.Nodes.Select(n => n.Html))}"));
        page.AssertClean();
    }

    private async Task<MapPage> OpenAsync(string path)
    {
        var page = await world.NewPageAsync(cancellation: Cancellation);
        await page.Page.GotoAsync(new Uri(await world.ServerAsync(Cancellation), path).ToString());
        await page.Page.Locator("fieldset[data-needs-script]:not([disabled])").WaitForAsync();
        return page;
    }
}
