using System.Text;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Formats;

public sealed class ShapefileImportTests : IDisposable
{
    private const string Points = "wkt,ten,n,share,day\nPOINT (105.97 9.6),Sóc Trăng,1,2.5,2024-12-31\nPOINT (106.1 9.4),Vĩnh Châu,2,,\n";

    private readonly ImportFiles _files = new();

    [Theory]
    [InlineData("EPSG:4326", "OGC:CRS84")]
    [InlineData("EPSG:9209", "EPSG:9209")]
    [InlineData("EPSG:5897", "EPSG:5897")]
    [InlineData("EPSG:3405", "EPSG:3405")]
    [InlineData("EPSG:32648", "EPSG:32648")]
    [InlineData("EPSG:4756", "EPSG:4756")]
    [InlineData("EPSG:3857", "EPSG:3857")]
    public async Task A_shapefile_of_GDAL_in_any_known_system_is_read_where_it_lies(string written, string found)
    {
        var layer = await ImportFiles.ImportAsync(Ogr("a", Points, "-t_srs", written));
        Assert.Equal("accepted", layer.Refusal);
        Assert.Equal(found, layer.Report.System!.Code);
        Assert.Equal(GeometryKind.Point, layer.Definition!.GeometryKind);
        // GDAL shifts datums by EPSG:5194 here, 0.8 m from EPSG:6960: eight millionths of a degree.
        Assert.Equal(105.97, ((Point)layer.Features[0].Geometry!).X, 1e-5);
        Assert.Equal(9.6, ((Point)layer.Features[0].Geometry!).Y, 1e-5);
    }

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("CP1258")]
    public async Task Values_and_Vietnamese_letters_come_through(string encoding)
    {
        var layer = await ImportFiles.ImportAsync(Ogr("a", Points, "-a_srs", "EPSG:4326", "-lco", $"ENCODING={encoding}"));
        Assert.Equal(
            [("ten", PropertyType.Text), ("n", PropertyType.Integer), ("share", PropertyType.Number), ("day", PropertyType.Date)],
            layer.Definition!.Properties.Select(p => (p.Name, p.Type)));
        Assert.Equal(["Sóc Trăng", 1L, 2.5, new DateOnly(2024, 12, 31)], layer.Features[0].Values);
        Assert.Equal(["Vĩnh Châu", 2L, null, null], layer.Features[1].Values);
    }

    [Fact]
    public async Task The_real_districts_keep_their_shapes_through_GDALs_shapefile()
    {
        var source = Repository.Shared("data", "districts_soctrang_2020.geojson");
        var direct = await ImportFiles.ImportAsync(source);
        var (code, output) = Requirement.Run("ogr2ogr", "-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8", _files["d.shp"], source);
        Assert.True(code == 0, output);
        var layer = await ImportFiles.ImportAsync(_files["d.shp"]);
        Assert.Equal("accepted", layer.Refusal);
        Assert.Equal(0, layer.Report.MendedCount);
        Assert.Equal(direct.Features.Count, layer.Features.Count);
        Assert.All(direct.Features.Zip(layer.Features), pair => Assert.True(pair.First.Geometry!.EqualsTopologically(pair.Second.Geometry)));
    }

    [Fact]
    public async Task Holes_and_islands_in_lakes_are_put_together_as_they_were()
    {
        const string wkt = "MULTIPOLYGON (((105 9, 106 9, 106 10, 105 10, 105 9), (105.2 9.2, 105.2 9.8, 105.8 9.8, 105.8 9.2, 105.2 9.2)), ((105.4 9.4, 105.6 9.4, 105.6 9.6, 105.4 9.6, 105.4 9.4)), ((107 9, 107.5 9, 107 9.5, 107 9)))";
        var layer = await ImportFiles.ImportAsync(Ogr("a", $"wkt,k\n\"{wkt}\",1\n", "-a_srs", "EPSG:4326"));
        Assert.Equal(0, layer.Report.MendedCount);
        Assert.Equal(GeometryKind.MultiPolygon, layer.Definition!.GeometryKind);
        var expected = new NetTopologySuite.IO.WKTReader().Read(wkt);
        Assert.True(expected.EqualsTopologically(layer.Features[0].Geometry), layer.Features[0].Geometry!.AsText());
    }

    [Theory]
    [InlineData("LINESTRING (105 9, 106 9.5)", "MULTILINESTRING ((105 9, 106 9.5))")]
    [InlineData("MULTIPOINT (105 9, 106 9.5)", "MULTIPOINT ((105 9), (106 9.5))")]
    [InlineData("POINT Z (105 9 3)", "POINT (105 9)")]
    [InlineData("LINESTRING ZM (105 9 1 2, 106 9.5 1 2)", "MULTILINESTRING ((105 9, 106 9.5))")]
    public async Task Lines_multi_points_and_heights_are_read(string written, string read)
    {
        var layer = await ImportFiles.ImportAsync(Ogr("a", $"wkt,k\n\"{written}\",1\n", "-a_srs", "EPSG:4326"));
        Assert.Equal(read, layer.Features[0].Geometry!.AsText());
    }

    [Theory]
    [InlineData(TextEncoding.Tcvn3, "Sãc Tr¨ng", "VÜnh Ch©u")]
    [InlineData(TextEncoding.Vni, "Soùc Traêng", "Vónh Chaâu")]
    public async Task Text_of_legacy_fonts_is_converted_and_said_so(TextEncoding encoding, string first, string second)
    {
        var path = Ogr("a", $"wkt,ten\nPOINT (105.97 9.6),{first}\nPOINT (106.1 9.4),{second}\n", "-a_srs", "EPSG:4326", "-lco", "ENCODING=ISO-8859-1");
        var layer = await ImportFiles.ImportAsync(path);
        Assert.Equal(encoding, layer.Report.Encoding);
        Assert.Equal(["Sóc Trăng", "Vĩnh Châu"], layer.Features.Select(f => f.Values[0]));
        Assert.Contains("converted to Unicode", layer.Warnings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_page_file_that_lies_is_found_out()
    {
        var path = Ogr("a", Points, "-a_srs", "EPSG:4326", "-lco", "ENCODING=UTF-8");
        File.WriteAllText(_files["a.cpg"], "ISO-8859-1");
        Assert.Equal("Sóc Trăng", (await ImportFiles.ImportAsync(path)).Features[0].Values[0]);
    }

    [Fact]
    public async Task A_letter_cut_in_two_at_the_end_of_a_field_is_left_out()
    {
        var path = Ogr("a", "wkt,ten\nPOINT (105.97 9.6),Sóc Trăng Trần Đề\n", "-a_srs", "EPSG:4326", "-lco", "ENCODING=UTF-8");
        var dbf = File.ReadAllBytes(_files["a.dbf"]);
        var cut = dbf.AsSpan().IndexOf("Đề"u8) + 3; // Đ is two bytes, ề three: one of three is left.
        dbf.AsSpan(cut, 2).Fill((byte)' ');
        File.WriteAllBytes(_files["a.dbf"], dbf);
        Assert.Equal("Sóc Trăng Trần Đ", (await ImportFiles.ImportAsync(path)).Features[0].Values[0]);
    }

    [Fact]
    public async Task Dates_of_zeros_and_asterisks_become_null_with_a_warning()
    {
        var path = Ogr("a", Points, "-a_srs", "EPSG:4326");
        var dbf = Encoding.Latin1.GetString(File.ReadAllBytes(_files["a.dbf"]))
            .Replace("20241231", "00000000", StringComparison.Ordinal)
            .Replace("2.500000000000000", "*****************", StringComparison.Ordinal);
        File.WriteAllBytes(_files["a.dbf"], Encoding.Latin1.GetBytes(dbf));
        var layer = await ImportFiles.ImportAsync(path);
        // The second row's come from GDAL, which writes nulls so.
        Assert.Equal([1L, null, null], layer.Features[0].Values.Skip(1));
        Assert.Contains("column 'day': 2 value(s) are dates of zeros", layer.Warnings, StringComparison.Ordinal);
        Assert.Contains("column 'share': 2 value(s) were too wide for the column (asterisks)", layer.Warnings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_done_without_or_named()
    {
        var path = Ogr("a", Points, "-a_srs", "EPSG:4326");
        File.Delete(_files["a.shx"]);
        Assert.Equal("accepted", (await ImportFiles.ImportAsync(path)).Refusal);
        File.Delete(_files["a.prj"]);
        var unlabelled = await ImportFiles.ImportAsync(path);
        Assert.Equal("accepted", unlabelled.Refusal);
        Assert.Contains("there is no .prj", unlabelled.Warnings, StringComparison.Ordinal);
        File.Delete(_files["a.dbf"]);
        var bare = await ImportFiles.ImportAsync(path);
        Assert.Equal(2, bare.Features.Count);
        Assert.Contains("there is no .dbf", bare.Warnings, StringComparison.Ordinal);
        File.Move(path, _files["B.SHP"]);
        Assert.Equal(2, (await ImportFiles.ImportAsync(_files["B.SHP"])).Features.Count);
    }

    [Fact]
    public async Task Metres_without_a_prj_are_refused_until_the_system_is_named()
    {
        var path = Ogr("a", Points, "-t_srs", "EPSG:9209");
        File.Delete(_files["a.prj"]);
        Assert.Contains("there is no .prj, and", (await ImportFiles.ImportAsync(path)).Refusal, StringComparison.Ordinal);
        Assert.Contains("EPSG:9209", (await ImportFiles.ImportAsync(path)).Refusal, StringComparison.Ordinal);
        var named = await ImportFiles.ImportAsync(path, new ImportOptions { System = Geo.Engine.Geodesy.CoordinateSystems.Vn2000Tm3Zone10530 });
        Assert.Equal("accepted", named.Refusal);
    }

    [Fact]
    public async Task A_file_cut_anywhere_is_refused()
    {
        var path = Ogr("a", Points, "-a_srs", "EPSG:4326");
        foreach (var part in new[] { "a.shp", "a.dbf" })
        {
            var whole = File.ReadAllBytes(_files[part]);
            // The last byte of a .dbf is an end mark that not every program writes.
            for (var length = 0; length < whole.Length - (part == "a.dbf" ? 1 : 0); length++)
            {
                File.WriteAllBytes(_files[part], whole[..length]);
                Assert.True((await ImportFiles.ImportAsync(path)).Report.IsRefused, $"{part} cut at {length} of {whole.Length}");
            }

            File.WriteAllBytes(_files[part], whole);
        }
    }

    [Fact]
    public async Task Tables_and_shapes_of_different_length_are_refused()
    {
        var path = Ogr("a", Points, "-a_srs", "EPSG:4326");
        Ogr("b", "wkt,n\nPOINT (105 9),1\n", "-a_srs", "EPSG:4326");
        File.Copy(_files["b.dbf"], _files["a.dbf"], overwrite: true);
        Assert.Contains("the .dbf has 1 record(s)", (await ImportFiles.ImportAsync(path)).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coordinates_that_are_not_finite_are_refused_by_record()
    {
        var path = Ogr("a", Points, "-a_srs", "EPSG:4326");
        var shp = File.ReadAllBytes(path);
        BitConverter.TryWriteBytes(shp.AsSpan(100 + 28 + 8 + 4), double.NaN);
        File.WriteAllBytes(path, shp);
        Assert.Contains("record 2, byte 128: a coordinate is not finite", (await ImportFiles.ImportAsync(path)).Refusal, StringComparison.Ordinal);
    }

    public void Dispose() => _files.Dispose();

    /// <summary>Writes a shapefile with GDAL from CSV with a column of well-known text.</summary>
    private string Ogr(string name, string csv, params string[] arguments)
    {
        var source = _files.Write($"{name}-source.csv", csv);
        string[] system = arguments.Contains("-a_srs") ? [] : ["-s_srs", "EPSG:4326"];
        var (code, output) = Requirement.Run(
            "ogr2ogr",
            [
                "-f", "ESRI Shapefile", _files[$"{name}.shp"], source, "-nln", name, .. system,
                "-oo", "GEOM_POSSIBLE_NAMES=wkt", "-oo", "KEEP_GEOM_COLUMNS=NO", "-oo", "AUTODETECT_TYPE=YES", .. arguments,
            ]);
        Assert.True(code == 0, output);
        return _files[$"{name}.shp"];
    }
}
