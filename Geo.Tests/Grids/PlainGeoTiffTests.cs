using Geo.Engine.Grids;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Grids;

/// <summary>Working files: GeoTIFF whose rows follow one another uncompressed.</summary>
public sealed class PlainGeoTiffTests
{
    private static readonly GeoTiffOptions Plain = new() { Compressed = false, Nodata = 0 };

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 7)]
    [InlineData(700, 1_100)]
    public void What_is_written_plainly_is_read_back_by_any_number_of_threads(int rows, int columns)
    {
        var values = new Grid<float>(SmallGrids.Frame(rows, columns), [.. Enumerable.Range(0, rows * columns).Select(i => i % 5 == 3 ? float.NaN : i / 8f)]);
        Assert.All([1, 2, 7], threads => Assert.Equal(values.Cells, ReadBack(values, threads).Cells));
        var classes = SmallGrids.Patchy(rows, columns, 2, 9);
        Assert.All([1, 7], threads => Assert.Equal(classes.Cells, ReadBack(classes, threads).Cells));
    }

    [Fact]
    public void A_plain_file_is_read_from_disk_and_from_memory_alike()
    {
        var path = Path.GetTempFileName();
        try
        {
            var values = SmallGrids.Patchy(130, 90, 4, 2);
            using (var file = File.Create(path))
                GeoTiffFile.Write(file, values, Plain);
            using var again = File.OpenRead(path);
            Assert.Equal(values.Cells, GeoTiffFile.Read<byte>(again, 2, TestContext.Current.CancellationToken).Cells);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_rows_of_a_file_are_those_of_the_whole_grid(bool compressed)
    {
        var file = new MemoryStream();
        var values = SmallGrids.Patchy(600, 333, 3, 6);
        GeoTiffFile.Write(file, values, new GeoTiffOptions { Compressed = compressed });
        var rows = GeoTiffFile.OpenRows<byte>(file);
        foreach (var (first, count) in new[] { (0, 600), (0, 1), (599, 1), (250, 13), (256, 256), (100, 500) })
        {
            var cells = new byte[count * 333];
            rows.Read(first, cells);
            Assert.Equal(values.Cells.Slice(first * 333, count * 333).ToArray(), cells);
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.Read(599, new byte[2 * 333]));
    }

    [Fact]
    public void A_plain_file_cut_short_is_refused()
    {
        var file = new MemoryStream();
        GeoTiffFile.Write(file, SmallGrids.Patchy(100, 100, 3, 1), Plain);
        file.SetLength(file.Length - 1);
        Assert.Throws<GeoTiffException>(() => GeoTiffFile.Read<byte>(file, 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Gdal_reads_a_plain_file_with_its_place_and_nodata()
    {
        var folder = Directory.CreateTempSubdirectory("plain");
        try
        {
            var (input, output) = (Path.Combine(folder.FullName, "in.tif"), Path.Combine(folder.FullName, "out.img"));
            var classes = SmallGrids.Patchy(60, 45, 3, 4);
            using (var file = File.Create(input))
                GeoTiffFile.Write(file, classes, Plain);
            var told = Requirement.Run("gdalinfo", input);
            Assert.Contains("Origin = (504000.000000000000000,1099020.000000000000000)", told.Output, StringComparison.Ordinal);
            Assert.Contains("ID[\"EPSG\",9209]", told.Output, StringComparison.Ordinal);
            Assert.Contains("NoData Value=0", told.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("Warning", told.Output, StringComparison.Ordinal);
            Assert.Equal(0, Requirement.Run("gdal_translate", "-q", "-of", "ENVI", input, output).ExitCode);
            Assert.Equal(SmallGrids.Text(classes), SmallGrids.Text(EnviFile.Read(output, classes.Frame)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Grid<T> ReadBack<T>(Grid<T> grid, int threads)
        where T : unmanaged
    {
        var file = new MemoryStream();
        GeoTiffFile.Write(file, grid, Plain);
        return GeoTiffFile.Read<T>(file, threads, TestContext.Current.CancellationToken);
    }
}
