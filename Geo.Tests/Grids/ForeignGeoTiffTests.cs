using Geo.Engine.Grids;

namespace Geo.Tests.Grids;

/// <summary>Files as GDAL writes them: every sample type, codec, predictor, arrangement and byte order.</summary>
public sealed class ForeignGeoTiffTests : IDisposable
{
    private readonly GeoTiffSamples _samples = new();

    public static TheoryData<string, string> Kinds()
    {
        var kinds = new TheoryData<string, string>();
        foreach (var type in new[] { "Byte", "UInt16", "Int16", "UInt32", "Int32", "Float32", "Float64" })
        {
            var isFloat = type.StartsWith('F');
            kinds.Add(type, "COMPRESS=NONE");
            kinds.Add(type, "COMPRESS=NONE TILED=YES BLOCKXSIZE=16 BLOCKYSIZE=32");
            kinds.Add(type, "COMPRESS=DEFLATE PREDICTOR=2 ENDIANNESS=BIG");
            kinds.Add(type, "COMPRESS=DEFLATE TILED=YES BIGTIFF=YES");
            kinds.Add(type, "COMPRESS=LZW BLOCKYSIZE=7");
            kinds.Add(type, "COMPRESS=LZW TILED=YES ENDIANNESS=BIG");
            kinds.Add(type, "COMPRESS=PACKBITS");
            kinds.Add(type, isFloat ? "COMPRESS=DEFLATE PREDICTOR=3 TILED=YES" : "COMPRESS=LZW PREDICTOR=2");
            kinds.Add(type, isFloat ? "COMPRESS=LZW PREDICTOR=3" : "COMPRESS=LZW PREDICTOR=2 ENDIANNESS=BIG");
        }

        // Not PREDICTOR=3 with ENDIANNESS=BIG: GDAL 3.6 writes what it cannot read itself.
        kinds.Add("Float64", "COMPRESS=DEFLATE PREDICTOR=3 BLOCKYSIZE=5");
        kinds.Add("Byte", "COMPRESS=DEFLATE PIXELTYPE=SIGNEDBYTE");
        kinds.Add("Int16", "COMPRESS=LZW BIGTIFF=YES");
        kinds.Add("Int16", "GEOTIFF_VERSION=1.1");
        return kinds;
    }

    public void Dispose() => _samples.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_cell_is_what_gdal_wrote(string type, string options)
    {
        var source = GeoTiffSamples.Whole(67, 83);
        var creation = options.Split(' ').SelectMany(o => new[] { "-co", o });
        var path = _samples.Translate(
            _samples.Write("whole.tif", source), "foreign.tif", ["-ot", type, "-a_nodata", "7", .. creation]);
        var read = GeoTiffSamples.Read<float>(path);
        Assert.Equal(source.Frame, read.Frame);
        for (var i = 0; i < source.Cells.Length; i++)
            Assert.Equal(source.Cells[i] == 7 ? float.NaN : source.Cells[i], read.Cells[i]);
    }

    [Theory]
    [InlineData("nan")]
    [InlineData("inf")]
    [InlineData("-9999")]
    [InlineData("-3.4028234663852886e+38")]
    [InlineData("0.1")]
    public void Declared_nodata_becomes_nan(string nodata)
    {
        var source = new Grid<float>(SmallGrids.Frame(1, 3), [1, 2, 3]);
        var path = _samples.Translate(_samples.Write("a.tif", source), "b.tif", "-a_nodata", nodata, "-co", "COMPRESS=DEFLATE");
        Assert.Equal([1f, 2f, 3f], GeoTiffSamples.Read<float>(path).Cells.ToArray());
        var filled = new Grid<float>(SmallGrids.Frame(1, 3), [1, float.NaN, 3]);
        path = Warp(_samples.Write("c.tif", filled), "d.tif", nodata);
        Assert.Equal([1f, float.NaN, 3f], GeoTiffSamples.Read<float>(path).Cells.ToArray());
    }

