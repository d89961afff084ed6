using System.Globalization;
using System.Net;
using System.Text.Json;
using Geo.Engine.Access;
using Geo.Engine.Geodesy;
using Geo.Tests.Scenarios;

namespace Geo.Tests.Api;

/// <summary>The process <c>plan-sites</c> on the small coast: 9 people in each of 12 x 8 cells of 300 m, two districts.</summary>
public sealed class PlanSitesTests : IAsyncLifetime
{
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
    public async Task A_budget_for_one_site_builds_the_one_that_serves_most_and_says_who_is_left()
    {
        var alone = new List<double>();
        foreach (var site in new[] { West, Middle, East })
            alone.Add((await PlanAsync(Sites(site), "\"budget\":5,\"steps\":0")).GetProperty("plan").GetProperty("value").GetProperty("peopleServed").GetDouble());
        Assert.All(alone, people => Assert.InRange(people, 9, 900));
        var result = await PlanAsync(Sites(West, Middle, East), "\"budget\":5,\"steps\":3");
        var plan = result.GetProperty("plan").GetProperty("value");
        Assert.Equal(alone.Max(), plan.GetProperty("peopleServed").GetDouble(), 1e-9);
        Assert.Equal((alone.Max(), 0.0), (plan.GetProperty("bound").GetDouble(), plan.GetProperty("gap").GetDouble()));
        // West has 6 x 8 cells with 9 each, east 5 x 7.
        Assert.Equal((48 + 35) * 9, plan.GetProperty("people").GetDouble(), 1e-9);
        Assert.Equal(alone.Max(), plan.GetProperty("districts").EnumerateArray().Sum(d => d.GetProperty("peopleServed").GetDouble()), 1e-9);
        var site1 = Assert.Single(Features(result, "sites")).GetProperty("properties");
        Assert.Equal((1, 2026, 5.0, alone.Max()), (site1.GetProperty("rank").GetInt32(), site1.GetProperty("year").GetInt32(), site1.GetProperty("cost").GetDouble(), site1.GetProperty("people_gained").GetDouble()));
        var uncovered = Features(result, "uncovered").Sum(f => f.GetProperty("properties").GetProperty("people").GetDouble());
        Assert.Equal(plan.GetProperty("people").GetDouble() - alone.Max(), uncovered, 1e-9);
        var curve = result.GetProperty("curve").GetProperty("value").GetProperty("points").EnumerateArray().ToArray();
        Assert.Equal(plan.GetProperty("peopleReachable").GetDouble(), curve[^1].GetProperty("peopleServed").GetDouble(), 1e-9);
        Assert.All(curve, p => Assert.True(p.GetProperty("bound").GetDouble() >= p.GetProperty("peopleServed").GetDouble()));
    }

    [Fact]
    public async Task Years_build_within_their_money_and_standing_sites_are_not_built_again()
    {
        var result = await PlanAsync(Sites(West, Middle), $"\"years\":[5,0,5],\"firstYear\":2028,\"steps\":0,\"standing\":{Sites(East)}");
        var plan = result.GetProperty("plan").GetProperty("value");
        Assert.True(plan.GetProperty("peopleBefore").GetDouble() > 0);
        Assert.Equal([(2028, 5.0), (2029, 0.0), (2030, 5.0)], plan.GetProperty("years").EnumerateArray().Select(y => (y.GetProperty("year").GetInt32(), y.GetProperty("cost").GetDouble())));
        Assert.Equal(["middle", "west"], Features(result, "sites").Select(f => f.GetProperty("properties").GetProperty("site").GetString()).Order(StringComparer.Ordinal));
        var interference = plan.GetProperty("interference");
        Assert.True(interference.GetProperty("peopleServedAfterRepair").GetDouble() >= interference.GetProperty("peopleServed").GetDouble());
    }

    [Fact]
    public async Task A_floor_in_a_district_is_held_at_least_cost()
    {
        var free = (await PlanAsync(Sites(West, Middle, East), "\"share\":0.05,\"steps\":0")).GetProperty("plan").GetProperty("value");
        Assert.Equal(5, free.GetProperty("cost").GetDouble());
        var floored = (await PlanAsync(Sites(West, Middle, East), "\"floors\":{\"*\":0.05},\"steps\":0")).GetProperty("plan").GetProperty("value");
        Assert.Equal("cost", floored.GetProperty("unit").GetString());
        Assert.Equal(0, floored.GetProperty("gap").GetDouble());
        Assert.All(floored.GetProperty("districts").EnumerateArray(), d => Assert.True(d.GetProperty("share").GetDouble() >= 0.05));
    }

