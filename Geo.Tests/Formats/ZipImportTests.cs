using System.IO.Compression;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Formats;

public sealed class ZipImportTests : IDisposable
{
    private readonly ImportFiles _files = new();

    [Theory]
    [InlineData("")]
    [InlineData("data/Hà Nội/")]
    [InlineData("data\\")]
    public async Task A_zipped_shapefile_is_read_where_it_lies_in_the_archive(string folder)
    {
        var (shp, dbf, prj) = Shapefile();
        var layer = await ImportFiles.ImportAsync(Zip((folder + "A.SHP", shp), (folder + "a.dbf", dbf), (folder + "a.prj", prj), ("readme.txt", [1, 2])));
        Assert.Equal("accepted", layer.Refusal);
        Assert.Equal(["Sóc Trăng", "Vĩnh Châu"], layer.Features.Select(f => f.Values[0]));
        Assert.Equal("POINT (105.97 9.6)", layer.Features[0].Geometry!.AsText());
    }

    [Theory]
    [InlineData("../a.shp", "points outside the archive")]
    [InlineData("/etc/a.shp", "points outside the archive")]
    [InlineData("C:\\a.shp", "points outside the archive")]
    [InlineData("x/..\\..\\a.shp", "points outside the archive")]
    [InlineData("a.txt", "holds 0 .shp; exactly one is read")]
    public async Task Entries_that_point_elsewhere_are_refused_and_nothing_is_written(string entry, string reason)
    {
        var folder = Path.GetDirectoryName(_files["a"])!;
        var archive = Zip((entry, Shapefile().Shp));
        var before = Directory.GetFileSystemEntries(folder);
        Assert.Contains(reason, (await ImportFiles.ImportAsync(archive)).Refusal, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task Two_shapefiles_are_one_too_many()
    {
        var (shp, dbf, _) = Shapefile();
        Assert.Contains("holds 2 .shp", (await ImportFiles.ImportAsync(Zip(("a.shp", shp), ("b.shp", shp), ("a.dbf", dbf)))).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_of_many_entries_is_refused()
    {
        var many = Enumerable.Range(0, 1001).Select(i => ($"{i}.txt", Array.Empty<byte>())).ToArray();
        Assert.Contains("1001 entries; at most 1000", (await ImportFiles.ImportAsync(Zip(many))).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bomb_is_stopped_at_a_hundred_times_its_size()
    {
        var (shp, dbf, prj) = Shapefile();
        // A table of 64 MiB of blanks packs a thousand to one.
        const int size = 64 << 20;
        var records = size / BitConverter.ToUInt16(dbf, 10);
        var head = BitConverter.ToUInt16(dbf, 8);
        var bomb = new byte[head + size];
        Array.Fill(bomb, (byte)' ');
        dbf.AsSpan(0, head).CopyTo(bomb);
        BitConverter.TryWriteBytes(bomb.AsSpan(4), records);
        var layer = await ImportFiles.ImportAsync(Zip(("a.shp", shp), ("a.dbf", bomb), ("a.prj", prj)));
        Assert.Contains("unpacks to more than", layer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_cut_or_damaged_anywhere_is_refused_or_read_right()
    {
        var (shp, dbf, prj) = Shapefile();
        var whole = File.ReadAllBytes(Zip(("a.shp", shp), ("a.dbf", dbf), ("a.prj", prj)));
        for (var length = 0; length < whole.Length; length += 7)
            Assert.True((await ImportFiles.ImportAsync(_files.Write("cut.zip", whole.AsSpan(0, length)))).Report.IsRefused, $"cut at {length}");
        var random = new Random(1668);
        for (var i = 0; i < 300; i++)
        {
            var damaged = whole.ToArray();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            await ImportFiles.ImportAsync(_files.Write("damaged.zip", damaged));
        }
    }

    public void Dispose() => _files.Dispose();

    private (byte[] Shp, byte[] Dbf, byte[] Prj) Shapefile()
    {
        var source = _files.Write("source.csv", "wkt,ten\nPOINT (105.97 9.6),Sóc Trăng\nPOINT (106.1 9.4),Vĩnh Châu\n");
        var (code, output) = Requirement.Run(
            "ogr2ogr", "-overwrite", "-f", "ESRI Shapefile", _files["s.shp"], source, "-a_srs", "EPSG:4326", "-lco", "ENCODING=UTF-8", "-oo", "GEOM_POSSIBLE_NAMES=wkt", "-oo", "KEEP_GEOM_COLUMNS=NO");
        Assert.True(code == 0, output);
        return (File.ReadAllBytes(_files["s.shp"]), File.ReadAllBytes(_files["s.dbf"]), File.ReadAllBytes(_files["s.prj"]));
    }

    private string Zip(params (string Name, byte[] Content)[] entries)
    {
        var path = _files["a.zip"];
        File.Delete(path);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in entries)
        {
            using var stream = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
            stream.Write(content);
        }

        return path;
    }
}
