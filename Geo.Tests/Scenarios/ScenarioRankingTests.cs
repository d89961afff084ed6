using Geo.Engine.Scenarios;
using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Ranking;

namespace Geo.Tests.Scenarios;

public sealed class ScenarioRankingTests : IAsyncLifetime
{
    private ScenarioStore _coast = null!; // set before each test

    public async ValueTask InitializeAsync() => _coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());

    public async ValueTask DisposeAsync() => await _coast.DisposeAsync();

    [Fact]
    public async Task Districts_and_zones_are_ranked_by_their_mean_memberships()
    {
        var result = await _coast.RunAsync(ScenarioText.Parse(Text("{of: [districts, zones]}")));
        var rankings = result.Manifest.Themes[0].Rankings!;
        Assert.Equal(["941", "942"], rankings.Districts!.Select(r => r.Alternative));
        Assert.Equal(Enumerable.Range(1, result.Themes[0].Zones.Count).Select(i => $"{i}"), rankings.Zones!.Select(r => r.Alternative));
        // The methods themselves are held to published tables elsewhere; here, that they were given this one.
        var matrix = new DecisionMatrix([.. rankings.Zones!.Select(r => r.Degrees.ToArray())], [Direction.Benefit, Direction.Benefit, Direction.Benefit]);
        Assert.Equal(Topsis.Closeness(matrix, [3, 1, 2], Scaling.MinMax), rankings.Zones!.Select(r => r.Topsis), Suitability.Close.Instance);
        Assert.Equal(0, rankings.Zones!.Sum(r => r.Promethee!.Value), 1e-9);
    }

    [Fact]
    public async Task The_distance_of_a_district_is_what_its_mean_score_lacks()
    {
        // No cell of the western district is without land cover, so its weighted mean memberships are its mean score.
        var result = await _coast.RunAsync(ScenarioText.Parse(Text("{of: [districts]}")));
        var rankings = result.Manifest.Themes[0].Rankings!;
        Assert.Null(rankings.Zones);
        Assert.Equal(1 - result.Themes[0].Districts[0].ScoreMean, rankings.Districts![0].Spotis, 1e-6);
    }

    [Fact]
    public async Task Nothing_is_ranked_that_was_not_asked_for() => Assert.Null((await _coast.RunAsync(ScenarioText.Parse(ScenarioText.Right))).Manifest.Themes[0].Rankings);

    [Theory]
    [InlineData("{of: [communes]}", "themes.aquaculture.ranking.of[0]")]
    [InlineData("{of: []}", "themes.aquaculture.ranking.of")]
    [InlineData("{of: [zones], majority: 2}", "themes.aquaculture.ranking.majority")]
    public void A_fault_is_named(string ranking, string path) => Assert.Contains(ScenarioFile.Parse(Text(ranking), "small.yaml").Problems, p => p.Path == path);

    private static string Text(string ranking) => ScenarioText.With("population: {layer: population", $"ranking: {ranking}\n    population: {{layer: population");
}
