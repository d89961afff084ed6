using System.Net;
using System.Net.Sockets;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Cli;

public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Store => $"geopackage:{_folder.Path}/s.gpkg";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_port_in_use_is_one_sentence_and_nothing_else()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        var (code, text) = CommandLine.Run("serve", "--urls", address, "--store", Store);
        Assert.Equal(1, code);
        Assert.Equal($"Another program listens on {address} already; stop it or choose another address with --urls.", text.Trim());
    }

    [Theory]
    [InlineData("nonsense", "geopackage:FILE or postgis:")]
    [InlineData("geopackage:", "names no file")]
    [InlineData("postgis:Colour=blue", "postgis:Host=NAME")]
    public void A_store_that_is_none_is_refused_with_what_is_allowed(string store, string allowed)
    {
        var (code, text) = CommandLine.Run("doctor", "--store", store);
        Assert.Equal(1, code);
        Assert.Contains(allowed, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_is_refused_and_the_layer_stays_as_it_was()
    {
        var good = Write("places.geojson", """{"type":"Feature","id":1,"properties":{"name":"a"},"geometry":{"type":"Point","coordinates":[106,9.5]}}""");
        var broken = Write("broken.geojson", """{"type":"Feature","id":1,"properties":{"name":"b"},"geometry":{"type":"Point","coordinates":[1e999,9.5]}}""");
        Assert.Equal(0, CommandLine.Run("import", good, "--layer", "places", "--store", Store).ExitCode);
        var (code, text) = CommandLine.Run("import", broken, "--layer", "places", "--store", Store);
        Assert.Equal(1, code);
        Assert.Contains("broken.geojson", text, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", text, StringComparison.Ordinal);
        var csv = Path.Combine(_folder.Path, "places.csv");
        Assert.Equal(0, CommandLine.Run("export", "places", "-o", csv, "--store", Store).ExitCode);
        Assert.Contains("a", File.ReadAllLines(csv)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_exported_as_GeoPackage_opens_in_GDAL_without_a_warning()
    {
        var file = Path.Combine(_folder.Path, "districts.gpkg");
        var (clean, said) = CommandLine.Run("check", "coverage-5g", "--store", Store);
        Assert.True(clean == 0, said);
        Assert.DoesNotContain("counts twice", said, StringComparison.Ordinal);
        var (code, text) = CommandLine.Run("export", "districts", "-o", file, "--store", Store);
        Assert.True(code == 0, text);
        var (_, info) = Requirement.Run("ogrinfo", "-so", "-al", file);
        Assert.Contains("Feature Count: 11", info, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", info, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_of_a_scenario_is_listed_by_its_place()
    {
        var scenario = Write("bad.yaml", "schema: soctranggeo/scenario/1\nid: bad\ncolour: blue\n");
        var (code, text) = CommandLine.Run("check", scenario, "--store", Store);
        Assert.Equal(1, code);
        Assert.Contains("colour", text, StringComparison.Ordinal);
        Assert.Contains("bad.yaml, line", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_doctor_finds_nothing_wrong_with_what_we_ship_and_changes_nothing()
    {
        var (code, text) = CommandLine.Run("doctor", "--store", Store);
        Assert.Contains("checksums right", text, StringComparison.Ordinal);
        Assert.True(code == 0 || text.Contains("the map is not built", StringComparison.Ordinal), text);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Sources_of_open_data_are_listed_and_an_unknown_one_is_answered_with_them()
    {
        var (listed, sources) = CommandLine.Run("data", "fetch");
        Assert.Equal(0, listed);
        Assert.Contains("geoboundaries-vnm-adm2", sources, StringComparison.Ordinal);
        var (code, text) = CommandLine.Run("data", "fetch", "no-such");
        Assert.Equal(1, code);
        Assert.Contains("geoboundaries-vnm-adm2", text, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }
}
