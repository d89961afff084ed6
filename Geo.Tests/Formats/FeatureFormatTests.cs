using System.Globalization;
using System.Text.Json;
using Geo.Api.Formats;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Geodesy;
using Geo.Tests.Api;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using ParquetSharp;

namespace Geo.Tests.Formats;

/// <summary>The writers that the service and the command line share.</summary>
public sealed class FeatureFormatTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Keys => ["json", "jsonfg", "geojsonseq", "csv", "fgb", "parquet"];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_file_is_the_same_under_a_culture_with_decimal_commas(string key)
    {
        var here = await WriteAsync(key, OddLayer.Definition, OddLayer.Rows);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
        Assert.Equal("0,5", 0.5.ToString(CultureInfo.CurrentCulture));
        Assert.Equal(here, await WriteAsync(key, OddLayer.Definition, OddLayer.Rows));
    }

    [Fact]
    public async Task Arrow_reads_from_GeoParquet_what_was_written()
    {
        using var file = await OpenParquetAsync(OddLayer.Definition, OddLayer.Rows, CoordinateSystems.Crs84);
        Assert.Equal(9, file.FileMetaData.NumRows);
        Assert.Equal(["id", "name", "people", "height", "coastal", "since", "seen", "geometry"], Enumerable.Range(0, file.FileMetaData.NumColumns).Select(i => file.FileMetaData.Schema.Column(i).Name));
        using var group = file.RowGroup(0);
        Assert.Equal([1L, 2, 5, 6, 7, 8, 9, 10, 11], group.Column(0).LogicalReader<long>().ReadAll(9));
        string?[] names = ["Sóc Trăng", "đường \"biển\", dòng 1\r\ndòng 2", "=1+1", "-x", "", null, "@x", "x", "x"];
        Assert.Equal(names.AsEnumerable(), group.Column(1).LogicalReader<string?>().ReadAll(9));
        Assert.Equal([137305L, 9_007_199_254_740_993L, -5L, null, 0L, long.MinValue, null, null, null], group.Column(2).LogicalReader<long?>().ReadAll(9));
        Assert.Equal([2.5, null, -0.5, 1e-7, 1e300, null, null, null, null], group.Column(3).LogicalReader<double?>().ReadAll(9));
        Assert.Equal([false, true, null, null, null, null, null, null, null], group.Column(4).LogicalReader<bool?>().ReadAll(9));
        Assert.Equal([new Date(2007, 2, 8), null, null, new Date(2025, 7, 1), null, null, null, null, null], group.Column(5).LogicalReader<Date?>().ReadAll(9));
        Assert.Equal(new DateTime(2024, 5, 1, 3, 4, 5, 678), group.Column(6).LogicalReader<DateTime?>().ReadAll(9)[1]);
        var shapes = group.Column(7).LogicalReader<byte[]?>().ReadAll(9).Select(wkb => wkb is null ? null : new WKBReader().Read(wkb).AsText());
        Assert.Equal(OddLayer.Rows.Select(r => r.Geometry?.AsText()), shapes);
    }

    [Fact]
    public async Task The_metadata_of_GeoParquet_name_types_box_and_system()
    {
        using var odd = await OpenParquetAsync(OddLayer.Definition, OddLayer.Rows, CoordinateSystems.Crs84);
        Assert.Equal(
            """{"version":"1.1.0","primary_column":"geometry","columns":{"geometry":{"encoding":"WKB","geometry_types":["GeometryCollection","LineString","MultiLineString","MultiPoint","MultiPolygon","Point","Polygon"],"bbox":[105,8,108,11]}}}""",
            odd.FileMetaData.KeyValueMetadata["geo"]);
        using var heights = await OpenParquetAsync(OddLayer.Heights, OddLayer.HeightRows, CoordinateSystems.Crs84);
        Assert.Contains("""
            "geometry_types":["LineString Z"],"bbox":[105,9,-1,106.5,9.5,4.25]
            """, heights.FileMetaData.KeyValueMetadata["geo"], StringComparison.Ordinal);
        using var projected = await OpenParquetAsync(SampleLayers.Places, SampleLayers.PlaceRows.Take(1), CoordinateSystems.Vn2000Tm3Zone10530);
        var column = JsonDocument.Parse(projected.FileMetaData.KeyValueMetadata["geo"]).RootElement.GetProperty("columns").GetProperty("geometry");
        Assert.Equal("""{"authority":"EPSG","code":9209}""", column.GetProperty("crs").GetProperty("id").GetRawText());
        Assert.Equal(551819.67, column.GetProperty("bbox")[0].GetDouble(), 0.01);
        using var empty = await OpenParquetAsync(SampleLayers.Empty, [], CoordinateSystems.Crs84);
        Assert.Equal(0, empty.FileMetaData.NumRows);
        Assert.DoesNotContain("bbox", empty.FileMetaData.KeyValueMetadata["geo"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_system_but_WGS_84_has_a_definition_for_GeoParquet() => Assert.All(
        CoordinateSystems.All.Where(s => s.Srid != 4326),
        system =>
        {
            using var target = new MemoryStream();
            new GeoParquetFormat().WriteAsync(LayerView.Whole(SampleLayers.Places, system).Of(SampleLayers.PlaceRows.Take(1).ToAsyncEnumerable()), target, Cancel).GetAwaiter().GetResult();
            target.Position = 0;
            using var file = new ParquetFileReader(target);
            Assert.Contains($"\"code\":{system.Srid}}}}}}}}}}}", file.FileMetaData.KeyValueMetadata["geo"], StringComparison.Ordinal);
        });

    [Fact]
    public async Task Row_groups_keep_what_waits_small()
    {
        using var file = await OpenParquetAsync(SampleLayers.Many, SampleLayers.ManyRows(45_000), CoordinateSystems.Crs84);
        Assert.Equal((45_000, 3), (file.FileMetaData.NumRows, file.FileMetaData.NumRowGroups));
        using var last = file.RowGroup(2);
        Assert.Equal("điểm 44999", last.Column(1).LogicalReader<string>().ReadAll(5_000)[^1]);
    }

    [Fact]
    public async Task Our_own_columns_give_way_to_those_of_the_layer()
    {
        var layer = SampleLayers.Many with { Properties = [new("ID", PropertyType.Text), new("geometry", PropertyType.Integer), new("lon", PropertyType.Number), new("a.b c", PropertyType.Text)] };
        var row = new Feature(7, new Point(105, 9), ["x", 1L, 2.5, "y"]);
        using var file = await OpenParquetAsync(layer, [row], CoordinateSystems.Crs84);
        Assert.Equal(["_id", "ID", "geometry", "lon", "a.b c", "_geometry"], Enumerable.Range(0, 6).Select(i => file.FileMetaData.Schema.Column(i).Name));
        using var group = file.RowGroup(0);
        Assert.Equal("y", group.Column(4).LogicalReader<string>().ReadAll(1)[0]);
        Assert.Equal("_id,ID,geometry,lon,a.b c,_lon,lat\r\n7,x,1,2.5,y,105,9\r\n", System.Text.Encoding.UTF8.GetString(await WriteAsync("csv", layer, [row])));
    }

    [Theory]
    [InlineData("fgb")]
    [InlineData("parquet")]
    public async Task A_collection_within_a_collection_is_written_and_one_too_deep_is_refused(string key)
    {
        var layer = SampleLayers.Many with { GeometryKind = GeometryKind.Geometry, Properties = [] };
        Geometry Nested(int levels) => Enumerable.Range(1, levels).Aggregate((Geometry)new Point(105, 9), (inner, _) => new GeometryCollection([inner]));
        Assert.NotEmpty(await WriteAsync(key, layer, [new Feature(1, Nested(5), [])]));
        await Assert.ThrowsAsync<FormatException>(() => WriteAsync(key, layer, [new Feature(1, Nested(2_000), [])]));
    }

    private static async Task<byte[]> WriteAsync(string key, LayerDefinition layer, IEnumerable<Feature> rows)
    {
        using var target = new MemoryStream();
        var format = FeatureForms.All(new FeatureFormOptions(TimeProvider.System, HasIndex: true)).Single(f => f.Key == key);
        await format.WriteAsync(LayerView.Whole(layer, CoordinateSystems.Crs84).Of(rows.ToAsyncEnumerable()), target, Cancel);
        return target.ToArray();
    }

    private static async Task<ParquetFileReader> OpenParquetAsync(LayerDefinition layer, IEnumerable<Feature> rows, CoordinateSystem system)
    {
        var target = new MemoryStream();
        await new GeoParquetFormat().WriteAsync(LayerView.Whole(layer, system).Of(rows.ToAsyncEnumerable()), target, Cancel);
        target.Position = 0;
        return new ParquetFileReader(target);
    }
}
