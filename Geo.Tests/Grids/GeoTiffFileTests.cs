using System.Text.Json;
using CsCheck;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Grids;

public sealed class GeoTiffFileTests : IDisposable
{
    private readonly GeoTiffSamples _samples = new();

    public void Dispose() => _samples.Dispose();

    [Fact]
    public void Gdal_sees_system_place_nodata_tiles_and_overviews()
    {
        var path = _samples.Write("hills.tif", GeoTiffSamples.Hills(700, 1_100));
        var (code, output) = Requirement.Run("gdalinfo", "-json", path);
        Assert.Equal(0, code);
        using var info = JsonDocument.Parse(output);
        var root = info.RootElement;
        Assert.Equal([1_100, 700], root.GetProperty("size").EnumerateArray().Select(v => v.GetInt32()));
        Assert.Contains("ID[\"EPSG\",9209]", root.GetProperty("coordinateSystem").GetProperty("wkt").GetString(), StringComparison.Ordinal);
        Assert.Equal([504_000, 30, 0, 1_099_020, 0, -30], root.GetProperty("geoTransform").EnumerateArray().Select(v => v.GetDouble()));
        Assert.Equal("Area", root.GetProperty("metadata").GetProperty("").GetProperty("AREA_OR_POINT").GetString());
        var structure = root.GetProperty("metadata").GetProperty("IMAGE_STRUCTURE");
        Assert.Equal("DEFLATE", structure.GetProperty("COMPRESSION").GetString());
        var band = root.GetProperty("bands")[0];
        Assert.Equal("Float32", band.GetProperty("type").GetString());
        Assert.Equal("NaN", band.GetProperty("noDataValue").GetString());
        Assert.Equal([256, 256], band.GetProperty("block").EnumerateArray().Select(v => v.GetInt32()));
        var overviews = band.GetProperty("overviews").EnumerateArray().Select(o => o.GetProperty("size")[0].GetInt32());
        Assert.Equal([550, 275, 138], overviews);
    }

    [Fact]
    public void Gdal_reads_every_cell_that_was_written()
    {
        var grid = GeoTiffSamples.Hills(300, 270);
        var cells = _samples.CellsByGdal(_samples.Write("hills.tif", grid));
        Assert.Equal(grid.Cells.Length, cells.Length);
        for (var i = 0; i < cells.Length; i++)
            Assert.Equal(grid.Cells[i], cells[i], 1e-4); // printed with 8 digits
    }

    [Fact]
    public void Gdal_finds_the_overview_to_be_the_mean_of_what_is_not_nodata()
    {
        var path = _samples.Write("hills.tif", GeoTiffSamples.Hills(600, 600));
        var own = GridOverviewByHand(GeoTiffSamples.Hills(600, 600));
        var cells = _samples.CellsByGdal(_samples.Translate(path, "half.tif", "-oo", "OVERVIEW_LEVEL=0"));
        for (var i = 0; i < cells.Length; i++)
            Assert.Equal(own[i], cells[i], 1e-4);
    }

    [Fact]
    public void Whole_numbers_and_their_nodata_reach_gdal()
    {
        var bytes = new Grid<byte>(SmallGrids.Frame(20, 300));
        var ints = new Grid<int>(SmallGrids.Frame(20, 300));
        var shorts = new Grid<short>(SmallGrids.Frame(20, 300));
        for (var i = 0; i < bytes.Cells.Length; i++)
            (bytes.Cells[i], ints.Cells[i], shorts.Cells[i]) = ((byte)(i * 7), (i - 3_000) * 700_001, (short)((i * 37) - 20_000));
        AssertReachesGdal("bytes.tif", bytes, 255, "Byte");
        AssertReachesGdal("ints.tif", ints, -1, "Int32");
        AssertReachesGdal("shorts.tif", shorts, -9_999, "Int16");
    }

