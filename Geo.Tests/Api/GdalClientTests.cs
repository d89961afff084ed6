using System.Globalization;
using System.Text.Json;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Api;

/// <summary>GDAL as a client (service.md 3.3): it reads the OpenAPI document, the collections and every page.</summary>
public sealed class GdalClientTests
{
    [Fact]
    public async Task Ogrinfo_lists_the_layers_with_type_count_and_system_and_without_a_warning()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store());
        var (exitCode, list) = await RunAsync("ogrinfo", "-ro", $"OAPIF:{server.Address}");
        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("Warning", list, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ERROR", list, StringComparison.Ordinal);
        Assert.Contains("1: empty", list, StringComparison.Ordinal);
        Assert.Contains("2: places", list, StringComparison.Ordinal);
        Assert.Contains("3: đất.ven biển/1", list, StringComparison.Ordinal);

        var (_, places) = await RunAsync("ogrinfo", "-ro", "-so", $"OAPIF:{server.Address}", "places");
        Assert.DoesNotContain("Warning", places, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Feature Count: 7", places, StringComparison.Ordinal);
        Assert.Contains("Geometry: Point", places, StringComparison.Ordinal);
        Assert.Contains("WGS 84", places, StringComparison.Ordinal);
        foreach (var column in new[] { "name: String", "people: Integer64", "height: Real", "coastal: Integer(Boolean)", "since: Date", "seen: DateTime" })
            Assert.Contains(column, places, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ogr2ogr_reads_all_features_through_the_pages_each_once()
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(25_000)));
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "many.geojson");
        var (exitCode, output) = await RunAsync("ogr2ogr", "-f", "GeoJSON", file, $"OAPIF:{server.Address}", "many", "-oo", "PAGE_SIZE=1000");
        Assert.True(exitCode == 0, output);
        using var copy = JsonDocument.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        var names = copy.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties").GetProperty("name").GetString());
        Assert.True(names.SequenceEqual(SampleLayers.ManyRows(25_000).Select(f => (string?)f.Values[0])));
    }

    [Fact]
    public async Task Ogrinfo_finds_by_box_and_by_value()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store());
        var (_, box) = await RunAsync("ogrinfo", "-ro", "-so", $"OAPIF:{server.Address}", "places", "-spat", "105.9", "9.5", "106.1", "9.65");
        // GDAL takes our count (resultType=hits), which by Part 1 holds the row without geometry too.
        Assert.Contains("Feature Count: 2", box, StringComparison.Ordinal);
        var (_, value) = await RunAsync("ogrinfo", "-ro", "-so", $"OAPIF:{server.Address}", "places", "-where", "name = 'Trần Đề'");
        Assert.Contains("Feature Count: 1", value, StringComparison.Ordinal);
        var (_, one) = await RunAsync("ogrinfo", "-ro", "-q", $"OAPIF:{server.Address}", "places", "-fid", 2.ToString(CultureInfo.InvariantCulture));
        Assert.Contains("Vĩnh Châu", one, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/vsicurl/")]
    public async Task A_layer_opens_as_plain_GeoJSON_from_its_address(string prefix)
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store());
        var (exitCode, output) = await RunAsync("ogrinfo", "-ro", "-so", $"{prefix}{server.Address}collections/places/items?f=json&limit=10000", "places");
        Assert.True(exitCode == 0, output);
        Assert.Contains("Feature Count: 7", output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments) => Task.Run(() => Requirement.Run(program, arguments));
}
