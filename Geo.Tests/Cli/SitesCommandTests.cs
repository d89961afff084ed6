using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Cli;

public sealed class SitesCommandTests
{
    [Fact]
    public void A_plan_over_years_on_the_bundled_people_is_printed_with_its_bound_and_written_as_files()
    {
        using var folder = new TemporaryFolder();
        var candidates = Path.Combine(folder.Path, "candidates.geojson");
        File.WriteAllText(candidates, AtCommunes());
        var (code, text) = CommandLine.Run(
            "sites", "plan", candidates, "--standing", "masts", "--year-budget", "20", "--year-budget", "10", "--first-year", "2029", "--steps", "2", "--output", folder.Path, "--store", $"geopackage:{folder.Path}/s.gpkg");
        Assert.True(code == 0, text);
        using var plan = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder.Path, "plan.json")));
        var root = plan.RootElement;
        Assert.Equal([2029, 2030], root.GetProperty("years").EnumerateArray().Select(y => y.GetProperty("year").GetInt32()));
        Assert.True(root.GetProperty("cost").GetDouble() <= 30);
        Assert.True(root.GetProperty("peopleServed").GetDouble() > root.GetProperty("peopleBefore").GetDouble());
        Assert.InRange(root.GetProperty("gap").GetDouble(), 0, 0.05);
        // The published people of the eleven districts: 1 195 741 by the census of 2019; the grid keeps them but for the schematic border.
        Assert.Equal(1_195_741, root.GetProperty("people").GetDouble(), 1_195_741 * 0.02);
        Assert.Contains("gap", text, StringComparison.Ordinal);
        var (ogr, layers) = Requirement.Run("ogrinfo", "-so", "-al", Path.Combine(folder.Path, "uncovered.geojson"));
        Assert.True(ogr == 0, layers);
    }

    [Fact]
    public void A_plan_over_the_bundled_ground_names_its_model()
    {
        using var folder = new TemporaryFolder();
        var candidates = Path.Combine(folder.Path, "candidates.geojson");
        File.WriteAllText(candidates, AtCommunes(3));
        var (code, text) = CommandLine.Run(
            "sites", "plan", candidates, "--budget", "4", "--steps", "0", "--terrain", "terrain", "--terrain-model", "ground", "--reach", "3000", "--output", folder.Path, "--store", $"geopackage:{folder.Path}/s.gpkg");
        Assert.True(code == 0, text);
        Assert.Contains("ITU-R P.1812: objective", text, StringComparison.Ordinal);
        using var plan = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder.Path, "plan.json")));
        Assert.Equal((2, 4.0), (plan.RootElement.GetProperty("sites").GetInt32(), plan.RootElement.GetProperty("cost").GetDouble()));
    }

    [Fact]
    public void Faults_are_sentences_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        var (code, text) = CommandLine.Run("sites", "plan", "masts", "--budget", "5", "--store", $"geopackage:{folder.Path}/s.gpkg", "--output", Path.Combine(folder.Path, "out"));
        Assert.Equal(1, code);
        Assert.Contains("cost", text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "out")));
    }

    // A mast of 42 m for 2 units at the point of each commune.
    private static string AtCommunes(int most = int.MaxValue)
    {
        var communes = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Data, "layers", "communes.geojson")))!["features"]!.AsArray();
        var features = communes.Take(most).Select((c, i) => (JsonNode)new JsonObject
        {
            ["type"] = "Feature",
            ["properties"] = new JsonObject { ["site"] = i.ToString("c00", CultureInfo.InvariantCulture), ["height_m"] = 42, ["band"] = "n28", ["frequency_mhz"] = 773, ["eirp_re_dbm"] = 35.05, ["cost"] = 2 },
            ["geometry"] = c!["geometry"]!.DeepClone(),
        });
        return new JsonObject { ["type"] = "FeatureCollection", ["features"] = new JsonArray([.. features]) }.ToJsonString();
    }
}
