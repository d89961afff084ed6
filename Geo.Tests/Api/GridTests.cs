using System.Net;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using SkiaSharp;

namespace Geo.Tests.Api;

/// <summary>Grids as tiles, values and files.</summary>
public sealed class GridTests : IAsyncLifetime
{
    // source: EPSG:6960 by GDAL 3.6.2 / PROJ: CRS84 105.9739, 9.6025 is EPSG:9209 E 551819.67 N 1061930.47
    private const double Longitude = 105.9739;
    private const double Latitude = 9.6025;

    /// <summary>Four cells of one kilometre; the known position is the centre of the top-left one.</summary>
    private static readonly GridFrame Frame = new(CoordinateSystems.Vn2000Tm3Zone10530, 551319.67, 1062430.47, 1000, 2, 2);

    private readonly MemoryStore _store = new MemoryStore().With(SampleLayers.Places, SampleLayers.PlaceRows);
    private RunningServer _server = null!; // set before any test runs

    public async ValueTask InitializeAsync()
    {
        GridSamples.Add(_store, "score", new Grid<float>(Frame, [0.9f, 0.5f, float.NaN, 0.1f]), isCategorical: false);
        GridSamples.Add(_store, "class", new Grid<float>(Frame, [1, 2, 3, float.NaN]), isCategorical: true);
        _server = await RunningServer.StartAsync(_store);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(11)]
    [InlineData(14)]
    [InlineData(17)]
    [InlineData(22)]
    public async Task A_position_has_the_colour_of_its_cell_at_every_zoom(int zoom)
    {
        Assert.Equal(SKColors.Green, await ColourAsync("score", zoom, Longitude, Latitude));
        Assert.Equal(SKColors.Orange, await ColourAsync("score", zoom, Longitude + 0.0091, Latitude));
        Assert.Equal(SKColors.Red, await ColourAsync("score", zoom, Longitude + 0.0091, Latitude - 0.009));
        Assert.Equal(0, (await ColourAsync("score", zoom, Longitude, Latitude - 0.009)).Alpha);
        Assert.Equal(0, (await ColourAsync("score", zoom, Longitude - 0.0091, Latitude)).Alpha);
    }

    [Fact]
    public async Task Cells_begin_and_end_where_the_grid_says_to_the_pixel()
    {
        // At zoom 18 a pixel is 0.6 m: the western edge of the grid is at E 551319.67, 500 m west of the known position.
        var edge = Projection.Between(Frame.System, CoordinateSystems.Crs84).Transform(551319.67, 1061930.47);
        const double metre = 1 / 109_800.0;
        Assert.Equal(SKColors.Green, await ColourAsync("score", 18, edge.X + (1.5 * metre), edge.Y));
        Assert.Equal(0, (await ColourAsync("score", 18, edge.X - (1.5 * metre), edge.Y)).Alpha);
    }

    [Fact]
    public async Task Codes_are_never_mixed_when_a_tile_is_coarser_than_the_cells()
    {
        var tile = await TileAsync("class", 3, Longitude, Latitude);
        Assert.All(tile.Pixels.Where(p => p.Alpha > 0), p => Assert.Contains(p, new[] { SKColors.Green, SKColors.Yellow, SKColors.Orange }));
    }

    [Theory]
    [InlineData("5/0/0", HttpStatusCode.OK)]
    [InlineData("0/0/0", HttpStatusCode.OK)]
    [InlineData("0/1/0", HttpStatusCode.NotFound)]
    [InlineData("23/0/0", HttpStatusCode.NotFound)]
    [InlineData("30/1/1", HttpStatusCode.NotFound)]
    [InlineData("-1/0/0", HttpStatusCode.NotFound)]
    [InlineData("a/0/0", HttpStatusCode.NotFound)]
    [InlineData("99999999999/0/0", HttpStatusCode.NotFound)]
    public async Task A_tile_beyond_the_pyramid_is_404_and_one_beyond_the_grid_is_transparent(string tile, HttpStatusCode status)
    {
        var answer = await _server.GetAsync($"grids/score/tiles/{tile}.png", "image/webp,*/*");
        Assert.Equal(status, answer.Status);
        if (status == HttpStatusCode.OK && tile != "0/0/0")
            Assert.All(SKBitmap.Decode(answer.Body).Pixels, p => Assert.Equal(0, p.Alpha));
    }

