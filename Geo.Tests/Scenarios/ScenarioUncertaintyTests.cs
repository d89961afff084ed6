using Geo.Engine.Features;
using Geo.Engine.Scenarios;
using Geo.Engine.Suitability;

namespace Geo.Tests.Scenarios;

/// <summary>What <c>uncertainty:</c> adds to a run.</summary>
public sealed class ScenarioUncertaintyTests : IAsyncLifetime
{
    private ScenarioStore _coast = null!; // set before each test

    public async ValueTask InitializeAsync() => _coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());

    public async ValueTask DisposeAsync() => await _coast.DisposeAsync();

    [Fact]
    public async Task A_run_without_it_is_the_same_as_before_and_with_it_only_gains_outputs()
    {
        var (plain, asked) = (await _coast.RunAsync(ScenarioText.Parse(ScenarioText.Right)), await _coast.RunAsync(Asked("pass: S2, weights: {method: dirichlet, concentration: 20}, n: 64")));
        Assert.Equal(plain.Manifest.Outputs, asked.Manifest.Outputs.Where(o => !o.Name.StartsWith("confidence-", StringComparison.Ordinal) && !o.Name.StartsWith("probability-", StringComparison.Ordinal)));
        Assert.Equal(2, asked.Manifest.Outputs.Count - plain.Manifest.Outputs.Count);
    }

    [Fact]
    public async Task Shares_lie_between_0_and_1_in_exactly_the_cells_with_a_score()
    {
        var theme = (await _coast.RunAsync(Asked("pass: S2, weights: {method: interval, share: 0.5}, n: 128, seed: 5"))).Themes[0];
        foreach (var shares in new[] { theme.Uncertainty!.Confidence!, theme.Uncertainty.Probability! })
            foreach (var (share, score) in shares.Cells.ToArray().Zip(theme.Score.Cells.ToArray()))
                Assert.True(float.IsNaN(share) == float.IsNaN(score) && (float.IsNaN(share) || share is >= 0 and <= 1));
        Assert.Null(theme.Uncertainty.UnderErrors);
    }

    [Fact]
    public async Task The_table_says_what_one_weight_does_at_a_time_and_how_districts_rank()
    {
        var report = (await _coast.RunAsync(Asked("pass: S2, weights: {method: ignorance}, n: 256, step: 0.5, index_n: 16"))).Manifest.Themes[0].Uncertainty!;
        Assert.Equal(["canal", "road", "cover"], report.OneAtATime.Select(s => s.Criterion));
        Assert.All(report.OneAtATime, s => Assert.InRange(s.More!.Value, 0, 1));
        Assert.Equal(3, report.Indices.Count);
        Assert.Equal(["941", "942"], report.Ranks.Select(r => r.UnitCode));
        Assert.All(report.Ranks, r => Assert.Equal(1, r.Frequencies.Sum(), 1e-12));
    }

    [Fact]
    public async Task Errors_of_layers_give_a_map_of_their_own()
    {
        var yaml = ScenarioText.With("layer: d_canal", "layer: d_canal\n        error_sd: 300").Replace("zones: {lowest", "uncertainty: {pass: S2, n: 8, layer_n: 64, seed: 2}\nzones: {lowest", StringComparison.Ordinal);
        var theme = (await _coast.RunAsync(ScenarioText.Parse(yaml))).Themes[0];
        var shares = theme.Uncertainty!.UnderErrors!.Cells.ToArray().Where(s => !float.IsNaN(s)).ToList();
        Assert.Contains(shares, s => s is > 0 and < 1);
        Assert.All(shares, s => Assert.InRange(s, 0, 1));
    }

    [Fact]
    public async Task How_often_a_cell_is_among_the_best_and_passes_under_weights_and_errors_together_are_maps_of_their_own()
    {
        var yaml = ScenarioText.With("layer: d_canal", "layer: d_canal\n        error_sd: 300").Replace("zones: {lowest", "uncertainty: {pass: S2, weights: {method: dirichlet, concentration: 10}, n: 8, best_share: 0.2, best_n: 40, joint_n: 64, layer_n: 0, seed: 2}\nzones: {lowest", StringComparison.Ordinal);
        var result = await _coast.RunAsync(ScenarioText.Parse(yaml));
        var (uncertainty, score) = (result.Themes[0].Uncertainty!, result.Themes[0].Score.Cells.ToArray());
        foreach (var shares in new[] { uncertainty.AmongBest!, uncertainty.Joint! })
            foreach (var (share, scored) in shares.Cells.ToArray().Zip(score))
                Assert.True(float.IsNaN(share) == float.IsNaN(scored) && (float.IsNaN(share) || share is >= 0 and <= 1));

        // Under each weighting a fifth of the cells are the best, and those that tie with the last of them.
        Assert.InRange(uncertainty.AmongBest!.Cells.ToArray().Where(s => !float.IsNaN(s)).Average(), 0.2, 0.25);
        var joint = result.Manifest.Themes[0].Uncertainty!.Joint!;
        Assert.Equal(uncertainty.Joint!.Cells.ToArray().Where(s => !float.IsNaN(s)).Average(s => (double)s), joint.Mean, 1e-6);
        Assert.True(joint.P05 <= joint.P50 && joint.P50 <= joint.P95 && joint.P05 < joint.P95);
        Assert.Equal(["among-best-aquaculture", "joint-aquaculture"], result.Manifest.Outputs.Select(o => o.Name).Where(n => n.StartsWith("among", StringComparison.Ordinal) || n.StartsWith("joint", StringComparison.Ordinal)));
        Assert.Contains(ScenarioPublication.ToStoreChange(result).Documents, d => d.Name == "grids/joint-aquaculture.json");
    }

    [Fact]
    public async Task The_same_scenario_gives_the_same_hash_on_any_number_of_threads()
    {
        var scenario = Asked("pass: S3, weights: {method: dirichlet, concentration: 5}, sampler: random, n: 100, seed: 9");
        Assert.Equal((await _coast.RunAsync(scenario, 1)).ResultHash, (await _coast.RunAsync(scenario, 4)).ResultHash);
    }

    [Fact]
    public async Task The_maps_are_published_as_grids()
    {
        var result = await _coast.RunAsync(Asked("pass: S2, weights: {method: interval, share: 0.2}, n: 16"));
        await _coast.Store.ApplyAsync(ScenarioPublication.ToStoreChange(result), TestContext.Current.CancellationToken);
        Assert.NotNull(await _coast.Store.FindDocumentAsync("grids/confidence-aquaculture.tif", TestContext.Current.CancellationToken));
        Assert.NotNull(await _coast.Store.FindDocumentAsync("grids/probability-aquaculture.json", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("weights: {method: ignorance}", "uncertainty", "'pass' is missing")]
    [InlineData("pass: N", "uncertainty.pass", "'N' is not known")]
    [InlineData("pass: S2, weights: {method: dirichlets}", "uncertainty.weights.method", "did you mean 'dirichlet'?")]
    [InlineData("pass: S2, weights: {method: interval}", "uncertainty.weights", "'share' is missing")]
    [InlineData("pass: S2, weights: {method: interval, share: 2}", "uncertainty.weights.share", "2 is not allowed")]
    [InlineData("pass: S2, n: 1", "uncertainty.n", "1 is not allowed")]
    [InlineData("pass: S2, best_share: 0", "uncertainty.best_share", "0 is not allowed")]
    [InlineData("pass: S2, joint_n: 8", "uncertainty", "no criterion says how wrong it may be")]
    [InlineData("pass: S2, seeds: 1", "uncertainty.seeds", "did you mean 'seed'?")]
    public void A_fault_is_named(string section, string path, string words)
    {
        var parse = ScenarioFile.Parse(Text(section), "small.yaml");
        Assert.Contains(parse.Problems, p => p.Path == path && $"{p.Message.En} {p.Hint?.En}".Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Codes_of_categories_have_no_standard_error()
    {
        var parse = ScenarioFile.Parse(ScenarioText.With("nodata: renormalise", "nodata: renormalise\n        error_sd: 1"), "small.yaml");
        Assert.Equal("themes.aquaculture.criteria[2].error_sd", Assert.Single(parse.Problems).Path);
    }

    private static Scenario Asked(string section) => ScenarioText.Parse(Text(section));

    private static string Text(string section) => ScenarioText.With("zones: {lowest", $"uncertainty: {{{section}}}\nzones: {{lowest");
}
