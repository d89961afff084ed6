using System.Globalization;
using System.Net;
using System.Text.Json;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Tests.Scenarios;

namespace Geo.Tests.Api;

/// <summary>
/// The process <c>plan-sites</c> over known ground, on the small coast: a loud candidate in the west and a quiet one in the east, and people who live in the east only. By
/// distance the loud one serves most; a ridge of 90 m between hides them from it.
/// </summary>
public sealed class PlanSitesOverGroundTests : IAsyncLifetime
{
    private const string Ground = "\"terrain\":\"terrain\",\"terrainModel\":\"ground\",\"reach\":3000";
    private const string Inputs = "\"budget\":5,\"steps\":0,\"discount\":0";
    private ScenarioStore _coast = null!; // set before each test
    private RunningServer _server = null!; // set before each test

    public async ValueTask InitializeAsync()
    {
        _coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());
        _server = await RunningServer.StartAsync(_coast.Store);
        await _server.SignInAsync(Role.Planner);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _coast.DisposeAsync();
    }

    [Fact]
    public async Task A_ridge_between_changes_the_plan_and_distance_alone_does_not_see_it()
    {
        var open = await PlanAsync(Ground);
        Assert.Equal(("loud", "ITU-R P.1812"), (ChosenOf(open), ModelOf(open)));
        await RaiseAsync(90);
        var hidden = await PlanAsync(Ground);
        Assert.Equal("quiet", ChosenOf(hidden));
        Assert.True(Served(hidden) < Served(open));
        var byDistance = await PlanAsync("\"reach\":3000");
        Assert.Equal(("loud", "3GPP TR 38.901 RMa"), (ChosenOf(byDistance), ModelOf(byDistance)));
        Assert.Equal(ChosenOf(byDistance), ChosenOf(await PlanAsync("\"model\":\"rma\",\"reach\":3000")));
    }

    [Fact]
    public async Task Interference_is_judged_over_the_same_ground_and_only_takes_away()
    {
        var plan = (await PlanAsync($"{Ground},\"years\":[10],\"load\":1,\"ratio\":10,\"tilts\":[3]", "\"steps\":0")).GetProperty("plan").GetProperty("value");
        var interference = plan.GetProperty("interference");
        Assert.True(interference.GetProperty("peopleServed").GetDouble() <= plan.GetProperty("peopleServed").GetDouble());
        Assert.True(interference.GetProperty("peopleServedAfterRepair").GetDouble() >= interference.GetProperty("peopleServed").GetDouble());
        Assert.Equal(JsonValueKind.Array, interference.GetProperty("tilted").ValueKind);
    }

    [Theory]
    [InlineData("\"terrain\":\"terrain\"", "inputs.terrainModel", "p1812")]
    [InlineData("\"model\":\"p1812\"", "inputs.terrain", "p1812")]
    [InlineData("\"model\":\"rma\",\"terrain\":\"terrain\"", "inputs.terrain", "p1812")]
    [InlineData("\"tilts\":[5]", "inputs.tilts", "p1812")]
    [InlineData("\"reach\":9000", "inputs.reach", "5000")]
    [InlineData("\"calibration\":\"field\"", "inputs.calibration", "p1812")]
    [InlineData(Ground + ",\"calibration\":\"field\"", "inputs.calibration", "there is no calibration 'field'")]
    [InlineData(Ground + ",\"landCover\":\"land-cover\",\"clutterHeights\":{\"1\":0}", "inputs.terrain", "no clutter height")]
    [InlineData(Ground + ",\"standing\":\"districts\"", "inputs.standing", "height_m")]
    [InlineData(Ground + ",\"land\":\"roads\"", "inputs.land", "polygons")]
    public async Task What_does_not_go_with_a_model_or_its_ground_is_400_and_named(string inputs, string name, string told)
    {
        var answer = await ExecuteAsync(Candidates(), inputs, Inputs);
        Assert.True(answer.Status == HttpStatusCode.BadRequest, answer.Text);
        Assert.Equal(name, answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
        Assert.Contains(told, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"band\":\"n99\"", 551_000, "band 'n99' has no carrier")]
    [InlineData("\"band\":\"n41\",\"antenna\":\"panel\"", 551_000, "needs bearing_deg")]
    [InlineData("\"band\":\"n41\",\"antenna\":\"nowhere\",\"bearing_deg\":0", 551_000, "the antenna 'nowhere' is not known")]
    [InlineData("\"band\":\"n41\"", 590_000, "outside the terrain")]
    public async Task A_candidate_that_the_ground_cannot_bear_is_named(string properties, double x, string told)
    {
        var answer = await ExecuteAsync(Site("odd", x, 10, properties), Ground, Inputs);
        Assert.True(answer.Status == HttpStatusCode.BadRequest, answer.Text);
        Assert.Contains(told, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("odd", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static string ChosenOf(JsonElement result) =>
        result.GetProperty("sites").GetProperty("value").GetProperty("features")[0].GetProperty("properties").GetProperty("site").GetString()!;

    private static string ModelOf(JsonElement result) => result.GetProperty("plan").GetProperty("value").GetProperty("model").GetString()!;

    private static double Served(JsonElement result) => result.GetProperty("plan").GetProperty("value").GetProperty("peopleServed").GetDouble();

    private static string Candidates() => Site("loud", 551_300, 42) + "," + Site("quiet", 553_100, 0);

    private static string Site(string name, double x, double eirpDbm, string properties = "\"band\":\"n41\"")
    {
        var (longitude, latitude) = At(x, 1_061_400);
        return string.Create(CultureInfo.InvariantCulture, $$$"""{"type":"Feature","properties":{"site":"{{{name}}}","height_m":35,"frequency_mhz":2550,"eirp_re_dbm":{{{eirpDbm}}},"cost":5,{{{properties}}}},"geometry":{"type":"Point","coordinates":[{{{longitude:R}}},{{{latitude:R}}}]}}""");
    }

    private static (double Longitude, double Latitude) At(double x, double y) => Projection.Between(SmallCoast.Frame.System, CoordinateSystems.Crs84).Transform(x, y);

    // one unit, in the east
    private static string Units()
    {
        var corners = new[] { (552_000, 1_060_000), (553_600, 1_060_000), (553_600, 1_062_400), (552_000, 1_062_400), (552_000, 1_060_000) }
            .Select(c => At(c.Item1, c.Item2)).Select(c => string.Create(CultureInfo.InvariantCulture, $"[{c.Longitude:R},{c.Latitude:R}]"));
        return $$$"""{"type":"Feature","properties":{"unit_code":"1","name_vi":"Đông"},"geometry":{"type":"Polygon","coordinates":[[{{{string.Join(',', corners)}}}]]}}""";
    }

    private Task RaiseAsync(float metres)
    {
        var terrain = new Grid<float>(SmallCoast.Frame);
        terrain.Cells.Fill(1);
        for (var row = 0; row < SmallCoast.Frame.Rows; row++)
            for (var column = 53; column < 60; column++)
                terrain[row, column] = metres;
        return _coast.Store.ApplyAsync(new StoreChange { Documents = [.. SmallCoast.Grid("terrain", terrain, new GeoTiffOptions(), false, "m", [])] }, TestContext.Current.CancellationToken);
    }

    private async Task<JsonElement> PlanAsync(string inputs, string more = Inputs)
    {
        var answer = await ExecuteAsync(Candidates(), inputs, more);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer.Json;
    }

    private Task<RunningServer.Answer> ExecuteAsync(string candidates, string inputs, string more) => _server.PostAsync(
        "processes/plan-sites/execution",
        "{\"inputs\":{\"candidates\":{\"type\":\"FeatureCollection\",\"features\":[" + candidates + "]},\"districts\":" + Units() + "," + more + "," + inputs + "},\"response\":\"document\"}",
        ("Accept-Language", "en"));
}
