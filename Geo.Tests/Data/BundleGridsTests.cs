using System.Globalization;
using System.Text.Json;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace Geo.Tests.Data;

/// <summary>The bundled grids as GDAL sees them.</summary>
public sealed class BundleGridsTests
{
    [Theory]
    [InlineData("terrain", 30, 3070, 2700, "Float32")]
    [InlineData("land-cover", 30, 3070, 2700, "Byte")]
    [InlineData("population", 300, 307, 270, "Int32")]
    public void A_grid_lies_exactly_on_the_study_frame(string grid, int cell, int columns, int rows, string type)
    {
        var told = Told(grid);
        double[] placed = [504000, cell, 0, 1018020 + (rows * cell), 0, -cell];
        Assert.Equal(placed, told.GetProperty("geoTransform").EnumerateArray().Select(n => n.GetDouble()));
        Assert.Equal([columns, rows], told.GetProperty("size").EnumerateArray().Select(n => n.GetInt32()));
        Assert.Contains("ID[\"EPSG\",9209]", told.GetProperty("coordinateSystem").GetProperty("wkt").GetString(), StringComparison.Ordinal);
        var band = told.GetProperty("bands")[0];
        Assert.Equal(type, band.GetProperty("type").GetString());
        Assert.Equal([256, 256], band.GetProperty("block").EnumerateArray().Select(n => n.GetInt32()));
        Assert.Equal("DEFLATE", told.GetProperty("metadata").GetProperty("IMAGE_STRUCTURE").GetProperty("COMPRESSION").GetString());
    }

    [Fact]
    public void People_add_up_to_the_census_in_every_district()
    {
        var districts = Bundle.Features("districts");
        var shapes = districts.Select(d => PreparedGeometryFactory.Prepare(d.Shape)).ToList();
        var people = new long[districts.Count];
        foreach (var (place, count) in PopulatedCells())
        {
            Assert.Equal(Math.Floor(count), count);
            people[shapes.FindIndex(s => s.Contains(place))] += (long)count;
        }

        Assert.Equal(districts.Select(d => d.Properties.GetProperty("pop_2019").GetInt64()), people);
        Assert.Equal(1_199_653, people.Sum());
    }

    [Fact]
    public void Land_cover_has_the_published_areas_of_ponds_and_forest()
    {
        var hectares = Hectares();
        Assert.InRange(hectares[1], 52_500, 54_500); // 53,511 ha of shrimp in 2023
        Assert.InRange(hectares[4], 7_000, 8_500); // more than 7,000 ha of protection forest
        Assert.InRange(hectares[2], 150_000, 230_000);
        Assert.All(new[] { 3, 5, 6, 7 }, code => Assert.True(hectares[code] > 1000, $"code {code}"));
        Assert.Equal(0, hectares.Skip(8).Sum());
    }

    [Fact]
    public void Ground_lies_between_the_sea_and_a_levee()
    {
        var band = Told("terrain", "-stats").GetProperty("bands")[0];
        Assert.InRange(band.GetProperty("minimum").GetDouble(), 0, 0.1);
        Assert.InRange(band.GetProperty("maximum").GetDouble(), 1.5, 2.5);
    }

    private static List<(Point Place, double Count)> PopulatedCells()
    {
        var (code, text) = Requirement.Run("gdal_translate", "-q", "-of", "XYZ", Bundle.Grid("population"), "/vsistdout/");
        Assert.Equal(0, code);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Array.ConvertAll(line.Split(' '), n => double.Parse(n, CultureInfo.InvariantCulture)))
            .Where(cell => cell[2] > 0)
            .Select(cell => (new Point(cell[0], cell[1]), cell[2]))];
    }

    private static double[] Hectares() =>
        [.. Told("land-cover", "-hist").GetProperty("bands")[0].GetProperty("histogram").GetProperty("buckets").EnumerateArray().Select(n => n.GetInt64() * 0.09)];

    // Without PAM, or GDAL would leave a file beside the grid.
    private static JsonElement Told(string grid, params string[] options)
    {
        var (code, output) = Requirement.Run("gdalinfo", ["-json", "--config", "GDAL_PAM_ENABLED", "NO", .. options, Bundle.Grid(grid)]);
        Assert.Equal(0, code);
        Assert.StartsWith("{", output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(output); // a warning after the JSON would not parse
        return document.RootElement.Clone();
    }
}
