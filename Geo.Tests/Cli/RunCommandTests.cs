using System.Net.Http.Json;
using System.Text.Json;
using Geo.Tests.EndToEnd;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Cli;

public sealed class RunCommandTests
{
    [Fact]
    public async Task A_run_gives_one_hash_on_either_store_with_any_number_of_threads_from_the_command_line_and_over_HTTP()
    {
        using var folder = new TemporaryFolder();
        await using var database = await PostGisDatabase.CreateAsync();
        var geoPackage = Path.Combine(folder.Path, "s.gpkg");
        var hashes = new[]
        {
            Hash($"geopackage:{geoPackage}", threads: 1),
            Hash($"geopackage:{geoPackage}", threads: 5),
            Hash($"postgis:{database.ConnectionString}", threads: 2),
            await HashOverHttpAsync(geoPackage),
        };
        Assert.Single(hashes.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void A_run_leaves_manifest_zones_and_grids_in_the_folder_asked_for()
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "results");
        var (code, text) = CommandLine.Run("run", "coverage-5g", "--store", $"geopackage:{folder.Path}/s.gpkg", "--output", output);
        Assert.True(code == 0, text);
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, "run.json")));
        Assert.Equal(CommandLine.ResultHash(text), manifest.RootElement.GetProperty("resultHash").GetString());
        var (gdal, info) = Requirement.Run("gdalinfo", Path.Combine(output, "suitability-5g.tif"));
        Assert.Equal(0, gdal);
        Assert.Contains("\"EPSG\",9209", info, StringComparison.Ordinal);
        var (ogr, layers) = Requirement.Run("ogrinfo", "-so", "-al", Path.Combine(output, "zones-5g.geojson"));
        Assert.Equal(0, ogr);
        Assert.DoesNotContain("Warning", layers, StringComparison.Ordinal);
    }

    [Fact]
    public void The_real_districts_can_be_imported_and_every_scenario_run_on_them()
    {
        using var folder = new TemporaryFolder();
        var store = $"geopackage:{folder.Path}/s.gpkg";
        var (imported, report) = CommandLine.Run(
            "import", Repository.Shared("data", "districts_soctrang_2020.geojson"), "--layer", "districts", "--rename", "gso_code=unit_code", "--status", "Generalised", "--store", store);
        Assert.True(imported == 0, report);
        Assert.Contains("11 features", report, StringComparison.Ordinal);
        foreach (var scenario in new[] { "aquaculture-brackish-shrimp", "logistics-hubs", "coverage-5g" })
        {
            var (code, text) = CommandLine.Run("run", scenario, "--store", store);
            Assert.True(code == 0, text);
        }
    }

    [Fact]
    public void An_unknown_scenario_is_answered_with_the_known_ones()
    {
        using var folder = new TemporaryFolder();
        var (code, text) = CommandLine.Run("run", "no-such", "--store", $"geopackage:{folder.Path}/s.gpkg");
        Assert.Equal(1, code);
        Assert.Contains("aquaculture-brackish-shrimp, coverage-5g, logistics-hubs", text, StringComparison.Ordinal);
    }

    private static string Hash(string store, int threads)
    {
        var threadText = threads.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (code, text) = CommandLine.Run("run", "logistics-hubs", "--store", store, "--threads", threadText);
        Assert.True(code == 0, text);
        return CommandLine.ResultHash(text);
    }

    private static async Task<string> HashOverHttpAsync(string geoPackage)
    {
        await using var server = BuiltServer.Start(geoPackage);
        await server.ReadyAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", CommandLine.MakeKey("planner", $"geopackage:{geoPackage}"));
        using var answer = await client.PostAsync(new Uri("scenarios/logistics-hubs/runs", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
        var manifest = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return manifest.GetProperty("resultHash").GetString()!;
    }
}
