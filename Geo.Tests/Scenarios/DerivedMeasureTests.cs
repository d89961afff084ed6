using Geo.Engine.Features;
using Geo.Engine.Scenarios;

namespace Geo.Tests.Scenarios;

/// <summary>Station values, radio and people near by, as a scenario sees them.</summary>
public sealed class DerivedMeasureTests : IAsyncLifetime
{
    private ScenarioStore _coast = null!; // set before each test

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());

    public async ValueTask DisposeAsync() => await _coast.DisposeAsync();

    [Fact]
    public async Task A_station_keeps_its_own_value_and_the_middle_lies_between_two()
    {
        // Stations in the centres of columns 10 and 50 of row 20: 10 and 30; column 30 is as far from one as from the other.
        await WriteAsync(Stations(10.0, 30.0));
        var scenario = WithMeasure("{op: interpolate, from: stations, column: ppt, unit: g/L, power: 2, reach_m: 9000}", "worst: 0, best: 40");
        Assert.Equal(10, (await ExplainAsync(scenario, 20, 10)).Value!.Value, 1e-3);
        Assert.Equal(20, (await ExplainAsync(scenario, 20, 30)).Value!.Value, 1e-3);
        Assert.Equal(("g/L", 0.5), ((await ExplainAsync(scenario, 20, 30)).Unit, Math.Round((await ExplainAsync(scenario, 20, 30)).Membership!.Value, 4)));
    }

    [Fact]
    public async Task Along_water_land_takes_the_value_of_the_nearest_water()
    {
        await WriteAsync(Stations(10.0, 30.0));
        var scenario = WithMeasure("{op: interpolate, from: stations, column: ppt, along: [canals], reach_m: 700}", "worst: 0, best: 40");
        // Both stations lie within reach of the canal (column 33); 700 m are 23 cells, so column 57 is out of reach.
        Assert.InRange((await ExplainAsync(scenario, 20, 40)).Value!.Value, 10, 30);
        Assert.Null((await ExplainAsync(scenario, 20, 57)).Value);
    }

    [Fact]
    public async Task Stations_without_values_are_no_data_and_the_check_says_so()
    {
        await WriteAsync(Stations(null, null));
        var scenario = WithMeasure("{op: interpolate, from: stations, column: ppt, reach_m: 9000}", "worst: 0, best: 40");
        var problem = Assert.Single(await ScenarioCheck.CheckAsync(scenario, _coast.Store, Cancel));
        Assert.Contains("has no data in the study area", problem.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signal_falls_away_from_the_mast()
    {
        await WriteAsync(Masts(35.0));
        var scenario = WithMeasure("{op: radio_rsrp, from: stations, threshold_dbm: -105}", "worst: -120, best: -60");
        var (near, far) = (await ExplainAsync(scenario, 20, 12), await ExplainAsync(scenario, 20, 50));
        Assert.Equal("dBm", near.Unit);
        Assert.True(near.Value > far.Value + 10);
        var probability = await ExplainAsync(WithMeasure("{op: radio_probability, from: stations, threshold_dbm: -105}", "worst: 0, best: 1"), 20, 12);
        Assert.InRange(probability.Value!.Value, 0.9, 1);
    }

    [Fact]
    public async Task A_mast_outside_the_range_of_the_model_is_named()
    {
        await WriteAsync(Masts(3.0));
        var problem = Assert.Single(await ScenarioCheck.CheckAsync(WithMeasure("{op: radio_rsrp, from: stations, threshold_dbm: -105}", "worst: -120, best: -60"), _coast.Store, Cancel));
        Assert.Contains("Trạm A (feature 1)", problem.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_within_a_radius_are_summed_over_the_cells_of_the_population_grid()
    {
        // 9 persons in each cell of 300 m; within 310 m of a centre lie 5 centres, within 430 m nine.
        Assert.Equal(45, (await ExplainAsync(WithMeasure("{op: sum_within, from: population, radius_m: 310}", "worst: 0, best: 100"), 35, 35)).Value!.Value, 1e-3);
        Assert.Equal(81, (await ExplainAsync(WithMeasure("{op: sum_within, from: population, radius_m: 430}", "worst: 0, best: 100"), 35, 35)).Value!.Value, 1e-3);
    }

    /// <summary>The small scenario with another first criterion: a measure, without its closing brace's mark of origin, on a linear ramp.</summary>
    private static Scenario WithMeasure(string derived, string ramp) => ScenarioText.Parse(ScenarioText
        .With("{op: euclidean_distance, from: canals}", derived.Replace("}", ", starting_value: true}"))
        .Replace("worst: 1500, best: 90}", ramp + "}\n        nodata: neutral")
        .Replace("derived:", derived.Contains("stations", StringComparison.Ordinal) ? "  stations: {kind: vector}\nderived:" : "derived:"));

    private static LayerContent Stations(double? first, double? second) => SmallCoast.Layer(
        "stations", GeometryKind.Point, [new("ppt", PropertyType.Number, null, "g/L")], [first!], "POINT (550315 1061785)", second!, "POINT (551515 1061785)");

    private static LayerContent Masts(double height) => SmallCoast.Layer(
        "stations",
        GeometryKind.Point,
        [SmallCoast.Text("site"), new("height_m", PropertyType.Number), new("frequency_mhz", PropertyType.Number), new("eirp_re_dbm", PropertyType.Number)],
        ["Trạm A", height, 763.0, 31.0],
        "POINT (550315 1061785)");

    private Task WriteAsync(LayerContent layer) => _coast.Store.ApplyAsync(new StoreChange { Layers = [layer] }, Cancel);

    private async Task<CriterionExplanation> ExplainAsync(Scenario scenario, int row, int column)
    {
        var explainer = new ScoreExplainer(_coast.Store, new RunSettings(2, "0.1.0", TimeProvider.System));
        var (x, y) = SmallCoast.Frame.Centre(row, column);
        var (longitude, latitude) = Geo.Engine.Geodesy.Projection.Between(SmallCoast.Frame.System, Geo.Engine.Geodesy.CoordinateSystems.Crs84).Transform(x, y);
        return (await explainer.ExplainAsync(scenario, "aquaculture", longitude, latitude, Cancel))!.Criteria[0];
    }
}
