using System.Globalization;
using System.Text;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Formats;

public sealed class CsvImportTests : IDisposable
{
    private readonly ImportFiles _files = new();

    [Theory]
    [InlineData("name,lon,lat\nA,105.97,9.6\n")]
    [InlineData("name;lng;lat\nA;105,97;9,6\n")]
    [InlineData("name\tLongitude\tLatitude\nA\t105.97\t9.6\n")]
    [InlineData("name,Vĩ độ,Kinh độ\nA,9.6,105.97\n")]
    [InlineData("name,x,y\nA,105.97,9.6\n")]
    [InlineData("name,x,y\nA,9.6,105.97\n")]
    [InlineData("name,wkt\nA,POINT (105.97 9.6)\n")]
    [InlineData("sep=;\nname;lon;lat\nA;105.97;9.6\n")]
    [InlineData("name,lon,lat\nA,\"105°58'12\"\"E\",\"9°36'0\"\"N\"\n")]
    [InlineData("name,lon,lat\nA,105 58 12,9 36 00\n")]
    [InlineData("name;lon;lat\nA;105°58,2'Đ;9°36'B\n")]
    public async Task A_position_is_read_in_every_usual_spelling(string csv)
    {
        var layer = await _files.ImportTextAsync("points.csv", csv);
        Assert.Equal("accepted", layer.Refusal);
        var point = (Point)Assert.Single(layer.Features).Geometry!;
        Assert.Equal(105.97, point.X, 1e-12);
        Assert.Equal(9.6, point.Y, 1e-12);
        Assert.Equal("A", layer.Features[0].Values[0]);
    }

    [Theory]
    [InlineData("mốc,X,Y\n1,1061653.388,551391.972\n", true)]
    [InlineData("mốc,X,Y\n1,551391.972,1061653.388\n", false)]
    [InlineData("mốc;X (m);Y (m)\n1;1.061.653,388;551.391,972\n", true)]
    public async Task Metres_of_VN_2000_come_with_the_northing_first_or_second(string csv, bool isTurned)
    {
        // Check value of the design: WGS 84 9.60 N 105.97 E by EPSG:6960.
        var layer = await _files.ImportTextAsync("moc.csv", csv);
        Assert.Equal("accepted", layer.Refusal);
        Assert.Equal("EPSG:9209", layer.Report.System!.Code);
        Assert.Contains("EPSG:9209", layer.Warnings, StringComparison.Ordinal);
        Assert.Equal(isTurned, layer.Warnings.Contains("holds the northing", StringComparison.Ordinal));
        var point = (Point)layer.Features[0].Geometry!;
        Assert.Equal(105.97, point.X, 1e-8);
        Assert.Equal(9.60, point.Y, 1e-8);
    }

    [Fact]
    public async Task The_real_stations_and_gazetteer_are_read()
    {
        var stations = await ImportFiles.ImportAsync(Repository.Shared("data", "salinity_stations.csv"));
        Assert.Equal("accepted", stations.Refusal);
        Assert.Equal(16, stations.Features.Count);
        Assert.Equal(PropertyType.Date, stations.Definition!.Properties.Single(p => p.Name == "date").Type);
        Assert.Equal(PropertyType.Number, stations.Definition.Properties.Single(p => p.Name == "salinity_max_ppt").Type);
        var communes = await ImportFiles.ImportAsync(Repository.Shared("data", "gazetteer_communes_2025.csv"));
        Assert.Equal(43, communes.Features.Count);
        var area = communes.Definition!.Properties.Index().Single(p => p.Item.Name == "area_km2_official").Index;
        Assert.Equal(3_298.21, communes.Features.Sum(f => (double)f.Values[area]!), 0.005);
    }

    [Fact]
    public async Task Columns_get_types_and_codes_with_leading_zeros_stay_text()
    {
        var layer = await _files.ImportTextAsync("a.csv", "code,n,share,ok,day,note,lon,lat\n0941,1,2.5,true,31/12/2024,a,106,9.5\n0942,2,,FALSE,1/2/2025,,106,9.5\n");
        Assert.Equal(
            [PropertyType.Text, PropertyType.Integer, PropertyType.Number, PropertyType.Boolean, PropertyType.Date, PropertyType.Text],
            layer.Definition!.Properties.Select(p => p.Type));
        Assert.Equal(["0941", 1L, 2.5, true, new DateOnly(2024, 12, 31), "a"], layer.Features[0].Values);
        Assert.Equal(["0942", 2L, null, false, new DateOnly(2025, 2, 1), null], layer.Features[1].Values);
    }

