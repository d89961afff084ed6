using Geo.Engine.Scenarios;
using Geo.Engine.Suitability;

namespace Geo.Tests.Scenarios;

/// <summary>Weights and rules of combination as scenario files say them, read, checked and run.</summary>
public sealed class ScenarioWeightsTests : IAsyncLifetime
{
    private const string Direct = "{method: direct, values: {canal: 3, road: 1, cover: 2}, starting_value: true}";

    private ScenarioStore _coast = null!; // set before each test

    public async ValueTask InitializeAsync() => _coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());

    public async ValueTask DisposeAsync() => await _coast.DisposeAsync();

    [Theory]
    [InlineData("{method: rank, ranks: {canal: 1, road: 3, cover: 2}", 11 / 18.0, 2 / 18.0, 5 / 18.0)]
    [InlineData("{method: rank, rule: rs, ranks: {canal: 1, road: 3, cover: 2}", 3 / 6.0, 1 / 6.0, 2 / 6.0)]
    [InlineData("{method: rank, rule: rr, ranks: {canal: 1, road: 3, cover: 2}", 6 / 11.0, 2 / 11.0, 3 / 11.0)]
    [InlineData("{method: swing, points: {canal: 100, road: 25, cover: 75}", 0.5, 0.125, 0.375)]
    [InlineData("{method: best_worst, best: canal, worst: road, best_to_others: {canal: 1, road: 8, cover: 2}, others_to_worst: {canal: 8, road: 1, cover: 5}", 0.60714286, 0.07142857, 0.32142857)]
    [InlineData("{method: best_worst, form: ratio, best: canal, worst: road, best_to_others: {canal: 1, road: 8, cover: 2}, others_to_worst: {canal: 8, road: 1, cover: 5}", 0.5899, 0.0714, 0.3387)]
    [InlineData("{method: hierarchy, among: {method: direct, values: {near: 3, land: 1}}, groups: {near: {criteria: [road, canal], weights: {method: direct, values: {road: 1, canal: 2}}}, land: {criteria: [cover]}}", 0.5, 0.25, 0.25)]
    public void A_weighting_gives_the_weights_of_its_rule(string weights, double canal, double road, double cover)
    {
        var used = Weighted(weights).Themes[0].Weighting.Resolve().Select(w => w.Used).ToArray();
        Assert.Equal(canal, used[0], 1e-3);
        Assert.Equal(road, used[1], 1e-3);
        Assert.Equal(cover, used[2], 1e-3);
    }

    [Theory]
    [InlineData("direct, values: {canal: .nan, road: 1, cover: 2}", "themes.aquaculture.weights.values.canal", ".nan is not a finite number")]
    [InlineData("direct, values: {canal: -1, road: 1, cover: 2}", "themes.aquaculture.weights.values.canal", "-1 is not allowed")]
    [InlineData("direct, values: {road: 1, cover: 2}", "themes.aquaculture.weights.values", "'canal' is missing")]
    [InlineData("direct, values: {canal: 0, road: 0, cover: 0}", "themes.aquaculture.weights.values", "all weights are 0")]
    [InlineData("swing, points: {canal: 0, road: 0, cover: 0}", "themes.aquaculture.weights.points", "all weights are 0")]
    [InlineData("swing, points: {canal: 120, road: 0, cover: 0}", "themes.aquaculture.weights.points.canal", "allowed are numbers from 0 to 100")]
    [InlineData("rank, ranks: {canal: 1.5, road: 2, cover: 3}", "themes.aquaculture.weights.ranks", "ranks are whole numbers")]
    [InlineData("rank, rule: rc, ranks: {canal: 1, road: 2, cover: 3}", "themes.aquaculture.weights.rule", "'rc' is not known")]
    [InlineData("ahp, experts: [{name: a, matrix: [[1, 2, 3], [1/2, 1, 1], [1/2, 1, 1]]}]", "themes.aquaculture.weights.experts[0].matrix", "each must be one divided by the other")]
    [InlineData("best_worst, best: canal, worst: canal, best_to_others: {canal: 1, road: 8, cover: 2}, others_to_worst: {canal: 8, road: 1, cover: 5}", "themes.aquaculture.weights.worst", "cannot be both")]
    [InlineData("best_worst, best: canal, worst: road, best_to_others: {canal: 2, road: 8, cover: 2}, others_to_worst: {canal: 8, road: 1, cover: 5}", "themes.aquaculture.weights", "against itself must be 1")]
    [InlineData("best_worst, best: canal, worst: road, best_to_others: {canal: 1, road: 8, cover: 2}, others_to_worst: {canal: 7, road: 1, cover: 5}", "themes.aquaculture.weights", "is 8 in best_to_others but 7 in others_to_worst")]
    [InlineData("critics", "themes.aquaculture.weights.method", "did you mean 'critic'?")]
    [InlineData("hierarchy, among: {method: direct, values: {near: 1}}, groups: {near: {criteria: [road, canal], weights: {method: std}}}", "themes.aquaculture.weights.groups", "in no group: cover")]
    [InlineData("hierarchy, among: {method: direct, values: {near: 1}}, groups: {near: {criteria: [road, road], weights: {method: std}}}", "themes.aquaculture.weights.groups.near.criteria[1]", "in a group already")]
    [InlineData("hierarchy, among: {method: std}, groups: {near: {criteria: [road, canal, cover], weights: {method: std}}}", "themes.aquaculture.weights", "cannot come of data")]
    public void Trap_4_a_weighting_that_is_wrong_is_named_and_never_mended(string weights, string path, string words)
    {
        var parse = ScenarioFile.Parse(ScenarioText.With(Direct, $"{{method: {weights}, starting_value: true}}"), "small.yaml");
        Assert.Null(parse.Scenario);
        Assert.Contains(parse.Problems, p => p.Path == path && $"{p.Message.En} {p.Hint?.En}".Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{method: owa}", "themes.aquaculture.aggregation", "owa needs alpha or places")]
    [InlineData("{method: owa, alpha: 1, places: [1, 1, 1]}", "themes.aquaculture.aggregation", "owa needs alpha or places")]
    [InlineData("{method: owa, alpha: -1}", "themes.aquaculture.aggregation.alpha", "-1 is not allowed")]
    [InlineData("{method: owa, places: [1, 1]}", "themes.aquaculture.aggregation.places", "2 places for 3 criteria")]
    [InlineData("{method: owa, places: [0, 0, 0]}", "themes.aquaculture.aggregation.places", "all weights of places are 0")]
    [InlineData("{method: owa, places: [1, 1, 1]}", "themes.aquaculture.aggregation", "cannot leave a criterion out, but 'cover'")]
    [InlineData("{method: fuzzy_gamma}", "themes.aquaculture.aggregation", "'gamma' is missing")]
    [InlineData("{method: fuzzy_gama}", "themes.aquaculture.aggregation.method", "did you mean 'fuzzy_gamma'?")]
    [InlineData("{method: ideal_point, power: 0.5}", "themes.aquaculture.aggregation.power", "0.5 is not allowed")]
    public void A_rule_of_combination_that_is_wrong_is_named(string aggregation, string path, string words)
    {
        var parse = ScenarioFile.Parse(ScenarioText.With(Direct, $"{Direct}\n    aggregation: {aggregation}"), "small.yaml");
        Assert.Null(parse.Scenario);
        Assert.Contains(parse.Problems, p => p.Path == path && $"{p.Message.En} {p.Hint?.En}".Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Weights_from_data_are_frozen_into_the_scenario_of_the_manifest()
    {
        var asked = Weighted("{method: critic");
        var result = await _coast.RunAsync(asked);
        var theme = result.Manifest.Themes[0];
        var frozen = Assert.IsType<Weighting.FromData>(result.Manifest.Scenario.Themes[0].Weighting).Frozen!;
        Assert.Equal(theme.Weights.Select(w => w.Used), frozen, Suitability.Close.Instance);
        Assert.Equal(1, frozen.Sum(), 1e-12);
        Assert.True(asked.Themes[0].Weighting.NeedsData);
    }

    [Fact]
    public async Task The_manifest_shows_how_criteria_correlate_and_what_they_lack()
    {
        var report = (await _coast.RunAsync(ScenarioText.Parse(ScenarioText.Right))).Manifest.Themes[0].Weighting;
        Assert.Equal((3, 3), (report.Correlation.Count, report.VarianceInflation.Count));
        Assert.Equal(1.0, report.Correlation[1][1]!.Value, 1e-12);
        Assert.Equal(report.Correlation[0][2], report.Correlation[2][0]);
        // Two columns of land cover without data; rows 0 to 3 are too low, and rows 70 to 79 lie in no district east of the border.
        var cover = Assert.Single(report.Missing, m => m.Criterion == "cover");
        Assert.Equal((MissingValue.Renormalise, 2 * 66), (cover.Rule, cover.Cells));
        Assert.Equal(cover.Cells * 0.09, cover.Hectares, 0.01);
    }

    [Fact]
    public async Task A_group_of_experts_is_shown_one_by_one_with_its_consensus()
    {
        const string Experts = "experts: [{name: a, matrix: [[1, 2, 4], [1/2, 1, 2], [1/4, 1/2, 1]]}, {name: b, matrix: [[1, 9, 1/9], [1/9, 1, 9], [9, 1/9, 1]]}]";
        var result = await _coast.RunAsync(Weighted($"{{method: ahp, aggregate: aip, {Experts}"));
        var judgements = Assert.Single(result.Manifest.Themes[0].Weighting.Judgements);
        Assert.Equal(["a", "b"], judgements.Experts.Select(e => e.Name));
        Assert.Equal(0, judgements.Experts[0].ConsistencyRatio, 1e-9);
        Assert.True(judgements.Experts[1].ConsistencyRatio > 1);
        Assert.InRange(judgements.Consensus!.Value, 0, 1);
        Assert.Contains(result.Manifest.Warnings, w => w.Path == "themes.aquaculture.weights.experts[1]" && w.Message.En.Contains("'b' contradict", StringComparison.Ordinal));
        // b weighs all alike: its cube root of 1 in every row; so a's 4 : 2 : 1 under the square root.
        Assert.Equal(Math.Sqrt(2), result.Manifest.Themes[0].Weights[0].Used / result.Manifest.Themes[0].Weights[1].Used, 1e-9);
    }

    [Theory]
    [InlineData("{method: fuzzy_and}")]
    [InlineData("{method: topsis}")]
    [InlineData("{method: ideal_point}")]
    [InlineData("{method: owa, alpha: 4}")]
    public async Task A_rule_of_combination_is_run(string aggregation)
    {
        var text = aggregation.Contains("fuzzy", StringComparison.Ordinal) ? $"aggregation: {aggregation}" : $"weights: {Direct}\n    aggregation: {aggregation}";
        var result = await _coast.RunAsync(ScenarioText.Parse(ScenarioText.With($"weights: {Direct}", text)));
        var sum = await _coast.RunAsync(ScenarioText.Parse(ScenarioText.Right));
        Assert.NotEqual(sum.ResultHash, result.ResultHash);
        Assert.All(result.Themes[0].Score.Cells.ToArray().Where(s => !float.IsNaN(s)), s => Assert.InRange(s, 0, 1));
    }

    [Fact]
    public async Task The_risk_and_the_trade_off_of_an_ordered_average_are_told()
    {
        var report = (await _coast.RunAsync(ScenarioText.Parse(ScenarioText.With(Direct, $"{Direct}\n    aggregation: {{method: owa, alpha: 1}}")))).Manifest.Themes[0].Weighting;
        Assert.Equal((0.5, 1.0), (Math.Round(report.Orness!.Value, 12), Math.Round(report.TradeOff!.Value, 12)));
    }

    [Fact]
    public void Weights_that_a_rule_does_not_use_are_worth_a_warning()
    {
        var parse = ScenarioFile.Parse(ScenarioText.With(Direct, $"{Direct}\n    aggregation: {{method: fuzzy_or}}"), "small.yaml");
        Assert.Equal(("themes.aquaculture.weights", true), (Assert.Single(parse.Problems).Path, parse.Problems[0].IsWarning));
    }

    [Fact]
    public async Task Trap_3_two_criteria_that_say_one_thing_are_worth_a_warning()
    {
        var yaml = ScenarioText.With("layer: d_road", "layer: d_canal");
        var problems = await ScenarioCheck.CheckAsync(ScenarioText.Parse(yaml), _coast.Store, TestContext.Current.CancellationToken);
        Assert.Contains(problems, p => p.IsWarning && p.Path == "themes.aquaculture.weights" && p.Message.En.Contains("'canal' and 'road' say nearly the same", StringComparison.Ordinal));
    }

    private static Scenario Weighted(string weights) => ScenarioText.Parse(ScenarioText.With(Direct, $"{weights}, starting_value: true}}"));
}
