using System.Net;
using Geo.Api;
using Geo.Engine.Access;
using Geo.Engine.Geodesy;
using Geo.Tests.Scenarios;

namespace Geo.Tests.Api;

/// <summary>Tiles of scores under weights that the caller chooses.</summary>
public sealed class WeighedTests : IAsyncLifetime
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

    [Theory]
    [InlineData("canal:3,road:1,cover:2", "values: {canal: 3, road: 1, cover: 2}")]
    [InlineData("cover:2.5,road:0,canal:7", "values: {canal: 7, road: 0, cover: 2.5}")]
    public async Task A_tile_is_to_the_byte_that_of_a_run_with_those_weights(string weights, string values)
    {
        await PutAsync("small", ScenarioText.With("values: {canal: 3, road: 1, cover: 2}", values));
        Assert.Equal(HttpStatusCode.Created, (await _server.SendAsync(HttpMethod.Post, "scenarios/small/runs")).Status);
        var run = await _server.GetAsync($"grids/suitability-aquaculture/tiles/{Tile}.png");
        await PutAsync("small", ScenarioText.Right);
        var weighed = await _server.GetAsync($"scenarios/small/weighed/{Tile}.png?theme=aquaculture&weights={weights}");
        Assert.Equal((HttpStatusCode.OK, "image/png"), (weighed.Status, weighed.Header("Content-Type")));
        Assert.Equal(run.Body, weighed.Body);
        Assert.True(run.Body.Length > 500, "the tile is empty");
        Assert.Equal(HttpStatusCode.NotModified, (await _server.GetAsync($"scenarios/small/weighed/{Tile}.png?theme=aquaculture&weights={weights}", null, ("If-None-Match", weighed.Header("ETag")!))).Status);
    }

    [Fact]
    public async Task A_layer_that_changes_changes_the_tile()
    {
        var path = $"scenarios/small/weighed/{Tile}.png?weights=canal:1,road:0,cover:0";
        var before = await _server.GetAsync(path);
        var canal = SmallCoast.Layer("canals", Engine.Features.GeometryKind.LineString, [SmallCoast.Text("state")], ["existing"], "LINESTRING (552500 1059000, 552500 1063000)");
        await _coast.Store.ApplyAsync(new Engine.Features.StoreChange { Layers = [canal] }, TestContext.Current.CancellationToken);
        var after = await _server.GetAsync(path);
        Assert.NotEqual(before.Header("ETag"), after.Header("ETag"));
        Assert.NotEqual(before.Body, after.Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("canal:3,road:1")]
    [InlineData("canal:3,road:1,cover:2,other:1")]
    [InlineData("canal:3,road:1,cover:2,canal:1")]
    [InlineData("canal:3,road:1,cover:-2")]
    [InlineData("canal:3,road:1,cover:nan")]
    [InlineData("canal:3,road:1,cover:1e9")]
    [InlineData("canal:0,road:0,cover:0")]
    public async Task Weights_that_are_none_are_400_and_told_what_is_allowed(string weights)
    {
        var answer = await _server.GetAsync($"scenarios/small/weighed/{Tile}.png?weights={weights}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        var parameter = answer.Json.GetProperty("parameters")[0];
        Assert.Equal(("weights", weights), (parameter.GetProperty("name").GetString(), parameter.GetProperty("received").GetString()));
        Assert.Contains("canal:1,road:1,cover:1", parameter.GetProperty("allowed").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scenarios/none/weighed/0/0/0.png?weights=a:1", HttpStatusCode.NotFound)]
    [InlineData("scenarios/small/weighed/0/5/0.png?weights=canal:3,road:1,cover:2", HttpStatusCode.NotFound)]
    [InlineData("scenarios/small/weighed/0/0/0.png?theme=none&weights=canal:3,road:1,cover:2", HttpStatusCode.BadRequest)]
    public async Task What_is_not_there_is_said(string path, HttpStatusCode status) => Assert.Equal(status, (await _server.GetAsync(path)).Status);

    [Fact]
    public async Task Criteria_that_need_more_memory_than_is_allowed_are_422_with_both_numbers()
    {
        // 600 x 600 cells with three criteria: 600 x 600 x 13 bytes are 4.46 MiB.
        await PutAsync("large", ScenarioText.With("cell: 30, origin: [550000, 1060000], size: [120, 80]", "cell: 30, origin: [550000, 1060000], size: [600, 600]"));
        await using var server = await RunningServer.StartAsync(_coast.Store, new GeoOptions { SliderMemoryMebibytes = 4 });
        var answer = await server.GetAsync("scenarios/large/weighed/0/0/0.png?weights=canal:3,road:1,cover:2&lang=en");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("the criteria need 5 MiB for other weights to be tried; the server allows 4 MiB", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    /// <summary>A tile over the whole coast at zoom 13: its middle lies in it.</summary>
    private static string Tile
    {
        get
        {
            var (x, y) = SmallCoast.Frame.Centre(40, 50);
            var (longitude, latitude) = Projection.Between(SmallCoast.Frame.System, CoordinateSystems.Crs84).Transform(x, y);
            var (tiles, phi) = (1 << 13, latitude * Math.PI / 180);
            var (column, row) = ((int)((longitude + 180) / 360 * tiles), (int)((1 - (Math.Asinh(Math.Tan(phi)) / Math.PI)) / 2 * tiles));
            return FormattableString.Invariant($"13/{column}/{row}");
        }
    }

    private Task PutAsync(string id, string yaml) => _coast.Store.ApplyAsync(
        new Engine.Features.StoreChange { Documents = [SmallCoast.Document($"scenarios/{id}.yaml", yaml)] }, TestContext.Current.CancellationToken);
}
