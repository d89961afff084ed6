using System.Text;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Formats;

public sealed class GeoJsonImportTests : IDisposable
{
    private const string Small =
        """{"type":"FeatureCollection","features":[{"type":"Feature","id":1,"properties":{"name":"Sóc Trăng","n":3},"geometry":{"type":"Point","coordinates":[105.97,9.6]}}]}""";

    private readonly ImportFiles _files = new();

    [Fact]
    public async Task A_feature_collection_becomes_a_layer_in_CRS84()
    {
        var layer = await _files.ImportTextAsync("Các huyện.geojson", Small);
        Assert.Equal("accepted", layer.Refusal);
        Assert.Equal("cac-huyen", layer.Definition!.Id);
        Assert.Equal(GeometryKind.Point, layer.Definition.GeometryKind);
        Assert.Equal("OGC:CRS84", layer.Definition.System.Code);
        Assert.Equal([new PropertyDefinition("name", PropertyType.Text), new PropertyDefinition("n", PropertyType.Integer)], layer.Definition.Properties);
        var feature = Assert.Single(layer.Features);
        Assert.Equal("POINT (105.97 9.6)", feature.Geometry!.AsText());
        Assert.Equal(["Sóc Trăng", 3L], feature.Values);
        Assert.Equal(1, layer.Report.FeaturesRead);
    }

    [Fact]
    public async Task The_real_districts_are_read_as_GDAL_reads_them()
    {
        var layer = await ImportFiles.ImportAsync(Repository.Shared("data", "districts_soctrang_2020.geojson"));
        Assert.Equal("accepted", layer.Refusal);
        Assert.Equal(11, layer.Features.Count);
        Assert.Equal(0, layer.Report.MendedCount);
        // 1,199,653 people at the census of 2019 (data README).
        var population = layer.Definition!.Properties.Index().Single(p => p.Item.Name == "pop_2019");
        Assert.Equal(PropertyType.Integer, population.Item.Type);
        Assert.Equal(1_199_653, layer.Features.Sum(f => (long)f.Values[population.Index]!));
        var (_, wkt) = Requirement.Run("ogrinfo", "-al", "-q", "-where", "pcode='VN81901'", Repository.Shared("data", "districts_soctrang_2020.geojson"));
        Assert.Contains("105.943282 9.598974", wkt, StringComparison.Ordinal);
        Assert.Equal(new Coordinate(105.943282, 9.598974), layer.Features[0].Geometry!.Coordinates[0], (a, b) => a.Equals2D(b));
    }

