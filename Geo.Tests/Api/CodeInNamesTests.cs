using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Geo.Engine.Features;
using Geo.Engine.Stores.GeoPackage;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Api;

/// <summary>
/// Code where names are expected, in every place that takes one (robustness.md V1): what GeoServer, GeoTools and template engines ran is here an
/// unknown name. Two canaries watch: a file that the code would make and a port that it would call.
/// </summary>
public sealed class CodeInNamesTests
{
    private const string Items = "collections/places/items";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Over_a_GeoPackage_code_in_a_name_is_an_unknown_name()
    {
        using var folder = new TemporaryFolder();
        await using var store = new GeoPackageStore(folder.File("names.gpkg"));
        await WithstandAsync(store);
    }

    [Fact]
    public async Task Over_PostGIS_code_in_a_name_is_an_unknown_name()
    {
        await using var database = await PostGisDatabase.CreateAsync();
        await using var store = new PostGisStore(database.ConnectionString);
        await WithstandAsync(store);
    }

    private static async Task WithstandAsync(IFeatureStore store)
    {
        using var folder = new TemporaryFolder();
        var canary = folder.File("canary");
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        await using var server = await RunningServer.StartAsync(store, null, (_, cancellation) => store.ApplyAsync(
            new StoreChange { Layers = [new LayerContent(SampleLayers.Places, SampleLayers.Storable(SampleLayers.PlaceRows).ToAsyncEnumerable())] }, cancellation));
        foreach (var code in Codes(canary, ((IPEndPoint)port.LocalEndpoint).Port))
        {
            foreach (var question in Questions(Uri.EscapeDataString(code)))
            {
                var answer = await server.GetAsync(question);
                Assert.True(answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{question}: {answer.Status} {answer.Text}");
                Assert.Equal("application/problem+json", answer.MediaType);
            }
        }
        Assert.False(port.Pending());
        Assert.False(File.Exists(canary));
        Assert.Equal(7, (await server.GetJsonAsync(Items)).GetProperty("numberReturned").GetInt32());
    }

    /// <summary>Every place that takes a name, a list of names or an expression with one.</summary>
    private static IEnumerable<string> Questions(string code) =>
    [
        $"{Items}?sortby={code}", $"{Items}?sortby=-{code}", $"{Items}?sortby=name,{code}", $"{Items}?properties={code}", $"{Items}?exclude-properties=name,{code}",
        $"{Items}?{code}=1", $"{Items}?filter={code}", $"{Items}?filter={code}%3D1", $"{Items}?filter=%22{code.Replace("%22", "%22%22", StringComparison.Ordinal)}%22%3D1",
        $"{Items}?filter={Uri.EscapeDataString("""{"op":"=","args":[{"property":""")}{JsonText(code)}{Uri.EscapeDataString("""},1]}""")}&filter-lang=cql2-json",
        $"{Items}?filter={Uri.EscapeDataString("""{"op":""")}{JsonText(code)}{Uri.EscapeDataString(""","args":[{"property":"name"},1]}""")}&filter-lang=cql2-json",
        $"{Items}?filter-lang={code}&filter=people%3D1", $"{Items}?crs={code}", $"{Items}?bbox-crs={code}&bbox=1,2,3,4", $"{Items}?filter-crs={code}&filter=people%3D1",
        $"{Items}?cursor={code}", $"{Items}?f={code}", $"{Items}?lang={code}", $"{Items}?resultType={code}", $"{Items}?zoom-level={code}",
        $"collections/{code}", $"collections/{code}/items", $"{Items}/{code}", $"collections/places/tiles/{code}", $"collections/places/tiles/WebMercatorQuad/{code}/0/0",
        $"collections/{code}/download", $"collections/places/download?f={code}", $"collections/places/styles/{code}", $"styles/{code}", $"styles/{code}/legend",
        $"tiles/{code}", $"tiles?collections={code}", $"tiles/WebMercatorQuad/0/0/0?collections=places,{code}",
        $"tileMatrixSets/{code}", $"grids/{code}", $"scenarios/{code}", $"runs/{code}", $"processes/{code}", $"jobs/{code}", $"jobs/{code}/results/{code}",
    ];

    private static string JsonText(string escaped) => Uri.EscapeDataString(System.Text.Json.JsonSerializer.Serialize(Uri.UnescapeDataString(escaped)));

    // source: CVE-2024-36401, CVE-2022-24816, CVE-2023-25157, CVE-2026-76904, and the usual template languages.
    private static IEnumerable<string> Codes(string canary, int port)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/");
        return
        [
            $"exec(java.lang.Runtime.getRuntime(),'touch {canary}')", $"T(java.lang.Runtime).getRuntime().exec('touch {canary}')", $"System.Diagnostics.Process.Start(\"touch\",\"{canary}\")",
            $"$(touch {canary})", $"`touch {canary}`", $"|touch {canary}", $"{{{{7*7}}}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "@(7*7)", $"${{jndi:ldap://127.0.0.1:{port}/x}}",
            $"document('{address}')", $"xp_cmdshell('curl {address}')", $"x\"; COPY (SELECT 1) TO PROGRAM 'touch {canary}'; --", $"x'; COPY (SELECT 1) TO '{canary}'; --",
            $"x\") UNION SELECT pg_read_file('/etc/passwd') --", $"load_extension('{canary}')", $"x\"; ATTACH DATABASE '{canary}' AS c; --", $"x; VACUUM INTO '{canary}'",
            $"writefile('{canary}','x')", $"x\" OR 1=1 --", "../../../../etc/passwd", $"/vsicurl/{address}", $"file://{canary}",
        ];
    }
}
