using Geo.Engine.Features;
using Geo.Engine.Scenarios;

namespace Geo.Tests.Scenarios;

public sealed class ScenarioCheckTests : IAsyncLifetime
{
    private ScenarioStore _coast = null!; // set before each test

    public async ValueTask InitializeAsync() => _coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());

    public async ValueTask DisposeAsync() => await _coast.DisposeAsync();

    [Fact]
    public async Task A_right_scenario_passes() => Assert.Empty(await CheckAsync(ScenarioText.Right));

    [Theory]
    [InlineData("roads: {kind: vector,", "roads: {id: road, kind: vector,", "layers.roads", "did you mean 'roads'?")]
    [InlineData("id: land-cover,", "id: land_cover,", "layers.land_cover", "did you mean 'land-cover'?")]
    [InlineData("districts: districts", "districts: provinces", "study_area.districts", "no layer 'provinces'")]
    [InlineData("districts: districts", "districts: roads", "study_area.districts", "no column 'unit_code'")]
    [InlineData("where: {state: existing}", "where: {status: existing}", "layers.canals.where", "did you mean 'state'?")]
    [InlineData("where: {state: existing}", "where: {state: dreamt}", "layers.canals", "no feature of layer 'canals' is left")]
    [InlineData("terrain: {kind: continuous, unit: m}", "terrain: {kind: continuous, unit: ft}", "layers.terrain.unit", "is in m, the scenario counts on ft")]
    [InlineData("terrain: {kind: continuous, unit: m}", "terrain: {id: land-cover, kind: continuous}", "layers.terrain.kind", "is categorical")]
    [InlineData("4: 0, 7: 0.6}", "4: 0}", "themes.aquaculture.criteria[2].membership.table", "no degree for the categories 7")]
    [InlineData("activity: brackish-shrimp", "activity: brackish-shrimps", "themes.aquaculture.economy.activity", "did you mean 'brackish-shrimp'?")]
    [InlineData("crs: \"EPSG:9209\"", "crs: \"EPSG:5897\"", "layers.land_cover", "is in EPSG:9209; the scenario's grid is in EPSG:5897")]
    [InlineData("origin: [550000, 1060000]", "origin: [650000, 1060000]", "grid", "no cell of the grid lies in layer 'districts'")]
    [InlineData("size: [120, 80]", "size: [90000, 90000]", "grid.size", "at most 2,147,483,591 are allowed")]
    [InlineData("size: [120, 80]", "size: [46000, 46000]", "grid.size", "MiB of memory; the limit here is")]
    public async Task A_fault_is_named_with_what_was_found_and_what_is_allowed(string old, string replacement, string path, string words)
    {
        var problems = await CheckAsync(ScenarioText.With(old, replacement));
        Assert.Contains(problems, p => !p.IsWarning && p.Path == path && $"{p.Message} {p.Hint}".Contains(words, StringComparison.Ordinal));
        if (!words.Contains("MiB", StringComparison.Ordinal))
            await Assert.ThrowsAsync<ScenarioFailedException>(() => _coast.RunAsync(ScenarioText.Parse(ScenarioText.With(old, replacement))));
    }

    [Fact]
    public async Task A_criterion_without_data_in_the_area_is_named()
    {
        var elsewhere = SmallCoast.Frame with { Left = 700_000 };
        var grid = new Geo.Engine.Grids.Grid<float>(elsewhere);
        await _coast.Store.ApplyAsync(
            new StoreChange { Documents = [.. SmallCoast.Grid("terrain", grid, new Geo.Engine.Grids.GeoTiffOptions(), false, "m", [])] }, TestContext.Current.CancellationToken);
        var yaml = ScenarioText.With("layer: d_road\n        membership: {type: small, midpoint: 900, spread: 3}", "layer: terrain\n        membership: {type: linear, worst: 0, best: 2}");
        var problem = Assert.Single(await CheckAsync(yaml), p => !p.IsWarning);
        Assert.Equal(("themes.aquaculture.criteria[1]", "criterion 'road' has no data in the study area"), (problem.Path, problem.Message.En));
    }

    [Fact]
    public async Task A_flat_criterion_and_a_layer_that_counts_twice_are_worth_a_warning()
    {
        var yaml = ScenarioText.With("worst: 1500, best: 90", "worst: 900000, best: 800000").Replace("mask: land_cover\n        values: [4]", "mask: roads");
        var problems = await CheckAsync(yaml);
        Assert.All(problems, p => Assert.True(p.IsWarning));
        Assert.Contains(problems, p => p.Path == "themes.aquaculture.criteria[0]" && p.Message.En.Contains("hardly varies", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Path == "themes.aquaculture.constraints[0]" && p.Message.En.Contains("'roads' both removes cells and grades them", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Judgements_that_contradict_each_other_are_worth_a_warning_and_name_the_worst()
    {
        var yaml = ScenarioText.With(
            "{method: direct, values: {canal: 3, road: 1, cover: 2}", "{method: ahp, experts: [{name: a, matrix: [[1, 9, 1/9], [1/9, 1, 9], [9, 1/9, 1]]}]");
        var warning = Assert.Single(await CheckAsync(yaml));
        Assert.Equal(("themes.aquaculture.weights", true), (warning.Path, warning.IsWarning));
        Assert.Contains("saaty-1980", warning.Message.En, StringComparison.Ordinal);
        Assert.Contains("canal against road (given 9, implied 1)", warning.Hint?.En, StringComparison.Ordinal);
        Assert.NotEmpty((await _coast.RunAsync(ScenarioText.Parse(yaml))).Manifest.Warnings);
    }

    private async Task<IReadOnlyList<ScenarioProblem>> CheckAsync(string yaml) =>
        await ScenarioCheck.CheckAsync(ScenarioText.Parse(yaml), _coast.Store, TestContext.Current.CancellationToken);
}
