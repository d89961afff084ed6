using Geo.Engine.Scenarios;
using Geo.Engine.Suitability;
using Geo.Engine.Yaml;

namespace Geo.Tests.Scenarios;

public sealed class ScenarioBaseTests
{
    [Fact]
    public async Task An_override_changes_what_it_says_and_nothing_else()
    {
        const string Over = """
            base: small
            id: other
            title: {en: "Other"}
            layers: {roads: {rasterize: centre}}
            themes:
              aquaculture:
                constraints: [{id: low, drop: true}]
                criteria:
                  - {id: canal, membership: {worst: 1200}}
                weights: {values: {road: 5}}
                population:
            """;
        var scenario = Right(await ParseAsync(Over));
        var (below, theme) = (ScenarioText.Parse(ScenarioText.Right), scenario.Themes[0]);
        Assert.Equal(("other", "Nhỏ", "Other"), (scenario.Id, scenario.Title.Vi, scenario.Title.En));
        Assert.Equal(["forest"], theme.Constraints.Select(c => c.Id));
        Assert.Equal(new Membership.Slope(1200, 90, Shoulder.Linear), theme.Criteria[0].Membership);
        Assert.Equal(below.Themes[0].Criteria[1].Membership, theme.Criteria[1].Membership);
        Assert.Equal([3, 5, 2], theme.Weighting.Resolve().Select(w => w.Raw));
        Assert.Null(theme.Population);
        Assert.Equal("small", scenario.Base!.Id);
        Assert.Equal(
            ["id", "layers.roads.rasterize", "themes.aquaculture.constraints[low]", "themes.aquaculture.criteria[canal].membership.worst", "themes.aquaculture.population", "themes.aquaculture.weights.values.road", "title.en"],
            scenario.Base.Changed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_override_of_nothing_is_the_scenario_itself() =>
        Assert.Equal(ScenarioText.Parse(ScenarioText.Right).Themes[0].Weighting.Resolve(), Right(await ParseAsync("base: small")).Themes[0].Weighting.Resolve());

    [Fact]
    public async Task Bases_may_stand_on_bases_but_not_in_a_circle()
    {
        Assert.Equal(new Membership.Slope(1100, 95, Shoulder.Linear), Right(await ParseAsync("base: steep\nthemes: {aquaculture: {criteria: [{id: canal, membership: {best: 95}}]}}")).Themes[0].Criteria[0].Membership);
        foreach (var id in new[] { "circle", "nowhere" })
        {
            var problem = Assert.Single((await ParseAsync($"base: {id}")).Problems);
            Assert.Equal("base", problem.Path);
            Assert.Contains($"'{id}'", problem.Message.En, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Faults_of_the_whole_text_are_listed_all_at_once()
    {
        var parse = await ParseAsync("base: small\ngrid: {cell: -1}\nthemes: {aquaculture: {weights: {values: {road: .nan}}}}");
        Assert.Equal(["grid.cell", "themes.aquaculture.weights.values.road"], parse.Problems.Select(p => p.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_a_store_a_base_is_refused() => Assert.Contains(ScenarioFile.Parse("base: small\n" + ScenarioText.Right, "x").Problems, p => p.Path == "base");

    [Fact]
    public void Lists_without_ids_are_replaced_and_keys_keep_their_order() =>
        Assert.Equal("b: [3]\na: 1\nc: 2", YamlOverride.Lay("b: [1, 2]\na: 1", "b: [3]\nc: 2").Text.Replace("\r", "", StringComparison.Ordinal).Trim().TrimEnd('.').Trim());

    private static Scenario Right(ScenarioParse parse)
    {
        Assert.Empty(parse.Problems);
        return parse.Scenario!;
    }

    private static Task<ScenarioParse> ParseAsync(string yaml) => ScenarioBase.ParseAsync(
        yaml,
        "over.yaml",
        (id, _) => Task.FromResult(id switch
        {
            "small" => ScenarioText.Right,
            "steep" => "base: small\nthemes: {aquaculture: {criteria: [{id: canal, membership: {worst: 1100}}]}}",
            "circle" => "base: round",
            "round" => "base: circle",
            _ => null,
        }),
        TestContext.Current.CancellationToken);
}
