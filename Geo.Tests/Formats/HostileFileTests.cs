using System.Text;
using Geo.Engine.Formats;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Formats;

/// <summary>Damaged and hostile files of every format: the verdict is accepted or refused with a reason; no other exception ever leaves the import.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const int Mutations = 600;

    private readonly ImportFiles _files = new();

    public static TheoryData<string, string> TextFiles => new()
    {
        { "a.geojson", """{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[{"type":"Feature","id":1,"properties":{"tên":"Sóc \u0054răng","n":3,"x":[1,{"a":null}],"d":"2025-06-30"},"geometry":{"type":"Polygon","coordinates":[[[105,9],[106,9],[106,10],[105,9]],[[105.5,9.2],[105.8,9.2],[105.8,9.5],[105.5,9.2]]]}},{"type":"Feature","id":2,"properties":null,"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[105,9,1]},{"type":"MultiLineString","coordinates":[[[105,9],[106,9]]]}]}}]}""" },
        { "a.geojsonl", "{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":{\"type\":\"MultiPoint\",\"coordinates\":[[105,9],[106,9]]}}\n{\"type\":\"Point\",\"coordinates\":[105,9]}\n" },
        { "a.csv", "tên;ghi chú;lon;lat\n\"Sóc \"\"Trăng\"\"\";1.234,5;\"105°58'12\"\"E\";9,6\nVĩnh Châu;31/12/2024;105,9;9,3\n" },
        { "b.csv", "wkt,n\n\"POLYGON ((105 9, 106 9, 106 10, 105 9), (105.5 9.2, 105.8 9.2, 105.8 9.5, 105.5 9.2))\",1\n\"SRID=4326;MULTIPOINT ZM ((105 9 1 2))\",2\nGEOMETRYCOLLECTION (POINT (105 9)),3\n" },
    };

    [Theory]
    [MemberData(nameof(TextFiles))]
    public async Task A_text_file_with_any_damage_gets_a_verdict(string name, string text)
    {
        var whole = Encoding.UTF8.GetBytes(text);
        Assert.Equal("accepted", (await ImportFiles.ImportAsync(_files.Write(name, whole))).Refusal);
        var random = new Random(202);
        for (var i = 0; i < Mutations; i++)
            await JudgeAsync(name, Mutate(whole, random));
    }

    [Theory]
    [MemberData(nameof(TextFiles))]
    public async Task A_text_file_cut_anywhere_gets_a_verdict(string name, string text)
    {
        var whole = Encoding.UTF8.GetBytes(text);
        for (var length = 0; length < whole.Length; length++)
            await JudgeAsync(name, whole[..length]);
    }

    [Theory]
    [InlineData(".shp")]
    [InlineData(".dbf")]
    [InlineData(".prj")]
    [InlineData(".cpg")]
    public async Task A_shapefile_with_any_damage_gets_a_verdict(string part)
    {
        var source = _files.Write("s.csv", "wkt,ten,n,day\n\"POLYGON ((105 9, 106 9, 106 10, 105 9), (105.5 9.2, 105.8 9.2, 105.8 9.5, 105.5 9.2))\",Sóc Trăng,1,2024-12-31\n\"POLYGON ((105 9, 106 9, 106 10, 105 9))\",Vĩnh Châu,2.5,\n");
        var (code, output) = Requirement.Run(
            "ogr2ogr", "-f", "ESRI Shapefile", _files["a.shp"], source, "-a_srs", "EPSG:9209", "-lco", "ENCODING=UTF-8", "-oo", "GEOM_POSSIBLE_NAMES=wkt", "-oo", "KEEP_GEOM_COLUMNS=NO", "-oo", "AUTODETECT_TYPE=YES");
        Assert.True(code == 0, output);
        var whole = File.ReadAllBytes(_files["a" + part]);
        var random = new Random(1668);
        var options = new ImportOptions { System = Geo.Engine.Geodesy.CoordinateSystems.Crs84 };
        for (var i = 0; i < Mutations / 3; i++)
        {
            File.WriteAllBytes(_files["a" + part], Mutate(whole, random));
            Judge(await ImportFiles.ImportAsync(_files["a.shp"], part == ".prj" ? null : options));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("CON.geojson")]
    [InlineData("a.tif")]
    [InlineData("no-ending")]
    public async Task A_path_that_is_no_file_of_a_known_format_is_refused(string name)
    {
        if (name.Length > 0)
            _files.Write(name, "x");
        Judge(await ImportFiles.ImportAsync(_files[name]));
        Assert.True((await ImportFiles.ImportAsync(_files[name])).Report.IsRefused);
    }

    [Theory]
    [InlineData("Ranh giới huyện (mới).geojson", "ranh-gioi-huyen-moi")]
    [InlineData("2025_xã.geojson", "layer-2025-xa")]
    [InlineData("\u202Egnp.geojson", "gnp")]
    [InlineData("🌊.geojson", "layer")]
    [InlineData("Đê biển.geojson", "de-bien")]
    public async Task A_layers_id_never_carries_anything_odd_of_the_files_name(string name, string id)
    {
        var layer = await _files.ImportTextAsync(name, """{"type":"FeatureCollection","features":[]}""");
        Assert.Equal(id, layer.Definition!.Id);
        Assert.True(LayerIds.IsValid(id));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("Zones")]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("a\"; DROP TABLE x--")]
    public async Task A_layer_id_that_cannot_stand_in_an_address_is_refused(string id) =>
        Assert.Contains("cannot be a layer's identifier", (await _files.ImportTextAsync("a.geojson", "{}", new ImportOptions { LayerId = id })).Refusal, StringComparison.Ordinal);

    public void Dispose() => _files.Dispose();

    private async Task JudgeAsync(string name, byte[] bytes) => Judge(await ImportFiles.ImportAsync(_files.Write(name, bytes)));

    private static void Judge(ImportFiles.Imported layer)
    {
        if (layer.Report.IsRefused)
            Assert.All(layer.Report.Refused, r => Assert.False(string.IsNullOrWhiteSpace(r.Message)));
        else
            Assert.All(layer.Features.Where(f => f.Geometry is not null), f => Assert.True(f.Geometry!.IsValid && f.Geometry.Coordinates.All(c => c.IsValid), f.Geometry.AsText()));
    }

    private static byte[] Mutate(byte[] whole, Random random)
    {
        List<byte> bytes = [.. whole];
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, "{}[]\",:\\0-e9()"u8[random.Next(14)]);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(40), bytes.Count - at)));
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. bytes];
    }
}
