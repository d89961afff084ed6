using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Tests.Fixtures;
using Geo.Tests.Scenarios;

namespace Geo.Tests.Api;

/// <summary>The processes that compute, on a coast small enough to work out by hand.</summary>
public sealed partial class ComputingProcessTests : IAsyncLifetime
{
    // Small, midpoint 900 m, spread 3, at 600 m.
    private const double Road = 1 / (1 + (8 / 27.0));

    // The outline of columns 10 to 13 of row 30.
    private const string Row = "POLYGON ((550300 1061470, 550420 1061470, 550420 1061500, 550300 1061500, 550300 1061470))";

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
    public async Task A_scenario_of_the_store_is_run_with_the_hash_of_the_engine_and_published_only_when_asked_to()
    {
        var expected = await _coast.RunAsync(ScenarioText.Parse(ScenarioText.Right));
        var kept = await DocumentAsync("run-scenario", """{"scenario":"small"}""");
        Assert.Equal(expected.ResultHash, kept.GetProperty("resultHash").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await _server.GetAsync("collections/zones-aquaculture")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _server.GetAsync("scenarios/small/run")).Status);
        Assert.Equal(expected.Themes[0].Zones.Count, kept.GetProperty("zones").GetProperty("value").GetProperty("features").GetArrayLength());
        Assert.Equal(2, kept.GetProperty("districts").GetProperty("value").GetProperty("features").GetArrayLength());
        Assert.Equal(expected.RunId, kept.GetProperty("manifest").GetProperty("value").GetProperty("runId").GetString());
        using var tiff = new MemoryStream(kept.GetProperty("suitability").GetProperty("value").GetBytesFromBase64());
        Assert.Equal(expected.Themes[0].Score[30, 10], GeoTiffFile.Read<float>(tiff, 1, TestContext.Current.CancellationToken)[30, 10]);

