using System.Globalization;
using System.Text.Json;
using Geo.Tests.Api;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace Geo.Tests.EndToEnd;

/// <summary>GDAL's driver OAPIF (service.md 3.3) on the built server and either store: what it copies is what was put in.</summary>
[Collection(ClientCollection.Name)]
public sealed class GdalTests(ClientWorld world)
{
    private const double HalfTheLastDecimalOfADegree = 5.1e-8;

    private static readonly JsonSerializerOptions Geometries = new() { Converters = { new GeoJsonConverterFactory() } };

    public static TheoryData<string> Stores => ClientWorld.Stores;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Every_layer_is_listed_with_its_type_of_geometry(string store)
    {
        var list = await RunAsync("ogrinfo", "-ro", await SourceAsync(store));
        foreach (var layer in new[] { "crowd", "districts", "empty", "many", "places", "đất.ven biển/1" })
            Assert.Contains($": {layer}", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", list, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ERROR", list, StringComparison.Ordinal);
        var places = await RunAsync("ogrinfo", "-ro", "-so", await SourceAsync(store), "places");
        Assert.Contains("Feature Count: 7", places, StringComparison.Ordinal);
        foreach (var column in new[] { "name: String", "people: Integer64", "height: Real", "coastal: Integer(Boolean)", "since: Date", "seen: DateTime" })
            Assert.Contains(column, places, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_copied_layer_holds_every_row_every_value_and_every_position(string store)
    {
        var copied = await CopyAsync(store, "places");
        Assert.Equal(ClientWorld.Places.Select(f => f.Id), copied.Select(f => f.GetProperty("id").GetInt64()));
        foreach (var (row, copy) in ClientWorld.Places.Zip(copied))
        {
            Assert.Equal(row.Values.Select(Plain), SampleLayers.Places.Properties.Select(p => Plain(copy.GetProperty("properties").GetProperty(p.Name))));
            AssertSamePlace(row.Geometry, copy.GetProperty("geometry").Deserialize<Geometry>(Geometries));
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task All_pages_of_a_layer_come_each_row_once(string store)
    {
        var copied = await CopyAsync(store, "many", "-oo", "PAGE_SIZE=1000");
        Assert.Equal(ClientWorld.Many.Select(f => (string?)f.Values[0]), copied.Select(f => f.GetProperty("properties").GetProperty("name").GetString()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Values_and_boxes_let_through_what_they_should(string store)
    {
        Assert.Equal([3L], await IdsAsync(store, "places", "-where", "name = 'Trần Đề'"));
        Assert.Equal([1L, 2, 7], await IdsAsync(store, "places", "-where", "people > 100000"));
        Assert.Equal([2L, 3], await IdsAsync(store, "places", "-where", "since >= '2009/12/23' AND since < '2012/01/01'"));
        Assert.Equal([1L], await IdsAsync(store, "places", "-where", "seen >= '2024/05/01 03:04:05' AND seen < '2024/05/01 03:04:06'"));
        Assert.Equal([1L], await IdsAsync(store, "places", "-spat", "105.9", "9.5", "106", "9.65"));
        Assert.Equal([1L], await IdsAsync(store, "places", "-spat", "105.9", "9.3", "106", "9.65", "-where", "coastal = 0"));
        // The thousand points of a row lie a thousandth of a degree apart: 105.6 to 105.61 holds eleven of each full row and of the half one.
        Assert.Equal(33, (await IdsAsync(store, "many", "-spat", "105.5995", "9", "105.6105", "10")).Count);
    }

    private async Task<string> SourceAsync(string store) => $"OAPIF:{await world.ServerAsync(store, Cancellation)}";

    private async Task<List<long>> IdsAsync(string store, string layer, params string[] arguments) =>
        [.. (await CopyAsync(store, layer, arguments)).Select(f => f.GetProperty("id").GetInt64())];

    private async Task<List<JsonElement>> CopyAsync(string store, string layer, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("copy.geojson");
        await RunAsync("ogr2ogr", ["-f", "GeoJSON", "-preserve_fid", "-lco", "COORDINATE_PRECISION=9", file, await SourceAsync(store), layer, .. arguments]);
        using var copy = JsonDocument.Parse(await File.ReadAllBytesAsync(file, Cancellation));
        return [.. copy.RootElement.GetProperty("features").EnumerateArray().Select(f => f.Clone())];
    }

    private static void AssertSamePlace(Geometry? expected, Geometry? found)
    {
        Assert.Equal(expected is null, found is null);
        if (expected is null || found is null)
            return;
        Assert.Equal(expected.Coordinate.X, found.Coordinate.X, HalfTheLastDecimalOfADegree);
        Assert.Equal(expected.Coordinate.Y, found.Coordinate.Y, HalfTheLastDecimalOfADegree);
    }

    /// <summary>A value as GDAL writes it into GeoJSON.</summary>
    private static string? Plain(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        bool truth => truth ? "True" : "False",
        JsonElement { ValueKind: JsonValueKind.Null } => null,
        JsonElement { ValueKind: JsonValueKind.Number } number => number.TryGetInt64(out var whole) ? Plain(whole) : Plain(number.GetDouble()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var (exitCode, output) = await Task.Run(() => Requirement.Run(program, arguments));
        Assert.True(exitCode == 0, output);
        return output;
    }
}
