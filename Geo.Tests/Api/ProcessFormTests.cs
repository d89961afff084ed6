using Geo.Tests.EndToEnd;
using Microsoft.Playwright;

namespace Geo.Tests.Api;

/// <summary>The form of a process in a real browser, by way of the process <c>echo</c>.</summary>
public sealed class ProcessFormTests(MapWorld world) : IClassFixture<MapWorld>
{
    [Fact]
    public async Task Every_kind_of_input_is_sent_as_JSON_of_its_kind_and_features_that_come_back_are_on_a_map()
    {
        await using var server = await StartAsync();
        await using var page = await OpenAsync(server);
        var fields = new Dictionary<string, string>
        {
            ["stringInput"] = "<b>Sóc Trăng</b>",
            ["doubleInput"] = "2.5",
            ["arrayInput"] = "[1, 2]",
            ["valuesInput"] = "3\n4",
            ["boundingBoxInput"] = "105.5,9.2,106.4,9.98",
            ["featureCollectionInput"] = """{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"properties":{},"geometry":{"type":"Point","coordinates":[105.97,9.6]}}]}""",
        };
        foreach (var (name, value) in fields)
            await page.Page.Locator($"#field-{name}").FillAsync(value);
        await page.Page.Locator("#field-wordInput").SelectOptionAsync("Value2");
        await page.Page.Locator("#field-booleanInput").SelectOptionAsync("true");
        var request = await page.Page.RunAndWaitForRequestAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync(), r => r.Method == "POST");
        var inputs = request.PostDataJSON()!.Value.GetProperty("inputs");
        Assert.Equal(
            """{"stringInput":"<b>Sóc Trăng</b>","wordInput":"Value2","doubleInput":2.5,"booleanInput":true,"arrayInput":[1,2],"valuesInput":[3,4],"boundingBoxInput":{"bbox":[105.5,9.2,106.4,9.98]},"featureCollectionInput":{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"properties":{},"geometry":{"type":"Point","coordinates":[105.97,9.6]}}]},"pause":0,"fail":false}""",
            inputs.GetRawText());

        await page.Page.Locator("[data-drawn] [data-map-state=idle]").WaitForAsync();
        await page.Page.EvaluateAsync("() => document.querySelector('[data-drawn]').scrollIntoView()");
        using var picture = await page.PictureAsync();
        Assert.Equal("#3f51a3", picture.ColourAt(await page.PixelOfAsync(105.97, 9.6)));
        page.AssertClean();
    }

    [Fact]
    public async Task Progress_moves_while_a_job_runs_and_it_can_be_cancelled()
    {
        await using var server = await StartAsync();
        await using var page = await OpenAsync(server);
        await page.Page.GetByLabel("Pause (s)").FillAsync("600");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Status).GetByText("running").WaitForAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Status).GetByText("cancelled").WaitForAsync();
        page.AssertClean();
    }

    [Fact]
    public async Task A_key_is_sent_with_the_request_and_kept_in_this_tab_alone()
    {
        await using var server = await StartAsync();
        await using var page = await OpenAsync(server);
        page.ExpectsRefusals = true;
        await page.Page.GetByLabel("API key").FillAsync("not-a-key");
        var request = await page.Page.RunAndWaitForRequestAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync(), r => r.Method == "POST");
        Assert.Equal("not-a-key", (await request.AllHeadersAsync())["x-api-key"]);
        Assert.Equal(401, (await request.ResponseAsync())!.Status);
        Assert.NotEqual("", await page.Page.GetByRole(AriaRole.Alert).InnerTextAsync());
        Assert.Equal("not-a-key", await page.Page.EvaluateAsync<string>("() => sessionStorage.getItem('soctrang.key')"));
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("() => localStorage.length"));
        Assert.Equal("", await page.Page.EvaluateAsync<string>("() => document.cookie"));
        page.AssertClean();
    }

    [Fact]
    public async Task A_job_that_fails_says_why()
    {
        await using var server = await StartAsync();
        await using var page = await OpenAsync(server);
        await page.Page.Locator("#field-fail").SelectOptionAsync("true");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Status).GetByText("failed: ").WaitForAsync();
        Assert.False(await page.Page.Locator("[data-results]").IsVisibleAsync());
        page.AssertClean();
    }

    private static Task<RunningServer> StartAsync() => RunningServer.StartAsync(SampleLayers.Store(), EchoService.Open with { WebRoot = RunningServer.BuiltPages });

    private async Task<MapPage> OpenAsync(RunningServer server)
    {
        var page = await world.NewPageAsync(server.Address);
        await page.Page.GotoAsync(new Uri(server.Address, "processes/echo?lang=en").ToString());
        await page.Page.Locator("fieldset[data-needs-script]:not([disabled])").WaitForAsync();
        return page;
    }
}
