using System.Text;
using System.Text.Json;
using CsCheck;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Geodesy;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Tests.Formats;

public sealed class LayerExportTests : IDisposable
{
    private static readonly IReadOnlyList<PropertyDefinition> Columns =
    [
        new("ten", PropertyType.Text), new("n", PropertyType.Integer), new("share", PropertyType.Number),
        new("ok", PropertyType.Boolean), new("day", PropertyType.Date), new("at", PropertyType.DateTime),
    ];

    private static readonly object?[] Values =
        ["Sóc Trăng", -3L, 0.1, true, new DateOnly(2025, 6, 30), new DateTime(2025, 6, 30, 5, 0, 0, DateTimeKind.Utc)];

    private readonly ImportFiles _files = new();

    [Fact]
    public async Task What_is_exported_as_GeoJSON_is_imported_again()
    {
        var json = await GeoJsonAsync(Layer(GeometryKind.Point), new Feature(7, Wkt("POINT (105.97 9.6)"), Values), new Feature(9, null, new object?[6]));
        var layer = await _files.ImportTextAsync("a.geojson", json);
        Assert.Equal("accepted", layer.Refusal);
        Assert.Equal([7L, 9L], layer.Features.Select(f => f.Id));
        Assert.Equal(Columns, layer.Definition!.Properties);
        Assert.Equal(Values, layer.Features[0].Values);
        Assert.Equal("POINT (105.97 9.6)", layer.Features[0].Geometry!.AsText());
        Assert.Equal(new object?[6], layer.Features[1].Values);
    }

    [Fact]
    public async Task GeoJSON_is_in_longitude_and_latitude_with_shells_counter_clockwise()
    {
        var clockwise = Wkt("POLYGON ((551391.972 1061653.388, 551391.972 1071653.388, 561391.972 1061653.388, 551391.972 1061653.388))");
        var layer = Layer(GeometryKind.Polygon) with { Definition = Layer(GeometryKind.Polygon).Definition with { System = CoordinateSystems.Vn2000Tm3Zone10530 } };
        var json = await GeoJsonAsync(layer, new Feature(1, clockwise, Values));
        var ring = JsonDocument.Parse(json).RootElement.GetProperty("features")[0].GetProperty("geometry").GetProperty("coordinates")[0];
        Assert.Equal(105.97, ring[0][0].GetDouble(), 1e-8);
        Assert.Equal(9.60, ring[0][1].GetDouble(), 1e-8);
        Assert.True(ring[1][0].GetDouble() > 106);
        Assert.DoesNotContain("\"crs\"", json, StringComparison.Ordinal);
        Assert.Contains("Sóc Trăng", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GDAL_opens_exported_GeoJSON()
    {
        var path = _files.Write("a.geojson", await GeoJsonAsync(Layer(GeometryKind.Point), new Feature(7, Wkt("POINT (105.97 9.6)"), Values)));
        var (code, output) = Requirement.Run("ogrinfo", "-al", path);
        Assert.Equal(0, code);
        Assert.Contains("POINT (105.97 9.6)", output, StringComparison.Ordinal);
        Assert.Contains("ten (String) = Sóc Trăng", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CSV_begins_with_a_mark_and_guards_text_against_formulas_but_not_numbers()
    {
        object?[] hostile = ["=cmd()|' /C calc'!A0", -3L, -0.5, null, null, null];
        var csv = await CsvAsync(Layer(GeometryKind.Point), new CsvExportOptions(), new Feature(1, Wkt("POINT (105.97 -9.6)"), hostile));
        Assert.Equal("\uFEFFid,ten,n,share,ok,day,at,lon,lat\r\n1,\"'=cmd()|' /C calc'!A0\",-3,-0.5,,,,105.97,-9.6\r\n", csv);
    }

    [Theory]
    [InlineData("@SUM(A1)")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("\t=1")]
    public async Task Every_beginning_of_a_formula_is_guarded(string text)
    {
        var csv = await CsvAsync(Layer(GeometryKind.None), new CsvExportOptions(ByteOrderMark: false, ';'), new Feature(1, null, [text, null, null, null, null, null]));
        Assert.Contains("'" + text, csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_as_CSV_is_imported_again()
    {
        var polygon = Wkt("POLYGON ((105 9, 106 9, 106 10, 105 9))");
        var csv = await CsvAsync(Layer(GeometryKind.Polygon), new CsvExportOptions(), new Feature(1, polygon, ["a \"b\"\r\n,c", 3L, 1e-9, false, new DateOnly(2025, 7, 1), null]));
        var layer = await _files.ImportTextAsync("a.csv", csv);
        Assert.Equal("accepted", layer.Refusal);
        Assert.Equal([1L, "a \"b\"\r\n,c", 3L, 1e-9, false, new DateOnly(2025, 7, 1), null], layer.Features[0].Values);
        Assert.True(polygon.EqualsTopologically(layer.Features[0].Geometry));
    }

    [Fact]
    public async Task Any_point_and_any_text_survive_the_way_through_GeoJSON()
    {
        var rows = Gen.Select(Gen.Double[102, 118], Gen.Double[6, 24], Gen.String, Gen.Long, Gen.Double[-1e300, 1e300])
            .Where(r => !r.Item3.Contains('\0', StringComparison.Ordinal) && Utf16IsWhole(r.Item3))
            .Array[1, 20];
        await rows.SampleAsync(
            async sample =>
            {
                var features = sample.Select((r, i) => new Feature(i + 1, new Point(r.Item1, r.Item2), ["x" + r.Item3.Normalize(), r.Item4, r.Item5 + 0.5, true, null, null])).ToArray();
                var layer = await _files.ImportTextAsync("a.geojson", await GeoJsonAsync(Layer(GeometryKind.Point), features));
                Assert.Equal("accepted", layer.Refusal);
                Assert.All(features.Zip(layer.Features), pair =>
                {
                    Assert.Equal(pair.First.Values.Take(2), pair.Second.Values.Take(2));
                    Assert.Equal((double)pair.First.Values[2]!, Convert.ToDouble(pair.Second.Values[2], System.Globalization.CultureInfo.InvariantCulture));
                    Assert.True(pair.First.Geometry!.EqualsExact(pair.Second.Geometry));
                });
            },
            iter: 100,
            threads: 1,
            seed: "0000000000a1");
    }

    public void Dispose() => _files.Dispose();

    private static Layer Layer(GeometryKind kind) => new(
        new LayerDefinition
        {
            Id = "thu",
            Title = new BilingualText("Thử", "Trial"),
            Description = new BilingualText("Thử", "Trial"),
            GeometryKind = kind,
            System = CoordinateSystems.Crs84,
            Properties = Columns,
            Provenance = new LayerProvenance("s", "CC0-1.0", "s", "2025", LayerStatus.Synthetic, null),
        },
        1,
        1,
        null);

    private static bool Utf16IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
                return false;
        }

        return true;
    }

    private static Geometry Wkt(string wkt) => new WKTReader().Read(wkt);

    private static async Task<string> GeoJsonAsync(Layer layer, params Feature[] features)
    {
        using var target = new MemoryStream();
        await LayerExport.WriteGeoJsonAsync(layer, features.ToAsyncEnumerable(), target, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(target.ToArray());
    }

    private static async Task<string> CsvAsync(Layer layer, CsvExportOptions options, params Feature[] features)
    {
        using var target = new MemoryStream();
        await new CsvFormat(options).WriteAsync(LayerView.Whole(layer.Definition, CoordinateSystems.Crs84).Of(features.ToAsyncEnumerable()), target, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(target.ToArray());
    }
}
