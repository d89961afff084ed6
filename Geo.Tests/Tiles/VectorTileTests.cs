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
        // A field of a metre is smaller than a unit of the whole world.
        Assert.Empty(Draw(0, 0, 0, ("POLYGON ((106 9.585, 106.00001 9.585, 106.00001 9.58501, 106 9.585))", ["a", null, null, null, null])));
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

    private static byte[] Draw(int zoom, int column, int row, params (string Shape, object?[] Values)[] features)
    {
        var tile = new VectorTile(Layer, new TileAddress(TileMatrixSet.WebMercatorQuad, zoom, column, row));
        foreach (var ((shape, values), i) in features.Select((f, i) => (f, i)))
            tile.Add(new Feature(i + 1, null, values), new WKTReader().Read(shape));
        return tile.ToBytes();
    }

    /// <summary>The features of a tile by GDAL, which takes the tile's place from its path: zoom/column/row.</summary>
    private List<JsonElement> Read(byte[] tile, int column = 13017)
    {
        var path = Path.Combine(_folder.Path, "14", column.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(path);
        var (pbf, json) = (Path.Combine(path, "7753.pbf"), Path.Combine(_folder.Path, $"{_read++}.geojson"));
        File.WriteAllBytes(pbf, tile);
        var (code, output) = Requirement.Run("ogr2ogr", "-f", "GeoJSON", "-t_srs", "EPSG:4326", "-lco", "COORDINATE_PRECISION=10", json, $"MVT:{pbf}", "-oo", string.Create(CultureInfo.InvariantCulture, $"X={column}"), "-oo", "Y=7753", "-oo", "Z=14", "-oo", "CLIP=NO");
        Assert.True(code == 0 && !output.Contains("Warning", StringComparison.Ordinal), output);
        using var document = JsonDocument.Parse(File.ReadAllBytes(json));
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(f => f.Clone())];
    }

    private static Geometry GeometryOf(JsonElement feature) =>
        feature.GetProperty("geometry").Deserialize<Geometry>(Geometries)!;
}
