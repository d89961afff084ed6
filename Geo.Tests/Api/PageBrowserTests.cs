using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Geo.Api;
using Geo.Engine.Features;
using Geo.Tests.EndToEnd;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Api;

/// <summary>The pages in a real browser: nothing runs, nothing is fetched from elsewhere, the content security policy is never broken (robustness.md V6).</summary>
public sealed class PageBrowserTests(MapWorld world) : IClassFixture<MapWorld>
{
    private static readonly string[] Paths = ["?f=html", "conformance", "api.html", "collections", "collections/h0", "collections/h0/items", "collections/h0/items/1", "grids", "grids/g", "scenarios"];

    [Fact]
    public async Task Hostile_texts_do_nothing_in_a_browser()
    {
        await using var server = await RunningServer.StartAsync(HostileStore(), new GeoOptions { WebRoot = RunningServer.BuiltPages });
        await using var page = await world.NewPageAsync(server.Address);
        foreach (var path in Paths)
        {
            await page.Page.GotoAsync(new Uri(server.Address, path).ToString());
            Assert.Equal(1, await page.Page.Locator("main h1").CountAsync());
            if (await page.Page.Locator("[data-map]").CountAsync() > 0)
                await page.Page.Locator("[data-map-state=idle]").WaitForAsync();
            page.AssertClean();
        }
        Assert.Contains("<script>alert(1)</script>", await page.Page.GotoAsync(new Uri(server.Address, "collections").ToString()) is null ? "" : await page.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_name_on_the_map_is_text()
    {
        await using var server = await RunningServer.StartAsync(HostileStore(), new GeoOptions { WebRoot = RunningServer.BuiltPages });
        await using var page = await world.NewPageAsync(server.Address);
        await page.OpenPageAsync("collections/h0/items?lang=en");
        for (var i = 0; i < HostileNames.Count; i++)
        {
            // Not by the mouse: two clicks so near each other are a double click.
            await page.Page.EvaluateAsync("longitude => { const { map } = window.socTrangMap; map.fire('click', { lngLat: { lng: longitude, lat: 9.5 }, point: map.project([longitude, 9.5]) }); }", 105.6 + (i * 0.02));
            Assert.Equal(HostileNames[i], await page.Page.Locator(".maplibregl-popup a").TextContentAsync());
        }
        page.AssertClean();
    }

    [Fact]
    public async Task A_form_echoes_hostile_input_as_text()
    {
        await using var server = await RunningServer.StartAsync(HostileStore(), new GeoOptions { WebRoot = RunningServer.BuiltPages });
        await using var page = await world.NewPageAsync(server.Address);
        page.ExpectsRefusals = true;
        foreach (var attack in PageTests.Attacks.Select(a => a.Data.Replace("\0", "", StringComparison.Ordinal)))
        {
            var sent = Uri.EscapeDataString(attack);
            await page.Page.GotoAsync(new Uri(server.Address, $"collections/{sent}/items?lang=en&q={sent}&filter={sent}&bbox={sent}&sortby={sent}&crs={sent}&{sent}={sent}").ToString());
            Assert.Equal(attack, await page.Page.GetByLabel("Filter (CQL2)").InputValueAsync());
        }
        page.AssertClean();
    }

    [Fact]
    public async Task The_pages_have_no_serious_fault_of_access()
    {
        var store = SampleLayers.Store();
        GridSamples.Add(store, "g", new Geo.Engine.Grids.Grid<float>(new(Geo.Engine.Geodesy.CoordinateSystems.Vn2000Tm3Zone10530, 551319.67, 1062430.47, 1000, 2, 2)), isCategorical: false);
        await using var server = await RunningServer.StartAsync(store);
        await using var page = await world.NewPageAsync(server.Address);
        foreach (var path in new[] { "?f=html", "?f=html&lang=en", "conformance", "conformance?lang=en", "api.html?lang=en", "collections", "collections/places?lang=en", "collections/places/items", "collections/places/items/1", "grids/g" })
        {
            await page.Page.GotoAsync(new Uri(server.Address, path).ToString());
            var serious = (await page.Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical");
            Assert.True(!serious.Any(), $"{path}: {string.Join("; ", serious.Select(v => $"{v.Id} {string.Join(' ', v.Nodes.Select(n => n.Html))}"))}");
        }
        page.AssertClean();
    }

    private static IReadOnlyList<string> HostileNames { get; } = [.. PageTests.Attacks.Select(a => a.Data)];

    /// <summary>A short line through 9.5° N.</summary>
    private static LineString Line(double longitude) => new([new(longitude, 9.4), new(longitude, 9.6)]) { SRID = 4326 };

    /// <summary>A layer with every attack as a column and as a row, and one layer for each attack.</summary>
    private static MemoryStore HostileStore()
    {
        var attacks = PageTests.Attacks.Select(a => a.Data).ToList();
        var store = new MemoryStore();
        for (var i = 0; i < attacks.Count; i++)
        {
            var attack = attacks[i];
            store.With(SampleLayers.Empty with { Id = attack.Replace("\0", "", StringComparison.Ordinal), Title = new(attack, attack), Description = new(attack, attack), Provenance = new(attack, attack, attack, attack, LayerStatus.Synthetic, null) });
        }
        var layer = SampleLayers.Empty with { Id = "h0", Properties = [new("name", PropertyType.Text), .. attacks.Select((a, i) => new PropertyDefinition($"c{i}", PropertyType.Text, new(a, a), a))] };
        store.With(layer, attacks.Select((a, i) => new Feature(i + 1, Line(105.6 + (i * 0.02)), [a, .. attacks.Select(_ => a)])));
        GridSamples.Add(store, "g", new Geo.Engine.Grids.Grid<float>(new(Geo.Engine.Geodesy.CoordinateSystems.Vn2000Tm3Zone10530, 551319.67, 1062430.47, 1000, 2, 2)), isCategorical: false);
        return store;
    }
}