        var published = await DocumentAsync("run-scenario", """{"scenario":"small","publish":true}""");
        Assert.Equal(expected.ResultHash, published.GetProperty("resultHash").GetString());
        Assert.Equal(expected.Themes[0].Zones.Count, (await _server.GetJsonAsync("collections/zones-aquaculture/items?limit=1000")).GetProperty("numberMatched").GetInt32());
        Assert.Equal(expected.ResultHash, (await _server.GetJsonAsync("scenarios/small/run")).GetProperty("resultHash").GetString());
    }

    [Fact]
    public async Task Every_link_of_a_job_that_has_published_leads_somewhere()
    {
        var answer = await ExecuteAsync("run-scenario", """{"scenario":"small","publish":true}""", Only("resultHash"));
        var job = await _server.GetJsonAsync(answer.Headers.GetValues("Link").Single(l => l.Contains("monitor", StringComparison.Ordinal)).Split('<', '>')[1]);
        Assert.True(Links.Of(job).Count > 8);
        foreach (var link in Links.Of(job))
            Assert.True((await _server.GetAsync(link.Href, link.Type)).Status == HttpStatusCode.OK, link.Href);
    }

    [Fact]
    public async Task A_scenario_may_come_as_text_or_as_JSON_and_gives_the_same()
    {
        var expected = (await _coast.RunAsync(ScenarioText.Parse(ScenarioText.Right))).ResultHash;
        var text = await DocumentAsync("run-scenario", "{\"scenario\":" + JsonSerializer.Serialize(ScenarioText.Right) + "}");
        Assert.Equal(expected, text.GetProperty("resultHash").GetString());
        var json = await DocumentAsync("run-scenario", "{\"scenario\":{\"value\":" + AsJson(ScenarioText.Right) + "}}");
        Assert.Equal(expected, json.GetProperty("resultHash").GetString());
    }

    [Theory]
    [InlineData("""{"scenario":"none"}""", "small")]
    [InlineData("""{"scenario":"schema: soctranggeo/scenario/1\nid: x\ncolour: blue\n"}""", "colour")]
    [InlineData("""{"scenario":{"schema":"soctranggeo/scenario/1","id":"x","themes":{}}}""", "title")]
    [InlineData("""{"scenario":"small","theme":"none"}""", "aquaculture")]
    public async Task A_scenario_that_cannot_be_read_is_400_before_any_job_is_written(string inputs, string told)
    {
        var answer = await ExecuteAsync("run-scenario", inputs);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(told, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await _server.GetJsonAsync("jobs")).GetProperty("jobs").GetArrayLength());
    }

    [Fact]
    public async Task A_scenario_whose_layers_are_missing_is_a_failed_job_that_names_them()
    {
        await PutAsync("lost", ScenarioText.Right.Replace("canals: {kind: vector,", "canals: {id: no-such-layer, kind: vector,", StringComparison.Ordinal));
        var answer = await ExecuteAsync("run-scenario", """{"scenario":"lost"}""");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:soctranggeo:problem:scenario-problems"), (answer.Status, answer.Json.GetProperty("type").GetString()));
        Assert.Contains("no-such-layer", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_scenarios_are_compared_by_class_and_district()
    {
        await PutAsync("strict", ScenarioText.With("S1: 0.8", "S1: 0.9").Replace("id: small", "id: strict", StringComparison.Ordinal));
        var (one, other) = (await _coast.RunAsync(ScenarioText.Parse(ScenarioText.Right)), await _coast.RunAsync(ScenarioText.Parse(ScenarioText.With("S1: 0.8", "S1: 0.9"))));
        var comparison = (await ExecuteAsync("compare-scenarios", """{"first":"small","second":"strict"}""")).Json;
        Assert.Equal(["None", "S1", "S2", "S3", "N"], comparison.GetProperty("classes").EnumerateArray().Select(c => c.GetString()));
        // The scores are the same, so only S1 loses ground, and what it loses is S2.
        Assert.Equal(1, comparison.GetProperty("correlation").GetDouble(), 1e-12);
        var hectares = comparison.GetProperty("hectares");
        double Sum(int row) => hectares[row].EnumerateArray().Sum(c => c.GetDouble());
        Assert.Equal(one.Manifest.Themes[0].ClassHectares[0], Sum(1), 1e-6);
        Assert.Equal(other.Manifest.Themes[0].ClassHectares[0], Enumerable.Range(0, 5).Sum(row => hectares[row][1].GetDouble()), 1e-6);
        Assert.True(hectares[1][2].GetDouble() > 0);
        Assert.Equal(["941", "942"], comparison.GetProperty("districts").EnumerateArray().Select(d => d.GetProperty("unitCode").GetString()));
        var byDistrict = comparison.GetProperty("districts").EnumerateArray().Sum(d => d.GetProperty("hectares")[1][2].GetDouble());
        Assert.Equal(hectares[1][2].GetDouble(), byDistrict, 1e-9);
        Assert.InRange(comparison.GetProperty("kappa").GetDouble(), 0, 0.999);
    }

    [Fact]
    public async Task A_run_is_compared_with_a_run_before_a_layer_changed()
    {
        var job = (await _server.PostAsync("processes/run-scenario/execution", """{"inputs":{"scenario":"small"}}""", ("Prefer", "respond-async"))).Json.GetProperty("jobID").GetString()!;
        await EchoService.UntilAsync(_server, job, "successful");
        var same = (await ExecuteAsync("compare-scenarios", $$"""{"first":"job:{{job}}","second":"small"}""")).Json;
        Assert.Equal((1, 1), (same.GetProperty("agreement").GetDouble(), same.GetProperty("kappa").GetDouble()));
        await _coast.Store.ApplyAsync(
            new StoreChange { Layers = [SmallCoast.Layer("canals", GeometryKind.LineString, [SmallCoast.Text("state")], ["existing"], "LINESTRING (552000 1059000, 552000 1063000)")] }, TestContext.Current.CancellationToken);
        var changed = (await ExecuteAsync("compare-scenarios", $$"""{"first":"job:{{job}}","second":"small"}""")).Json;
        Assert.True(changed.GetProperty("correlation").GetDouble() < 0.9);
        Assert.NotEqual(changed.GetProperty("first").GetProperty("runId").GetString(), changed.GetProperty("second").GetProperty("runId").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await ExecuteAsync("compare-scenarios", """{"first":"job:none","second":"small"}""")).Status);
    }

    [Fact]
    public async Task Runs_on_two_grids_are_refused_with_what_differs()
    {
        await PutAsync("coarse", ScenarioText.With("cell: 30, origin: [550000, 1060000], size: [120, 80]", "cell: 60, origin: [550000, 1060000], size: [60, 40]"));
        var answer = await ExecuteAsync("compare-scenarios", """{"first":"small","second":"coarse"}""");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:soctranggeo:problem:grids-differ"), (answer.Status, answer.Json.GetProperty("type").GetString()));
        foreach (var part in new[] { "30", "60", "80", "40", "120" })
            Assert.Contains(part, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_whose_scores_do_not_mean_the_same_are_refused_with_what_differs_unless_that_is_wanted()
    {
        await PutAsync("moved", ScenarioText.With("worst: 1500, best: 90", "worst: 1400, best: 90").Replace("nodata: renormalise", "nodata: worst", StringComparison.Ordinal));
        var answer = await ExecuteAsync("compare-scenarios", """{"first":"small","second":"moved"}""");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:soctranggeo:problem:memberships-differ"), (answer.Status, answer.Json.GetProperty("type").GetString()));
        foreach (var part in new[] { "'canal'", "1500", "1400", "'cover'", "Renormalise", "Worst" })
            Assert.Contains(part, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        var job = (await _server.PostAsync("processes/run-scenario/execution", """{"inputs":{"scenario":"small"}}""", ("Prefer", "respond-async"))).Json.GetProperty("jobID").GetString()!;
        await EchoService.UntilAsync(_server, job, "successful");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ExecuteAsync("compare-scenarios", $$"""{"first":"job:{{job}}","second":"moved"}""")).Status);
        Assert.Equal(2, (await ExecuteAsync("compare-scenarios", """{"first":"small","second":"moved","despite":true}""")).Json.GetProperty("differences").GetArrayLength());
    }

    [Fact]
    public async Task A_scenario_that_stands_on_another_says_only_what_is_different()
    {
        const string Over = """
            base: small
            id: drier
            themes:
              aquaculture:
                constraints: [{id: low, drop: true}]
                criteria: [{id: road, membership: {midpoint: 1200}}]
            """;
        await PutAsync("drier", Over);
        var comparison = (await ExecuteAsync("compare-scenarios", """{"first":"small","second":"drier","despite":true}""")).Json;
        Assert.Contains("1200", Assert.Single(comparison.GetProperty("differences").EnumerateArray()).GetString(), StringComparison.Ordinal);
        await PutAsync("lost", "base: nowhere\nid: lost\n");
        Assert.Contains("'nowhere'", (await ExecuteAsync("run-scenario", """{"scenario":"lost"}""")).Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grid_is_counted_by_the_polygons_of_a_collection()
    {
        // People: 96 cells of 300 m with 9 each; the border of the districts lies between columns 5 and 6 of them, at x = 551 800.
        var statistics = (await ExecuteAsync("zonal-statistics", """{"grid":"population","zones":"districts"}""", Only("statistics"))).Json.GetProperty("zones");
        Assert.Equal([1, 2], statistics.EnumerateArray().Select(z => z.GetProperty("id").GetInt64()));
        Assert.Equal([6 * 8 * 9.0, 5 * 7 * 9.0], statistics.EnumerateArray().Select(z => z.GetProperty("sum").GetDouble()));
        Assert.All(statistics.EnumerateArray(), z => Assert.Equal((9.0, 9.0, 9.0), (z.GetProperty("mean").GetDouble(), z.GetProperty("min").GetDouble(), z.GetProperty("max").GetDouble())));
    }

    [Fact]
    public async Task A_grid_of_codes_is_counted_by_drawn_polygons_that_may_overlap_in_hectares()
    {
        // Two squares of 20 x 20 cells of 30 m, the second half over the first: ponds (1) left of x = 551 200, rice (2) right of it.
        string Square(double x, double y) => Ring((x, y), (x + 600, y), (x + 600, y + 600), (x, y + 600), (x, y));
        var zones = $$"""{"type":"FeatureCollection","features":[{{Feature(Square(550_900, 1_061_000))}},{{Feature(Square(550_600, 1_061_000))}},{{Feature(Square(400_000, 1_061_000))}}]}""";
        var result = await DocumentAsync("zonal-statistics", "{\"grid\":\"land-cover\",\"zones\":" + zones + "}");
        var counted = result.GetProperty("statistics").GetProperty("value").GetProperty("zones");
        Assert.Equal(["1:200 2:200", "1:400", ""], counted.EnumerateArray().Select(z => string.Join(' ', z.GetProperty("codes").EnumerateArray().Select(c => $"{c.GetProperty("code").GetInt32()}:{c.GetProperty("cells").GetInt32()}"))));
        Assert.Equal(36, counted[1].GetProperty("codes")[0].GetProperty("hectares").GetDouble(), 0.01);
        Assert.Equal("code 1", counted[1].GetProperty("codes")[0].GetProperty("name").GetProperty("en").GetString());
        Assert.Equal(JsonValueKind.Null, counted[2].GetProperty("mean").ValueKind);
        var features = result.GetProperty("zones").GetProperty("value").GetProperty("features");
        Assert.Equal((3, 400), (features.GetArrayLength(), features[1].GetProperty("properties").GetProperty("cells").GetInt32()));
        Assert.Equal("a", features[0].GetProperty("properties").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("""{"grid":"none","zones":"districts"}""", "inputs.grid")]
    [InlineData("""{"grid":"population","zones":"none"}""", "inputs.zones")]
    [InlineData("""{"grid":"population","zones":"roads"}""", "inputs.zones")]
    [InlineData("""{"grid":"population","zones":{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[1,2],[1e999,3],[4,5],[1,2]]]}}]}}""", "inputs.zones")]
    [InlineData("""{"grid":"population","zones":{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[105.9,9.5]}}}""", "inputs.zones")]
    public async Task Zones_or_grids_that_are_none_are_400_and_named(string inputs, string name)
    {
        var answer = await ExecuteAsync("zonal-statistics", inputs);
        Assert.True(answer.Status == HttpStatusCode.BadRequest, answer.Text);
        Assert.Equal(name, answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Coverage_of_a_site_is_a_disc_of_half_probability_around_it_and_its_area_is_told()
    {
        const string Site = """{"type":"Feature","properties":{"site":"A","height_m":35,"frequency_mhz":700,"eirp_re_dbm":15},"geometry":{"type":"Point","coordinates":[105.97,9.6]}}""";
        var result = await DocumentAsync("coverage", $$"""{"sites":{{Site}},"area":{"bbox":[105.9,9.53,106.04,9.67]},"cell":100}""");
        var summary = result.GetProperty("summary").GetProperty("value");
        using var signal = new MemoryStream(result.GetProperty("signal").GetProperty("value").GetBytesFromBase64());
        var grid = GeoTiffFile.Read<float>(signal, 1, TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), (grid.Frame.Left % 100, grid.Frame.Top % 100));
        var (x, y) = Projection.Between(CoordinateSystems.Crs84, grid.Frame.System).Transform(105.97, 9.6);
        var (row, column) = grid.Frame.CellAt(x, y)!.Value;
        Assert.True(grid[row, column] > -80);
        Assert.True(grid[row, column] > grid[row, column + 20] && grid[row, column + 20] > grid[row, column + 40]);
        // The signal is at the threshold exactly where the probability is one half: cells at or above it are the ones served, each of about a hectare.
        var served = 0;
        foreach (var dbm in grid.Cells)
            served += dbm >= -105 ? 1 : 0;
        Assert.InRange(served, 100, 9_000);
        Assert.Equal(served, summary.GetProperty("servedHectares").GetDouble(), served * 0.002);
        Assert.Equal(grid.Frame.CellCount, summary.GetProperty("areaHectares").GetDouble(), grid.Frame.CellCount * 0.001);
        Assert.InRange(summary.GetProperty("expectedHectares").GetDouble(), 1, summary.GetProperty("areaHectares").GetDouble());
    }

    [Theory]
    [InlineData("""{"type":"Feature","properties":{"height_m":35,"frequency_mhz":700,"eirp_re_dbm":15},"geometry":{"type":"Point","coordinates":[105.97,9.6]}}""", "\"cell\":10", "inputs.area")]
    [InlineData("""{"type":"Feature","properties":{"height_m":5000,"frequency_mhz":700,"eirp_re_dbm":15},"geometry":{"type":"Point","coordinates":[105.97,9.6]}}""", "\"cell\":1000", "inputs.sites")]
    [InlineData("""{"type":"Feature","properties":{"height_m":35},"geometry":{"type":"Point","coordinates":[105.97,9.6]}}""", "\"cell\":1000", "inputs.sites")]
    public async Task Sites_out_of_the_models_range_and_areas_too_large_are_400(string site, string cell, string name)
    {
        var answer = await ExecuteAsync("coverage", "{\"sites\":" + site + ",\"area\":{\"bbox\":[105,9,107,10]}," + cell + "}");
        Assert.True(answer.Status == HttpStatusCode.BadRequest, answer.Text);
        Assert.Equal(name, answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
    }

    private async Task<JsonElement> DocumentAsync(string process, string inputs)
    {
        var answer = await ExecuteAsync(process, inputs, ",\"response\":\"document\"");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer.Json;
    }

    private Task<RunningServer.Answer> ExecuteAsync(string process, string inputs, string more = "") =>
        _server.PostAsync($"processes/{process}/execution", "{\"inputs\":" + inputs + more + "}");

    private static string Only(string output) => $$$""","outputs":{"{{{output}}}":{}}""";

    private static string AsJson(string yaml)
    {
        // Another program's reading of the same text.
        var path = Path.Combine(Path.GetTempPath(), $"scenario-{Environment.ProcessId}.yaml");
        File.WriteAllText(path, yaml);
        var (code, json) = Requirement.Run("python3", "-c", "import sys,json,yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))))", path);
        File.Delete(path);
        Requirement.Holds(code == 0, "python3 has no module yaml");
        return json;
    }

    private static string Ring(params (double X, double Y)[] corners)
    {
        var projection = Projection.Between(SmallCoast.Frame.System, CoordinateSystems.Crs84);
        return string.Join(',', corners.Select(c => projection.Transform(c.X, c.Y)).Select(p => string.Create(CultureInfo.InvariantCulture, $"[{p.X:R},{p.Y:R}]")));
    }

    private static string Feature(string ring) => $$$"""{"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Polygon","coordinates":[[{{{ring}}}]]}}""";

    private static string Area(string wkt)
    {
        var ring = string.Join(',', SmallCoast.ToCrs84(wkt).Coordinates.Select(c => string.Create(CultureInfo.InvariantCulture, $"[{c.X:R},{c.Y:R}]")));
        return $$$"""{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[{{{ring}}}]]}}""";
    }

    private static (double Longitude, double Latitude) LonLat(int row, int column)
    {
        var (x, y) = SmallCoast.Frame.Centre(row, column);
        return Projection.Between(SmallCoast.Frame.System, CoordinateSystems.Crs84).Transform(x, y);
    }

    private Task PutAsync(string id, string yaml) => _coast.Store.ApplyAsync(
        new StoreChange { Documents = [new StoredDocument($"scenarios/{id}.yaml", "application/yaml", Encoding.UTF8.GetBytes(yaml))] }, TestContext.Current.CancellationToken);
}
