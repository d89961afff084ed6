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
    public void The_air_of_5G_coverage_is_what_its_source_says()
    {
        // ITU-R P.453-14, equations 2 and 9, at 27 degrees, 84 percent and 1010 hPa; B. R. Bean and G. D. Thayer, Proc. IRE 47 (1959) 740.
        var pressure = 6.1121 * Math.Exp((18.678 - (27 / 234.5)) * 27 / (257.14 + 27)) * 0.84;
        var kelvin = 27 + 273.15;
        var refractivity = (77.6 * 1010 / kelvin) - (5.6 * pressure / kelvin) + (3.75e5 * pressure / (kelvin * kelvin));
        var file = File.ReadAllText(Path.Combine(Repository.Data, "scenarios", "coverage-5g.yaml"));
        Assert.Equal(385, refractivity, 1.0);
        Assert.Equal(63, 7.32 * Math.Exp(0.005577 * 385), 1.0);
        Assert.Contains("sea_level: 385", file, StringComparison.Ordinal);
        Assert.Contains("gradient: 63", file, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_scenarios_for_aquaculture_logistics_and_5g() =>
        Assert.Equal(["aquaculture-brackish-shrimp.yaml", "coverage-5g.yaml", "logistics-hubs.yaml"], Files.Select(f => f.Data));
}
