using System.Text.RegularExpressions;
using System.Globalization;
using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Calibration;
using Geo.Engine.Scenarios;
using Geo.Tests.Radio.Antennas;
using Geo.Tests.Radio.Calibration;

namespace Geo.Tests.Scenarios;

/// <summary>Radio over known ground, as a scenario asks for it. The coast is 3.6 km long; its terrain and land cover are those of <see cref="SmallCoast"/>.</summary>
public sealed class RadioOverGroundTests : IAsyncLifetime
{
    private const string Ground = "model: p1812, terrain: terrain, terrain_model: ground";
    private ScenarioStore _coast = null!; // set before each test

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());

    public async ValueTask DisposeAsync() => await _coast.DisposeAsync();

    [Theory]
    [InlineData("radio_rsrp", "dBm", -80, -40)]
    [InlineData("radio_probability", "1", 0.99, 1)]
    [InlineData("radio_sinr", "dB", 20, 80)]
    [InlineData("radio_rate", "Mbit/s", 30, 1_000)]
    [InlineData("radio_standard", "1", 0.95, 1)]
    public async Task Each_quantity_of_the_network_can_be_a_criterion(string operation, string unit, double least, double most)
    {
        await WriteAsync(Mast("n41"));
        var cell = await ExplainAsync(Scenario(operation, Ground), 20, 40);
        Assert.Equal(unit, cell.Unit);
        Assert.InRange(cell.Value!.Value, least, most);
    }

    [Fact]
    public async Task A_wall_costs_what_the_recommendation_says()
    {
        await WriteAsync(Mast("n41"));
        var outdoors = await ExplainAsync(Scenario("radio_rsrp", Ground), 20, 40);
        var indoors = await ExplainAsync(Scenario("radio_rsrp", Ground + ", place: indoor_traditional"), 20, 40);
        Assert.Equal(15.3, outdoors.Value!.Value - indoors.Value!.Value, 0.1); // P.2109, traditional, 2.55 GHz
    }

    [Theory]
    [InlineData("model: p1812, terrain: terrain, terrain_model: surface", "a surface model holds roofs and tree tops")]
    [InlineData("model: p1812, terrain: terrain, terrain_model: surface_as_ground, clutter: land_cover, clutter_m: {1: 0}", "a surface model holds trees and houses already")]
    [InlineData("model: p1812, terrain: terrain, terrain_model: grund", "'grund' is not known; allowed: ground, surface_as_ground, surface")]
    [InlineData("model: p1812, terrain: terrain, terrain_model: ground, refractivity: {gradient: 200, source: maps}", "200")]
    [InlineData("model: p1812, terrain: terrain, terrain_model: ground, refractivity: {n0: 380}", "'n0' is not known here")]
    [InlineData("model: p1812, terrain: terrain, terrain_model: ground, calibration: Field", "'Field' is not an identifier")]
    [InlineData("model: p1812, terrain_model: ground", "terrain")]
    [InlineData("model: p1812, terrain: terrain, terrain_model: ground, clutter: land_cover, clutter_m: {rice: 1}", "'rice' is not a code of land cover")]
    [InlineData("model: p1812, terrain: terrain, terrain_model: ground, reach_m: 100", "100")]
    [InlineData("model: rma, reach_m: 5000", "this operation needs model: p1812")]
    public void A_faulty_measure_is_told_with_its_reason(string ground, string said)
    {
        var parse = ScenarioFile.Parse(Text("radio_sinr", ground), "a.yaml");
        Assert.Null(parse.Scenario);
        Assert.Contains(parse.Problems, p => p.Message.En.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("n99", 35.0, "POINT (550315 1061785)", Ground, "band 'n99' has no carrier; allowed: n28 (viettel)")]
    [InlineData("", 35.0, "POINT (550315 1061785)", Ground, "band '' has no carrier")]
    [InlineData("n41", 0.0, "POINT (550315 1061785)", Ground, "height is 0 m; allowed are 1 to 3000 m")]
    [InlineData("n41", 35.0, "POINT (590315 1061785)", Ground, "outside the terrain")]
    [InlineData("n41", 35.0, "POINT (550315 1061785)", Ground + ", clutter: land_cover, clutter_m: {1: 0, 2: 0}", "land cover 4 has no clutter height")]
    public async Task A_faulty_mast_or_ground_is_named_by_the_check(string band, double height, string place, string ground, string said)
    {
        await WriteAsync(Mast(band, height, place));
        var problems = await ScenarioCheck.CheckAsync(Scenario("radio_rsrp", ground), _coast.Store, Cancel);
        Assert.Contains(problems, p => p.Message.En.Contains(said, StringComparison.Ordinal));
        Assert.Single(problems, p => p.Message.En.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_air_is_that_of_the_scenario()
    {
        await WriteAsync(Mast("n41", height: 1)); // so low that the round earth stands in the way
        var usual = await ExplainAsync(Scenario("radio_rsrp", Ground), 20, 100);
        var other = await ExplainAsync(Scenario("radio_rsrp", Ground + ", refractivity: {gradient: 120, sea_level: 400, source: maps}"), 20, 100);
        Assert.True(other.Value > usual.Value); // rays bend with the earth
        var written = await ExplainAsync(Scenario("radio_rsrp", Ground + ", refractivity: {gradient: 45, sea_level: 380, source: maps}"), 20, 100);
        Assert.Equal(usual.Value, written.Value);
    }

    [Fact]
    public async Task A_calibration_shifts_the_level_stands_among_the_inputs_and_its_status_counts()
    {
        await WriteAsync(Mast("n41"));
        await KeepAsync(MeasuredGround.Model, LayerStatus.Synthetic, -7);
        var plain = await ExplainAsync(Scenario("radio_rsrp", Ground), 20, 40);
        var shifted = await ExplainAsync(Scenario("radio_rsrp", Ground + ", calibration: field"), 20, 40);
        Assert.Equal(plain.Value!.Value - 7, shifted.Value!.Value, 1e-3);
        var manifest = (await _coast.RunAsync(Scenario("radio_rsrp", Ground + ", calibration: field"))).Manifest;
        var input = Assert.Single(manifest.Inputs, i => i.Id == "calibrations/field");
        Assert.Equal((LayerStatus.Synthetic, 64), (input.Provenance.Status, input.Sha256.Length));
        Assert.Contains("cross-validated", input.Provenance.Source, StringComparison.Ordinal);
        Assert.Equal(LayerStatus.Synthetic, manifest.WorstStatus);
        Assert.Contains("calibrations/field (synthetic)", manifest.Caution!.En, StringComparison.Ordinal);
        await KeepAsync(MeasuredGround.Model, LayerStatus.Synthetic, -8);
        Assert.NotEqual(manifest.RunId, (await _coast.RunAsync(Scenario("radio_rsrp", Ground + ", calibration: field"))).Manifest.RunId);
    }

    [Fact]
    public async Task By_distance_a_calibration_of_that_model_counts_and_no_other()
    {
        await WriteAsync(Mast("n41"));
        await KeepAsync(MeasuredNetwork.Model, LayerStatus.Schematic, -7);
        var plain = await ExplainAsync(Scenario("radio_rsrp", "model: rma"), 20, 40);
        Assert.Equal(plain.Value!.Value - 7, (await ExplainAsync(Scenario("radio_rsrp", "model: rma, calibration: field"), 20, 40)).Value!.Value, 1e-3);
        var problems = await ScenarioCheck.CheckAsync(Scenario("radio_rsrp", Ground + ", calibration: field"), _coast.Store, Cancel);
        Assert.Contains(problems, p => p.Message.En.StartsWith("the calibration 'field' is of the model 3GPP TR 38.901", StringComparison.Ordinal));
        problems = await ScenarioCheck.CheckAsync(Scenario("radio_rsrp", Ground + ", calibration: none"), _coast.Store, Cancel);
        Assert.Contains(problems, p => p.Message.En == "there is no calibration 'none'; there are: field");
    }

    [Fact]
    public async Task An_antenna_file_that_masts_name_is_used_and_stands_among_the_inputs()
    {
        await _coast.Store.ApplyAsync(new StoreChange { Documents = [StoredAntennas.Document("looking", MsiText.Looking)] }, Cancel);
        await WriteAsync(Mast("n41", antenna: "looking", bearing: 90));
        var ahead = await ExplainAsync(Scenario("radio_rsrp", Ground), 20, 60);
        await WriteAsync(Mast("n41", antenna: "looking", bearing: 270));
        var behind = await ExplainAsync(Scenario("radio_rsrp", Ground), 20, 60);
        Assert.InRange(ahead.Value!.Value - behind.Value!.Value, 28.5, 30); // 30 on the level; the phone is a little below it
        var manifest = (await _coast.RunAsync(Scenario("radio_rsrp", Ground))).Manifest;
        Assert.Contains(manifest.Inputs, i => i.Id == "antennas/looking");
        await WriteAsync(Mast("n41", antenna: "nowhere", bearing: 270));
        var problems = await ScenarioCheck.CheckAsync(Scenario("radio_rsrp", Ground), _coast.Store, Cancel);
        Assert.Contains(problems, p => p.Message.En.Contains("the antenna 'nowhere' is not known", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_kept_for_an_explanation_is_not_used_once_a_calibration_or_an_antenna_file_was_replaced()
    {
        var explainer = new ScoreExplainer(_coast.Store, new RunSettings(2, "0.1.0", TimeProvider.System));
        var scenario = Scenario("radio_rsrp", Ground + ", calibration: field");
        await KeepAsync(MeasuredGround.Model, LayerStatus.Synthetic, -7);
        await _coast.Store.ApplyAsync(new StoreChange { Documents = [StoredAntennas.Document("looking", MsiText.Looking)] }, Cancel);
        await WriteAsync(Mast("n41", antenna: "looking", bearing: 60));
        var first = await ExplainAsync(scenario, 20, 60, explainer);
        await KeepAsync(MeasuredGround.Model, LayerStatus.Synthetic, -8);
        var calibrated = await ExplainAsync(scenario, 20, 60, explainer);
        Assert.Equal(first.Value!.Value - 1, calibrated.Value!.Value, 1e-3);
        var wider = Regex.Replace(MsiText.Looking, @"(?m)^(\d+) ([\d.]+)$", line => string.Create(CultureInfo.InvariantCulture, $"{line.Groups[1].Value} {double.Parse(line.Groups[2].Value, CultureInfo.InvariantCulture) / 2:0.###}"));
        await _coast.Store.ApplyAsync(new StoreChange { Documents = [StoredAntennas.Document("looking", wider)] }, Cancel);
        Assert.True((await ExplainAsync(scenario, 20, 60, explainer)).Value > calibrated.Value + 1);
    }

    [Fact]
    public async Task A_run_publishes_the_layers_of_its_network_and_hashes_them()
    {
        await WriteAsync(Mast("n41"));
        var result = await _coast.RunAsync(Scenario("radio_standard", Ground));
        var change = ScenarioPublication.ToStoreChange(result);
        string[] names = ["rsrp", "sinr", "server", "rate", "coverage", "reason"];
        Assert.All(names, n => Assert.Single(change.Documents, d => d.Name == $"grids/{n}-aquaculture.tif"));
        Assert.All(names, n => Assert.Single(result.Manifest.Outputs, o => o.Name == $"{n}-aquaculture"));
        var server = GridLayerJson.Read(change.Documents.Single(d => d.Name == "grids/server-aquaculture.json").Content.Span);
        Assert.Equal("Trạm A (feature 1), n41", Assert.Single(server.Legend).Label.Vi);
        Assert.Equal(LayerStatus.Synthetic, server.Provenance.Status);
        using var tiff = new MemoryStream(change.Documents.Single(d => d.Name == "grids/rsrp-aquaculture.tif").Content.ToArray());
        Assert.Equal(result.Themes[0].Networks[0].Coverage.SignalDbm.Cells, GeoTiffFile.Read<float>(tiff, 1, Cancel).Cells);
        Assert.Equal(result.ResultHash, (await _coast.RunAsync(Scenario("radio_standard", Ground), threads: 5)).ResultHash);
    }

    [Fact]
    public async Task People_whom_the_network_leaves_out_are_a_layer_of_zones_that_tells_the_run()
    {
        await WriteAsync(Mast("n41", place: "POINT (553300 1060400)", eirp: -20));
        var result = await _coast.RunAsync(Scenario("radio_standard", Ground));
        await _coast.Store.ApplyAsync(ScenarioPublication.ToStoreChange(result), Cancel);
        var layer = await _coast.Store.FindLayerAsync("uncovered-aquaculture", Cancel);
        Assert.True(ScenarioPublication.IsResult(layer!.Definition));
        var zones = await _coast.Store.ReadAsync(layer, FeatureQuery.All, Cancel).ToListAsync(Cancel);
        var people = layer.Definition.Properties.ToList().FindIndex(p => p.Name == "people");
        // 864 live on the coast; all of them but those near the mast
        var left = zones.Sum(z => (double)z.Values[people]!);
        Assert.InRange(left, 1, 864);
        Assert.Equal(result.Themes[0].Networks[0].Uncovered!.Sum(z => z.People), left, 1e-6);
        Assert.All(zones, z => Assert.Equal(result.RunId, z.Values[^1]));
        Assert.Single(result.Manifest.Outputs, o => o.Name == "uncovered-aquaculture");
    }

    private Task KeepAsync(string model, LayerStatus status, double offset)
    {
        var document = StoredCalibrationTests.Stored(model).Document;
        var kept = document with { Status = status, Result = document.Result with { OffsetDb = offset, Classes = [] } };
        return _coast.Store.ApplyAsync(new StoreChange { Documents = [new StoredDocument(StoredCalibration.NameOf("field"), "application/json", CalibrationJson.Write(kept))] }, Cancel);
    }

    private static string Text(string operation, string ground) => ScenarioText
        .With("{op: euclidean_distance, from: canals}", $"{{op: {operation}, from: stations, threshold_dbm: -105, {ground}, starting_value: true}}")
        .Replace("worst: 1500, best: 90}", "worst: -120, best: 1000}\n        nodata: neutral")
        .Replace("derived:", "  stations: {kind: vector}\nderived:");

    private static Scenario Scenario(string operation, string ground) => ScenarioText.Parse(Text(operation, ground + ", reach_m: 3000"));

    private static LayerContent Mast(string band, double height = 35, string place = "POINT (550315 1061785)", string antenna = "", double bearing = 0, double eirp = 34) => SmallCoast.Layer(
        "stations",
        GeometryKind.Point,
        [SmallCoast.Text("site"), new("height_m", PropertyType.Number), SmallCoast.Text("band"), new("eirp_re_dbm", PropertyType.Number), SmallCoast.Text("antenna"), new("bearing_deg", PropertyType.Number), new("frequency_mhz", PropertyType.Number)],
        ["Trạm A", height, band, eirp, antenna, bearing, 2550.0],
        place);

    private Task WriteAsync(LayerContent layer) => _coast.Store.ApplyAsync(new StoreChange { Layers = [layer] }, Cancel);

    private async Task<CriterionExplanation> ExplainAsync(Scenario scenario, int row, int column, ScoreExplainer? explainer = null)
    {
        explainer ??= new ScoreExplainer(_coast.Store, new RunSettings(2, "0.1.0", TimeProvider.System));
        var (x, y) = SmallCoast.Frame.Centre(row, column);
        var (longitude, latitude) = Engine.Geodesy.Projection.Between(SmallCoast.Frame.System, Engine.Geodesy.CoordinateSystems.Crs84).Transform(x, y);
        return (await explainer.ExplainAsync(scenario, "aquaculture", longitude, latitude, Cancel))!.Criteria[0];
    }
}
