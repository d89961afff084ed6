using System.Buffers.Binary;
using CsCheck;
using Geo.Engine.Grids;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Grids;

/// <summary>Broken files: a clear refusal, soon, and little memory. The samples are our own files with bytes changed.</summary>
public sealed class HostileGeoTiffTests : IDisposable
{
    private readonly GeoTiffSamples _samples = new();

    public void Dispose() => _samples.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("II")]
    [InlineData("this is certainly no picture at all")]
    [InlineData("PK\u0003\u0004 a zip file with some more bytes")]
    public void What_is_no_tiff_is_refused(string text) =>
        Assert.StartsWith("not a TIFF", Refusal([.. text.Select(c => (byte)c)]), StringComparison.Ordinal);

    [Fact]
    public void A_file_cut_short_is_refused_wherever_it_is_cut()
    {
        var whole = GeoTiffSamples.Bytes(GeoTiffSamples.Hills(300, 300));
        Gen.Int[0, whole.Length - 2].Sample(
            length =>
            {
                // The last bytes are those of the full grid, so every cut hits something that is needed.
                var error = Record.Exception(() => Read(whole[..length]));
                Assert.IsType<GeoTiffException>(error);
            },
            iter: 300);
    }

    [Fact]
    public void Changed_bytes_give_a_grid_or_a_refusal_and_nothing_else()
    {
        var own = GeoTiffSamples.Bytes(GeoTiffSamples.Hills(60, 50));
        var path = _samples.Write("a.tif", GeoTiffSamples.Hills(60, 50));
        var lzw = File.ReadAllBytes(_samples.Translate(path, "b.tif", "-co", "COMPRESS=LZW", "-co", "PREDICTOR=3"));
        var packed = File.ReadAllBytes(_samples.Translate(path, "c.tif", "-co", "COMPRESS=PACKBITS", "-co", "TILED=YES"));
        Gen.Select(Gen.OneOf(Gen.Const(own), Gen.Const(lzw), Gen.Const(packed)), Gen.Int[0, 100_000].Array[1, 6], Gen.Byte).Sample(
            (file, places, value) =>
            {
                var broken = (byte[])file.Clone();
                foreach (var place in places)
                    broken[place % broken.Length] ^= (byte)(value | 1);
                if (Record.Exception(() => Read(broken)) is { } error)
                    Assert.IsType<GeoTiffException>(error);
            },
            iter: 3_000);
    }

    [Fact]
    public void Directories_that_run_in_a_circle_are_refused()
    {
        var file = Sample();
        var first = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4));
        var count = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(first));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(first + 2 + (count * 12)), first);
        Assert.Contains("circle", Refusal(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_000_000_000, 1_000_000_000)]
    [InlineData(46_000, 46_000)]
    [InlineData(30_000, 30_000)]
    [InlineData(0, 10)]
    public void A_size_that_the_file_cannot_hold_is_refused_before_memory_is_taken(int columns, int rows)
    {
        var file = GeoTiffSamples.Changed(GeoTiffSamples.Changed(Sample(), 256, columns), 257, rows);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refusal(file);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Fact]
    public void More_tiles_than_a_file_can_fill_are_refused_before_memory_is_taken()
    {
        var (code, output) = Requirement.Run(
            "gdal_create",
            ["-q", "-outsize", "40000", "40000", "-ot", "Float32", "-a_srs", "EPSG:9209", "-a_ullr", "0", "1200000", "1200000", "0", "-co", "SPARSE_OK=YES", "-co", "TILED=YES", _samples.Path("sparse.tif")]);
        Assert.True(code == 0, output);
        Assert.Contains("40000 x 40000", Refusal(File.ReadAllBytes(_samples.Path("sparse.tif"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(258, 12, "12 bits")]
    [InlineData(258, 1, "1 bits")]
    [InlineData(259, 7, "JPEG")]
    [InlineData(259, 34887, "LERC")]
    [InlineData(259, 50000, "ZSTD")]
    [InlineData(259, 4711, "4711")]
    [InlineData(277, 3, "3 bands")]
    [InlineData(317, 9, "predictor 9")]
    [InlineData(322, 1, "tiles of 1 x 256")]
    [InlineData(323, 40, "multiples of 16")]
    [InlineData(339, 5, "format 5")]
    public void A_kind_that_is_not_read_is_named(ushort tag, int value, string named) =>
        Assert.Contains(named, Refusal(GeoTiffSamples.Changed(Sample(), tag, value)), StringComparison.Ordinal);

    [Fact]
    public void A_file_without_place_or_system_is_refused()
    {
        var path = _samples.Write("a.tif", GeoTiffSamples.Whole(20, 20));
        var bare = _samples.Translate(path, "bare.tif", "-co", "PROFILE=BASELINE");
        Assert.Contains("coordinate system", Refusal(File.ReadAllBytes(bare)), StringComparison.Ordinal);
        var own = _samples.Translate(path, "own.tif", "-a_srs", "+proj=laea +lat_0=10 +lon_0=105");
        Assert.Contains("user-defined", Refusal(File.ReadAllBytes(own)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rotated_image_is_refused()
    {
        const string vrt = """
            <VRTDataset rasterXSize="5" rasterYSize="5"><SRS>EPSG:9209</SRS><GeoTransform>504000, 21, 21, 1099020, 21, -21</GeoTransform>
            <VRTRasterBand dataType="Byte" band="1"/></VRTDataset>
            """;
        File.WriteAllText(_samples.Path("rotated.vrt"), vrt);
        var path = _samples.Translate(_samples.Path("rotated.vrt"), "rotated.tif");
        Assert.Contains("rotated", Refusal(File.ReadAllBytes(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_from_the_south_and_cells_that_are_no_squares_are_refused()
    {
        var path = _samples.Write("a.tif", GeoTiffSamples.Whole(20, 20));
        var south = _samples.Translate(path, "south.tif", "-a_ullr", "504000", "1098420", "504600", "1099020");
        Assert.Contains("north", Refusal(File.ReadAllBytes(south)), StringComparison.Ordinal);
        var wide = _samples.Translate(path, "wide.tif", "-a_ullr", "504000", "1099020", "505200", "1098420");
        Assert.Contains("squares", Refusal(File.ReadAllBytes(wide)), StringComparison.Ordinal);
    }

    [Fact]
    public void Compressed_data_of_other_kinds_that_gdal_writes_is_refused_by_name()
    {
        var path = _samples.Write("a.tif", new Grid<byte>(SmallGrids.Frame(64, 64)));
        Assert.Contains("JPEG", Refusal(File.ReadAllBytes(_samples.Translate(path, "j.tif", "-co", "COMPRESS=JPEG"))), StringComparison.Ordinal);
        Assert.Contains("ZSTD", Refusal(File.ReadAllBytes(_samples.Translate(path, "z.tif", "-co", "COMPRESS=ZSTD"))), StringComparison.Ordinal);
    }

    private static byte[] Sample() => GeoTiffSamples.Bytes(GeoTiffSamples.Hills(40, 30));

    private static string Refusal(byte[] file) => Assert.Throws<GeoTiffException>(() => Read(file)).Message;

    private static void Read(byte[] file) => GeoTiffFile.Read<float>(new MemoryStream(file), 1, TestContext.Current.CancellationToken);
}
