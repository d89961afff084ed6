using Geo.Engine.Scenarios;

namespace Geo.Tests.Scenarios;

/// <summary>Traps of suitability studies that no other class names: codes taken for amounts, and scales that move with the extent.</summary>
public sealed class TrapTests : IAsyncLifetime
{
    private ScenarioStore _coast = null!; // set before each test

    public async ValueTask InitializeAsync() => _coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());

    public async ValueTask DisposeAsync() => await _coast.DisposeAsync();

    [Theory]
    [InlineData("kind: categorical", "kind: categorical, resample: bilinear", "layers.land_cover.resample", "would average codes")]
    [InlineData("{type: categories, table: {1: 1, 2: 0.5, 4: 0, 7: 0.6}}", "{type: linear, worst: 7, best: 1}", "themes.aquaculture.criteria[2].membership", "codes of categories, which are not amounts")]
    [InlineData("layer: d_canal\n        membership: {type: linear, worst: 1500, best: 90}", "layer: d_canal\n        membership: {type: categories, table: {1: 1}}", "themes.aquaculture.criteria[0].membership", "is not categorical")]
    public void Trap_5_a_code_is_not_an_amount(string old, string replacement, string path, string words)
    {
        var parse = ScenarioFile.Parse(ScenarioText.With(old, replacement), "small.yaml");
        Assert.Contains(parse.Problems, p => p.Path == path && p.Message.En.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Trap_5_a_class_without_a_degree_is_an_error_and_never_a_zero()
    {
        var problems = await ScenarioCheck.CheckAsync(ScenarioText.Parse(ScenarioText.With("4: 0, 7: 0.6}", "4: 0}")), _coast.Store, TestContext.Current.CancellationToken);
        Assert.Contains(problems, p => !p.IsWarning && p.Message.En.Contains("no degree for the categories 7", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{method: wlc}")]
    [InlineData("{method: topsis}")]
    [InlineData("{method: owa, alpha: 3}")]
    public async Task Trap_8_a_score_does_not_move_with_the_extent(string aggregation)
    {
        const string Weights = "weights: {method: direct";
        var yaml = ScenarioText.With(Weights, $"aggregation: {aggregation}\n    {Weights}");
        var whole = (await _coast.RunAsync(ScenarioText.Parse(yaml))).Themes[0].Score;
        // The western half only; the halo still shows the same canal and road.
        var half = (await _coast.RunAsync(ScenarioText.Parse(yaml.Replace("size: [120, 80], halo_m: 600", "size: [60, 80], halo_m: 3000", StringComparison.Ordinal)))).Themes[0].Score;
        for (var row = 0; row < 80; row++)
            for (var column = 0; column < 60; column++)
                Assert.Equal(whole[row, column], half[row, column]);
    }

    [Fact]
    public async Task Trap_8_weights_from_data_move_with_the_extent_until_they_are_frozen()
    {
        const string Direct = "{method: direct, values: {canal: 3, road: 1, cover: 2}";
        var (whole, half) = (ScenarioText.With(Direct, "{method: std"), ScenarioText.With(Direct, "{method: std").Replace("size: [120, 80]", "size: [60, 80]", StringComparison.Ordinal));
        var weights = (await _coast.RunAsync(ScenarioText.Parse(whole))).Manifest.Themes[0].Weights.Select(w => w.Used).ToArray();
        Assert.NotEqual(weights[0], (await _coast.RunAsync(ScenarioText.Parse(half))).Manifest.Themes[0].Weights[0].Used, 1e-6);
        var frozen = FormattableString.Invariant($"{{method: direct, values: {{canal: {weights[0]:R}, road: {weights[1]:R}, cover: {weights[2]:R}}}");
        Assert.Equal(weights[0], (await _coast.RunAsync(ScenarioText.Parse(half.Replace("{method: std", frozen, StringComparison.Ordinal)))).Manifest.Themes[0].Weights[0].Used, 1e-12);
    }
}