    [Fact]
    public void What_is_written_is_read_back_whatever_the_size()
    {
        Gen.Select(Gen.Int[1, 530], Gen.Int[1, 530], Gen.Bool, Gen.Int[1, 4]).Sample(
            (rows, columns, overviews, threads) =>
            {
                var grid = GeoTiffSamples.Hills(rows, columns);
                using var stream = new MemoryStream(GeoTiffSamples.Bytes(grid, new GeoTiffOptions { Overviews = overviews, Threads = threads }));
                var read = GeoTiffFile.Read<float>(stream, threads, TestContext.Current.CancellationToken);
                Assert.Equal(grid.Frame, read.Frame);
                Assert.Equal(grid.Cells, read.Cells);
            },
            iter: 30);
    }

    [Fact]
    public void The_bytes_do_not_depend_on_the_number_of_threads()
    {
        var grid = GeoTiffSamples.Hills(900, 700);
        Assert.Equal(GeoTiffSamples.Bytes(grid), GeoTiffSamples.Bytes(grid, new GeoTiffOptions { Threads = 6 }));
    }

    [Fact]
    public void Every_float_survives_bit_by_bit()
    {
        float[] odd = [0, -0f, float.Epsilon, float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN, 1e-38f];
        var grid = new Grid<float>(SmallGrids.Frame(1, odd.Length), odd);
        using var stream = new MemoryStream(GeoTiffSamples.Bytes(grid));
        var read = GeoTiffFile.Read<float>(stream, 1, TestContext.Current.CancellationToken);
        Assert.Equal(odd.Select(BitConverter.SingleToUInt32Bits), read.Cells.ToArray().Select(BitConverter.SingleToUInt32Bits));
    }

    [Fact]
    public void The_information_is_read_without_the_cells()
    {
        using var stream = new MemoryStream(GeoTiffSamples.Bytes(new Grid<byte>(SmallGrids.Frame(600, 300)), new GeoTiffOptions { Nodata = 0 }));
        var info = GeoTiffFile.ReadInfo(stream);
        Assert.Equal((600, 300, 9209, 0.0, 2), (info.Rows, info.Columns, info.EpsgCode, info.Nodata, info.Overviews));
        Assert.Equal(typeof(byte), info.SampleType);
        Assert.Same(CoordinateSystems.Vn2000Tm3Zone10530, info.System);
    }

    [Fact]
    public void A_cell_type_that_is_not_kept_is_refused() =>
        Assert.Throws<NotSupportedException>(() => GeoTiffSamples.Bytes(new Grid<double>(SmallGrids.Frame(2, 2))));

    [Fact]
    public void Nodata_that_the_cells_cannot_hold_is_refused() => Assert.Throws<ArgumentException>(
        () => GeoTiffSamples.Bytes(new Grid<byte>(SmallGrids.Frame(2, 2)), new GeoTiffOptions { Nodata = -1 }));

    private static double[] GridOverviewByHand(Grid<float> grid)
    {
        var result = new List<double>();
        for (var row = 0; row < grid.Frame.Rows; row += 2)
        {
            for (var column = 0; column < grid.Frame.Columns; column += 2)
            {
                float[] cells = [grid[row, column], grid[row, column + 1], grid[row + 1, column], grid[row + 1, column + 1]];
                var valid = cells.Where(c => !float.IsNaN(c)).ToList();
                result.Add(valid.Count == 0 ? double.NaN : valid.Average());
            }
        }

        return [.. result];
    }

    private void AssertReachesGdal<T>(string name, Grid<T> grid, double nodata, string type)
        where T : unmanaged, IConvertible
    {
        var path = _samples.Write(name, grid, new GeoTiffOptions { Nodata = nodata });
        var (_, output) = Requirement.Run("gdalinfo", "-json", path);
        using var info = JsonDocument.Parse(output);
        var band = info.RootElement.GetProperty("bands")[0];
        Assert.Equal(type, band.GetProperty("type").GetString());
        Assert.Equal(nodata, band.GetProperty("noDataValue").GetDouble());
        Assert.Equal(grid.Cells.ToArray().Select(c => c.ToDouble(null)), _samples.CellsByGdal(path));
        Assert.Equal(grid.Cells.ToArray(), GeoTiffSamples.Read<T>(path).Cells.ToArray());
    }
}
