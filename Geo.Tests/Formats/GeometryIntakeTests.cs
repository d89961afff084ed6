using Geo.Engine.Formats;
using Geo.Engine.Geodesy;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Formats;

/// <summary>What every format's geometry goes through; GeoJSON carries it here.</summary>
public sealed class GeometryIntakeTests : IDisposable
{
    private readonly ImportFiles _files = new();

    [Fact]
    public async Task A_bow_tie_is_mended_into_both_lobes_with_the_change_of_area()
    {
        var layer = await ImportAsync("[[[105,9],[106,10],[106,9],[105,10],[105,9]]]");
        Assert.Equal("accepted", layer.Refusal);
        var mended = Assert.Single(layer.Report.Mended);
        Assert.Equal((MendingKind.RebuiltPolygon, 1L), (mended.Kind, mended.FeatureId));
        Assert.Contains("cross", mended.Reason, StringComparison.Ordinal);
        // Two triangles of a quarter of a square degree each; a ring that crosses itself counts as nothing.
        Assert.Equal(0.5, layer.Features[0].Geometry!.Area, 1e-12);
        Assert.Equal(GroundArea.Hectares(layer.Features[0].Geometry!, CoordinateSystems.Crs84), mended.AreaChangeHectares, 1e-6 * mended.AreaChangeHectares);
        Assert.True(layer.Features[0].Geometry!.IsValid);
    }

