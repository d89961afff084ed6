using Geo.Tests.Fixtures;

namespace Geo.Tests.Formats;

/// <summary>The forms in which .prj files state VN-2000, right and wrong (design notes on VN-2000, section 1).</summary>
public sealed class PrjTests : IDisposable
{
    private const string Shift = "TOWGS84[-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278]";
    private const string Flipped = "TOWGS84[-191.90441429,-39.30318279,-111.45032835,-0.00928836,0.01975479,-0.00427372,0.252906278]";

    private readonly ImportFiles _files = new();

    [Theory]
    [InlineData(105.5, 0.9999, Shift, "EPSG:9209", "")]
    [InlineData(105, 0.9999, Shift, "EPSG:5897", "")]
    [InlineData(105, 0.9996, Shift, "EPSG:3405", "")]
    [InlineData(105.5, 0.9999, Flipped, "EPSG:9209", "signs the wrong way round (0.5 m)")]
    [InlineData(105.5, 0.9999, "TOWGS84[0,0,0,0,0,0,0]", "EPSG:9209", "225 m off")]
    [InlineData(105.5, 0.9999, "TOWGS84[0,0,0]", "EPSG:9209", "225 m off")]
    [InlineData(105.5, 0.9999, "TOWGS84[-192.873,-39.382,-111.202,-0.00205,-0.0005,0.00335,0.0188]", "EPSG:9209", "not that of EPSG:6960")]
    public async Task VN_2000_is_known_by_its_numbers_and_a_wrong_shift_is_named(double meridian, double scale, string shift, string code, string note)
    {
        var layer = await WithPrjAsync(Vn2000(meridian, scale, $"DATUM[\"VN_2000\",SPHEROID[\"WGS_1984\",6378137,298.257223563],{shift}]"));
        Assert.Equal("accepted", layer.Refusal);
        Assert.Equal(code, layer.Report.System!.Code);
        if (note.Length == 0)
            Assert.DoesNotContain("TOWGS84", layer.Warnings, StringComparison.Ordinal);
        else
            Assert.Contains(note, layer.Warnings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DATUM[\"D_Vietnam_2000\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]]", "")]
    [InlineData("DATUM[\"D_VN_2000\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]]", "")]
    [InlineData("DATUM[\"Unknown based on WGS84 ellipsoid\",SPHEROID[\"WGS84\",6378137,298.257223563]," + Shift + "]", "")]
    [InlineData("DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]]", "not the datum VN-2000")]
    [InlineData("DATUM[\"D_unknown\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]]", "not the datum VN-2000")]
    public async Task Datum_names_of_many_programs_are_understood(string datum, string note)
    {
        var layer = await WithPrjAsync(Vn2000(105.5, 0.9999, datum));
        Assert.Equal("EPSG:9209", layer.Report.System!.Code);
        Assert.Contains(note, layer.Warnings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "not well-known text")]
    [InlineData("PROJCS[\"a\",", "not well-known text")]
    [InlineData("GEOGCS[\"Indian 1960\",DATUM[\"Indian_1960\",SPHEROID[\"Everest\",6377276.345,300.8017]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]", "Indian 1960")]
    [InlineData("LOCAL_CS[\"site\"]", "site")]
    public async Task Other_systems_are_refused_by_name(string prj, string reason) =>
        Assert.Contains(reason, (await WithPrjAsync(prj)).Refusal, StringComparison.Ordinal);

    [Fact]
    public async Task A_meridian_of_another_province_is_refused_with_its_value()
    {
        var layer = await WithPrjAsync(Vn2000(107.75, 0.9999, "DATUM[\"VN_2000\",SPHEROID[\"WGS_1984\",6378137,298.257223563]]"));
        Assert.Contains("central meridian 107.75", layer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deep_brackets_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("A[", 20_000)) + "1" + new string(']', 20_000);
        Assert.Contains("not well-known text", (await WithPrjAsync(deep)).Refusal, StringComparison.Ordinal);
    }

    public void Dispose() => _files.Dispose();

    private static string Vn2000(double meridian, double scale, string datum) => FormattableString.Invariant(
        $"PROJCS[\"VN_2000\",GEOGCS[\"GCS_VN\",{datum},PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",{meridian}],PARAMETER[\"Scale_Factor\",{scale}],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]");

    private async Task<ImportFiles.Imported> WithPrjAsync(string prj)
    {
        var source = _files.Write("source.csv", "wkt,k\nPOINT (551391.972 1061653.388),1\n");
        var (code, output) = Requirement.Run(
            "ogr2ogr", "-overwrite", "-f", "ESRI Shapefile", _files["a.shp"], source, "-oo", "GEOM_POSSIBLE_NAMES=wkt", "-oo", "KEEP_GEOM_COLUMNS=NO");
        Assert.True(code == 0, output);
        File.WriteAllText(_files["a.prj"], prj);
        return await ImportFiles.ImportAsync(_files["a.shp"]);
    }
}
