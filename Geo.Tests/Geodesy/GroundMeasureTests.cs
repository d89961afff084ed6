using System.Globalization;
using System.Text.Json;
using CsCheck;
using Geo.Engine.Geodesy;
using Geo.Tests.Fixtures;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.IO;
using NetTopologySuite.IO.Converters;
using NetTopologySuite.Operation.Distance;
using NetTopologySuite.Operation.Union;

namespace Geo.Tests.Geodesy;

/// <summary>Expected values: pyproj 3.4.1 over PROJ 9.1.1 (GeographicLib's geodesics); areas of polygons with 5 000 points on each straight edge.</summary>
public sealed class GroundMeasureTests
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new GeoJsonConverterFactory() } };

    [Theory]
    [InlineData(9209, 504_000, 1_018_020, 596_100, 1_099_020, 746_099.93113)]
    [InlineData(9209, 580_000, 1_040_000, 580_030, 1_040_030, 0.09000374)]
    [InlineData(9209, 580_000, 1_040_000, 581_000, 1_041_000, 100.00396690)]
    [InlineData(5897, 550_000, 1_040_000, 650_000, 1_080_000, 399_972.79485)]
    [InlineData(3405, 600_000, 1_040_000, 640_000, 1_090_000, 200_088.09329)]
    [InlineData(3857, 11_795_000, 1_070_000, 11_805_000, 1_080_000, 9_659.74776)]
    public void A_rectangle_of_the_plane_has_its_area_on_the_ellipsoid(int srid, double left, double bottom, double right, double top, double hectares)
    {
        var rectangle = Rectangle(left, bottom, right, top);
        Assert.Equal(hectares, GroundArea.Hectares(rectangle, CoordinateSystems.FindBySrid(srid)!), hectares * 1e-7);
    }

    [Theory]
    [InlineData("POLYGON((105.5 9.2, 106.2 9.2, 106.2 9.9, 105.5 9.9, 105.5 9.2))", 595_001.31581)]
    [InlineData("POLYGON((106 9.5, 106.01 9.5, 106.01 9.51, 106 9.51, 106 9.5))", 121.44516766)]
    [InlineData("POLYGON((105.6 9.25, 106.15 9.55, 105.7 9.9, 105.6 9.25))", 198_830.92531)]
    public void A_polygon_of_degrees_has_its_area_on_the_ellipsoid(string wkt, double hectares) =>
        Assert.Equal(hectares, GroundArea.Hectares(new WKTReader().Read(wkt), CoordinateSystems.Crs84), hectares * 1e-8);

    [Fact]
    public void Holes_are_taken_away_and_parts_added_whichever_way_their_rings_turn()
    {
        var part = Rectangle(550_000, 1_050_000, 551_000, 1_051_000);
        var hole = Rectangle(550_200, 1_050_200, 550_400, 1_050_400);
        var whole = new GeometryCollection([part.Difference(hole), hole.Reverse()]);
        Assert.Equal(Ground(part), Ground(whole), 1e-9);
        Assert.Equal(0, Ground(new Point(550_000, 1_050_000)));
    }

    [Fact]
    public void Parts_of_a_divided_polygon_add_up_to_the_whole()
    {
        Gen.Select(Gen.Double[510_000, 590_000], Gen.Double[1_020_000, 1_090_000], Gen.Double[100, 5_000]).Sample((x, y, size) =>
        {
            var whole = Rectangle(x, y, x + size, y + size);
            var diagonal = new Polygon(new LinearRing([new(x, y), new(x + size, y), new(x + size, y + size), new(x, y)]));
            return Math.Abs(Ground(whole) - Ground(diagonal) - Ground(whole.Difference(diagonal))) < 1e-8 * Ground(whole);
        });
    }

    [Fact]
    public void Cells_of_a_row_add_up_to_their_rectangle()
    {
        var row = new double[3070];
        GroundArea.CellHectares(CoordinateSystems.Vn2000Tm3Zone10530, 504_000, 1_050_015, 30, row);
        Assert.Equal(Ground(Rectangle(504_000, 1_050_000, 596_100, 1_050_030)), row.Sum(), 1e-7);
        Assert.Equal(0.09000374, GroundArea.CellHectares(CoordinateSystems.Vn2000Tm3Zone10530, 580_015, 1_040_015, 30), 1e-8);
    }

    [Fact]
    public void Cells_in_degrees_are_refused() =>
        Assert.Throws<ArgumentException>(() => GroundArea.CellHectares(CoordinateSystems.Crs84, 106, 9.5, 30));

    // source: PROJ factors, areal scale; its derivatives are good to 1e-10.
    [Theory]
    [InlineData(9209, 500_000.0000, 1_061_506.0897, 0.999900000)]
    [InlineData(9209, 587_861.5484, 1_039_487.5830, 0.9999954976)]
    [InlineData(9209, 752_658.8064, 1_040_215.9852, 1.0006897962)]
    [InlineData(9209, 165_028.4902, 2_215_346.6651, 1.0012866887)]
    [InlineData(3405, 807_530.3133, 1_040_303.5735, 1.0007705246)]
    [InlineData(5897, 642_782.2707, 1_039_651.9873, 1.0001522058)]
    public void The_scale_factor_is_that_of_proj(int srid, double x, double y, double scale) =>
        Assert.Equal(scale, GroundArea.ScaleFactor(CoordinateSystems.FindBySrid(srid)!, x, y), 2e-8);

    [Fact]
    public void Degrees_have_no_scale_factor() => Assert.Equal(1, GroundArea.ScaleFactor(CoordinateSystems.Crs84, 106, 9.5));

    [Theory]
    [InlineData(105.97, 9.6, 106.2, 9.5, 27_567.11624)]
    [InlineData(105.5, 9, 105.5, 10, 110_604.55584)]
    [InlineData(105, 9.5, 106.5, 9.5, 164_704.10666)]
    [InlineData(0, 0, 179, 0.5, 19_902_751.03259)]
    [InlineData(102.14, 22.4, 109.46, 12.6, 1_333_704.56456)]
    [InlineData(106, 9.5, 106, 9.5, 0)]
    public void A_geodesic_has_the_length_of_proj(double longitude1, double latitude1, double longitude2, double latitude2, double metres) =>
        Assert.Equal(metres, GroundLength.Metres(longitude1, latitude1, longitude2, latitude2), 1e-4);

    [Fact]
    public void Nearly_antipodal_positions_have_no_length() => Assert.True(double.IsNaN(GroundLength.Metres(0, 0, 179.9, 0.1)));

    [Fact]
    public void A_line_of_the_plane_is_measured_on_the_ground()
    {
        var line = new WKTReader().Read("LINESTRING(105.97 9.6, 106.2 9.5, 105.97 9.6)");
        var projected = Projection.Between(CoordinateSystems.Crs84, CoordinateSystems.Vn2000Utm48).Transform(line);
        Assert.Equal(2 * 27_567.11624, GroundLength.Metres(line, CoordinateSystems.Crs84), 1e-3);
        Assert.Equal(2 * 27_567.11624, GroundLength.Metres(projected, CoordinateSystems.Vn2000Utm48), 0.05);
    }

    [Fact]
    public void The_sea_facing_edge_of_the_province_is_72_kilometres()
    {
        var province = Read("province_soctrang_2020.geojson").Single().Geometry;
        var neighbours = UnaryUnionOp.Union([.. Read("districts_neighbours_2020.geojson").Select(f => f.Geometry)]);
        var metres = LinearComponentExtracter.GetLines(province).Cast<LineString>().SelectMany(Segments)
            .Where(s => !IndexedFacetDistance.IsWithinDistance(s.Centroid, neighbours, 0.0015))
            .Sum(s => GroundLength.Metres(s, CoordinateSystems.Crs84));
        Assert.Equal(72_200, metres, 500.0);
    }

    [Fact]
    public void Every_district_has_the_area_of_its_outline()
    {
        var facts = File.ReadAllLines(Repository.Shared("data", "district_facts_soctrang.csv"));
        var column = Array.IndexOf(facts[0].Split(','), "area_km2_geom");
        var published = facts.Skip(1).Select(line => line.Split(',')).ToDictionary(f => f[0], f => double.Parse(f[column], CultureInfo.InvariantCulture));
        var districts = Read("districts_soctrang_2020.geojson");
        Assert.Equal(11, districts.Count);
        foreach (var district in districts)
        {
            var expected = published[KeyOf(district, published)] * 100;
            Assert.Equal(expected, GroundArea.Hectares(district.Geometry, CoordinateSystems.Crs84), expected * 0.01);
        }
    }

    private static string KeyOf(IFeature district, Dictionary<string, double> published) =>
        district.Attributes.GetValues().Select(v => v?.ToString() ?? "").First(published.ContainsKey);

    private static FeatureCollection Read(string file) =>
        JsonSerializer.Deserialize<FeatureCollection>(File.ReadAllText(Repository.Shared("data", file)), Json)!;

    private static IEnumerable<LineString> Segments(LineString line) =>
        line.Coordinates.Zip(line.Coordinates.Skip(1), (a, b) => new LineString([a, b]));

    private static double Ground(Geometry geometry) => GroundArea.Hectares(geometry, CoordinateSystems.Vn2000Tm3Zone10530);

    private static Geometry Rectangle(double left, double bottom, double right, double top) =>
        new GeometryFactory().ToGeometry(new Envelope(left, right, bottom, top));
}
