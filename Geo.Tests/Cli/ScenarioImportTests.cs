using Geo.Engine.Scenarios;
using Geo.Engine.Suitability;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Cli;

public sealed class ScenarioImportTests : IDisposable
{
    private const string Aquaculture = "aquaculture-brackish-shrimp";

    private readonly TemporaryFolder _folder = new();

    private string Store => $"geopackage:{_folder.Path}/s.gpkg";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_remap_file_and_comparisons_of_experts_become_scenarios_over_another()
    {
        var remap = Write("salinity.rmp", "0 5 : 1\n5 15 : 5\n15 30 : 9\n");
        var criterion = Over("import", remap, "--as", "arcgis-remap", "--scale", "1:9", "--theme", "aquaculture", "--criterion", "salinity", "--id", "stepped");
        var theme = (await ParseAsync(criterion)).Themes[0];
        Assert.Equal([0, 0, 0.5, 1, 1], new double[] { 0, 5, 15, 15.5, 30 }.Select(theme.Criteria[0].Membership.Degree));
        Assert.Equal("salinity.rmp (ArcGIS remap)", theme.Criteria[0].Evidence.Source);

        // The file has the criteria in another order than the theme.
        var matrix = Write("pairwise", "1.0, 0.2, 3.0, 1, 1, 1\n5.0, 1.0, 5.0, 1, 1, 1\n0.3, 0.2, 1.0, 1, 1, 1\n1,1,1,1,1,1\n1,1,1,1,1,1\n1,1,1,1,1,1\n");
        var weights = Over("import", matrix, "--as", "r.mcda", "--theme", "aquaculture", "--criteria", "market,road,land-cover,sea,water-source,salinity", "--id", "judged");
        var judged = Assert.IsType<Weighting.Pairwise>((await ParseAsync(weights)).Themes[0].Weighting);
        Assert.Equal([1, 1, 1, 5, 1, 5], judged.Experts[0].Matrix[4]);
        Assert.Equal(1 / 3.0, judged.Experts[0].Matrix[3][5], 12);
        Assert.Contains("# line 3, column 1: '0.3' is read as 1/3.0", weights, StringComparison.Ordinal);
    }

    [Fact]
    public void Planning_units_become_a_layer_and_a_scenario_over_them_is_sound()
    {
        Assert.Equal(0, CommandLine.Run("check", Aquaculture, "--store", Store).ExitCode);
        var codes = DistrictCodes();
        var units = Write("pu.dat", "id,cost,status\n" + string.Join('\n', codes.Select((code, i) => FormattableString.Invariant($"{code},{i + 1},{(i == 0 ? 3 : 0)}"))));
        var (exit, part) = CommandLine.Run("scenario", "import", units, "--as", "marxan", "--layer", "districts", "--id-column", "unit_code", "--theme", "aquaculture", "--store", Store);
        Assert.True(exit == 0, part);

        // The parts, pasted over the bundled scenario with a weight for the new criterion.
        var scenario = Write("units.yaml", $"base: {Aquaculture}\nid: with-units\n{part}    weights:\n      method: direct\n      experts:\n      ri:\n      max_cr:\n      on_exceed:\n      values: {{salinity: 1, water-source: 1, sea: 1, land-cover: 1, road: 1, market: 1, marxan-cost: 4}}\n");
        var (checkedExit, said) = CommandLine.Run("check", scenario, "--store", Store);
        Assert.True(checkedExit == 0, said);
    }

    [Fact]
    public void What_is_missing_is_asked_for_and_faults_are_listed_with_their_lines()
    {
        var remap = Write("a.rmp", "0 5 : 1\n4 9 : 12\n");
        Assert.Contains("--scale is needed here", CommandLine.Run("scenario", "import", remap, "--as", "arcgis-remap", "--store", Store).Output, StringComparison.Ordinal);
        var (code, text) = CommandLine.Run("scenario", "import", remap, "--as", "arcgis-remap", "--scale", "1:9", "--store", Store);
        Assert.Equal(1, code);
        Assert.Contains("a.rmp, line 2: the range 4 to 9 overlaps 0 to 5 in line 1", text, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", text, StringComparison.Ordinal);
    }

    private string Over(params string[] arguments)
    {
        var (code, text) = CommandLine.Run(["scenario", .. arguments, "--base", Aquaculture, "--store", Store]);
        Assert.True(code == 0, text);
        return text;
    }

    private static async Task<Scenario> ParseAsync(string printed)
    {
        var text = printed[printed.IndexOf("base: ", StringComparison.Ordinal)..];
        var below = await File.ReadAllTextAsync(Path.Combine(Repository.Data, "scenarios", $"{Aquaculture}.yaml"), TestContext.Current.CancellationToken);
        var parse = await ScenarioBase.ParseAsync(text, "printed", (_, _) => Task.FromResult<string?>(below), TestContext.Current.CancellationToken);
        Assert.Empty(parse.Problems.Where(p => !p.IsWarning).Select(p => p.ToString()));
        return parse.Scenario!;
    }

    private List<string> DistrictCodes()
    {
        var csv = _folder.File("districts.csv");
        Assert.Equal(0, CommandLine.Run("export", "districts", "-o", csv, "--store", Store).ExitCode);
        var lines = File.ReadAllLines(csv);
        var place = lines[0].Split(',').ToList().IndexOf("unit_code");
        return [.. lines.Skip(1).Select(l => l.Split(',')[place].Trim('"'))];
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }
}