    [Fact]
    public async Task Every_prefix_of_a_small_file_is_refused_at_a_byte()
    {
        var bytes = Encoding.UTF8.GetBytes(Small);
        for (var length = 0; length < bytes.Length; length++)
        {
            var layer = await ImportFiles.ImportAsync(_files.Write("prefix.geojson", bytes.AsSpan(0, length)));
            Assert.True(layer.Report.IsRefused, $"the first {length} bytes were accepted");
            Assert.Contains("byte ", layer.Refusal, StringComparison.Ordinal);
            Assert.Empty(layer.Features);
        }
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[105.97,9.6]}""", "POINT (105.97 9.6)")]
    [InlineData("""{"coordinates":[[105.9,9.6],[106,9.7]],"type":"LineString"}""", "LINESTRING (105.9 9.6, 106 9.7)")]
    [InlineData("""{"type":"Feature","properties":null,"geometry":{"coordinates":[[105.9,9.6],[106,9.7]],"type":"MultiPoint"}}""", "MULTIPOINT ((105.9 9.6), (106 9.7))")]
    [InlineData("""{"features":[{"geometry":{"type":"Point","coordinates":[106,9]},"type":"Feature"}],"type":"FeatureCollection"}""", "POINT (106 9)")]
    [InlineData("""{"type":"Polygon","coordinates":[[[105,9],[105,10],[106,10],[106,9],[105,9]]]}""", "MULTIPOLYGON (((105 9, 106 9, 106 10, 105 10, 105 9)))")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[[105,9],[106,9],[106,10],[105,9]]]]}""", "MULTIPOLYGON (((105 9, 106 9, 106 10, 105 9)))")]
    [InlineData("""{"type":"MultiLineString","coordinates":[[[105,9],[106,9]],[]]}""", "MULTILINESTRING ((105 9, 106 9))")]
    [InlineData("""{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[105,9]},{"type":"LineString","coordinates":[[105,9],[106,9]]}]}""", "GEOMETRYCOLLECTION (POINT (105 9), LINESTRING (105 9, 106 9))")]
    public async Task Roots_and_geometries_of_RFC_7946_are_read_with_members_in_any_order(string json, string wkt)
    {
        var layer = await _files.ImportTextAsync("a.geojson", json);
        Assert.Equal("accepted", layer.Refusal);
        Assert.Equal(wkt, Assert.Single(layer.Features).Geometry!.AsText());
    }

    [Theory]
    [InlineData("a.geojsonl", "\n")]
    [InlineData("a.geojson", "\n\u001e")]
    public async Task A_sequence_is_read_one_feature_after_the_other(string name, string separator)
    {
        var first = """{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[105,9]}}""";
        var second = """{"type":"Feature","properties":{"a":2.5},"geometry":null}""";
        var layer = await _files.ImportTextAsync(name, separator.Trim('\n') + first + separator + second + "\n");
        Assert.Equal("accepted", layer.Refusal);
        Assert.Equal([1.0, 2.5], layer.Features.Select(f => f.Values[0]));
    }

    [Theory]
    [InlineData("[1e999,9]", "/geometry/coordinates/0", "1e999 is not finite")]
    [InlineData("[9,-1e999]", "/geometry/coordinates/1", "-1e999 is not finite")]
    [InlineData("[\"105\",9]", "/geometry/coordinates/0", "a string instead of a number")]
    [InlineData("[105]", "/geometry/coordinates", "a position of 1 number(s)")]
    [InlineData("[null,9]", "/geometry/coordinates/0", "null instead of a number")]
    [InlineData("[[105,9]]", "/geometry/coordinates/0", "an array instead of a number")]
    [InlineData("{}", "/geometry/coordinates", "an object instead of an array")]
    public async Task A_position_that_is_none_is_refused_by_pointer(string position, string pointer, string reason)
    {
        var layer = await _files.ImportTextAsync("a.geojson", Feature($$"""{"type":"Point","coordinates":{{position}}}"""));
        Assert.Contains("feature 1, byte ", layer.Refusal, StringComparison.Ordinal);
        Assert.Contains($"{pointer}: ", layer.Refusal, StringComparison.Ordinal);
        Assert.Contains(reason, layer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_byte_of_a_fault_is_the_byte_in_the_file()
    {
        var text = """{"type":"FeatureCollection","features":[ {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[105,9],[106,1e999]]}}]}""";
        var layer = await _files.ImportTextAsync("a.geojson", text);
        Assert.Contains($"byte {text.IndexOf("1e999", StringComparison.Ordinal)}, /geometry/coordinates/1/1", layer.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection","features":[]} x""", "more text after the end")]
    [InlineData("""{"type":"FeatureCollection","features":[]}{"type":"FeatureCollection","features":[]}""", "more text after the end")]
    [InlineData("""{"features":[]}""", "'type' is missing")]
    [InlineData("""{"type":"FeatureCollection"}""", "no member 'features'")]
    [InlineData("""{"type":"Topology","objects":{}}""", "Topology")]
    [InlineData("""{"type":"FeatureCollection","features":[],"features":[]}""", "given twice")]
    [InlineData("""{"type":"FeatureCollection","features":{}}""", "/features is an object instead of an array")]
    [InlineData("""{"type":"FeatureCollection","features":[7]}""", "a feature is an object, this is a number")]
    [InlineData("""[]""", "the root of GeoJSON is an object")]
    [InlineData("   ", "nothing but blanks")]
    [InlineData("", "the file is empty")]
    [InlineData("""{"type":"Feature","type":"Feature","geometry":null}""", "given twice")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"a":1,"a":2}}]}""", "/properties/a: the property is given twice")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"geometry":null}]}""", "'geometry' is given twice")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"a":"\ud800"}}]}""", "/properties/a: the string is not text")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"a":"\u0000"}}]}""", "/properties/a: the string is not text")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"\udfff":1}}]}""", "the string is not text")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"a":1e999}}]}""", "/properties/a: the number is not finite")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Circle","coordinates":[1,2]}}]}""", "no geometry type \"Circle\"")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"coordinates":[1,2]}}]}""", "the geometry has no 'type'")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point"}}]}""", "the Point has no 'coordinates'")]
    [InlineData("""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},"features":[]}""", "urn:ogc:def:crs:EPSG::2154")]
    [InlineData("""{"type":"FeatureCollection","crs":{"type":"link"},"features":[]}""", "names no coordinate system")]
    public async Task What_is_not_GeoJSON_is_refused_with_its_reason(string json, string reason)
    {
        var layer = await _files.ImportTextAsync("a.geojson", json);
        Assert.Contains(reason, layer.Refusal, StringComparison.Ordinal);
        Assert.Empty(layer.Features);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        var latin1 = Encoding.Latin1.GetBytes(Small);
        Assert.Contains("not UTF-8", (await ImportFiles.ImportAsync(_files.Write("latin1.geojson", latin1))).Refusal, StringComparison.Ordinal);
        foreach (var utf16 in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            byte[][] both = [utf16.GetBytes(Small), [.. utf16.Preamble, .. utf16.GetBytes(Small)]];
            foreach (var bytes in both)
                Assert.Contains("UTF-16", (await ImportFiles.ImportAsync(_files.Write("utf16.geojson", bytes))).Refusal, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        var layer = await ImportFiles.ImportAsync(_files.Write("bom.geojson", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Small)]));
        Assert.Equal("accepted", layer.Refusal);
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    [InlineData(100, false)]
    [InlineData(1_000, false)]
    [InlineData(100_000, false)]
    [InlineData(1_000_000, false)]
    public async Task Collections_in_collections_are_read_32_deep_and_no_deeper(int depth, bool accepted)
    {
        var json = string.Concat(Enumerable.Repeat("""{"type":"GeometryCollection","geometries":[""", depth)) + string.Concat(Enumerable.Repeat("]}", depth));
        var layer = await _files.ImportTextAsync("deep.geojson", Feature(json));
        Assert.Equal(accepted, layer.Refusal == "accepted");
        if (!accepted)
            Assert.Contains("nested deeper than", layer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_take_the_narrowest_type_that_holds_every_value()
    {
        string[] rows =
        [
            """{"i":1,"n":1,"t":1,"b":true,"d":"2025-06-30","m":"2025-06-30T12:00:00+07:00","o":{"x":[1]},"z":null,"big":1}""",
            """{"i":-2,"n":2.5,"t":"a","b":false,"d":"2025-07-01","m":"2025-06-30T05:00:00Z","o":[1,2],"big":12345678901234567890}""",
        ];
        var layer = await _files.ImportTextAsync("a.geojson", Collection(rows.Select(r => $$"""{"type":"Feature","geometry":null,"properties":{{r}}}""")));
        Assert.Equal("accepted", layer.Refusal);
        Assert.Equal(
            [PropertyType.Integer, PropertyType.Number, PropertyType.Text, PropertyType.Boolean, PropertyType.Date, PropertyType.DateTime, PropertyType.Text, PropertyType.Text, PropertyType.Number],
            layer.Definition!.Properties.Select(p => p.Type));
        Assert.Equal(
            [1L, 1.0, "1", true, new DateOnly(2025, 6, 30), new DateTime(2025, 6, 30, 5, 0, 0, DateTimeKind.Utc), """{"x":[1]}""", null, 1.0],
            layer.Features[0].Values);
        Assert.Null(layer.Features[1].Values[7]);
    }

    [Fact]
    public async Task Ids_that_ascend_stay_and_others_become_a_column()
    {
        var ascending = await _files.ImportTextAsync("a.geojson", Collection(["""{"type":"Feature","id":3,"geometry":null}""", """{"type":"Feature","id":7,"geometry":null}"""]));
        Assert.Equal([3L, 7L], ascending.Features.Select(f => f.Id));
        Assert.Empty(ascending.Definition!.Properties);
        var texts = await _files.ImportTextAsync("b.geojson", Collection(["""{"type":"Feature","id":"x","geometry":null}""", """{"type":"Feature","id":7,"geometry":null}"""]));
        Assert.Equal([1L, 2L], texts.Features.Select(f => f.Id));
        Assert.Equal("source_id", Assert.Single(texts.Definition!.Properties).Name);
        Assert.Equal(["x", "7"], texts.Features.Select(f => f.Values[0]));
    }

    [Fact]
    public async Task Column_names_are_made_safe_and_the_files_name_stays_as_title()
    {
        var layer = await _files.ImportTextAsync("a.geojson", Collection(["""{"type":"Feature","geometry":null,"properties":{"Diện tích (ha)":1,"; DROP TABLE x--":2,"id":3,"ID_2":4,"1":5,"đất":6}}"""]));
        Assert.Equal(["Dien_tich__ha", "DROP_TABLE_x", "id_2", "ID_2_2", "c_1", "dat"], layer.Definition!.Properties.Select(p => p.Name));
        Assert.Equal("Diện tích (ha)", layer.Definition.Properties[0].Title!.Vi);
    }

    [Fact]
    public async Task Columns_can_be_renamed_but_not_ones_that_are_not_there()
    {
        var renamed = await _files.ImportTextAsync("a.geojson", Small, new ImportOptions { Renames = new Dictionary<string, string> { ["name"] = "name_vi" } });
        Assert.Equal(["name_vi", "n"], renamed.Definition!.Properties.Select(p => p.Name));
        var unknown = await _files.ImportTextAsync("a.geojson", Small, new ImportOptions { Renames = new Dictionary<string, string> { ["Name"] = "name_vi" } });
        Assert.Contains("there is no column 'Name' to rename; the columns are name, n", unknown.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heights_are_left_out_with_a_note()
    {
        var layer = await _files.ImportTextAsync("a.geojson", Feature("""{"type":"LineString","coordinates":[[105,9,1],[106,9,2,3]]}"""));
        Assert.Equal("LINESTRING (105 9, 106 9)", layer.Features[0].Geometry!.AsText());
        Assert.Contains("1 position(s) have a height", layer.Warnings, StringComparison.Ordinal);
        Assert.Contains("1 position(s) have more than three ordinates", layer.Warnings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_crs_member_is_obeyed()
    {
        // Check value of VN-2000: E 551,391.972 N 1,061,653.388 is 105.97 E 9.60 N by EPSG:6960.
        var layer = await _files.ImportTextAsync("a.geojson",
            """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[551391.972,1061653.388]}}],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9209"}}}""");
        Assert.Equal("accepted", layer.Refusal);
        Assert.Equal("EPSG:9209", layer.Report.System!.Code);
        var point = (Point)layer.Features[0].Geometry!;
        Assert.Equal(105.97, point.X, 1e-8);
        Assert.Equal(9.60, point.Y, 1e-8);
    }

    [Fact]
    public async Task A_file_larger_than_the_buffer_is_read_feature_by_feature()
    {
        var ring = string.Join(',', Enumerable.Range(0, 60_000).Select(i => FormattableString.Invariant($"[{105 + i * 1e-5:0.#####},9]")).Append("[105.3,9.5]").Append("[105,9]"));
        var big = $$$"""{"type":"Feature","properties":{"n":1},"geometry":{"type":"Polygon","coordinates":[[{{{ring}}}]]}}""";
        var small = """{"type":"Feature","properties":{"n":2},"geometry":{"type":"Point","coordinates":[105,9]}}""";
        var layer = await _files.ImportTextAsync("big.geojson", Collection([big, .. Enumerable.Repeat(small, 20_000), big]));
        Assert.Equal("accepted", layer.Refusal);
        Assert.Equal(20_002, layer.Features.Count);
        Assert.Equal(60_002, layer.Features[0].Geometry!.NumPoints);
        Assert.Equal(60_002, layer.Features[^1].Geometry!.NumPoints);
    }

    public void Dispose() => _files.Dispose();

    private static string Feature(string geometry) => Collection([$$"""{"type":"Feature","properties":{},"geometry":{{geometry}}}"""]);

    private static string Collection(IEnumerable<string> features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(",\n", features)}}]}""";
}
