using Geo.Engine.Geodesy;
using Geo.Engine.Scenarios;
using Geo.Engine.Suitability;

namespace Geo.Tests.Scenarios;

public sealed class ScenarioFileTests
{
    [Fact]
    public void A_right_scenario_is_read_with_its_defaults()
    {
        var scenario = ScenarioText.Parse(ScenarioText.Right);
        var theme = Assert.Single(scenario.Themes);
        Assert.Equal((CoordinateSystems.Vn2000Tm3Zone10530, 550000, 1062400, 80, 120), (scenario.Frame.System, scenario.Frame.Left, scenario.Frame.Top, scenario.Frame.Rows, scenario.Frame.Columns));
        Assert.Equal(20, scenario.HaloCells);
        Assert.Equal(Aggregation.WeightedSum, theme.Aggregation);
        Assert.Equal(MissingValue.Exclude, theme.Criteria[0].Missing);
        Assert.Equal([0.5, 1 / 6.0, 1 / 3.0], theme.Weighting.Resolve().Select(w => w.Used));
        Assert.Equal([3, 1, 2], theme.Weighting.Resolve().Select(w => w.Raw));
        Assert.Equal("Luật Lâm nghiệp", theme.Constraints[0].LegalSource?.Vi);
        Assert.Equal(new ConstraintRule.Unless(new Measure.GridValue(new GridSource("terrain", GridResampling.Bilinear, false)), Comparison.GreaterOrEqual, 0.2), theme.Constraints[1].Rule);
    }

