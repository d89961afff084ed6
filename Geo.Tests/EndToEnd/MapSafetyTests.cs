using System.Text.Json.Nodes;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Geo.Tests.EndToEnd;

/// <summary>Hostile names, foreign requests, transfer size, languages, access for everybody.</summary>
[Collection(MapCollection.Name)]
public sealed class MapSafetyTests(MapWorld world)
{
    private const int MostBytesOnFirstView = 1_500_000;
    private static readonly string[] Themes = ["aquaculture", "logistics", "5g"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly string[] HostileNames =
    [
        "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "\"><svg onload=alert(1)>", "javascript:alert(1)", "{{constructor.constructor('alert(1)')()}}",
        "</title><iframe src=javascript:alert(1)>", "<a href=\"javascript:alert(1)\">x</a>", "&lt;img src=x onerror=alert(1)&gt;",
        "<style>@import'//example.invalid'</style>", "<math><mtext><img src=x onerror=alert(1)>",
    ];

    [Fact]
    public async Task Hostile_names_and_credits_of_layers_are_shown_as_text()
    {
        await using var map = await world.NewPageAsync(cancellation: Cancellation);
        await map.Page.RouteAsync("**/collections?*", AnswerWithHostileNamesAsync);
        await map.OpenAsync("lang=vi");
        await map.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        var titles = await map.Page.Locator(".layer-line label").AllInnerTextsAsync();
        var credits = await map.Page.Locator(".attribution li").AllInnerTextsAsync();
        Assert.Empty(HostileNames.Except(titles));
        Assert.NotEmpty(HostileNames.Intersect(credits));

        foreach (var row in Enumerable.Range(0, titles.Count).Where(i => HostileNames.Contains(titles[i])))
        {
            await map.Page.Locator(".layer-line .icon-button").Nth(row).ClickAsync();
            Assert.Equal(titles[row], await map.Page.Locator("dialog h2").InnerTextAsync());
            await map.Page.Keyboard.PressAsync("Escape");
            await map.Page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
        map.AssertClean();
    }

    [Fact]
    public async Task Nothing_is_asked_of_another_origin_and_the_first_view_stays_small()
    {
        await using var map = await world.NewPageAsync(cancellation: Cancellation);
        await map.OpenAsync();
        var bytes = await map.Page.EvaluateAsync<int>("() => performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation')).reduce((sum, e) => sum + e.transferSize, 0)");
        TestContext.Current.SendDiagnosticMessage("First view: {0} bytes", bytes);
        Assert.InRange(bytes, 100_000, MostBytesOnFirstView);
        map.AssertClean();
    }

    [Fact]
    public async Task The_language_switch_changes_texts_names_and_numbers_and_is_kept_in_the_address()
    {
        await using var map = await world.NewPageAsync(cancellation: Cancellation);
        await map.OpenAsync();
        Assert.Equal("vi", await map.Page.Locator("html").GetAttributeAsync("lang"));
        await map.Page.GetByRole(AriaRole.Heading, new() { Name = "Sóc Trăng ven biển" }).WaitForAsync();
        await map.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await map.Page.GetByRole(AriaRole.Heading, new() { Name = "Coast of Sóc Trăng" }).WaitForAsync();
        await map.IdleAsync();
        Assert.Equal("en", await map.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Contains("lang=en", await map.HashAsync(), StringComparison.Ordinal);
        Assert.Matches(@"\d,\d{3}\sha", await map.Page.Locator(".legend").InnerTextAsync());
        Assert.DoesNotContain("Lớp", await map.Page.Locator(".controls").InnerTextAsync(), StringComparison.Ordinal);
        map.AssertClean();
    }

    [Theory]
    [InlineData(false, "vi")]
    [InlineData(true, "en")]
    public async Task No_serious_barrier_is_found_in_any_state(bool phone, string language)
    {
        await using var map = await world.NewPageAsync(phone ? MapWorld.Phone : null, Cancellation);
        await map.OpenAsync($"lang={language}");
        await AssertNoBarrierAsync(map.Page, "start");
        await map.Page.Locator("canvas").ClickAsync();
        await map.Page.Locator(".verdict, .why .hint").First.WaitForAsync();
        await AssertNoBarrierAsync(map.Page, "answer");
        await map.Page.Keyboard.PressAsync("Escape");
        if (phone)
            await map.Page.Locator(".header .icon-button").ClickAsync();
        await AssertNoBarrierAsync(map.Page, "controls");
        await map.Page.Locator(".text-button.wide").ClickAsync();
        await map.Page.Locator(".districts table").WaitForAsync();
        await AssertNoBarrierAsync(map.Page, "table");
        await map.Page.Locator(".status-badge").ClickAsync();
        await map.Page.Locator("dialog").WaitForAsync();
        await AssertNoBarrierAsync(map.Page, "dialog");
        map.AssertClean();
    }

    [Fact]
    public async Task Every_control_is_reached_by_Tab_and_shows_that_it_has_the_focus()
    {
        await using var map = await world.NewPageAsync(cancellation: Cancellation);
        await map.OpenAsync();
        var controls = await map.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('button:enabled, a[href], input, summary, canvas')].filter(e => e.checkVisibility()).length");
        var reached = new HashSet<string>();
        for (var press = 0; press < controls + 5; press++)
        {
            await map.Page.Keyboard.PressAsync("Tab");
            reached.Add(await map.Page.EvaluateAsync<string>(
                "() => { const e = document.activeElement; e.dataset.reached ??= String(Math.random()); return e === document.body || getComputedStyle(e).outlineStyle === 'none' ? '' : e.dataset.reached; }"));
        }
        reached.Remove("");
        Assert.InRange(reached.Count, controls, controls + 2);
    }

    [Fact]
    public async Task Every_theme_is_offered()
    {
        await using var map = await world.NewPageAsync(cancellation: Cancellation);
        await map.OpenAsync();
        Assert.Equal(Themes.Length, await map.Page.Locator(".themes button").CountAsync());
    }

    private static async Task AssertNoBarrierAsync(IPage page, string state)
    {
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{state}: {Describe(v)}"));
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {string.Join("; ", violation.Nodes.Select(n => n.Html))}";

    /// <summary>The server's own answer with one of the names for each layer, which has it as source, licence, credit and date too.</summary>
    private static async Task AnswerWithHostileNamesAsync(IRoute route)
    {
        var answer = await route.FetchAsync();
        var document = JsonNode.Parse(await answer.BodyAsync())!;
        foreach (var (collection, index) in document["collections"]!.AsArray().Where(IsAlwaysListed).Select((c, i) => (c!, i)))
        {
            var name = HostileNames[index % HostileNames.Length];
            (collection["title"], collection["description"]) = (name, name);
            foreach (var member in new[] { "source", "licence", "attribution", "date" })
                collection["provenance"]![member] = name;
        }
        await route.FulfillAsync(new() { Response = answer, Body = document.ToJsonString() });
    }

    /// <summary>Results of other themes than the one shown are not in the list of layers.</summary>
    private static bool IsAlwaysListed(JsonNode? collection) =>
        collection!["id"]!.GetValue<string>() is var id && !id.StartsWith("zones-", StringComparison.Ordinal) && !id.StartsWith("districts-", StringComparison.Ordinal);
}