    [Fact]
    public async Task A_tile_under_the_address_its_grid_advertises_may_be_kept_for_ever_and_that_address_changes_with_the_grid()
    {
        var template = (await _server.GetJsonAsync("grids/score")).GetProperty("tiles")[0].GetString()!;
        var tile = template.Replace("{z}/{x}/{y}", "11/1626/968", StringComparison.Ordinal);
        var first = await _server.GetAsync(tile);
        Assert.Equal("public, max-age=31536000, immutable", first.Header("Cache-Control"));
        Assert.StartsWith("\"", first.Header("ETag"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, (await _server.GetAsync(tile, null, ("If-None-Match", first.Header("ETag")))).Status);

        GridSamples.Add(_store, "score", new Grid<float>(Frame, [0.1f, 0.1f, 0.1f, 0.1f]), isCategorical: false);
        Assert.NotEqual(template, (await _server.GetJsonAsync("grids/score")).GetProperty("tiles")[0].GetString());
        Assert.Equal(SKColors.Red, await ColourAsync("score", 14, Longitude, Latitude));
        Assert.Equal("no-cache", (await _server.GetAsync(tile)).Header("Cache-Control"));
    }

    [Fact]
    public async Task The_same_tile_has_the_same_bytes_in_another_process_life()
    {
        await using var other = await RunningServer.StartAsync(_store);
        Assert.Equal((await _server.GetAsync("grids/score/tiles/14/13014/7750.png")).Body, (await other.GetAsync("grids/score/tiles/14/13014/7750.png")).Body);
    }

    [Fact]
    public async Task The_description_is_a_TileJSON_with_legend_status_and_bounds_that_cover_the_grid()
    {
        var grid = await _server.GetJsonAsync("grids/score?lang=en");
        Assert.Equal("3.0.0", grid.GetProperty("tilejson").GetString());
        Assert.Equal("Grid score", grid.GetProperty("title").GetString());
        Assert.Equal("modelled", grid.GetProperty("provenance").GetProperty("status").GetString());
        Assert.Equal("""{"from":0,"to":0.3,"colour":"#ff0000","label":"low"}""", grid.GetProperty("legend")[0].GetRawText());
        var bounds = grid.GetProperty("bounds").EnumerateArray().Select(b => b.GetDouble()).ToArray();
        Assert.InRange(Longitude, bounds[0] + 0.0045, bounds[0] + 0.0047);
        Assert.InRange(Latitude, bounds[3] - 0.0046, bounds[3] - 0.0044);
        Assert.Equal(["class", "score"], (await _server.GetJsonAsync("grids")).GetProperty("grids").EnumerateArray().Select(g => g.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("lon=105.9739&lat=9.6025", "0.9", "high")]
    [InlineData("lon=105.9830&lat=9.6025", "0.5", "middle")]
    [InlineData("lon=105.9739&lat=9.5935", "null", null)]
    [InlineData("lon=0&lat=0", "null", null)]
    public async Task The_value_at_a_position_is_that_of_its_cell(string position, string value, string? label)
    {
        var answer = await _server.GetJsonAsync($"grids/score/value?{position}&lang=en");
        Assert.Equal(value, answer.GetProperty("value").GetRawText());
        Assert.Equal(label, answer.TryGetProperty("label", out var text) ? text.GetString() : null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("lon=1")]
    [InlineData("lon=1&lat=91")]
    [InlineData("lon=NaN&lat=1")]
    [InlineData("lon=1e999&lat=1")]
    [InlineData("lon=1&lat=1&x=1")]
    public async Task A_position_that_is_none_is_400(string query) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _server.GetAsync($"grids/score/value?{query}")).Status);

    [Theory]
    [InlineData("grids/none")]
    [InlineData("grids/none.tif")]
    [InlineData("grids/none/tiles/0/0/0.png")]
    [InlineData("grids/none/value?lon=1&lat=1")]
    [InlineData("grids/..%2Fscenarios%2Fx")]
    public async Task An_unknown_grid_is_404(string path) => Assert.Equal(HttpStatusCode.NotFound, (await _server.GetAsync(path)).Status);

    [Fact]
    public async Task The_file_is_sent_as_it_is_stored_whole_or_in_part()
    {
        var stored = (await _store.FindDocumentAsync("grids/score.tif", TestContext.Current.CancellationToken))!.Content.ToArray(); // it was written above
        var whole = await _server.GetAsync("grids/score.tif");
        Assert.Equal(stored, whole.Body);
        Assert.Equal("image/tiff", whole.MediaType);
        var part = await _server.GetAsync("grids/score.tif", null, ("Range", "bytes=4-7"));
        Assert.Equal(HttpStatusCode.PartialContent, part.Status);
        Assert.Equal(stored[4..8], part.Body);
        Assert.Equal(HttpStatusCode.NotModified, (await _server.GetAsync("grids/score.tif", null, ("If-None-Match", whole.Header("ETag")))).Status);
    }

    [Fact]
    public async Task Tiles_asked_for_at_once_decode_the_grid_once_and_all_come()
    {
        var tiles = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => _server.GetAsync($"grids/class/tiles/14/{13014 + (i % 5)}/{7750 + (i / 5)}.png")));
        Assert.All(tiles, t => Assert.Equal(HttpStatusCode.OK, t.Status));
    }

    private async Task<SKColor> ColourAsync(string grid, int zoom, double longitude, double latitude)
    {
        var (column, row) = Position(zoom, longitude, latitude);
        using var tile = await TileAsync(grid, zoom, longitude, latitude);
        return tile.GetPixel((int)((column - Math.Floor(column)) * 256), (int)((row - Math.Floor(row)) * 256));
    }

    private async Task<SKBitmap> TileAsync(string grid, int zoom, double longitude, double latitude)
    {
        var (column, row) = Position(zoom, longitude, latitude);
        var answer = await _server.GetAsync($"grids/{grid}/tiles/{zoom}/{(int)column}/{(int)row}.png");
        Assert.Equal("image/png", answer.MediaType);
        return SKBitmap.Decode(answer.Body);
    }

    /// <summary>Column and row in tiles, with fractions, by the formulas of the OpenStreetMap wiki (Slippy map tilenames).</summary>
    private static (double Column, double Row) Position(int zoom, double longitude, double latitude)
    {
        var n = Math.Pow(2, zoom);
        var radians = latitude * Math.PI / 180;
        return ((longitude + 180) / 360 * n, (1 - (Math.Log(Math.Tan(radians) + (1 / Math.Cos(radians))) / Math.PI)) / 2 * n);
    }
}