    [Theory]
    [InlineData("id: small\n", "", "", "'id' is missing")]
    [InlineData("id: small", "id: Đẹp", "id", "not an identifier")]
    [InlineData("scenario/1", "scenario/9", "schema", "it reads soctranggeo/scenario/1")]
    [InlineData("en: \"Small\"", "fr: Petit", "title", "'en' is missing")]
    [InlineData("EPSG:9209", "EPSG:4326", "grid.crs", "not a system to measure in")]
    [InlineData("cell: 30", "cell: -30", "grid.cell", "-30 is not allowed")]
    [InlineData("cell: 30", "cell: 1e999", "grid.cell", "not a finite number")]
    [InlineData("cell: 30", "cell: thirty", "grid.cell", "'thirty' where a number is expected")]
    [InlineData("size: [120, 80]", "size: [120]", "grid.size", "two numbers are needed")]
    [InlineData("size: [120, 80]", "size: [120.5, 80]", "grid.size[0]", "not a whole number")]
    [InlineData("size: [120, 80]", "size: [1000000, 80]", "grid.size[0]", "1000000 is not allowed")]
    [InlineData("kind: categorical", "kind: categorical, resample: bilinear", "layers.land_cover.resample", "average codes")]
    [InlineData("from: canals", "from: canal", "derived.d_canal.from", "did you mean 'canals'?")]
    [InlineData("op: euclidean_distance, from: canals", "op: euclidian_distance, from: canals", "derived.d_canal.op", "did you mean 'euclidean_distance'?")]
    [InlineData("layer: d_canal", "layer: d_kanal", "themes.aquaculture.criteria[0].layer", "did you mean 'd_canal'?")]
    [InlineData("membership: {type: small", "membership: {type: smal", "themes.aquaculture.criteria[1].membership.type", "did you mean 'small'?")]
    [InlineData("spread: 3", "spread: 0", "themes.aquaculture.criteria[1].membership.spread", "0 is not allowed")]
    [InlineData("worst: 1500, best: 90", "worst: 90, best: 90", "themes.aquaculture.criteria[0].membership", "must differ")]
    [InlineData("worst: 1500, best: 90", "worst: .nan, best: 90", "themes.aquaculture.criteria[0].membership.worst", "not a finite number")]
    [InlineData("nodata: renormalise", "nodata: ignore", "themes.aquaculture.criteria[2].nodata", "allowed: exclude, worst, neutral, renormalise")]
    [InlineData("type: categories, table: {1: 1, 2: 0.5, 4: 0, 7: 0.6}", "type: linear, worst: 0, best: 7", "themes.aquaculture.criteria[2].membership", "codes of categories")]
    [InlineData("table: {1: 1,", "table: {1: 2,", "themes.aquaculture.criteria[2].membership.table.1", "2 is not allowed")]
    [InlineData("canal: 3, road: 1", "canal: -3, road: 1", "themes.aquaculture.weights.values.canal", "-3 is not allowed")]
    [InlineData("canal: 3, road: 1", "canal: .NaN, road: 1", "themes.aquaculture.weights.values.canal", "not a finite number")]
    [InlineData("canal: 3, road: 1, cover: 2", "canal: 0, road: 0, cover: 0", "themes.aquaculture.weights.values", "all weights are 0")]
    [InlineData("canal: 3, road: 1", "road: 1", "themes.aquaculture.weights.values", "'canal' is missing")]
    [InlineData("canal: 3, road: 1", "canal: 3, railway: 1, road: 1", "themes.aquaculture.weights.values.railway", "not known here")]
    [InlineData("S2: 0.6", "S2: 0.9", "themes.aquaculture.classes", "must fall")]
    [InlineData("terrain >= 0.2", "terrain is high", "themes.aquaculture.constraints[1].expr", "is not a condition")]
    [InlineData("terrain >= 0.2", "terain >= 0.2", "themes.aquaculture.constraints[1].expr", "did you mean 'terrain'?")]
    [InlineData("values: [4]", "values: []", "themes.aquaculture.constraints[0].values", "at least one code")]
    [InlineData("id: low", "id: forest", "themes.aquaculture.constraints[1]", "is taken")]
    [InlineData("expected_by: canal", "expected_by: sea", "themes.aquaculture.population.expected_by", "not a criterion")]
    [InlineData("min_patch_ha: 1,", "min_patch: 1,", "zones.min_patch", "did you mean 'min_patch_ha'?")]
    [InlineData("lowest_class: S3", "lowest_class: S3, connectivity: 6", "zones.connectivity", "allowed are 4 and 8")]
    [InlineData("zones:", "allocation: {n: 100}\nzones:", "allocation", "not known here")]
    public void A_fault_is_named_with_its_place(string old, string replacement, string path, string words)
    {
        var parse = ScenarioFile.Parse(ScenarioText.With(old, replacement), "small.yaml");
        Assert.Null(parse.Scenario);
        Assert.Contains(parse.Problems, p => p.Path == path && !p.IsWarning && p.Text.En.Contains(words, StringComparison.Ordinal) && p.Source == "small.yaml" && p.Line > 0);
        Assert.All(parse.Problems, p => Assert.NotEqual(p.Message.En, p.Message.Vi));
        Assert.All(parse.Problems, p => Assert.StartsWith("small.yaml, dòng ", p.Text.Vi, StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_come_at_once_in_the_order_of_the_file()
    {
        var yaml = ScenarioText.With("cell: 30", "cell: 0").Replace("spread: 3", "spread: -1").Replace("S2: 0.6", "S2: two");
        var faults = ScenarioFile.Parse(yaml, "small.yaml").Problems;
        Assert.Equal(["grid.cell", "themes.aquaculture.criteria[1].membership.spread", "themes.aquaculture.classes.S2"], faults.Select(p => p.Path));
    }

    [Fact]
    public void Numbers_without_origin_are_worth_a_warning()
    {
        var parse = ScenarioFile.Parse(ScenarioText.With("spread: 3}\n        starting_value: true", "spread: 3}"), "small.yaml");
        var warning = Assert.Single(parse.Problems);
        Assert.Equal(("themes.aquaculture.criteria[1]", true), (warning.Path, warning.IsWarning));
        Assert.NotNull(parse.Scenario);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just a word")]
    [InlineData("- 1\n- 2")]
    [InlineData("schema: [")]
    [InlineData("a: 1\na: 2")]
    [InlineData("a: 1\n---\nb: 2")]
    [InlineData("a: &x [1]\nb: *x")]
    [InlineData("a: !!python/object:os.system x")]
    [InlineData("? [a, b]\n: c")]
    [InlineData("\u0000")]
    public void What_is_no_scenario_is_refused_in_words(string text)
    {
        var parse = ScenarioFile.Parse(text, "odd.yaml");
        Assert.Null(parse.Scenario);
        Assert.NotEmpty(parse.Problems);
    }

    [Fact]
    public void A_text_nested_a_hundred_thousand_levels_deep_is_refused()
    {
        var parse = ScenarioFile.Parse(new string('[', 100_000), "deep.yaml");
        Assert.Contains("deeper than 32", Assert.Single(parse.Problems).Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_many_megabytes_is_refused_unread()
    {
        var parse = ScenarioFile.Parse(new string('a', 5_000_000), "long.yaml");
        Assert.Contains("at most 1048576", Assert.Single(parse.Problems).Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[1, 2, 3], [1/2, 1, 2], [1/3, 1/2, 1]]", null)]
    [InlineData("[[1, 2], [1/2, 1]]", "3 rows of 3")]
    [InlineData("[[1, 2, 3], [2, 1, 2], [1/3, 1/2, 1]]", "one divided by the other")]
    [InlineData("[[1, 2, 3], [1/2, 1, 0], [1/3, 1/2, 1]]", "0 is not allowed")]
    [InlineData("[[1, 2, 3], [1/2, 1, 1/0], [1/3, 1/2, 1]]", "greater than 0")]
    [InlineData("[[1, 2, 3], [1/2, 1, x], [1/3, 1/2, 1]]", "greater than 0")]
    public void A_judgement_matrix_must_be_reciprocal_and_of_the_right_size(string matrix, string? words)
    {
        var yaml = ScenarioText.With("{method: direct, values: {canal: 3, road: 1, cover: 2}", $"{{method: ahp, experts: [{{name: a, matrix: {matrix}}}]");
        var parse = ScenarioFile.Parse(yaml, "small.yaml");
        Assert.Equal(words is null, parse.Scenario is not null);
        Assert.All(parse.Problems, p => Assert.Contains(words!, p.Message.En, StringComparison.Ordinal));
    }
}
