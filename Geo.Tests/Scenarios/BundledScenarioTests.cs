using Geo.Engine.Scenarios;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Scenarios;

public sealed class BundledScenarioTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Path.Combine(Repository.Data, "scenarios"), "*.yaml").Select(f => Path.GetFileName(f)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_bundled_scenario_is_read_without_a_word(string file)
    {
        var parse = ScenarioFile.Parse(File.ReadAllText(Path.Combine(Repository.Data, "scenarios", file)), file);
        Assert.Empty(parse.Problems);
        Assert.NotNull(parse.Scenario);
        Assert.Equal(Path.GetFileNameWithoutExtension(file), parse.Scenario.Id);
    }

    [Fact]
    public void There_are_scenarios_for_aquaculture_logistics_and_5g() =>
        Assert.Equal(["aquaculture-brackish-shrimp.yaml", "coverage-5g.yaml", "logistics-hubs.yaml"], Files.Select(f => f.Data));
}
