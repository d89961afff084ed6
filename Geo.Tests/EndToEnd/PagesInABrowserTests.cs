using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Geo.Tests.EndToEnd;

/// <summary>The pages of the built server in a browser: features on their maps, filters, files, languages, phones, and all of it without scripts.</summary>
[Collection(MapCollection.Name)]
public sealed class PagesInABrowserTests(MapWorld world)
{
    /// <summary>Colour of ports in the planners' map, and of features that a page has selected.</summary>
    private const string PortColour = "#1c4e80";
    private const string SelectedColour = "#3f51a3";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_collection_is_drawn_from_its_tiles_where_its_features_lie()
    {
        await using var page = await world.NewPageAsync(cancellation: Cancellation);
        await page.OpenPageAsync("collections/ports?lang=vi");
        using var picture = await page.PictureAsync();
        foreach (var (longitude, latitude) in await PortsAsync(page))
            Assert.Equal(PortColour, picture.ColourAt(await page.PixelOfAsync(longitude, latitude)));
        page.AssertClean();
    }

    [Fact]
    public async Task Features_of_a_page_are_drawn_on_the_ground_of_the_planners_map_and_lead_to_their_pages()
    {
        await using var page = await world.NewPageAsync(cancellation: Cancellation);
        await page.OpenPageAsync("collections/communes/items?lang=en&q=dai%20ngai&crs=http://www.opengis.net/def/crs/EPSG/0/9209");
        var place = await page.Page.EvaluateAsync<JsonElement>("async () => (await (await fetch('/collections/communes/items?f=json&q=dai%20ngai')).json()).features[0].geometry.coordinates");
        using var picture = await page.PictureAsync();
        var pixel = await page.PixelOfAsync(place[0].GetDouble(), place[1].GetDouble());
        Assert.Equal(SelectedColour, picture.ColourAt(pixel));
        Assert.Equal("#f5f2ea", picture.ColourAt((pixel.X - 20, pixel.Y - 20)));

        await page.Page.Mouse.ClickAsync(pixel.X, pixel.Y);
        await page.Page.Locator(".maplibregl-popup a").ClickAsync();
        await page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).GetByText("20").WaitForAsync();
        page.AssertClean();
    }

    [Fact]
    public async Task A_condition_is_chosen_and_becomes_a_filter_that_the_page_keeps()
    {
        await using var page = await world.NewPageAsync(cancellation: Cancellation);
        await page.OpenPageAsync("collections/communes/items?lang=en");
        await page.Page.GetByLabel("Property").SelectOptionAsync("name_vi");
        await page.Page.GetByLabel("Comparison").SelectOptionAsync("contains");
        await page.Page.GetByLabel("Value").FillAsync("dai ngai");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await page.Page.GetByLabel("Property").SelectOptionAsync("area_km2");
        await page.Page.GetByLabel("Comparison").SelectOptionAsync("ge");
        await page.Page.GetByLabel("Value").FillAsync("30");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await page.Page.WaitForURLAsync("**/items?*filter=*");

        Assert.Equal("(CASEI(ACCENTI(\"name_vi\")) LIKE CASEI(ACCENTI('%dai ngai%'))) AND \"area_km2\" >= 30", await page.Page.GetByLabel("Filter (CQL2)").InputValueAsync());
        Assert.Equal(["20"], await page.Page.Locator("main tbody th").AllInnerTextsAsync());
        Assert.DoesNotContain("bbox", page.Page.Url, StringComparison.Ordinal);
        page.AssertClean();
    }

    [Fact]
    public async Task The_view_of_the_map_becomes_the_box_of_the_form()
    {
        await using var page = await world.NewPageAsync(cancellation: Cancellation);
        await page.OpenPageAsync("collections/ports/items?lang=vi");
        await page.Page.EvaluateAsync("() => { window.socTrangMap.map.jumpTo({ center: [106.2, 9.52], zoom: 12 }); }");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Lấy khung bản đồ" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Áp dụng" }).ClickAsync();
        await page.Page.WaitForURLAsync("**/items?*bbox=*");
        Assert.Equal(["1"], await page.Page.Locator("main tbody th").AllInnerTextsAsync());
        page.AssertClean();
    }

    [Fact]
    public async Task What_matches_is_taken_away_as_a_file()
    {
        await using var page = await world.NewPageAsync(cancellation: Cancellation);
        await page.OpenPageAsync("collections/ports/items?lang=en&limit=1&kind=river");
        var file = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Region, new() { Name = "Download" }).GetByText("GeoJSON", new() { Exact = true }).ClickAsync());
        using var features = JsonDocument.Parse(await File.ReadAllBytesAsync((await file.PathAsync())!, Cancellation));
        Assert.Equal("ports.geojson", file.SuggestedFilename);
        Assert.All(features.RootElement.GetProperty("features").EnumerateArray(), f => Assert.Equal("river", f.GetProperty("properties").GetProperty("kind").GetString()));
        page.AssertClean();
    }

    [Fact]
    public async Task The_language_is_switched_on_the_page_and_stays_on_the_next()
    {
        await using var page = await world.NewPageAsync(cancellation: Cancellation);
        await page.OpenPageAsync("collections/ports?f=html");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "See, filter and sort the features" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Heading, new() { Name = "Filter and sort" }).WaitForAsync();
        Assert.Equal("en", await page.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task Without_scripts_the_form_filters_all_the_same()
    {
        var options = MapWorld.Desktop;
        options.JavaScriptEnabled = false;
        await using var page = await world.NewPageAsync(options, Cancellation);
        await page.Page.GotoAsync(new Uri(await world.ServerAsync(Cancellation), "collections/communes/items?lang=en").ToString());
        Assert.False(await page.Page.Locator(".map").IsVisibleAsync());
        Assert.False(await page.Page.Locator(".conditions").IsVisibleAsync());
        await page.Page.GetByLabel("Filter (CQL2)").FillAsync("unit_code = '31645'");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await page.Page.WaitForURLAsync("**/items?*filter=*");
        Assert.Equal(["20"], await page.Page.Locator("main tbody th").AllInnerTextsAsync());
        page.AssertClean();
    }

    [Theory]
    [InlineData("collections/districts?lang=vi")]
    [InlineData("collections/communes/items?lang=en&limit=5")]
    [InlineData("collections/communes/items/20?lang=vi")]
    public async Task On_a_phone_nothing_overflows_and_nobody_is_kept_out(string path)
    {
        await using var page = await world.NewPageAsync(MapWorld.Phone, Cancellation);
        await page.OpenPageAsync(path);
        Assert.Equal(390, await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Empty((await page.Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {string.Join("; ", v.Nodes.Select(n => n.Html))}"));
        page.AssertClean();
    }

    private static async Task<IEnumerable<(double Longitude, double Latitude)>> PortsAsync(MapPage page)
    {
        var ports = await page.Page.EvaluateAsync<JsonElement>("async () => (await (await fetch('/collections/ports/items?f=json')).json()).features.map(f => f.geometry.coordinates)");
        return [.. ports.EnumerateArray().Select(p => (p[0].GetDouble(), p[1].GetDouble()))];
    }
}