    [Fact]
    public async Task Joining_the_mast_of_another_is_compared_with_building_beside_it()
    {
        string Of(string site, string name) => site.Replace("\"cost\":5", $"\"operator\":\"{name}\"", StringComparison.Ordinal);
        var standing = Sites(Of(West, "V"), Of(East, "M"));
        var whole = (await PlanAsync(Sites(Renamed(West), Renamed(East)), $"\"budget\":5,\"steps\":0,\"standing\":{standing}")).GetProperty("plan").GetProperty("value");
        var share = whole.GetProperty("peopleBefore").GetDouble() / whole.GetProperty("people").GetDouble();
        var inputs = string.Create(CultureInfo.InvariantCulture, $"\"share\":{share - 1e-9:R},\"equipmentCost\":2,\"steps\":0,\"standing\":{standing}");
        var sharing = (await PlanAsync(Sites(Renamed(West), Renamed(East)), inputs)).GetProperty("plan").GetProperty("value").GetProperty("sharing");
        // To serve what both masts serve, each operator builds beside the other's (5 and 5) or joins it (2 and 2).
        Assert.Equal((10.0, 10.0), (sharing.GetProperty("without").GetProperty("cost").GetDouble(), sharing.GetProperty("without").GetProperty("bound").GetDouble()));
        Assert.Equal((4.0, 4.0), (sharing.GetProperty("with").GetProperty("cost").GetDouble(), sharing.GetProperty("with").GetProperty("bound").GetDouble()));
        var unnamed = await ExecuteAsync(Sites(Renamed(West)), $"\"share\":0.1,\"equipmentCost\":2,\"standing\":{Sites(East)}");
        Assert.True(unnamed.Status == HttpStatusCode.BadRequest, unnamed.Text);
        Assert.Contains("operator", unnamed.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);

        static string Renamed(string site) => site.Replace("\"site\":\"", "\"site\":\"new ", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"budget\":4.9", "inputs.budget", "5")]
    [InlineData("\"years\":[1,1]", "inputs.years", "5")]
    [InlineData("\"steps\":1", "inputs.budget", "share")]
    [InlineData("\"budget\":5,\"years\":[5]", "inputs.years", "budget")]
    [InlineData("\"budget\":5,\"floors\":{\"999\":0.5}", "inputs.floors", "941")]
    [InlineData("\"budget\":5,\"floors\":{\"941\":2}", "inputs.floors.941", "0..1")]
    [InlineData("\"budget\":5,\"population\":\"land-cover\"", "inputs.population", "population")]
    [InlineData("\"budget\":5,\"districts\":\"roads\"", "inputs.districts", "unit_code")]
    [InlineData("\"budget\":5,\"standing\":\"none\"", "inputs.standing", "districts")]
    public async Task What_makes_no_sense_is_400_and_named(string inputs, string name, string told)
    {
        var answer = await ExecuteAsync(Sites(West), inputs);
        Assert.True(answer.Status == HttpStatusCode.BadRequest, answer.Text);
        Assert.Equal(name, answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
        Assert.Contains(told, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"cost\":-1", "cost is -1")]
    [InlineData("\"cost\":null", "cost is NaN")]
    [InlineData("\"cost\":5,\"height_m\":900", "height is 900")]
    public async Task A_candidate_without_a_sound_cost_or_height_is_named(string properties, string told)
    {
        var site = Site("odd", 551_000, 1_061_000).Replace("\"cost\":5", properties, StringComparison.Ordinal);
        if (properties.Contains("height_m", StringComparison.Ordinal))
            site = site.Replace("\"height_m\":35,", "", StringComparison.Ordinal);
        var answer = await ExecuteAsync(Sites(site, West), "\"budget\":5");
        Assert.True(answer.Status == HttpStatusCode.BadRequest, answer.Text);
        Assert.Contains(told, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("odd", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"share\":1", "all sites together reach")]
    [InlineData("\"floors\":{\"941\":0.01,\"942\":1}", "Huyện Đông")]
    [InlineData("\"years\":[5,5],\"share\":1", "all sites together reach")]
    public async Task A_share_that_cannot_be_reached_is_422_and_says_how_much_can(string inputs, string told)
    {
        var answer = await ExecuteAsync(Sites(West, East), inputs);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:soctranggeo:problem:unreachable"), (answer.Status, answer.Json.GetProperty("type").GetString()));
        Assert.Contains(told, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static string West => Site("west", 550_600, 1_061_200);

    private static string Middle => Site("middle", 551_500, 1_061_500);

    private static string East => Site("east", 552_700, 1_061_600);

    private static string Site(string name, double x, double y)
    {
        var (longitude, latitude) = Projection.Between(SmallCoast.Frame.System, CoordinateSystems.Crs84).Transform(x, y);
        return string.Create(CultureInfo.InvariantCulture, $$$"""{"type":"Feature","properties":{"site":"{{{name}}}","height_m":35,"frequency_mhz":750,"eirp_re_dbm":0,"cost":5},"geometry":{"type":"Point","coordinates":[{{{longitude:R}}},{{{latitude:R}}}]}}""");
    }

    private static string Sites(params string[] sites) => "{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(',', sites) + "]}";

    private static JsonElement[] Features(JsonElement result, string output) => [.. result.GetProperty(output).GetProperty("value").GetProperty("features").EnumerateArray()];

    private async Task<JsonElement> PlanAsync(string candidates, string inputs)
    {
        var answer = await ExecuteAsync(candidates, inputs);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer.Json;
    }

    private Task<RunningServer.Answer> ExecuteAsync(string candidates, string inputs) =>
        _server.PostAsync("processes/plan-sites/execution", "{\"inputs\":{\"candidates\":" + candidates + "," + inputs + "},\"response\":\"document\"}", ("Accept-Language", "en"));
}
