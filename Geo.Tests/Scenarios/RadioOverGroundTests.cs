using Geo.Engine.Features;
using Geo.Engine.Scenarios;

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

    private static string Text(string operation, string ground) => ScenarioText
        .With("{op: euclidean_distance, from: canals}", $"{{op: {operation}, from: stations, threshold_dbm: -105, {ground}, starting_value: true}}")
        .Replace("worst: 1500, best: 90}", "worst: -120, best: 1000}\n        nodata: neutral")
        .Replace("derived:", "  stations: {kind: vector}\nderived:");

    private static Scenario Scenario(string operation, string ground) => ScenarioText.Parse(Text(operation, ground + ", reach_m: 3000"));

    private static LayerContent Mast(string band, double height = 35, string place = "POINT (550315 1061785)") => SmallCoast.Layer(
        "stations",
        GeometryKind.Point,
        [SmallCoast.Text("site"), new("height_m", PropertyType.Number), SmallCoast.Text("band"), new("eirp_re_dbm", PropertyType.Number)],
        ["Trạm A", height, band, 34.0],
        place);

    private Task WriteAsync(LayerContent layer) => _coast.Store.ApplyAsync(new StoreChange { Layers = [layer] }, Cancel);

    private async Task<CriterionExplanation> ExplainAsync(Scenario scenario, int row, int column)
    {
        var explainer = new ScoreExplainer(_coast.Store, new RunSettings(2, "0.1.0", TimeProvider.System));
        var (x, y) = SmallCoast.Frame.Centre(row, column);
        var (longitude, latitude) = Engine.Geodesy.Projection.Between(SmallCoast.Frame.System, Engine.Geodesy.CoordinateSystems.Crs84).Transform(x, y);
        return (await explainer.ExplainAsync(scenario, "aquaculture", longitude, latitude, Cancel))!.Criteria[0];
    }
}
