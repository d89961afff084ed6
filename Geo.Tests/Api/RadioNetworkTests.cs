using System.Net;
using System.Text.Json;
using Geo.Engine.Access;
using Geo.Engine.Grids;
using Geo.Tests.Scenarios;

namespace Geo.Tests.Api;

/// <summary>The process <c>radio-network</c> on the small coast, whose middle lies at about 105.965 E, 9.595 N.</summary>
public sealed class RadioNetworkTests : IAsyncLifetime
{
    private const string Mast = """{"type":"Feature","properties":{"site":"A","height_m":35,"band":"n41","eirp_re_dbm":34},"geometry":{"type":"Point","coordinates":[105.965,9.595]}}""";
    private const string Area = "\"area\":{\"bbox\":[105.958,9.587,105.985,9.604]},\"terrain\":\"terrain\",\"terrainModel\":\"ground\",\"cell\":60,\"reach\":3000";
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
    public async Task A_mast_gives_layers_people_by_unit_that_add_up_and_the_reasons_of_the_rest()
    {
        var answer = await ExecuteAsync($"\"sites\":{Mast},{Area},\"population\":\"population\",\"units\":\"districts\"", ",\"response\":\"document\"");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        var summary = answer.Json.GetProperty("summary").GetProperty("value");
        var whole = summary.GetProperty("whole").GetProperty("people").GetDouble();
        var parts = summary.GetProperty("units").EnumerateArray().Append(summary.GetProperty("outsideUnits")).Sum(u => u.GetProperty("people").GetDouble());
        Assert.True(whole > 0);
        Assert.Equal(whole, parts, 1e-6);
        Assert.Equal(2, summary.GetProperty("units").GetArrayLength());
        Assert.Equal(9, summary.GetProperty("reasons").GetArrayLength());
        var grid = GridOf(answer.Json, "signal");
        Assert.InRange(grid.Cells.ToArray().Where(v => !float.IsNaN(v)).Max(), -80, 0);
        Assert.All(answer.Json.GetProperty("uncovered").GetProperty("value").GetProperty("features").EnumerateArray(), zone =>
            Assert.NotEqual("", zone.GetProperty("properties").GetProperty("remedy_vi").GetString()));
    }

    [Theory]
    [InlineData("n99", 35, "\"population\":\"population\"", "inputs.sites")]
    [InlineData("n41", 0, "\"population\":\"population\"", "inputs.sites")]
    [InlineData("n41", 35, "\"population\":\"nobody\"", "inputs.population")]
    [InlineData("n41", 35, "\"landCover\":\"land-cover\",\"clutterHeights\":{\"1\":0}", "inputs.terrain")]
    [InlineData("n41", 35, "\"landCover\":\"land-cover\",\"clutterHeights\":{\"rice\":0}", "inputs.clutterHeights")]
    [InlineData("n41", 35, "\"units\":\"roads\"", "inputs.units")]
    [InlineData("n41", 35, "\"waterLevel\":20", "inputs.waterLevel")]
    public async Task What_is_wrong_is_400_and_named(string band, double height, string more, string name)
    {
        var mast = Mast.Replace("n41", band, StringComparison.Ordinal).Replace("35", FormattableString.Invariant($"{height}"), StringComparison.Ordinal);
        var answer = await ExecuteAsync($"\"sites\":{mast},{Area},{more}");
        Assert.True(answer.Status == HttpStatusCode.BadRequest, answer.Text);
        Assert.Equal(name, answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
    }

    private static Grid<float> GridOf(JsonElement outputs, string name)
    {
        using var tiff = new MemoryStream(outputs.GetProperty(name).GetProperty("value").GetBytesFromBase64());
        return GeoTiffFile.Read<float>(tiff, 1, TestContext.Current.CancellationToken);
    }

    private Task<RunningServer.Answer> ExecuteAsync(string inputs, string more = "") =>
        _server.PostAsync("processes/radio-network/execution", "{\"inputs\":{" + inputs + "}" + more + "}");
}
