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

    [Fact]
    public async Task Over_even_friction_the_cheapest_way_is_the_way_along_the_grid()
    {
        // The canal fills column 33; column 43 is ten cells away straight on: 300 m at 2 a metre.
        var scenario = WithMeasure("{op: cost_distance, from: canals, friction: twice}", "worst: 5000, best: 0", "  twice: {op: expression, expr: \"2 + 0 * terrain\", starting_value: true}");
        Assert.Equal(600, (await ExplainAsync(scenario, 20, 43)).Value!.Value, 1e-3);
    }

    [Fact]
    public async Task A_friction_below_zero_is_a_problem_and_no_run()
    {
        var scenario = WithMeasure("{op: cost_distance, from: canals, friction: less}", "worst: 5000, best: 0", "  less: {op: expression, expr: \"terrain - 3\", starting_value: true}");
        var problem = Assert.Single(await ScenarioCheck.CheckAsync(scenario, _coast.Store, Cancel), p => !p.IsWarning);
        Assert.Contains("at least 0 is allowed", problem.Message.En, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ScenarioFailedException>(() => _coast.RunAsync(scenario));
    }

    [Fact]
    public async Task The_nearest_station_lends_its_value()
    {
        await WriteAsync(Stations(10.0, 30.0));
        var scenario = WithMeasure("{op: nearest_feature, from: stations, column: ppt, unit: g/L}", "worst: 0, best: 40");
        Assert.Equal(10, (await ExplainAsync(scenario, 70, 30)).Value);
        Assert.Equal((30, "g/L"), ((await ExplainAsync(scenario, 70, 31)).Value, (await ExplainAsync(scenario, 70, 31)).Unit));
    }

    [Fact]
    public async Task Kriging_runs_through_its_stations_and_the_check_shows_the_fitted_variogram()
    {
        await WriteAsync(FourStations());
        var frozen = WithMeasure("{op: interpolate, method: kriging, from: stations, column: ppt, variogram: {model: spherical, nugget: 0, partial_sill: 50, range_m: 2000}}", "worst: 0, best: 40");
        Assert.Equal(30, (await ExplainAsync(frozen, 20, 50)).Value!.Value, 1e-3);
        Assert.Empty(await ScenarioCheck.CheckAsync(frozen, _coast.Store, Cancel));
        var fitted = WithMeasure("{op: interpolate, method: kriging, from: stations, column: ppt, variogram: {model: exponential}, output: standard_error}", "worst: 20, best: 0");
        Assert.Equal(0, (await ExplainAsync(fitted, 20, 50)).Value!.Value, 1e-3);
        var told = Assert.Single(await ScenarioCheck.CheckAsync(fitted, _coast.Store, Cancel), p => p.Message.En.Contains("fitted", StringComparison.Ordinal));
        Assert.True(told.IsWarning);
        Assert.Contains("{model: exponential, nugget: ", told.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kriging_of_two_stations_is_refused()
    {
        await WriteAsync(Stations(10.0, 30.0));
        var scenario = WithMeasure("{op: interpolate, method: kriging, from: stations, column: ppt, variogram: {model: spherical}}", "worst: 0, best: 40");
        Assert.Contains("kriging takes 3 to 2000", Assert.Single(await ScenarioCheck.CheckAsync(scenario, _coast.Store, Cancel)).Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Natural_neighbours_have_no_value_outside_the_hull()
    {
        await WriteAsync(FourStations());
        var scenario = WithMeasure("{op: interpolate, method: natural_neighbour, from: stations, column: ppt}", "worst: 0, best: 40");
        Assert.InRange((await ExplainAsync(scenario, 30, 40)).Value!.Value, 5, 29);
        Assert.Null((await ExplainAsync(scenario, 5, 5)).Value);
    }

    [Fact]
    public async Task The_share_of_a_category_is_counted_over_the_cells_around()
    {
        // Within 30 m lie five centres: at column 39 the last pond (1) has rice (2) on one side.
        var scenario = WithMeasure("{op: class_share, from: land_cover, values: [1], radius_m: 30}", "worst: 0, best: 1");
        Assert.Equal(0.8, (await ExplainAsync(scenario, 20, 39)).Value!.Value, 1e-6);
        var far = WithMeasure("{op: class_share, from: land_cover, values: [1], radius_m: 601}", "worst: 0, best: 1");
        var problem = Assert.Single(await ScenarioCheck.CheckAsync(far, _coast.Store, Cancel), p => !p.IsWarning);
        Assert.Contains("beyond the halo of 600 m", problem.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Densities_know_points_from_lines()
    {
        await WriteAsync(Stations(10.0, 30.0));
        var points = WithMeasure("{op: point_density, from: stations, kernel: uniform, radius_m: 500}", "worst: 0, best: 2");
        Assert.Equal((1e6 / (Math.PI * 500 * 500), "/km2"), (Math.Round((await ExplainAsync(points, 20, 12)).Value!.Value, 6), (await ExplainAsync(points, 20, 12)).Unit), new Near(1e-5));
        // A straight road fills row 50: within 500 m of it lies 1 km of road.
        var lines = WithMeasure("{op: line_density, from: roads, kernel: uniform, radius_m: 500}", "worst: 0, best: 2");
        Assert.Equal(1 / (Math.PI * 0.25), (await ExplainAsync(lines, 50, 60)).Value!.Value, 1e-3);
        var mixed = WithMeasure("{op: point_density, from: roads, radius_m: 500}", "worst: 0, best: 2");
        Assert.Contains("holds more than points", Assert.Single(await ScenarioCheck.CheckAsync(mixed, _coast.Store, Cancel)).Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slope_sees_the_step_of_the_terrain()
    {
        // Heights 0 in rows 0 to 3, 1 m below: Horn gives 1 m over 60 m in rows 3 and 4.
        var scenario = WithMeasure("{op: slope, from: terrain, unit: \"%\"}", "worst: 5, best: 0");
        Assert.Equal(100 / 60.0, (await ExplainAsync(scenario, 4, 50)).Value!.Value, 1e-4);
        Assert.Equal(0, (await ExplainAsync(scenario, 6, 50)).Value!.Value, 1e-6);
    }

    [Fact]
    public async Task Months_are_counted_over_layers_and_expressions()
    {
        var scenario = WithMeasure("{op: months_in_range, from: [terrain, high, terrain], low: 1, high: 5}", "worst: 0, best: 3", "  high: {op: expression, expr: \"terrain * 9\", starting_value: true}");
        Assert.Equal((2, "mo"), ((await ExplainAsync(scenario, 20, 20)).Value, (await ExplainAsync(scenario, 20, 20)).Unit));
    }

    [Fact]
    public async Task A_condition_over_several_layers_removes_what_is_false_or_unknown()
    {
        var scenario = ScenarioText.Parse(ScenarioText.With("terrain >= 0.2", "terrain >= 0.2 and land_cover != 2"));
        var theme = (await _coast.RunAsync(scenario)).Themes[0];
        Assert.Equal(0, theme.Reasons[20, 10]);
        Assert.Equal(2, theme.Reasons[2, 10]); // low
        Assert.Equal(2, theme.Reasons[20, 50]); // rice
        Assert.Equal(2, theme.Reasons[20, 100]); // no land cover: not known
    }

    [Fact]
    public async Task Every_measure_is_the_same_in_files()
    {
        await WriteAsync(FourStations());
        foreach (var derived in new[]
        {
            "{op: cost_distance, from: canals, friction: f, neighbours: 16}", "{op: nearest_feature, from: stations, column: ppt}", "{op: interpolate, method: natural_neighbour, from: stations, column: ppt}",
            "{op: interpolate, method: kriging, from: stations, column: ppt, variogram: {model: gaussian, nugget: 1, partial_sill: 50, range_m: 900}}", "{op: class_share, from: land_cover, values: [1, 4], radius_m: 300}",
            "{op: line_density, from: roads, radius_m: 500}", "{op: slope, from: terrain}", "{op: interpolate, from: stations, column: ppt, along: [canals]}", "{op: expression, expr: f * 2}",
        })
        {
            var scenario = WithMeasure(derived, "worst: 0, best: 40", "  f: {op: expression, expr: \"1 + terrain\", starting_value: true}");
            var usual = await _coast.RunAsync(scenario);
            var cut = await new ScenarioRunner(_coast.Store, new RunSettings(1, "0.1.0", TimeProvider.System) { Keeping = new() { MostBytesInMemory = 0 } }).RunAsync(scenario, null, Cancel);
            Assert.True(usual.ResultHash == cut.ResultHash, derived);
        }
    }

    /// <summary>The small scenario with another first criterion: a measure, without its closing brace's mark of origin, on a linear ramp.</summary>
    private static Scenario WithMeasure(string derived, string ramp, string before = "") => ScenarioText.Parse(ScenarioText
        .With("{op: euclidean_distance, from: canals}", HasEvidence(derived) ? derived[..^1] + ", starting_value: true}" : derived)
        .Replace("worst: 1500, best: 90}", ramp + "}\n        nodata: neutral")
        .Replace("derived:", derived.Contains("stations", StringComparison.Ordinal) ? "  stations: {kind: vector}\nderived:" : "derived:")
        .Replace("derived:\n", before.Length > 0 ? $"derived:\n{before}\n" : "derived:\n"));

    // What has no numbers of its own has no origin to name.
    private static bool HasEvidence(string derived) => !derived.Contains("nearest_feature", StringComparison.Ordinal) && !derived.Contains("op: slope", StringComparison.Ordinal);

    private static LayerContent FourStations() => SmallCoast.Layer(
        "stations", GeometryKind.Point, [new("ppt", PropertyType.Number, null, "g/L")], [10.0], "POINT (550315 1061785)",
        30.0, "POINT (551515 1061785)", 18.0, "POINT (550915 1060525)", 4.0, "POINT (552415 1060885)");

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

    private sealed class Near(double tolerance) : IEqualityComparer<(double, string?)>
    {
        public bool Equals((double, string?) x, (double, string?) y) => Math.Abs(x.Item1 - y.Item1) < tolerance && x.Item2 == y.Item2;

        public int GetHashCode((double, string?) obj) => 0;
    }
}
