using System.Globalization;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Tiles;
using Geo.Tests.Api;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Tests.Tiles;

/// <summary>Vector tiles as GDAL's MVT driver reads them: it knows the format from elsewhere.</summary>
public sealed class VectorTileTests : IDisposable
{
    private static readonly LayerDefinition Layer = SampleLayers.Places with
    {
        Id = "shapes",
        GeometryKind = GeometryKind.Geometry,
        Properties = [new("name", PropertyType.Text), new("n", PropertyType.Integer), new("x", PropertyType.Number), new("b", PropertyType.Boolean), new("d", PropertyType.Date)],
        TimeStartProperty = null,
        TimeEndProperty = null,
    };

    private static readonly JsonSerializerOptions Geometries = new() { Converters = { new NetTopologySuite.IO.Converters.GeoJsonConverterFactory() } };

    private readonly TemporaryFolder _folder = new();
    private int _read;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Values_come_with_their_types_and_null_is_left_out()
    {
        var feature = Assert.Single(Read(Draw(14, 13017, 7753, ("POINT (106.02 9.585)", ["Sóc Trăng", -5L, 2.5, true, new DateOnly(2025, 7, 1)]))));
        var properties = feature.GetProperty("properties");
        Assert.Equal("Sóc Trăng", properties.GetProperty("name").GetString());
        Assert.Equal(-5, properties.GetProperty("n").GetInt64());
        Assert.Equal(2.5, properties.GetProperty("x").GetDouble());
        Assert.Equal("2025-07-01", properties.GetProperty("d").GetString());
        var bare = Assert.Single(Read(Draw(14, 13017, 7753, ("POINT (106.02 9.585)", ["a", null, null, null, null]))));
        Assert.Equal(["mvt_id", "name"], bare.GetProperty("properties").EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null).Select(p => p.Name).Order());
    }

    [Fact]
    public void Values_that_come_again_and_again_stay_with_their_features()
    {
        // 43 days return to 2025-01-01 every 8,192 days too; texts, numbers and dates all come several times, in turns of their own.
        static object?[] Of(int i) => [$"tên {i % 701}", (long)(i % 499), i % 2_003 / 8.0, i % 3 == 0, new DateOnly(2025, 1, 1).AddDays((i % 43) + (i % 5 * 8_192))];
        var read = Read(Draw(14, 13017, 7753, [.. Enumerable.Range(0, 5_000).Select(i => ("POINT (106.02 9.585)", Of(i)))]));
        Assert.Equal(5_000, read.Count);
        foreach (var (feature, i) in read.Select((f, i) => (f.GetProperty("properties"), i)))
        {
            Assert.Equal(Of(i), [
                feature.GetProperty("name").GetString(), feature.GetProperty("n").GetInt64(), feature.GetProperty("x").GetDouble(), feature.GetProperty("b").GetBoolean(),
                DateOnly.Parse(feature.GetProperty("d").GetString()!, CultureInfo.InvariantCulture)]);
        }
    }

    [Theory]
    [InlineData("POINT (106.02 9.585)")]
    [InlineData("MULTIPOINT ((106.02 9.585), (106.025 9.587))")]
    [InlineData("LINESTRING (106.02 9.585, 106.022 9.595, 106.025 9.587)")]
    [InlineData("MULTILINESTRING ((106.02 9.585, 106.022 9.595), (106.023 9.585, 106.025 9.587))")]
    [InlineData("POLYGON ((106.02 9.585, 106.03 9.585, 106.03 9.595, 106.02 9.595, 106.02 9.585), (106.022 9.587, 106.022 9.589, 106.024 9.589, 106.024 9.587, 106.022 9.587))")]
    [InlineData("MULTIPOLYGON (((106.02 9.585, 106.025 9.585, 106.025 9.59, 106.02 9.585)), ((106.027 9.585, 106.03 9.585, 106.03 9.59, 106.027 9.585)))")]
    public void A_shape_within_a_tile_comes_back_within_a_unit(string text)
    {
        var shape = new WKTReader().Read(text);
        var read = GeometryOf(Assert.Single(Read(Draw(14, 13017, 7753, (text, ["a", null, null, null, null])))));
        const double unit = 360.0 / (1 << 14) / 4096;
        Assert.Equal(shape.Dimension, read.Dimension);
        Assert.InRange(NetTopologySuite.Algorithm.Distance.DiscreteHausdorffDistance.Distance(shape, read), 0, unit);
        Assert.True(read.IsValid);
        Assert.Equal(shape.NumGeometries, read.NumGeometries);
    }

    [Fact]
    public void What_crosses_the_edge_is_cut_behind_the_margin()
    {
        var read = GeometryOf(Assert.Single(Read(Draw(14, 13017, 7753, ("POLYGON ((100 5, 110 5, 110 15, 100 15, 100 5))", ["a", null, null, null, null])))));
        var tile = TileAddress.Parse(TileMatrixSet.WebMercatorQuad, "14", "13017", "7753")!.LonLat(VectorTile.Margin);
        var envelope = read.EnvelopeInternal;
        Assert.Equal(tile.MinX, envelope.MinX, 1e-5);
        Assert.Equal(tile.MaxX, envelope.MaxX, 1e-5);
        Assert.Equal(tile.MinY, envelope.MinY, 1e-5);
        Assert.Equal(tile.MaxY, envelope.MaxY, 1e-5);
    }

    [Fact]
    public void A_tile_without_anything_has_no_bytes()
    {
        Assert.Empty(Draw(14, 13017, 7753, ("POINT (107 9.585)", ["a", null, null, null, null])));
        // A centimetre is less than a unit where everything is drawn as it is.
        Assert.Empty(Draw(14, 13017, 7753, ("POLYGON ((106.02 9.585, 106.0200001 9.585, 106.0200001 9.5850001, 106.02 9.585))", ["a", null, null, null, null])));
    }

    [Fact]
    public void Tiles_of_a_line_meet_at_their_common_edge()
    {
        const string line = "LINESTRING (106.01 9.585, 106.06 9.595)";
        int[] columns = [13016, 13017, 13018];
        var whole = columns.Select(x => GeometryOf(Assert.Single(Read(Draw(14, x, 7753, (line, ["a", null, null, null, null])), x)))).Aggregate((a, b) => a.Union(b));
        // Cut at the margins the parts overlap; together they are the line, nothing more and nothing less.
        var near = new WKTReader().Read(line);
        Assert.True(near.Buffer(1e-5).Covers(whole));
        Assert.True(whole.Buffer(1e-5).Covers(near));
    }

    [Fact]
    public void Of_what_is_smaller_than_a_pixel_the_largest_of_each_place_stands_for_all_as_a_square_of_two_pixels()
    {
        // Houses of some 100 m at zoom 8, where a pixel is 610 m: three in one place, one apart.
        var tile = Draw(
            8, 203, 121,
            (Square(106.001, 9.601, 0.0005), ["a", 1L, null, null, null]), (Square(106.002, 9.602, 0.001), ["b", 2L, null, null, null]),
            (Square(106.003, 9.603, 0.0009), ["c", 3L, null, null, null]), (Square(106.2, 9.601, 0.0005), ["d", 4L, null, null, null]));
        var read = Read(tile, 203, 121, 8);
        Assert.Equal(["b", "d"], read.Select(f => f.GetProperty("properties").GetProperty("name").GetString()));
        const double pixel = 360.0 / 256 / 256;
        Assert.All(read, f => Assert.Equal(2 * pixel, GeometryOf(f).EnvelopeInternal.Width, 1e-6));
        Assert.True(GeometryOf(read[0]).Covers(new Point(106.002, 9.602)));
    }

    [Fact]
    public void A_text_too_long_to_be_read_on_a_coarse_map_is_left_out_there_only()
    {
        var row = (Square(106.01, 9.59, 0.02), new object?[] { new string('x', 65), 7L, null, null, null });
        Assert.Equal(JsonValueKind.Null, Assert.Single(Read(Draw(10, 813, 484, row), 813, 484, 10)).GetProperty("properties").TryGetProperty("name", out var name) ? name.ValueKind : JsonValueKind.Null);
        Assert.Equal(65, Assert.Single(Read(Draw(14, 13017, 7753, row))).GetProperty("properties").GetProperty("name").GetString()!.Length);
    }

    [Fact]
    public void The_order_in_which_features_come_does_not_matter()
    {
        var features = Enumerable.Range(1, 300).Select(i => (Id: (long)i, Shape: Square(105.9 + (i % 20 * 0.003), 9.5 + (i % 7 * 0.01), 0.001 + (i % 3 * 0.001)))).ToList();
        Assert.Equal(DrawById(10, 813, 484, features), DrawById(10, 813, 484, features.AsEnumerable().Reverse()));
    }

    [Fact]
    public void A_tile_with_too_many_features_holds_the_largest()
    {
        // Each a little larger than the one before; with room for 32,768.
        var features = Enumerable.Range(1, 70_000).Select(i => (Id: (long)i, Shape: Square(106.02, 9.585, 0.001 + (i * 1e-7)))).ToList();
        var tile = DrawById(14, 13017, 7753, features);
        Assert.Equal(DrawById(14, 13017, 7753, features.TakeLast(32_768)), tile);
        Assert.NotEqual(DrawById(14, 13017, 7753, features.TakeLast(32_767)), tile);
    }

    [Fact]
    public void A_line_of_many_places_is_drawn_with_few_and_within_a_unit()
    {
        var coast = new LineString([.. Enumerable.Range(0, 5_000).Select(i => new Coordinate(106.019 + (i * 4e-6), 9.59 + (0.004 * Math.Sin(i * 0.002))))]);
        var read = GeometryOf(Assert.Single(Read(Draw(14, 13017, 7753, (coast.AsText(), ["a", null, null, null, null])))));
        const double unit = 360.0 / (1 << 14) / 4096;
        Assert.InRange(read.NumPoints, 10, 500);
        Assert.InRange(NetTopologySuite.Algorithm.Distance.DiscreteHausdorffDistance.Distance(coast, read, 0.01), 0, 1.3 * unit);
    }

    [Fact]
    public void A_line_of_a_coarse_tile_is_drawn_with_fewer_places_yet_within_three_units()
    {
        var coast = new LineString([.. Enumerable.Range(0, 5_000).Select(i => new Coordinate(106.019 + (i * 4e-6), 9.59 + (0.004 * Math.Sin(i * 0.002))))]);
        var read = GeometryOf(Assert.Single(Read(Draw(12, 3254, 1938, (coast.AsText(), ["a", null, null, null, null])), 3254, 1938, 12)));
        const double unit = 360.0 / (1 << 12) / 4096;
        Assert.InRange(read.NumPoints, 5, 60);
        Assert.InRange(NetTopologySuite.Algorithm.Distance.DiscreteHausdorffDistance.Distance(coast, read, 0.01), 0.5 * unit, 3.8 * unit);
    }

    private static string Square(double west, double south, double side) => string.Create(
        CultureInfo.InvariantCulture, $"POLYGON (({west:R} {south:R}, {west + side:R} {south:R}, {west + side:R} {south + side:R}, {west:R} {south + side:R}, {west:R} {south:R}))");

    private static byte[] DrawById(int zoom, int column, int row, IEnumerable<(long Id, string Shape)> features)
    {
        using var tile = new VectorTile(Layer, new TileAddress(TileMatrixSet.WebMercatorQuad, zoom, column, row));
        foreach (var (id, shape) in features)
            tile.Add(new FeatureAsRow().Take(new Feature(id, new WKTReader().Read(shape), ["a", id, null, null, null])));
        using var written = new MemoryStream();
        tile.WriteTo(written);
        return written.ToArray();
    }

    private static byte[] Draw(int zoom, int column, int row, params (string Shape, object?[] Values)[] features)
    {
        using var tile = new VectorTile(Layer, new TileAddress(TileMatrixSet.WebMercatorQuad, zoom, column, row));
        foreach (var ((shape, values), i) in features.Select((f, i) => (f, i)))
            tile.Add(new FeatureAsRow().Take(new Feature(i + 1, new WKTReader().Read(shape), values)));
        using var written = new MemoryStream();
        tile.WriteTo(written);
        return written.ToArray();
    }

    /// <summary>The features of a tile by GDAL, which takes the tile's place from its path: zoom/column/row.</summary>
    private List<JsonElement> Read(byte[] tile, int column = 13017, int row = 7753, int zoom = 14)
    {
        string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
        var path = Path.Combine(_folder.Path, Text(zoom), Text(column));
        Directory.CreateDirectory(path);
        var (pbf, json) = (Path.Combine(path, $"{Text(row)}.pbf"), Path.Combine(_folder.Path, $"{_read++}.geojson"));
        File.WriteAllBytes(pbf, tile);
        var (code, output) = Requirement.Run("ogr2ogr", "-f", "GeoJSON", "-t_srs", "EPSG:4326", "-lco", "COORDINATE_PRECISION=10", json, $"MVT:{pbf}", "-oo", $"X={Text(column)}", "-oo", $"Y={Text(row)}", "-oo", $"Z={Text(zoom)}", "-oo", "CLIP=NO");
        Assert.True(code == 0 && !output.Contains("Warning", StringComparison.Ordinal), output);
        using var document = JsonDocument.Parse(File.ReadAllBytes(json));
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(f => f.Clone())];
    }

    private static Geometry GeometryOf(JsonElement feature) =>
        feature.GetProperty("geometry").Deserialize<Geometry>(Geometries)!;
}
