using System.Net;
using System.Text;
using System.Text.Json;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Scenarios;
using Geo.Tests.Scenarios;

namespace Geo.Tests.Api;

/// <summary>Scenarios over HTTP: described, run, explained; the results are those of the engine.</summary>
public sealed class ScenarioTests : IAsyncLifetime
{
    private ScenarioStore _coast = null!; // set before each test
    private RunningServer _server = null!; // set before each test

    public async ValueTask InitializeAsync()
    {
        _coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());
        await PutAsync("small", ScenarioText.Right);
        _server = await RunningServer.StartAsync(_coast.Store);
        await _server.SignInAsync(Role.Planner);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _coast.DisposeAsync();
    }

    [Fact]
    public async Task A_scenario_is_listed_and_described_with_weights_memberships_and_legal_sources()
    {
        var list = await _server.GetJsonAsync("scenarios?lang=en");
        Assert.Equal(("small", "Small"), (list.GetProperty("scenarios")[0].GetProperty("id").GetString(), list.GetProperty("scenarios")[0].GetProperty("title").GetString()));
        Assert.Equal("""[{"id":"aquaculture","title":"Farming"}]""", list.GetProperty("scenarios")[0].GetProperty("themes").GetRawText());
        var theme = (await _server.GetJsonAsync("scenarios/small?lang=en")).GetProperty("themes")[0];
        Assert.Equal([0.5, 1 / 6.0, 1 / 3.0], theme.GetProperty("criteria").EnumerateArray().Select(c => c.GetProperty("weight").GetDouble()), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal("Forest law", theme.GetProperty("constraints")[0].GetProperty("legalSource").GetString());
        Assert.Equal("distance", theme.GetProperty("criteria")[0].GetProperty("measure").GetProperty("type").GetString());
        Assert.Equal("small", theme.GetProperty("criteria")[1].GetProperty("membership").GetProperty("type").GetString());
    }

    [Fact]
    public async Task The_file_of_a_scenario_comes_as_it_was_written() =>
        Assert.Equal(ScenarioText.Right, (await _server.GetAsync("scenarios/small?f=yaml")).Text);

    [Fact]
    public async Task A_run_over_HTTP_publishes_its_results_and_gives_the_hash_of_the_engine()
    {
        var expected = await _coast.RunAsync(ScenarioText.Parse(ScenarioText.Right));
        Assert.Equal(HttpStatusCode.NotFound, (await _server.GetAsync("scenarios/small/run")).Status);

        var run = await _server.SendAsync(HttpMethod.Post, "scenarios/small/runs");

        Assert.Equal(HttpStatusCode.Created, run.Status);
        Assert.Equal((expected.ResultHash, expected.RunId), (run.Json.GetProperty("resultHash").GetString(), run.Json.GetProperty("runId").GetString()));
        Assert.Equal(_server.Address + "scenarios/small/run", run.Header("Location"));
        var manifest = await _server.GetAsync("scenarios/small/run");
        Assert.Equal(run.Text, manifest.Text);
        Assert.Equal(HttpStatusCode.NotModified, (await _server.GetAsync("scenarios/small/run", null, ("If-None-Match", manifest.Header("ETag")))).Status);
        var zones = await _server.GetJsonAsync("collections/zones-aquaculture/items?limit=1000");
        Assert.Equal(expected.Themes[0].Zones.Count, zones.GetProperty("numberMatched").GetInt32());
        Assert.Equal(2, (await _server.GetJsonAsync("collections/districts-aquaculture/items")).GetProperty("numberMatched").GetInt32());
        Assert.Equal(expected.Themes[0].Score[30, 10], (await _server.GetJsonAsync($"grids/suitability-aquaculture/value?{At(30, 10)}")).GetProperty("value").GetDouble(), 1e-6);
        Assert.Equal(HttpStatusCode.OK, (await _server.GetAsync("grids/classes-aquaculture/tiles/14/13011/7752.png")).Status);
    }

    [Fact]
    public async Task Every_link_of_a_scenario_that_was_run_leads_somewhere()
    {
        await _server.SendAsync(HttpMethod.Post, "scenarios/small/runs");
        foreach (var link in Links.Of(await _server.GetJsonAsync("scenarios/small")))
            Assert.True((await _server.GetAsync(link.Href, link.Type)).Status == HttpStatusCode.OK, link.Href);
    }

    [Fact]
    public async Task Runs_asked_for_at_once_are_made_one_after_the_other_and_published_each_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _server.SendAsync(HttpMethod.Post, "scenarios/small/runs")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.Status));
        Assert.Equal(4, (await _coast.Store.FindLayerAsync("zones-aquaculture", TestContext.Current.CancellationToken))!.Revision);
        var jobs = (await _server.GetJsonAsync("jobs?processID=run-scenario")).GetProperty("jobs").EnumerateArray().ToList();
        Assert.Equal(4, jobs.Count);
        var spans = jobs.Select(j => (Start: j.GetProperty("started").GetString(), End: j.GetProperty("finished").GetString())).OrderBy(s => s.Start, StringComparer.Ordinal).ToList();
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(string.CompareOrdinal(pair.First.End, pair.Second.Start) <= 0));
    }

    [Fact(Timeout = 120_000)]
    public async Task Running_a_scenario_for_all_to_see_takes_a_planner()
    {
        await _server.SignInAsync(Role.Viewer);
        Assert.Equal(HttpStatusCode.Forbidden, (await _server.SendAsync(HttpMethod.Post, "scenarios/small/runs")).Status);
        Assert.Equal("OPTIONS", (await _server.SendAsync(HttpMethod.Options, "scenarios/small/runs")).Header("Allow"));
        Assert.Equal(HttpStatusCode.NotFound, (await _server.GetAsync("scenarios/small/run")).Status);
        var refusal = await UntilAuditedAsync("access.refused");
        Assert.Equal("POST /scenarios/{scenarioId}/runs", refusal.Target);
        await _server.SignInAsync(Role.Planner);
        Assert.Equal(HttpStatusCode.Created, (await _server.SendAsync(HttpMethod.Post, "scenarios/small/runs")).Status);
        var run = await UntilAuditedAsync("scenario.run");
        Assert.StartsWith("key:", run.Author.Actor, StringComparison.Ordinal);
        Assert.NotEqual(refusal.Author.Actor, run.Author.Actor);
        Assert.Contains("layer zones-aquaculture", run.Target, StringComparison.Ordinal);
        Assert.Equal("POST, OPTIONS", (await _server.SendAsync(HttpMethod.Options, "scenarios/small/runs")).Header("Allow"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _server.GetAsync("scenarios/small/runs")).Status);
    }

    [Fact]
    public async Task A_scenario_that_cannot_be_read_is_listed_with_its_problems_and_not_run()
    {
        await PutAsync("spoilt", ScenarioText.With("values: {canal: 3, road: 1, cover: 2}", "values: {canal: -3, road: 1, cover: 2}"));
        var entry = (await _server.GetJsonAsync("scenarios")).GetProperty("scenarios").EnumerateArray().Single(s => s.GetProperty("id").GetString() == "spoilt");
        Assert.Contains("weights", entry.GetProperty("problems")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _server.SendAsync(HttpMethod.Post, "scenarios/spoilt/runs")).Status);
    }

    [Fact]
    public async Task A_scenario_whose_layers_are_missing_is_422_and_names_them()
    {
        await PutAsync("lost", ScenarioText.Right.Replace("canals: {kind: vector,", "canals: {id: no-such-layer, kind: vector,", StringComparison.Ordinal));
        var answer = await _server.SendAsync(HttpMethod.Post, "scenarios/lost/runs");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("no-such-layer", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _server.GetAsync("collections/zones-aquaculture")).Status);
    }

    [Fact]
    public async Task Why_gives_the_values_weights_and_contributions_of_the_cell()
    {
        var why = await _server.GetJsonAsync($"scenarios/small/why?theme=aquaculture&{At(30, 10)}&lang=en");
        // Worked out by hand: canal 690 m away, road 600 m, ponds; weights 3 : 1 : 2.
        Assert.Equal([690, 600, 1], why.GetProperty("criteria").EnumerateArray().Select(c => c.GetProperty("value").GetDouble()), (a, b) => Math.Abs(a - b) < 1e-3);
        var sum = why.GetProperty("criteria").EnumerateArray().Sum(c => c.GetProperty("contribution").GetDouble());
        Assert.Equal(((3 * (810 / 1410.0)) + (1 / (1 + (8 / 27.0))) + 2) / 6, why.GetProperty("score").GetDouble(), 1e-6);
        Assert.Equal(why.GetProperty("score").GetDouble(), sum, 1e-6);
        Assert.True(why.GetProperty("isInside").GetBoolean());
        var forest = await _server.GetJsonAsync($"scenarios/small/why?{At(61, 22)}&lang=en");
        Assert.Equal("null", forest.GetProperty("score").GetRawText());
        Assert.Equal("Forest law", forest.GetProperty("reason").GetProperty("legalSource").GetString());
    }

    [Fact]
    public async Task Why_of_a_zone_has_the_area_and_mean_score_of_the_zone_and_adds_up()
    {
        Assert.Equal(HttpStatusCode.Created, (await _server.SendAsync(HttpMethod.Post, "scenarios/small/runs")).Status);
        foreach (var zone in (await _server.GetJsonAsync("collections/zones-aquaculture/items")).GetProperty("features").EnumerateArray())
        {
            var (id, facts) = (zone.GetProperty("id").GetInt64(), zone.GetProperty("properties"));
            var why = await _server.GetJsonAsync($"scenarios/small/why?theme=aquaculture&feature={id}&lang=en");
            Assert.Equal(facts.GetProperty("area_ha").GetDouble(), why.GetProperty("hectares").GetDouble(), 0.006);
            Assert.Equal(facts.GetProperty("score_mean").GetDouble(), why.GetProperty("score").GetProperty("mean").GetDouble(), 0.0006);
            Assert.Equal(why.GetProperty("hectares").GetDouble(), why.GetProperty("classHectares").GetProperty(facts.GetProperty("class").GetString()!).GetDouble(), 1e-9);
            Assert.Equal(why.GetProperty("score").GetProperty("mean").GetDouble(), why.GetProperty("criteria").EnumerateArray().Sum(c => c.GetProperty("contribution").GetProperty("mean").GetDouble()), 1e-6);
        }
        var district = await _server.GetJsonAsync("scenarios/small/why?collection=districts&feature=1&lang=en");
        var reasons = district.GetProperty("reasons").EnumerateArray().ToList();
        var forest = reasons.Single(r => r.GetProperty("id").GetString() == "forest");
        Assert.Equal(("Forest law", true), (forest.GetProperty("legalSource").GetString(), forest.GetProperty("takesClass").GetBoolean()));
        var counted = district.GetProperty("classHectares").EnumerateObject().Sum(c => c.Value.GetDouble()) + reasons.Where(r => r.GetProperty("takesClass").GetBoolean()).Sum(r => r.GetProperty("hectares").GetDouble());
        Assert.Equal(district.GetProperty("hectares").GetDouble(), counted, 1e-6);
    }

    [Theory]
    [InlineData("feature=x", HttpStatusCode.BadRequest, "feature")]
    [InlineData("collection=districts", HttpStatusCode.BadRequest, "feature")]
    [InlineData("feature=1&collection=none", HttpStatusCode.BadRequest, "collection")]
    [InlineData("feature=1&collection=roads", HttpStatusCode.BadRequest, "feature")]
    [InlineData("feature=1&collection=districts&lon=105.9", HttpStatusCode.BadRequest, "lon")]
    [InlineData("feature=99&collection=districts", HttpStatusCode.NotFound, null)]
    public async Task Why_of_what_is_no_polygon_says_what_is_allowed(string query, HttpStatusCode status, string? parameter)
    {
        var answer = await _server.GetAsync($"scenarios/small/why?{query}");
        Assert.Equal(status, answer.Status);
        if (parameter is not null)
            Assert.Equal(parameter, answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_value_of_a_score_leads_to_the_explanation_of_it()
    {
        Assert.Equal(HttpStatusCode.Created, (await _server.SendAsync(HttpMethod.Post, "scenarios/small/runs")).Status);
        var value = await _server.GetJsonAsync($"grids/suitability-aquaculture/value?{At(30, 10)}");
        var link = value.GetProperty("links").EnumerateArray().Single(l => l.GetProperty("rel").GetString() == "related");
        var why = await _server.GetJsonAsync(new Uri(link.GetProperty("href").GetString()!).PathAndQuery.TrimStart('/'));
        Assert.Equal(value.GetProperty("value").GetDouble(), why.GetProperty("score").GetDouble(), 1e-6);
        Assert.DoesNotContain((await _server.GetJsonAsync($"grids/population/value?{At(30, 10)}")).GetProperty("links").EnumerateArray(), l => l.GetProperty("rel").GetString() == "related");
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("lon=105&lat=x", HttpStatusCode.BadRequest)]
    [InlineData("theme=none&lon=105.9&lat=9.6", HttpStatusCode.BadRequest)]
    [InlineData("lon=105.9&lat=9.6&other=1", HttpStatusCode.BadRequest)]
    [InlineData("lon=0&lat=0", HttpStatusCode.NotFound)]
    public async Task Why_needs_a_theme_and_a_place_in_the_grid(string query, HttpStatusCode status) =>
        Assert.Equal(status, (await _server.GetAsync($"scenarios/small/why?{query}")).Status);

    [Theory]
    [InlineData("scenarios/none")]
    [InlineData("scenarios/none/run")]
    [InlineData("scenarios/none/why?lon=1&lat=1")]
    public async Task An_unknown_scenario_is_404_and_the_known_ones_are_named(string path)
    {
        var answer = await _server.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("small", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_scenario_shows_criteria_and_constraints()
    {
        var page = (await _server.GetAsync("scenarios/small?f=html&lang=en")).Text;
        foreach (var text in new[] { "Canal", "Road", "Land", "Forest law", "0.333", "starting value" })
            Assert.Contains(text, page, StringComparison.Ordinal);
    }

    /// <summary>The record of an action; refusals are kept in the background.</summary>
    private async Task<AuditEntry> UntilAuditedAsync(string action)
    {
        while (true)
        {
            await foreach (var record in _coast.Store.Audit.ReadAsync(TestContext.Current.CancellationToken))
            {
                if (record.Entry.Author.Action == action)
                    return record.Entry;
            }
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static string At(int row, int column)
    {
        var (x, y) = SmallCoast.Frame.Centre(row, column);
        var (longitude, latitude) = Geo.Engine.Geodesy.Projection.Between(SmallCoast.Frame.System, Geo.Engine.Geodesy.CoordinateSystems.Crs84).Transform(x, y);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"lon={longitude:R}&lat={latitude:R}");
    }

    private Task PutAsync(string id, string yaml) => _coast.Store.ApplyAsync(
        new StoreChange { Documents = [new StoredDocument($"scenarios/{id}.yaml", "application/yaml", Encoding.UTF8.GetBytes(yaml))] },
        TestContext.Current.CancellationToken);
}
