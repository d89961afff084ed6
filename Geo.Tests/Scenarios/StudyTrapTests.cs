using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Scenarios;

namespace Geo.Tests.Scenarios;

/// <summary>The traps of suitability studies that lie in what is read off the layers: edges, missing values, alignment, units of area, coordinate systems and units.</summary>
public sealed class StudyTrapTests : IAsyncLifetime
{
    private static readonly Scenario Small = ScenarioText.Parse(ScenarioText.Right);
    private ScenarioStore _coast = null!; // set before each test

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());

    public async ValueTask DisposeAsync() => await _coast.DisposeAsync();

    [Fact]
    public async Task Trap_1_edges_a_road_just_outside_the_grid_counts_and_one_beyond_the_halo_does_not()
    {
        // The grid begins at east 550 000; roads run north to south 285 m and 615 m west of it: the halo of 600 m is 20 cells.
        await WriteAsync(Road("LINESTRING (549715 1059000, 549715 1063000)"));
        var near = (await _coast.RunAsync(Small)).Themes[0];
        // Column 0 is 300 m from it, and its membership 1 / (1 + (300 / 900)^3) replaces that of the road in row 50.
        await WriteAsync(Road("LINESTRING (549385 1059000, 549385 1063000)"));
        var problems = await ScenarioCheck.CheckAsync(Small, _coast.Store, Cancel);
        Assert.Contains(problems, p => p.Message.En.Contains("'road' has no data", StringComparison.Ordinal));
        Assert.Equal(1 / (1 + (1 / 27.0)), (near.Score[30, 0] * 6) - 2 - (3 * (1500 - 990) / 1410.0), 1e-5);
    }

    [Fact]
    public async Task Trap_2_nodata_is_not_zero_and_its_hectares_are_told()
    {
        var exclude = ScenarioText.Parse(ScenarioText.With("nodata: renormalise", "nodata: exclude"));
        var theme = (await _coast.RunAsync(exclude)).Themes[0];
        // Columns 100 and 101 have no land cover: no score, and a reason of their own, in the 70 rows of the east.
        Assert.Equal(float.NaN, theme.Score[30, 100]);
        var reason = theme.ReasonTable.Single(r => r.Id == "no-data:cover");
        Assert.Equal(2 * 66, reason.Cells); // four of the rows are low land, which went first
        Assert.Equal(2 * 66 * 0.09, theme.Districts.Sum(d => d.NoDataHectares), 0.01);
    }

    [Fact]
    public async Task Trap_2_nodata_is_never_interpolated()
    {
        var terrain = new Grid<float>(SmallCoast.Frame with { CellSizeMetres = 60, Rows = 40, Columns = 60 });
        terrain.Cells.Fill(5);
        terrain[20, 20] = float.NaN;
        await WriteGridAsync(terrain);
        var scenario = ScenarioText.Parse(ScenarioText.With("layer: d_road", "layer: terrain"));
        var theme = (await _coast.RunAsync(scenario)).Themes[0];
        // The cells of 30 m whose bilinear neighbourhood touches the hole have no value: excluded by the constraint, never 5 and never less.
        Assert.Equal(2, theme.Reasons[40, 40]);
        Assert.Equal(2, theme.Reasons[39, 39]);
        Assert.NotEqual(2, theme.Reasons[38, 38]);
    }

    [Fact]
    public void Trap_5_categories_are_no_numbers()
    {
        foreach (var (derived, told) in new[]
        {
            ("{op: expression, expr: land_cover * 2, starting_value: true}", "codes of categories are not amounts"),
            ("{op: sum_within, from: land_cover, radius_m: 100, starting_value: true}", "codes of categories are not amounts"),
            ("{op: slope, from: land_cover}", "codes of categories are not amounts"),
            ("{op: cost_distance, from: canals, friction: land_cover, starting_value: true}", "codes of categories are not a friction"),
            ("{op: months_in_range, from: [terrain, land_cover], low: 1, high: 2, starting_value: true}", "codes of categories are not amounts"),
        })
            Assert.Contains(told, Assert.Single(ScenarioFile.Parse(ScenarioText.With("{op: euclidean_distance, from: canals}", derived), "x").Problems, p => !p.IsWarning && p.Path.StartsWith("derived.d_canal", StringComparison.Ordinal)).Message.En, StringComparison.Ordinal);
        var ordered = ScenarioFile.Parse(ScenarioText.With("terrain >= 0.2", "land_cover >= 2"), "x");
        Assert.Contains("ask by == or !=", Assert.Single(ordered.Problems).Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(15, 0, false, "0.5 cells east and 0 cells north off the scenario's")]
    [InlineData(0, 15, false, "0 cells east and 0.5 cells north off the scenario's")]
    [InlineData(6, 0, true, "0.2 cells east and 0 cells north off the scenario's")]
    public async Task Trap_6_a_grid_that_lies_part_of_a_cell_off_is_told(double east, double north, bool isWarning, string told)
    {
        // Two cells wider on every side, so that only its lattice is wrong.
        var frame = SmallCoast.Frame.WithHalo(2);
        var shifted = new Grid<float>(frame with { Left = frame.Left + east, Top = frame.Top + north });
        shifted.Cells.Fill(1);
        await WriteGridAsync(shifted);
        var problem = Assert.Single(await ScenarioCheck.CheckAsync(Small, _coast.Store, Cancel), p => p.Path == "layers.terrain");
        Assert.Contains(told, problem.Message.En, StringComparison.Ordinal);
        Assert.Equal(isWarning, problem.IsWarning);
        Assert.NotNull(problem.Hint);
    }

    [Fact]
    public async Task Trap_6_a_grid_that_misses_the_area_by_half_a_cell_is_refused()
    {
        var frame = SmallCoast.Frame with { CellSizeMetres = 20, Columns = 180, Rows = 120 };
        var shifted = new Grid<float>(frame with { Left = frame.Left + 10 });
        shifted.Cells.Fill(1);
        await WriteGridAsync(shifted);
        var problem = Assert.Single(await ScenarioCheck.CheckAsync(Small, _coast.Store, Cancel), p => p.Path == "layers.terrain");
        Assert.False(problem.IsWarning);
        Assert.Contains("misses 10 m, less than a cell, at the edge of the study area", problem.Message.En, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ScenarioFailedException>(() => _coast.RunAsync(Small));
    }

    [Fact]
    public async Task Trap_6_how_thin_things_become_cells_is_said_in_the_file()
    {
        // A slanting canal: one cell a step by centres, every touched cell otherwise.
        await WriteAsync(SmallCoast.Layer("canals", GeometryKind.LineString, [SmallCoast.Text("state")], ["existing"], "LINESTRING (550000 1060000, 553600 1061200)"));
        var text = Masked(ScenarioText.Right);
        var touched = (await _coast.RunAsync(ScenarioText.Parse(text))).Themes[0].ReasonTable[0].Cells;
        var centres = (await _coast.RunAsync(ScenarioText.Parse(text.Replace("canals: {kind: vector, where: {state: existing}, rasterize: all_touched}", "canals: {kind: vector, where: {state: existing}, rasterize: centre}", StringComparison.Ordinal)))).Themes[0].ReasonTable[0].Cells;
        Assert.True(touched > centres * 1.25, $"{touched} and {centres}");
    }

    [Fact]
    public async Task Trap_7_areal_units_cells_are_judged_first_and_summed_up_last_so_any_districts_give_the_same_hectares()
    {
        var eleven = (await _coast.RunAsync(Small)).Themes[0];
        await WriteAsync(SmallCoast.Layer(
            "districts", GeometryKind.Polygon, [SmallCoast.Text("unit_code"), SmallCoast.Text("name_vi"), SmallCoast.Text("name_en")],
            ["1", "Phường Bắc", "North"], "POLYGON ((549000 1061000, 551800 1061000, 551800 1063000, 549000 1063000, 549000 1061000))",
            "2", "Phường Nam", "South", "POLYGON ((549000 1059000, 551800 1059000, 551800 1061000, 549000 1061000, 549000 1059000))",
            "3", "Xã Đông", "East", "POLYGON ((551800 1060300, 553300 1060300, 553300 1063000, 551800 1063000, 551800 1060300))"));
        var three = (await _coast.RunAsync(Small)).Themes[0];
        Assert.Equal((2, 3), (eleven.Districts.Count, three.Districts.Count));
        Assert.Equal(eleven.Score.Cells.ToArray(), three.Score.Cells.ToArray());
        for (var c = 0; c < 4; c++)
            Assert.Equal(eleven.Districts.Sum(d => d.ClassHectares[c]), three.Districts.Sum(d => d.ClassHectares[c]), 1e-6);
    }

    [Theory]
    [InlineData("EPSG:4326", "LINESTRING (550000 1060000, 553600 1061200)", "labelled EPSG:4326 (degrees)")]
    [InlineData("EPSG:9209", "LINESTRING (105.9 9.5, 106 9.6)", "labelled EPSG:9209 (metres)")]
    public async Task Trap_9_metres_labelled_degrees_and_degrees_labelled_metres_are_refused(string system, string wkt, string told)
    {
        var layer = Road(wkt);
        var labelled = layer.Definition with { System = CoordinateSystems.All.First(s => s.Code == system) };
        var geometry = new NetTopologySuite.IO.WKTReader().Read(wkt);
        await WriteAsync(new LayerContent(labelled, new[] { new Feature(1, geometry, []) }.ToAsyncEnumerable()));
        var problem = Assert.Single(await ScenarioCheck.CheckAsync(Small, _coast.Store, Cancel), p => p.Path == "layers.roads");
        Assert.Contains(told, problem.Message.En, StringComparison.Ordinal);
        Assert.False(problem.IsWarning);
    }

    [Fact]
    public void Trap_9_units_that_differ_are_neither_added_nor_compared()
    {
        var parse = ScenarioFile.Parse(ScenarioText.With("terrain >= 0.2", "terrain + d_steep > 2").Replace("  d_road:", "  d_steep: {op: slope, from: terrain}\n  d_road:", StringComparison.Ordinal), "x");
        Assert.Contains("m cannot be added to or compared with deg", Assert.Single(parse.Problems).Message.En, StringComparison.Ordinal);
        var feet = ScenarioFile.Parse(ScenarioText.With("terrain: {kind: continuous, unit: m}", "terrain: {kind: continuous, unit: \"[ft_i]\"}").Replace("  d_road:", "  d_steep: {op: slope, from: terrain}\n  d_road:", StringComparison.Ordinal), "x");
        Assert.Contains("a slope needs metres", Assert.Single(feet.Problems).Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trap_9_a_cost_is_counted_by_the_metre_and_not_by_the_cell()
    {
        // The same canal and friction on cells of 30 m and 60 m: 300 m away costs the same.
        var coarse = ScenarioText.Parse(Costly().Replace("cell: 30, origin: [550000, 1060000], size: [120, 80]", "cell: 60, origin: [550000, 1060000], size: [60, 40]", StringComparison.Ordinal));
        // Column 33 of 30 m, and column 16 of 60 m, hold the canal: 600 m on are columns 53 and 26. Membership 1 - 600 / 3000.
        var (fine, wide) = ((await _coast.RunAsync(ScenarioText.Parse(Costly()))).Themes[0], (await _coast.RunAsync(coarse)).Themes[0]);
        Assert.Equal(0.8, ((fine.Score[30, 53] * 6) - 1 - Road30(fine)) / 3, 1e-4);
        Assert.Equal(0.8, ((wide.Score[15, 26] * 6) - 1 - Road60(wide)) / 3, 1e-4);
    }

    // Rows 30 of 30 m and 15 of 60 m lie 20 and 10 cells from the road.
    private static double Road30(ThemeResult theme) => 1 / (1 + Math.Pow(Math.Abs(50 - 30) * theme.Score.Frame.CellSizeMetres / 900, 3));

    private static double Road60(ThemeResult theme) => 1 / (1 + Math.Pow(Math.Abs(25 - 15) * theme.Score.Frame.CellSizeMetres / 900, 3));

    private static string Costly() => ScenarioText
        .With("d_canal: {op: euclidean_distance, from: canals}", "one: {op: expression, expr: \"1\", starting_value: true}\n  d_canal: {op: cost_distance, from: canals, friction: one, starting_value: true}")
        .Replace("worst: 1500, best: 90", "worst: 3000, best: 0", StringComparison.Ordinal);

    private static string Masked(string text) => text.Replace("        values: [4]\n", "", StringComparison.Ordinal).Replace("        buffer_m: 100\n", "", StringComparison.Ordinal).Replace("mask: land_cover", "mask: canals", StringComparison.Ordinal);

    private static LayerContent Road(string wkt) => SmallCoast.Layer("roads", GeometryKind.LineString, [], [], "", wkt);

    private Task WriteAsync(LayerContent layer) => _coast.Store.ApplyAsync(new StoreChange { Layers = [layer] }, Cancel);

    private Task WriteGridAsync(Grid<float> terrain) =>
        _coast.Store.ApplyAsync(new StoreChange { Documents = [.. SmallCoast.Grid("terrain", terrain, new GeoTiffOptions(), isCategorical: false, "m", [])] }, Cancel);
}
