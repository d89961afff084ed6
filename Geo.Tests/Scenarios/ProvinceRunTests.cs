using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Geodesy;
using Geo.Engine.Scenarios;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Scenarios;

/// <summary>
/// The three bundled scenarios on the bundled layers, with the real districts where they lie beside the repository. Cells of 90 m instead of
/// 30 m, so that a build without optimisation is done in seconds.
/// </summary>
public sealed class ProvinceRunTests(ProvinceRunTests.Province province) : IClassFixture<ProvinceRunTests.Province>
{
    private const int MostZones = 3_000;

    public static TheoryData<string> Files => BundledScenarioTests.Files;

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_bundled_scenario_passes_the_check_on_the_bundled_layers(string file)
    {
        await using var store = await ScenarioStore.GeoPackageAsync(await BundledAsync());
        var scenario = ScenarioFile.Parse(File.ReadAllText(Path.Combine(Repository.Data, "scenarios", file)), file).Scenario!;
        // Signal and probability of coverage are two views of one thing, and the check says so.
        Assert.All(await ScenarioCheck.CheckAsync(scenario, store.Store, TestContext.Current.CancellationToken), p => Assert.Contains("'probability' and 'rsrp' say nearly the same", p.Message.En, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Districts_have_the_area_of_their_polygons_on_the_ground(string file)
    {
        var theme = await province.RunAsync(file);
        Assert.Equal(11, theme.Districts.Count);
        foreach (var district in theme.Districts)
        {
            var polygon = GroundArea.Hectares(district.Geometry, CoordinateSystems.Crs84);
            Assert.Equal(polygon, district.AreaHectares, polygon * 0.01);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Sums_by_district_are_the_total_and_zones_are_their_classes(string file)
    {
        var theme = await province.RunAsync(file);
        Assert.InRange(theme.Zones.Count, 1, MostZones);
        var lowest = (int)theme.Theme.Zones.LowestClass;
        foreach (var district in theme.Districts)
        {
            Assert.Equal(district.AreaHectares, district.ClassHectares.Sum() + district.ExcludedHectares + district.NoDataHectares, 1e-6);
            for (var c = 0; c < lowest; c++)
                Assert.Equal(
                    district.ClassHectares[c], theme.Zones.Where(z => z.UnitCode == district.UnitCode && (int)z.Zone.Class == c + 1).Sum(z => z.Zone.AreaHectares), 1e-6);
        }
        var inside = theme.Reasons.Cells.Length - theme.ReasonTable.Single(r => r.Id == "outside").Cells;
        Assert.Equal(inside * 0.81, theme.Districts.Sum(d => d.AreaHectares), inside * 0.81 * 2e-4);
    }

    [Fact]
    public async Task People_are_those_of_the_census_and_coverage_lies_within_them()
    {
        var theme = await province.RunAsync("coverage-5g.yaml");
        // Census of 1 April 2019: 1,199,653. The grid follows the bundled outlines, so real borders cut off some of it.
        Assert.InRange(theme.Districts.Sum(d => d.Population!.Value), 1_100_000, 1_199_654);
        Assert.All(theme.Districts, d => Assert.InRange(d.PopulationCovered!.Value, 0, d.Population!.Value));
        Assert.All(theme.Districts, d => Assert.InRange(d.PopulationExpected!.Value, 0, d.Population!.Value));
    }

    private static async Task<StoreChange> BundledAsync()
    {
        Requirement.Holds(File.Exists(Path.Combine(Repository.Data, "layers.yaml")), "data/layers.yaml is missing: data/build makes the bundled layers");
        var data = await BundledLayers.ReadAsync(Repository.Data, TestContext.Current.CancellationToken);
        Assert.Empty(data.Problems);
        return data.Change!;
    }

    /// <summary>The province with its real districts; each scenario is run once.</summary>
    public sealed class Province : IAsyncDisposable
    {
        private readonly Dictionary<string, ThemeResult> _results = [];
        private readonly SemaphoreSlim _one = new(1);
        private ScenarioStore? _store;

        /// <summary>The result of a scenario's only theme.</summary>
        public async Task<ThemeResult> RunAsync(string file)
        {
            await _one.WaitAsync(TestContext.Current.CancellationToken);
            try
            {
                _store ??= await FillAsync();
                if (!_results.TryGetValue(file, out var theme))
                {
                    var yaml = File.ReadAllText(Path.Combine(Repository.Data, "scenarios", file)).Replace("cell: 30", "cell: 90").Replace("size: [3070, 2700]", "size: [1024, 900]");
                    _results[file] = theme = (await _store.RunAsync(ScenarioText.Parse(yaml))).Themes[0];
                }
                return theme;
            }
            finally
            {
                _one.Release();
            }
        }

        public async ValueTask DisposeAsync()
        {
            _one.Dispose();
            if (_store is not null)
                await _store.DisposeAsync();
        }

        private static async Task<ScenarioStore> FillAsync()
        {
            var path = Repository.Shared("data", "districts_soctrang_2020.geojson");
            var store = await ScenarioStore.GeoPackageAsync(await BundledAsync());
            var options = new ImportOptions { LayerId = "districts", Renames = new Dictionary<string, string> { ["gso_code"] = "unit_code" } };
            var report = await FileImport.IntoAsync(store.Store, path, options, TestContext.Current.CancellationToken);
            Assert.Empty(report.Refused);
            return store;
        }
    }
}