    [Fact]
    public async Task Numbers_follow_the_declared_culture()
    {
        var options = new ImportOptions { Culture = CultureInfo.GetCultureInfo("vi-VN") };
        var layer = await _files.ImportTextAsync("a.csv", "ha;lon;lat\n1.234;106,1;9,5\n", options);
        Assert.Equal(1234.0, Convert.ToDouble(layer.Features[0].Values[0], CultureInfo.InvariantCulture));
        Assert.Equal(106.1, ((Point)layer.Features[0].Geometry!).X);
    }

    [Theory]
    [InlineData("lon,lat\n105.9,9.6\n105.9,abc\n", "line 3, column 'lat': 'abc' is no coordinate")]
    [InlineData("lon,lat\n105.9,\n", "line 2, column 'lat': the field is empty")]
    [InlineData("lon,lat\n105.9,9.6,7\n", "line 2: the row has 3 field(s), the header 2")]
    [InlineData("a,b\n1,2\n", "line 1: no columns with a position among 'a', 'b'")]
    [InlineData("", "the file is empty")]
    [InlineData("lon,lat\n1e999,9\n", "line 2, column 'lon': '1e999' is no coordinate")]
    [InlineData("lon,lat\nNaN,9\n", "line 2, column 'lon': 'NaN' is no coordinate")]
    [InlineData("lon,lat\n105.9,\"9.6\n", "not CSV")]
    [InlineData("lon,lat\n9.6,105.97\n", "axes look swapped")]
    [InlineData("wkt\nPOINT (1e999 9)\n", "line 2, column 'wkt'")]
    [InlineData("wkt\n\"POLYGON ((105 9, 106 9\"\n", "line 2, column 'wkt': not well-known text")]
    [InlineData("wkt\nCURVEPOLYGON ((105 9))\n", "line 2, column 'wkt': not well-known text")]
    public async Task A_bad_row_is_refused_by_line_and_column(string csv, string reason)
    {
        var layer = await _files.ImportTextAsync("a.csv", csv);
        Assert.Contains(reason, layer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_bad_row_is_listed_not_only_the_first()
    {
        var layer = await _files.ImportTextAsync("a.csv", "lon,lat\nx,9.6\n105.9,9.6\n105.9,y\n");
        Assert.Equal(["line 2, column 'lon'", "line 4, column 'lat'"], layer.Report.Refused.Select(r => r.Place));
    }

    [Fact]
    public async Task Rows_without_position_stay_without_geometry()
    {
        var layer = await _files.ImportTextAsync("a.csv", "n,lon,lat\n1,,\n2,106,9.5\n");
        Assert.Null(layer.Features[0].Geometry);
        Assert.Contains("1 row(s) have no position", layer.Warnings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(1_000_000)]
    public async Task Deep_brackets_of_well_known_text_are_refused(int depth)
    {
        var wkt = string.Concat(Enumerable.Repeat("GEOMETRYCOLLECTION (", depth)) + "POINT (105 9)" + new string(')', depth);
        var layer = await _files.ImportTextAsync("a.csv", $"wkt\n{wkt}\n");
        Assert.Contains("nested deeper than", layer.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TextEncoding.Tcvn3, "\"Sãc Tr¨ng\",106,9.5\n\"VÜnh Ch©u\",106,9.5\n\"TrÇn §Ò\",106,9.5\n")]
    [InlineData(TextEncoding.Vni, "\"Soùc Traêng\",106,9.5\n\"Vónh Chaâu\",106,9.5\n\"Traàn Ñeà\",106,9.5\n")]
    public async Task Legacy_text_is_told_by_its_letters(TextEncoding encoding, string rows)
    {
        var layer = await ImportFiles.ImportAsync(_files.Write("a.csv", Encoding.Latin1.GetBytes("ten,lon,lat\n" + rows)));
        Assert.Equal(encoding, layer.Report.Encoding);
        Assert.Equal(["Sóc Trăng", "Vĩnh Châu", "Trần Đề"], layer.Features.Select(f => f.Values[0]));
    }

    [Fact]
    public async Task Excels_Unicode_text_is_read()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("tên\tlon\tlat\r\nSóc Trăng\t106\t9.5\r\n")).ToArray();
        var layer = await ImportFiles.ImportAsync(_files.Write("a.txt", bytes));
        Assert.Equal("Sóc Trăng", layer.Features[0].Values[0]);
    }

    public void Dispose() => _files.Dispose();
}
