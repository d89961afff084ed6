using System.Globalization;
using System.Net;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Tests.Fixtures;
using Geo.Tests.Grids;

namespace Geo.Tests.Api;

/// <summary>Parts of grids as GeoTIFF, held to GDAL.</summary>
public sealed class CoverageTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly Grid<float> _hills = GeoTiffSamples.Hills(400, 300);
    private RunningServer _server = null!; // set before any test runs

    public async ValueTask InitializeAsync()
    {
        var store = SampleLayers.Store();
        GridSamples.Add(store, "hills", _hills, isCategorical: false);
        GridSamples.Add(store, "codes", new Grid<float>(_hills.Frame, [.. _hills.Cells.ToArray().Select(v => float.IsNaN(v) ? v : MathF.Floor(v / 40) + 4)]), isCategorical: true);
        _server = await RunningServer.StartAsync(store);
        await File.WriteAllBytesAsync(_folder.File("hills.tif"), (await _server.GetAsync("grids/hills.tif")).Body, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(_folder.File("codes.tif"), (await _server.GetAsync("grids/codes.tif")).Body, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return _server.DisposeAsync();
    }

    // VN-2000 in another projection: without a datum shift, of which GDAL has its own choice.
    [Theory]
    [InlineData("hills", "nearest", "near", 45)]
    [InlineData("hills", "bilinear", "bilinear", 20)]
    [InlineData("codes", "nearest", "near", 70)]
    public async Task A_grid_in_another_system_is_what_gdalwarp_makes_of_it(string id, string interpolation, string method, int metres)
    {
        var ours = await ReadAsync($"grids/{id}/coverage?crs=http://www.opengis.net/def/crs/EPSG/0/3405&resolution={metres}&interpolation={interpolation}");
        var box = ours.Frame.Extent;
        string[] place = [.. new[] { box.MinX, box.MinY, box.MaxX, box.MaxY }.Select(v => v.ToString("R", CultureInfo.InvariantCulture))];
        var (code, output) = Requirement.Run(
            "gdalwarp", ["-q", "-overwrite", "-t_srs", "EPSG:3405", "-et", "0", "-ovr", "NONE", "-r", method, "-te", .. place, "-ts", Text(ours.Frame.Columns), Text(ours.Frame.Rows), "-ot", "Float32", "-dstnodata", "nan", _folder.File($"{id}.tif"), _folder.File("theirs.tif")]);
        Assert.True(code == 0, output);
        await using var file = File.OpenRead(_folder.File("theirs.tif"));
        var theirs = GeoTiffFile.Read<float>(file, cancellation: TestContext.Current.CancellationToken);
        var (compared, different) = (0, 0);
        for (var i = 0; i < ours.Cells.Length; i++)
        {
            // At the edge of what has no data GDAL takes a value from the valid neighbours where the nearest is not.
            if (float.IsNaN(ours.Cells[i]) || float.IsNaN(theirs.Cells[i]))
                continue;
            compared++;
            if (Math.Abs(ours.Cells[i] - theirs.Cells[i]) > 0.01)
                different++;
        }
        Assert.True(compared > 0.9 * ours.Cells.Length * 400 * 300 * 900 / (box.Width * box.Height), $"{compared} of {ours.Cells.Length}");
        // A centre within a tenth of a millimetre of the border of two cells may fall to either.
        Assert.InRange(different, 0, compared / 10_000);
    }

    [Fact]
    public async Task A_box_in_the_grids_own_system_gives_its_own_cells()
    {
        const string metres = "http://www.opengis.net/def/crs/EPSG/0/9209";
        var (left, top) = (_hills.Frame.Left, _hills.Frame.Top);
        var box = FormattableString.Invariant($"{left + 95},{top - 3100},{left + 1505},{top - 905}");
        var part = await ReadAsync($"grids/hills/coverage?bbox={box}&bbox-crs={metres}&interpolation=nearest");
        Assert.Equal((left + 90, top - 900, 30.0), (part.Frame.Left, part.Frame.Top, part.Frame.CellSizeMetres));
        Assert.Equal((74, 48), (part.Frame.Rows, part.Frame.Columns));
        for (var row = 0; row < part.Frame.Rows; row++)
            Assert.Equal(_hills.Row(30 + row).Slice(3, 48), part.Row(row));
    }

    [Fact]
    public async Task Degrees_lie_where_the_service_itself_finds_the_values()
    {
        await File.WriteAllBytesAsync(_folder.File("degrees.tif"), (await _server.GetAsync("grids/codes/coverage?crs=http://www.opengis.net/def/crs/EPSG/0/4326&scale-factor=0.5")).Body, TestContext.Current.CancellationToken);
        var (_, info) = Requirement.Run("gdalinfo", _folder.File("degrees.tif"));
        Assert.Contains("ID[\"EPSG\",4326]", info, StringComparison.Ordinal);
        var (x, y) = Projection.Between(_hills.Frame.System, CoordinateSystems.Crs84).Transform(_hills.Frame.Centre(200, 150).X, _hills.Frame.Centre(200, 150).Y);
        var (lon, lat) = (x.ToString("R", CultureInfo.InvariantCulture), y.ToString("R", CultureInfo.InvariantCulture));
        var value = (await _server.GetJsonAsync($"grids/codes/value?lon={lon}&lat={lat}")).GetProperty("value").GetDouble();
        var (code, output) = Requirement.Run("gdallocationinfo", "-valonly", "-geoloc", _folder.File("degrees.tif"), lon, lat);
        Assert.Equal((0, value), (code, double.Parse(output, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("grids/hills/coverage")]
    [InlineData("grids/codes/coverage?crs=http://www.opengis.net/def/crs/EPSG/0/3857&resolution=10")]
    public async Task A_coverage_is_a_cloud_optimised_GeoTIFF_by_the_judgement_of_GDAL(string path)
    {
        await File.WriteAllBytesAsync(_folder.File("cog.tif"), (await _server.GetAsync(path)).Body, TestContext.Current.CancellationToken);
        var (code, output) = Requirement.Run("/usr/bin/env", "/usr/bin/python3", "-m", "osgeo_utils.samples.validate_cloud_optimized_geotiff", "--full-check=yes", _folder.File("cog.tif"));
        Assert.True(code == 0 && output.Contains("is a valid cloud optimized GeoTIFF", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task A_coverage_can_be_had_in_parts_and_is_known_by_its_tag()
    {
        var whole = await _server.GetAsync("grids/hills/coverage");
        var part = await _server.GetAsync("grids/hills/coverage", null, ("Range", "bytes=100-199"));
        Assert.Equal(HttpStatusCode.PartialContent, part.Status);
        Assert.Equal(whole.Body[100..200], part.Body);
        Assert.Equal(HttpStatusCode.NotModified, (await _server.GetAsync("grids/hills/coverage", null, ("If-None-Match", whole.Header("ETag")))).Status);
        Assert.Equal("<http://www.opengis.net/def/crs/EPSG/0/9209>", whole.Header("Content-Crs"));
        Assert.Equal(_server.Address + "grids/hills/coverage", Links.Of(await _server.GetJsonAsync("grids/hills")).Single(l => l.Rel == "http://www.opengis.net/def/rel/ogc/1.0/coverage").Href);
    }

    [Theory]
    [InlineData("codes/coverage?interpolation=bilinear", "interpolation")]
    [InlineData("hills/coverage?interpolation=cubic", "interpolation")]
    [InlineData("hills/coverage?crs=EPSG:1", "crs")]
    [InlineData("hills/coverage?bbox=1,2,3", "bbox")]
    [InlineData("hills/coverage?bbox=170,0,-170,10", "bbox")]
    [InlineData("hills/coverage?resolution=0", "resolution")]
    [InlineData("hills/coverage?resolution=NaN", "resolution")]
    [InlineData("hills/coverage?scale-factor=-1", "scale-factor")]
    public async Task A_fault_is_400_and_names_the_parameter(string path, string parameter)
    {
        var answer = await _server.GetAsync($"grids/{path}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(parameter, Assert.Single(answer.Json.GetProperty("parameters").EnumerateArray()).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("hills/coverage?resolution=0.001", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("hills/coverage?resolution=1e-300", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("hills/coverage?bbox=10,10,11,11", HttpStatusCode.NoContent)]
    [InlineData("none/coverage", HttpStatusCode.NotFound)]
    public async Task What_is_too_large_or_not_there_is_told(string path, HttpStatusCode status) =>
        Assert.Equal(status, (await _server.GetAsync($"grids/{path}")).Status);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<Grid<float>> ReadAsync(string path)
    {
        var answer = await _server.GetAsync(path);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return GeoTiffFile.Read<float>(new MemoryStream(answer.Body), cancellation: TestContext.Current.CancellationToken);
    }
}