    [Theory]
    [InlineData("[[[105,9],[106,10],[106,9],[105,10],[105,9]]]", "cross")]
    [InlineData("[[[105,9],[106,9],[106,10],[105,10]]]", "last position is not its first")]
    [InlineData("[[[105,9],[106,9],[105,9]]]", "without area")]
    public async Task The_strict_policy_refuses_what_the_other_mends(string rings, string reason)
    {
        Assert.Equal("accepted", (await ImportAsync(rings)).Refusal);
        var strict = await ImportAsync(rings, new ImportOptions { InvalidGeometry = InvalidGeometryPolicy.Refuse });
        Assert.Contains("feature 1", strict.Refusal, StringComparison.Ordinal);
        Assert.Contains(reason, strict.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[[105,9],[106,9],[106,10],[105,10]]]", 1.0, MendingKind.ClosedRing)] // unclosed
    [InlineData("[[[105,9],[106,9],[106,10],[106,11],[106,10],[105,10],[105,9]]]", 1.0, MendingKind.RebuiltPolygon)] // spike
    [InlineData("[[[105,9],[106,9],[106,10],[105,10],[105,9]],[[107,9],[107,9.5],[107.5,9.5],[107,9]]]", 1.125, MendingKind.RebuiltPolygon)] // hole outside
    public async Task Damage_is_mended_to_a_valid_geometry_of_known_area(string rings, double squareDegrees, MendingKind kind)
    {
        var layer = await ImportAsync(rings);
        Assert.Contains(layer.Report.Mended, m => m.Kind == kind);
        Assert.True(layer.Features[0].Geometry!.IsValid);
        Assert.Equal(squareDegrees, layer.Features[0].Geometry!.Area, 1e-12);
    }

    [Theory]
    [InlineData("[[[105,9],[106,9],[107,9],[105,9]]]")]
    [InlineData("[[[105,9],[105,9],[105,9],[105,9]]]")]
    [InlineData("[[[105,9],[106,9]]]")]
    [InlineData("[[]]")]
    public async Task What_has_no_area_leaves_a_feature_without_geometry(string rings)
    {
        var layer = await ImportAsync(rings);
        Assert.Equal("accepted", layer.Refusal);
        Assert.Null(layer.Features[0].Geometry);
    }

    [Fact]
    public async Task Repeated_positions_are_left_as_they_are()
    {
        var layer = await ImportAsync("[[[105,9],[106,9],[106,9],[106,10],[105,9]]]");
        Assert.Equal(0, layer.Report.MendedCount);
        Assert.Equal(5, layer.Features[0].Geometry!.NumPoints);
    }

    [Fact]
    public async Task Shells_come_out_counter_clockwise_and_holes_clockwise()
    {
        var layer = await ImportAsync("[[[105,9],[105,10],[106,10],[106,9],[105,9]],[[105.2,9.2],[105.8,9.2],[105.8,9.8],[105.2,9.2]]]");
        var polygon = (Polygon)((MultiPolygon)layer.Features[0].Geometry!)[0];
        Assert.True(polygon.Shell.IsCCW);
        Assert.False(polygon.Holes[0].IsCCW);
        Assert.Equal(0, layer.Report.MendedCount);
    }

    [Fact]
    public async Task Mended_areas_equal_those_of_PostGIS()
    {
        string[] damaged =
        [
            "POLYGON ((105 9, 106 10, 106 9, 105 10, 105 9))",
            "POLYGON ((105 9, 107 9, 107 11, 105 11, 105 9), (106 8, 106.5 8, 106.5 12, 106 12, 106 8))",
            "POLYGON ((105 9, 107 9, 107 11, 105 11, 105 9), (105.5 9.5, 106.5 9.5, 106.5 10.5, 105.5 10.5, 105.5 9.5), (106 10, 106.8 10, 106.8 10.8, 106 10.8, 106 10))",
            "MULTIPOLYGON (((105 9, 107 9, 107 11, 105 11, 105 9)), ((106 10, 108 10, 108 12, 106 12, 106 10)))",
            "MULTIPOLYGON (((105 9, 107 9, 107 11, 105 11, 105 9)), ((105.5 9.5, 106 9.5, 106 10, 105.5 9.5)))",
            "POLYGON ((105 9, 106 9, 105.5 9.5, 106 10, 105 10, 105.5 9.5, 105 9))",
            "POLYGON ((105 9, 106 9, 106 10, 105 10, 105 9, 105 9, 105.5 8.5, 105 9))",
        ];
        await using var database = await PostGisDatabase.CreateAsync();
        foreach (var wkt in damaged)
        {
            var expected = (double)(await database.ScalarAsync($"SELECT ST_Area(ST_MakeValid('{wkt}'::geometry, 'method=structure keepcollapsed=false'))"))!;
            var layer = await _files.ImportTextAsync("a.csv", $"wkt\n\"{wkt}\"\n");
            Assert.Equal(expected, layer.Features[0].Geometry!.Area, expected * 1e-6);
        }
    }

    [Theory]
    [InlineData("[9.6,105.97]", "axes look swapped")]
    [InlineData("[551391.972,1061653.388]", "they look like metres of VN-2000 or UTM")]
    [InlineData("[1061653.388,551391.972]", "with the northing first")]
    [InlineData("[11796526,1073000]", "EPSG:3857")]
    [InlineData("[200,10]", "are not degrees (longitude -180 to 180, latitude -90 to 90)")]
    public async Task Positions_that_cannot_be_meant_are_refused_with_the_likely_cause(string position, string reason)
    {
        var layer = await PointAsync(position);
        Assert.Contains("feature 1", layer.Refusal, StringComparison.Ordinal);
        Assert.Contains(reason, layer.Refusal, StringComparison.Ordinal);
        Assert.Empty(layer.Features);
    }

    [Fact]
    public async Task Swapped_axes_can_be_swapped_back()
    {
        var layer = await PointAsync("[9.6,105.97]", new ImportOptions { SwapAxes = true });
        Assert.Equal("POINT (105.97 9.6)", layer.Features[0].Geometry!.AsText());
    }

    [Fact]
    public async Task A_layer_outside_Viet_Nam_is_accepted_with_a_warning()
    {
        var layer = await PointAsync("[2.35,48.85]");
        Assert.Equal("accepted", layer.Refusal);
        Assert.Contains("1 feature(s) lie outside Viet Nam", layer.Warnings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Degrees_labelled_as_metres_are_refused()
    {
        var layer = await PointAsync("[105.97,9.6]", new ImportOptions { System = CoordinateSystems.Vn2000Tm3Zone10530 });
        Assert.Contains("look like degrees, not metres of EPSG:9209", layer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meridian_wrong_by_half_a_degree_is_noticed()
    {
        // 105.97 E 9.60 N in EPSG:9209, read as EPSG:5897, lies at 105.47 E: west of the province.
        var wrong = await PointAsync("[551391.972,1061653.388]", new ImportOptions { System = CoordinateSystems.Vn2000Tm3Zone10500 });
        Assert.Contains("check the central meridian", wrong.Warnings, StringComparison.Ordinal);
        Assert.Contains("EPSG:9209", wrong.Warnings, StringComparison.Ordinal);
        var right = await PointAsync("[551391.972,1061653.388]", new ImportOptions { System = CoordinateSystems.Vn2000Tm3Zone10530 });
        Assert.Equal("", right.Warnings);
    }

    [Fact]
    public async Task All_refused_features_are_listed_up_to_a_hundred()
    {
        var three = await ImportPointsAsync("[9.6,105.9]", "[105.9,9.6]", "[9.7,105.9]");
        Assert.Equal(2, three.Report.RefusedCount);
        var many = await ImportPointsAsync([.. Enumerable.Repeat("[9.6,105.9]", 500)]);
        Assert.Equal(101, many.Report.RefusedCount);
        Assert.Contains("reading has stopped", many.Report.Refused[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Real_water_of_OpenStreetMap_comes_through_valid()
    {
        var source = Repository.Shared("data", "water_osm2017_geomaps.gpkg");
        var (code, output) = Requirement.Run("ogr2ogr", "-f", "GeoJSON", _files["water.geojson"], source, "rivers");
        Assert.True(code == 0, output);
        var layer = await ImportFiles.ImportAsync(_files["water.geojson"]);
        Assert.Equal("accepted", layer.Refusal);
        Assert.Equal(366, layer.Features.Count);
        Assert.All(layer.Features, f => Assert.True(f.Geometry!.IsValid));
    }

    public void Dispose() => _files.Dispose();

    private Task<ImportFiles.Imported> ImportAsync(string rings, ImportOptions? options = null) => _files.ImportTextAsync(
        "a.geojson", $$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":{{{rings}}}}}]}""", options);

    private Task<ImportFiles.Imported> PointAsync(string position, ImportOptions? options = null) => _files.ImportTextAsync(
        "a.geojson", $$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":{{{position}}}}}]}""", options);

    private Task<ImportFiles.Imported> ImportPointsAsync(params string[] positions) => _files.ImportTextAsync(
        "a.geojsonl", string.Join('\n', positions.Select(p => $$$"""{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":{{{p}}}}}""")));
}
