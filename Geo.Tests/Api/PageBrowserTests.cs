using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Geo.Engine.Features;
using Geo.Tests.EndToEnd;

namespace Geo.Tests.Api;

/// <summary>The pages in a real browser: nothing runs, nothing is fetched from elsewhere, the content security policy is never broken (robustness.md V6).</summary>
public sealed class PageBrowserTests(MapWorld world) : IClassFixture<MapWorld>
{
    private static readonly string[] Paths = ["?f=html", "conformance", "api.html", "collections", "collections/h0", "collections/h0/items", "collections/h0/items/1", "grids", "grids/g", "scenarios"];

    [Fact]
    public async Task Hostile_texts_do_nothing_in_a_browser()
    {
        await using var server = await RunningServer.StartAsync(HostileStore());
        await using var page = await world.NewPageAsync(server.Address);
        foreach (var path in Paths)
        {
            await page.Page.GotoAsync(new Uri(server.Address, path).ToString());
            Assert.Equal(1, await page.Page.Locator("main h1").CountAsync());
        }
        page.AssertClean();
        Assert.Contains("<script>alert(1)</script>", await page.Page.GotoAsync(new Uri(server.Address, "collections").ToString()) is null ? "" : await page.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_have_no_serious_fault_of_access()
    {
        var store = SampleLayers.Store();
        GridSamples.Add(store, "g", new Geo.Engine.Grids.Grid<float>(new(Geo.Engine.Geodesy.CoordinateSystems.Vn2000Tm3Zone10530, 551319.67, 1062430.47, 1000, 2, 2)), isCategorical: false);
        await using var server = await RunningServer.StartAsync(store);
        await using var page = await world.NewPageAsync(server.Address);
        foreach (var path in new[] { "?f=html", "api.html?lang=en", "collections", "collections/places?lang=en", "collections/places/items", "collections/places/items/1", "grids/g" })
        {
            await page.Page.GotoAsync(new Uri(server.Address, path).ToString());
            var serious = (await page.Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical");
            Assert.True(!serious.Any(), $"{path}: {string.Join("; ", serious.Select(v => $"{v.Id} {string.Join(' ', v.Nodes.Select(n => n.Html))}"))}");
        }
        page.AssertClean();
    }

    /// <summary>A layer with every attack as a column and as a row, and one layer for each attack.</summary>
    private static MemoryStore HostileStore()
    {
        var attacks = PageTests.Attacks.Select(a => a.Data).ToList();
        var store = new MemoryStore();
        for (var i = 0; i < attacks.Count; i++)
        {
            var attack = attacks[i];
            store.With(SampleLayers.Empty with { Id = i == 0 ? "all" : $"h{i}", Title = new(attack, attack), Description = new(attack, attack), Provenance = new(attack, attack, attack, attack, LayerStatus.Synthetic, null) });
        }
        var layer = SampleLayers.Empty with { Id = "h0", Properties = [.. attacks.Select((a, i) => new PropertyDefinition($"c{i}", PropertyType.Text, new(a, a), a))] };
        store.With(layer, attacks.Select((a, i) => new Feature(i + 1, null, [.. attacks.Select(_ => a)])));
        GridSamples.Add(store, "g", new Geo.Engine.Grids.Grid<float>(new(Geo.Engine.Geodesy.CoordinateSystems.Vn2000Tm3Zone10530, 551319.67, 1062430.47, 1000, 2, 2)), isCategorical: false);
        return store;
    }
}