    [Fact]
    public void Nodata_printed_with_fewer_digits_than_a_float_has_still_marks_its_cells()
    {
        var bytes = GeoTiffSamples.Bytes(new Grid<float>(SmallGrids.Frame(1, 3), [1, 0.1f, 3]));
        var tag = BitConverter.ToInt32("0.1\0"u8);
        File.WriteAllBytes(_samples.Path("a.tif"), GeoTiffSamples.Changed(bytes, 42113, tag));
        Assert.Equal([1f, float.NaN, 3f], GeoTiffSamples.Read<float>(_samples.Path("a.tif")).Cells.ToArray());
    }

    [Fact]
    public void Without_nodata_every_value_counts()
    {
        var source = new Grid<byte>(SmallGrids.Frame(1, 3), [0, 255, 3]);
        Assert.Equal([0f, 255f, 3f], GeoTiffSamples.Read<float>(_samples.Write("a.tif", source)).Cells.ToArray());
    }

    [Fact]
    public void A_tile_that_is_left_out_is_nodata()
    {
        var source = new Grid<float>(SmallGrids.Frame(64, 64));
        source.Cells.Fill(float.NaN);
        source[0, 0] = 4;
        var path = Warp(_samples.Write("a.tif", source), "sparse.tif", "-1", "-co", "SPARSE_OK=YES", "-co", "TILED=YES", "-co", "BLOCKXSIZE=16", "-co", "BLOCKYSIZE=16");
        Assert.Equal(source.Cells, GeoTiffSamples.Read<float>(path).Cells);
    }

    [Fact]
    public void A_file_of_points_lies_half_a_cell_up_and_left()
    {
        var source = GeoTiffSamples.Whole(5, 6);
        var path = _samples.Translate(_samples.Write("a.tif", source), "b.tif", "-mo", "AREA_OR_POINT=Point");
        Assert.Equal(source.Frame, GeoTiffSamples.Read<float>(path).Frame);
    }

    [Fact]
    public void Whole_numbers_are_read_into_a_type_that_holds_them()
    {
        var source = GeoTiffSamples.Whole(9, 9);
        var path = _samples.Translate(_samples.Write("a.tif", source), "b.tif", "-ot", "Int16", "-a_nodata", "-1");
        Assert.Equal(source.Cells.ToArray().Select(c => (int)c), GeoTiffSamples.Read<int>(path).Cells.ToArray());
        Assert.Equal(source.Cells.ToArray().Select(c => (short)c), GeoTiffSamples.Read<short>(path).Cells.ToArray());
        var error = Assert.Throws<GeoTiffException>(() => GeoTiffSamples.Read<byte>(path));
        Assert.Contains("Int16", error.Message, StringComparison.Ordinal);
        Assert.Throws<GeoTiffException>(() => GeoTiffSamples.Read<int>(_samples.Path("a.tif")));
    }

    [Fact]
    public void The_information_of_a_file_in_degrees_can_be_read_but_not_its_grid()
    {
        var path = _samples.Translate(_samples.Write("a.tif", GeoTiffSamples.Whole(5, 6)), "b.tif", "-a_srs", "EPSG:4326", "-a_ullr", "105", "10", "106", "9");
        using (var file = File.OpenRead(path))
            Assert.Equal((4326, 1 / 6.0), (GeoTiffFile.ReadInfo(file).EpsgCode, GeoTiffFile.ReadInfo(file).CellWidth));
        var error = Assert.Throws<GeoTiffException>(() => GeoTiffSamples.Read<float>(path));
        Assert.Contains("EPSG:4326", error.Message, StringComparison.Ordinal);
        Assert.Contains("EPSG:9209", error.Message, StringComparison.Ordinal);
    }

    private string Warp(string source, string name, string nodata, params string[] options)
    {
        var (code, output) = Fixtures.Requirement.Run("gdalwarp", ["-q", "-dstnodata", nodata, .. options, source, _samples.Path(name)]);
        Assert.True(code == 0, output);
        return _samples.Path(name);
    }
}
