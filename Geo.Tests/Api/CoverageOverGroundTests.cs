using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geo.Api;
using Geo.Api.Http;
using Geo.Api.Processes;
using Geo.Api.Tiles;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Calibration;
using Geo.Engine.Scenarios;
using Geo.Tests.Radio.Antennas;
using Geo.Tests.Radio.Calibration;
using Geo.Tests.Scenarios;

namespace Geo.Tests.Api;

/// <summary>The process <c>coverage</c> over known ground, on the small coast, whose middle lies at about 105.965 E, 9.595 N.</summary>
public sealed class CoverageOverGroundTests : IAsyncLifetime
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
        Assert.InRange(GridOf(answer.Json, "probability").Cells.ToArray().Max(), 0.99f, 1);
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

    [Theory]
    [InlineData("\"model\":\"rma\"", "inputs.terrain")]
    [InlineData("\"cell\":20", "inputs.cell")]
    [InlineData("\"reach\":200", "inputs.reach")]
    public async Task What_the_model_cannot_use_is_named(string more, string name)
    {
        var area = string.Join(',', Area.Split(",\"").Where(part => !more.Contains(part.Split(':')[0].Trim('"'), StringComparison.Ordinal)).Select((part, i) => i == 0 ? part : "\"" + part));
        var answer = await ExecuteAsync($"\"sites\":{Mast},{area},{more}");
        Assert.True(answer.Status == HttpStatusCode.BadRequest, answer.Text);
        Assert.Equal(name, answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("\"population\":\"population\"", "inputs.population")]
    [InlineData("\"waterLevel\":1", "inputs.waterLevel")]
    [InlineData("\"place\":\"indoor_traditional\"", "inputs.place")]
    public async Task By_distance_there_is_no_ground_and_nobody_is_counted(string more, string name)
    {
        var answer = await ExecuteAsync($"\"sites\":{Mast},\"area\":{{\"bbox\":[105.958,9.587,105.985,9.604]}},{more}");
        Assert.True(answer.Status == HttpStatusCode.BadRequest, answer.Text);
        Assert.Equal(name, answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_former_name_of_the_process_reaches_it_and_is_not_listed()
    {
        var inputs = "{\"inputs\":{\"sites\":" + Mast + "," + Area + "},\"outputs\":{\"class\":{}}}";
        var former = await _server.PostAsync("processes/radio-network/execution", inputs);
        Assert.Equal(HttpStatusCode.OK, former.Status);
        Assert.Equal("coverage", (await _server.GetJsonAsync("processes/radio-network")).GetProperty("id").GetString());
        Assert.DoesNotContain((await _server.GetJsonAsync("processes")).GetProperty("processes").EnumerateArray(), p => p.GetProperty("id").GetString() == "radio-network");
    }

    [Fact]
    public async Task Air_of_another_refractivity_gives_another_signal()
    {
        // so low that the round earth stands in the way
        var low = Mast.Replace("\"height_m\":35", "\"height_m\":1", StringComparison.Ordinal);
        var usual = await ExecuteAsync($"\"sites\":{low},{Area}", ",\"response\":\"document\"");
        var bent = await ExecuteAsync($"\"sites\":{low},{Area},\"refractivityGradient\":100,\"seaLevelRefractivity\":400", ",\"response\":\"document\"");
        Assert.NotEqual(GridOf(usual.Json, "signal").Cells.ToArray(), GridOf(bent.Json, "signal").Cells.ToArray());
    }

    [Fact]
    public async Task What_was_read_to_judge_an_execution_is_not_read_again_and_never_used_when_it_has_changed()
    {
        var (proxy, reads) = CountedStore.Of(_coast.Store);
        var options = new GeoOptions { Store = "geopackage:counted.gpkg" };
        var process = new CoverageProcess(proxy, new GridCatalog(proxy, options), new RunSettings(1, "0", TimeProvider.System));
        await _coast.Store.ApplyAsync(new StoreChange { Layers = [MastLayer(35)] }, TestContext.Current.CancellationToken);
        async Task<byte[]> RunAsync(Func<Task> between)
        {
            var faults = new List<ParameterFault>();
            var inputs = ProcessInputs.Complete(process.Description.Inputs, JsonNode.Parse("{\"sites\":\"stations\"," + Area + "}")!.AsObject(), faults);
            Assert.Empty(faults.Concat(await process.JudgeAsync(inputs, TestContext.Current.CancellationToken)));
            await between();
            var result = await process.RunAsync(new ProcessWork(inputs, "en", new Progress<StepProgress>()), TestContext.Current.CancellationToken);
            return result.Outputs.Single(o => o.Name == "signal").Bytes.ToArray();
        }
        var first = await RunAsync(() => Task.CompletedTask);
        Assert.Equal(1, reads());
        var changed = await RunAsync(() => _coast.Store.ApplyAsync(new StoreChange { Layers = [MastLayer(60)] }, TestContext.Current.CancellationToken));
        Assert.Equal(3, reads());
        Assert.NotEqual(first, changed);
    }

    [Fact]
    public async Task A_calibration_is_added_and_told_and_one_of_another_model_is_refused()
    {
        var document = StoredCalibrationTests.Stored(MeasuredGround.Model).Document;
        var kept = document with { Status = LayerStatus.Synthetic, Result = document.Result with { OffsetDb = -7, Classes = [] } };
        await _coast.Store.ApplyAsync(new StoreChange { Documents = [new StoredDocument(StoredCalibration.NameOf("field"), "application/json", CalibrationJson.Write(kept))] }, TestContext.Current.CancellationToken);
        var plain = await ExecuteAsync($"\"sites\":{Mast},{Area}", ",\"response\":\"document\"");
        var shifted = await ExecuteAsync($"\"sites\":{Mast},{Area},\"calibration\":\"field\"", ",\"response\":\"document\"");
        Assert.True(shifted.Status == HttpStatusCode.OK, shifted.Text);
        Assert.Equal(GridOf(plain.Json, "signal")[10, 10] - 7, GridOf(shifted.Json, "signal")[10, 10], 1e-3);
        var told = shifted.Json.GetProperty("summary").GetProperty("value").GetProperty("calibration");
        Assert.Equal(("field", "synthetic", 4.5), (told.GetProperty("id").GetString(), told.GetProperty("status").GetString(), told.GetProperty("rmseCrossValidatedDb").GetDouble()));
        Assert.Equal("synthetic", shifted.Json.GetProperty("summary").GetProperty("value").GetProperty("status").GetString());
        foreach (var (more, said) in new[] { ("\"calibration\":\"none\"", "there is no calibration 'none'"), ("\"calibration\":\"field\"", "is of the model ITU-R P.1812") })
        {
            var byDistance = await ExecuteAsync($"\"sites\":{Mast.Replace("\"band\"", "\"frequency_mhz\":2550,\"band\"", StringComparison.Ordinal)},\"area\":{{\"bbox\":[105.958,9.587,105.985,9.604]}},{more}", language: "en");
            Assert.True(byDistance.Status == HttpStatusCode.BadRequest, byDistance.Text);
            Assert.Contains(said, byDistance.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_antenna_file_of_the_store_makes_one_side_louder_and_an_unknown_one_is_named()
    {
        await _coast.Store.ApplyAsync(new StoreChange { Documents = [StoredAntennas.Document("looking", MsiText.Looking)] }, TestContext.Current.CancellationToken);
        var east = Mast.Replace("\"band\"", "\"antenna\":\"looking\",\"bearing_deg\":90,\"band\"", StringComparison.Ordinal);
        var ahead = GridOf((await ExecuteAsync($"\"sites\":{east},{Area}", ",\"response\":\"document\"")).Json, "signal");
        var behind = GridOf((await ExecuteAsync($"\"sites\":{east.Replace(":90", ":270", StringComparison.Ordinal)},{Area}", ",\"response\":\"document\"")).Json, "signal");
        var (row, column) = (ahead.Frame.Rows / 2, ahead.Frame.Columns - 5);
        Assert.True(ahead[row, column] > behind[row, column] + 20);
        var unknown = await ExecuteAsync($"\"sites\":{east.Replace("looking", "nowhere", StringComparison.Ordinal)},{Area}", language: "en");
        Assert.Contains("the antenna 'nowhere' is not known", unknown.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Layers_are_published_under_a_name_by_a_planner_only()
    {
        var inputs = $"\"sites\":{Mast},{Area},\"population\":\"population\",\"publish\":\"trial\"";
        var answer = await ExecuteAsync(inputs, ",\"outputs\":{\"summary\":{}}");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        var grids = (await _server.GetJsonAsync("grids")).GetProperty("grids").EnumerateArray().Select(g => g.GetProperty("id").GetString()).ToArray();
        Assert.All(new[] { "rsrp", "sinr", "server", "rate", "coverage", "reason" }, n => Assert.Contains($"{n}-trial", grids));
        Assert.Equal(HttpStatusCode.OK, (await _server.GetAsync("grids/reason-trial?lang=vi")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _server.GetAsync("collections/uncovered-trial/items")).Status);
        Assert.Equal("inputs.publish", (await ExecuteAsync(inputs.Replace("trial", "Trial!", StringComparison.Ordinal))).Json.GetProperty("parameters")[0].GetProperty("name").GetString());
        await _server.SignInAsync(Role.Viewer);
        Assert.Equal(HttpStatusCode.Forbidden, (await ExecuteAsync(inputs)).Status);
    }

    private static LayerContent MastLayer(double height) => SmallCoast.Layer(
        "stations",
        GeometryKind.Point,
        [SmallCoast.Text("site"), new("height_m", PropertyType.Number), SmallCoast.Text("band"), new("eirp_re_dbm", PropertyType.Number)],
        ["A", height, "n41", 34.0],
        "POINT (551000 1061500)");

    private static Grid<float> GridOf(JsonElement outputs, string name)
    {
        using var tiff = new MemoryStream(outputs.GetProperty(name).GetProperty("value").GetBytesFromBase64());
        return GeoTiffFile.Read<float>(tiff, 1, TestContext.Current.CancellationToken);
    }

    private Task<RunningServer.Answer> ExecuteAsync(string inputs, string more = "", string language = "vi") =>
        _server.PostAsync("processes/coverage/execution", "{\"inputs\":{" + inputs + "}" + more + "}", ("Accept-Language", language));
}
