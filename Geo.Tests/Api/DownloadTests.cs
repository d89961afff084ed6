using System.Net;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Api;

/// <summary>Whole layers in one answer.</summary>
public sealed class DownloadTests
{
    public static TheoryData<string> Forms => ["json", "jsonfg", "geojsonseq", "csv", "gpkg", "fgb", "parquet"];

    [Fact]
    public async Task A_collection_links_to_its_download_in_every_form()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store());
        var links = Links.Of(await server.GetJsonAsync("collections/places")).Where(l => l.Rel == "enclosure").ToList();
        Assert.Equal(
            ["application/geo+json", "application/fg+json", "application/geo+json-seq", "text/csv", "application/geopackage+sqlite3", "application/flatgeobuf", "application/vnd.apache.parquet"],
            links.Select(l => l.Type));
        foreach (var link in links)
        {
            var answer = await server.GetAsync(link.Href);
            Assert.Equal((HttpStatusCode.OK, link.Type), (answer.Status, answer.MediaType!.Split(';')[0]));
            Assert.StartsWith("attachment; filename=places.", answer.Header("Content-Disposition"), StringComparison.Ordinal);
        }
        Assert.Contains("/collections/places/download?f=csv", (await server.GetAsync("collections/places?f=html")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_name_is_safe_whatever_the_layer_is_called()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store());
        var disposition = (await server.GetAsync("collections/%C4%91%E1%BA%A5t.ven%20bi%E1%BB%83n%2F1/download?f=csv")).Header("Content-Disposition");
        Assert.Contains("filename*=UTF-8''%C4%91%E1%BA%A5t_ven_bi%E1%BB%83n_1.csv", disposition, StringComparison.Ordinal);
        Assert.All(disposition, c => Assert.InRange(c, ' ', '~'));
    }

    [Fact]
    public async Task A_download_is_the_whole_layer_however_large_and_takes_conditions_but_no_pages()
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(25_000)));
        var lines = (await server.GetAsync("collections/many/download?f=csv")).Text.Split("\r\n");
        Assert.Equal(25_002, lines.Length);
        Assert.Equal("37499,điểm 24999,6249.75,106.499,9.223999999999998", lines[^2]);
        Assert.Equal(4, (await server.GetAsync("collections/many/download?f=csv&filter=value%3C0.5+OR+value%3E6249.25&sortby=-value")).Text.Split("\r\n").Count(l => l.Contains("điểm", StringComparison.Ordinal)));
        Assert.Equal(25_000, (await server.GetJsonAsync("collections/many/download")).GetProperty("features").GetArrayLength());
        foreach (var parameter in new[] { "limit=5", "offset=1", "cursor=x", "resultType=hits" })
            Assert.Equal(HttpStatusCode.BadRequest, (await server.GetAsync($"collections/many/download?f=csv&{parameter}")).Status);
    }

    [Theory]
    [InlineData("csv", "-oo", "GEOM_POSSIBLE_NAMES=wkt", "-oo", "KEEP_GEOM_COLUMNS=NO", "-oo", "AUTODETECT_TYPE=YES", "-oo", "EMPTY_STRING_AS_NULL=YES")]
    [InlineData("geojsonseq")]
    [InlineData("gpkg")]
    [InlineData("fgb")]
    [InlineData("jsonfg")]
    public async Task GDAL_reads_from_every_form_what_the_GeoJSON_holds(string form, params string[] options)
    {
        foreach (var (id, store) in new[] { ("odd", new MemoryStore().With(OddLayer.Definition, OddLayer.Rows)), ("heights", new MemoryStore().With(OddLayer.Heights, OddLayer.HeightRows)) })
        {
            await using var server = await RunningServer.StartAsync(store);
            var expected = (await server.GetJsonAsync($"collections/{id}/items?limit=100")).GetProperty("features").EnumerateArray().ToList();
            // A GeoPackage holds a table about its layer too; an index changes the order.
            var actual = await ReadByGdalAsync(server, $"collections/{id}/download?f={form}", form, form == "gpkg" ? [id] : options);
            if (form == "fgb")
                actual = [.. actual.OrderBy(f => f.GetProperty("properties").GetProperty("id").GetInt64())];
            Assert.Equal(expected.Select(f => GdalFeature.Shape(f.GetProperty("geometry"))), actual.Select(f => GdalFeature.Shape(f.GetProperty("geometry"))));
            foreach (var name in expected[0].GetProperty("properties").EnumerateObject().Select(p => p.Name))
                Assert.Equal(expected.Select(f => GdalFeature.Plain(f, name)), actual.Select(f => GdalFeature.Plain(f, name)));
        }
    }

    [Theory]
    [InlineData("gpkg")]
    [InlineData("fgb")]
    public async Task A_file_knows_its_system_and_its_coordinates_are_in_it(string form)
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store());
        using var folder = new TemporaryFolder();
        var file = await SaveAsync(server, folder, $"collections/places/download?f={form}&crs=http://www.opengis.net/def/crs/EPSG/0/9209&filter=people=137305", form);
        var (code, info) = Requirement.Run("ogrinfo", "-al", "-ro", file);
        Assert.Equal(0, code);
        Assert.Contains("VN-2000 / TM-3 105-30", info, StringComparison.Ordinal);
        Assert.Matches(@"POINT \(551819\.6\d* 1061930\.4\d*\)", info);
        Assert.DoesNotContain("Warning", info, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gpkg")]
    [InlineData("fgb")]
    public async Task A_layer_without_features_keeps_its_columns_and_its_kind_of_geometry(string form)
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Places));
        using var folder = new TemporaryFolder();
        var file = await SaveAsync(server, folder, $"collections/places/download?f={form}", form);
        var (code, info) = Requirement.Run("ogrinfo", "-so", "-ro", file, form == "gpkg" ? "places" : "-al");
        Assert.Equal(0, code);
        foreach (var line in new[] { "Geometry: Point", "Feature Count: 0", "people: Integer64", "height: Real", "coastal: Integer(Boolean)", "seen: DateTime" })
            Assert.Contains(line, info, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_of_a_FlatGeobuf_finds_what_lies_in_a_box_and_nothing_is_lost_in_it()
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(5_003)));
        using var folder = new TemporaryFolder();
        var file = await SaveAsync(server, folder, "collections/many/download?f=fgb", "fgb");
        var (_, all) = Requirement.Run("ogrinfo", "-so", "-al", "-ro", file);
        Assert.Contains("Feature Count: 5003", all, StringComparison.Ordinal);
        Assert.Contains("Extent: (105.500000, 9.200000) - (106.499000, 9.205000)", all, StringComparison.Ordinal);
        // A hundred columns by three rows of the lattice.
        var (_, some) = Requirement.Run("ogrinfo", "-so", "-al", "-ro", "-spat", "105.5995", "9.2005", "105.6995", "9.2035", file);
        Assert.Contains("Feature Count: 300", some, StringComparison.Ordinal);
        Assert.DoesNotContain("ERROR", some, StringComparison.Ordinal);
        // All but a column at either end: what the index loses anywhere is missed.
        foreach (var (west, east, count) in new[] { ("105.4995", "106.4985", 4_998), ("105.5005", "106.4995", 4_997) })
        {
            var (_, most) = Requirement.Run("ogrinfo", "-so", "-al", "-ro", "-spat", west, "9", east, "10", file);
            Assert.Contains($"Feature Count: {count}", most, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_GeoPackage_is_one_file_without_a_journal_and_names_its_columns()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store());
        var bytes = (await server.GetAsync("collections/places/download?f=gpkg")).Body;
        Assert.Equal("SQLite format 3\0", System.Text.Encoding.ASCII.GetString(bytes, 0, 16));
        // File format versions of the SQLite header: 1 is a rollback journal, 2 would be a write-ahead log.
        Assert.Equal([1, 1], bytes.Skip(18).Take(2));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_store_that_breaks_gives_no_answer_that_looks_whole(string form)
    {
        var store = new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(50_000));
        await using var server = await RunningServer.StartAsync(store);
        store.BreaksAfter = 0;
        Assert.Equal(HttpStatusCode.InternalServerError, (await server.GetAsync($"collections/many/download?f={form}")).Status);
        store.BreaksAfter = 45_000;
        try
        {
            Assert.Equal(HttpStatusCode.InternalServerError, (await server.GetAsync($"collections/many/download?f={form}")).Status);
        }
        catch (HttpRequestException)
        {
            // Sent while it is read: the connection is broken.
        }
        Assert.Equal(0, store.OpenReads);
    }

    [Theory]
    [InlineData("gpkg")]
    [InlineData("fgb")]
    [InlineData("csv")]
    public async Task When_the_client_goes_away_nothing_stays_behind(string form)
    {
        var before = Scratch().ToHashSet(StringComparer.Ordinal);
        var gate = new GatedStore(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(2_000)));
        await using var server = await RunningServer.StartAsync(gate);
        using (var client = new CancellationTokenSource())
        {
            var answer = server.Client.GetAsync(new Uri(server.Address, $"collections/many/download?f={form}"), client.Token);
            await UntilAsync(() => gate.Waiting == 1);
            await client.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        }
        await UntilAsync(() => gate.Waiting == 0);
        // Other tests make and remove such folders too; only what never goes has been left behind.
        await UntilAsync(() => Scratch().All(before.Contains));
    }

    [Fact]
    public async Task More_downloads_than_the_server_holds_are_503_and_pages_go_on()
    {
        var gate = new GatedStore(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(2_000)));
        await using var server = await RunningServer.StartAsync(gate);
        var running = Enumerable.Range(0, 8).Select(_ => server.GetAsync("collections/many/download?f=csv")).ToList();
        await UntilAsync(() => gate.Waiting == 8);
        var refused = await server.GetAsync("collections/many/download?f=csv");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "10"), (refused.Status, refused.Header("Retry-After")));
        gate.Open();
        Assert.All(await Task.WhenAll(running), a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("collections/many/download?f=csv")).Status);
    }

    private static async Task<List<JsonElement>> ReadByGdalAsync(RunningServer server, string path, string form, string[] options)
    {
        using var folder = new TemporaryFolder();
        var file = await SaveAsync(server, folder, path, form);
        var copy = folder.File("copy.geojson");
        var (code, output) = Requirement.Run("ogr2ogr", ["-f", "GeoJSON", copy, file, .. options]);
        Assert.True(code == 0, output);
        return [.. JsonDocument.Parse(await File.ReadAllBytesAsync(copy, TestContext.Current.CancellationToken)).RootElement.GetProperty("features").EnumerateArray()];
    }

    private static async Task<string> SaveAsync(RunningServer server, TemporaryFolder folder, string path, string form)
    {
        var answer = await server.GetAsync(path);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        var file = folder.File($"layer.{form switch { "geojsonseq" => "geojsons", "jsonfg" => "json", _ => form }}");
        await File.WriteAllBytesAsync(file, answer.Body, TestContext.Current.CancellationToken);
        return file;
    }

    private static IEnumerable<string> Scratch() => Directory.EnumerateDirectories(Path.GetTempPath(), ScratchFolder.Prefix + "*");

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; !condition(); i++)
        {
            Assert.True(i < 3_000, "waited for a minute");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
