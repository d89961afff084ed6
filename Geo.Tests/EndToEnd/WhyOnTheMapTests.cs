using System.Globalization;
using Microsoft.Playwright;

namespace Geo.Tests.EndToEnd;

/// <summary>"Why this score?", the table by district, the trust in the inputs.</summary>
[Collection(MapCollection.Name)]
public sealed class WhyOnTheMapTests(MapWorld world)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_click_says_why_with_contributions_that_add_up_to_the_score()
    {
        var place = await WellSuitedAsync();
        await using var map = await world.NewPageAsync(cancellation: Cancellation);
        await map.OpenAsync("theme=aquaculture&lang=en");
        await map.ClickAsync(place.Longitude, place.Latitude);

        var why = map.Page.GetByRole(AriaRole.Region, new() { Name = "Why this score?" });
        await why.Locator(".criteria tfoot").WaitForAsync();
        await map.IdleAsync();
        var contributions = await why.Locator(".criteria tbody td:last-child").AllInnerTextsAsync();
        var weights = await why.Locator(".criteria tbody td:nth-child(4)").AllInnerTextsAsync();
        var total = Number(await why.Locator(".criteria tfoot td").InnerTextAsync());
        Assert.True(contributions.Count >= 3, $"{contributions.Count} criteria");
        Assert.Equal(total, contributions.Sum(Number), 0.0005 * (contributions.Count + 1));
        Assert.Equal(100, weights.Sum(w => Number(w.TrimEnd('%'))), 0.5 * weights.Count);
        Assert.Contains("very suitable", await why.InnerTextAsync(), StringComparison.Ordinal);
        map.AssertClean();
    }

    [Fact]
    public async Task The_zone_at_the_place_has_its_area_output_and_jobs_with_their_range()
    {
        var place = await WellSuitedAsync();
        await using var map = await world.NewPageAsync(cancellation: Cancellation);
        await map.OpenAsync("theme=aquaculture&lang=en");
        await map.ClickAsync(place.Longitude, place.Latitude);
        var facts = map.Page.Locator(".why .facts");
        await facts.WaitForAsync();
        var text = await facts.InnerTextAsync();
        Assert.Matches(@"Area\s+[\d,.]+\sha", text);
        Assert.Matches(@"Expected output\s+[\d,.]+ \(from [\d,.]+ to [\d,.]+\) bn VND a year", text);
        Assert.Matches(@"Expected jobs\s+[\d,.]+ \(from [\d,.]+ to [\d,.]+\) jobs", text);
        var ranges = map.Page.Locator(".why .ranges");
        await ranges.WaitForAsync();
        Assert.Matches(@"Salinity in the dry season\s+[\d,.]+ \(from [\d,.]+ to [\d,.]+\)", await ranges.InnerTextAsync());
        Assert.Matches("holds \\d+% of the zone back most", await map.Page.Locator(".why").InnerTextAsync());
        map.AssertClean();
    }

    [Fact]
    public async Task A_moved_weight_draws_the_scores_that_would_follow_and_can_be_taken_back()
    {
        await using var map = await world.NewPageAsync(cancellation: Cancellation);
        await map.OpenAsync("theme=aquaculture&lang=en");
        await map.Page.GetByText("Other weights").ClickAsync();
        var slider = map.Page.GetByLabel("Salinity in the dry season");
        var tile = await map.Page.RunAndWaitForResponseAsync(() => slider.FillAsync("0"), r => r.Url.Contains("/weighed/", StringComparison.Ordinal), new() { Timeout = 180_000 });
        Assert.Equal((200, "image/png"), (tile.Status, await tile.HeaderValueAsync("content-type")));
        Assert.Matches("theme=aquaculture&weights=salinity:0,water-source:[0-9]+,", Uri.UnescapeDataString(tile.Url));
        await map.IdleAsync();
        Assert.Equal("0%", await slider.GetAttributeAsync("aria-valuetext"));
        await map.Page.GetByText("Back to the weights of the scenario").ClickAsync();
        await map.IdleAsync();
        Assert.NotEqual("0%", await slider.GetAttributeAsync("aria-valuetext"));
        map.AssertClean();
    }

    [Fact]
    public async Task The_keyboard_asks_about_the_middle_of_the_map_and_Escape_closes_the_answer()
    {
        await using var map = await world.NewPageAsync(cancellation: Cancellation);
        await map.OpenAsync("map=10/9.60000/105.97000&lang=vi");
        await map.Page.Keyboard.PressAsync("Tab");
        await map.Page.Keyboard.PressAsync("Enter");
        await map.Page.Keyboard.PressAsync("Enter");
        var why = map.Page.GetByRole(AriaRole.Region, new() { Name = "Vì sao điểm này?" });
        await why.WaitForAsync();
        Assert.Contains("551.392,0", await why.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("1.061.653,4", await why.InnerTextAsync(), StringComparison.Ordinal);
        await map.Page.Keyboard.PressAsync("Escape");
        await why.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        map.AssertClean();
    }

    [Fact]
    public async Task A_place_far_out_at_sea_is_said_to_be_outside()
    {
        await using var map = await world.NewPageAsync(cancellation: Cancellation);
        await map.OpenAsync("map=9/8.20000/107.50000&lang=en");
        await map.ClickAsync(107.5, 8.2);
        await map.Page.GetByText("This place is outside the study area.").WaitForAsync();
        await map.Page.GetByText("This place is in no proposed zone.").WaitForAsync();
    }

    [Fact]
    public async Task The_table_has_eleven_districts_sorts_by_a_column_and_is_taken_away_as_a_file_that_Excel_reads()
    {
        await using var map = await world.NewPageAsync(cancellation: Cancellation);
        await map.OpenAsync("theme=aquaculture&lang=en");
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Table by district" }).ClickAsync();
        var names = map.Page.Locator(".districts tbody th");
        await names.First.WaitForAsync();
        Assert.Equal(11, await names.CountAsync());

        await map.Page.GetByRole(AriaRole.Button, new() { Name = "Area (ha)" }).ClickAsync();
        var areas = (await map.Page.Locator(".districts tbody td:nth-child(2)").AllInnerTextsAsync()).Select(Number).ToList();
        Assert.Equal(areas.OrderDescending(), areas);

        var file = await map.Page.RunAndWaitForDownloadAsync(() => map.Page.GetByRole(AriaRole.Button, new() { Name = "Download CSV" }).ClickAsync());
        var bytes = await File.ReadAllBytesAsync((await file.PathAsync())!, Cancellation);
        Assert.Equal("districts-aquaculture.csv", file.SuggestedFilename);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(12, bytes.Count(b => b == '\n'));
        map.AssertClean();
    }

    [Fact]
    public async Task The_badge_names_the_least_trustworthy_inputs_and_opens_their_list()
    {
        await using var map = await world.NewPageAsync(cancellation: Cancellation);
        await map.OpenAsync("theme=aquaculture&lang=vi");
        var badge = map.Page.Locator(".status-badge");
        Assert.StartsWith("Dữ liệu đầu vào minh họa: ", (await badge.InnerTextAsync()).Trim(), StringComparison.Ordinal);
        await badge.ClickAsync();
        var dialog = map.Page.GetByRole(AriaRole.Dialog, new() { Name = "Dữ liệu đầu vào của kịch bản" });
        await dialog.Locator(".inputs li").Nth(2).WaitForAsync();
        await map.Page.Keyboard.PressAsync("Escape");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        map.AssertClean();
    }

    private async Task<(double Longitude, double Latitude, double Clearance)> WellSuitedAsync() =>
        (await KnownPlaces.InAsync(await world.ServerAsync(Cancellation), "aquaculture", "S1", Cancellation))!.Value;

    private static double Number(string english) => double.Parse(english, NumberStyles.Number, CultureInfo.InvariantCulture);
}
