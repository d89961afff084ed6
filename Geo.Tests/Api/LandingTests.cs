using System.Net;
using System.Text.Json;

namespace Geo.Tests.Api;

/// <summary>OGC API - Features Part 1: landing page, conformance, API definition (service.md 4.1).</summary>
public sealed class LandingTests(SampleService service) : IClassFixture<SampleService>
{
    private RunningServer Server => service.Server;

    [Fact]
    public async Task The_landing_page_links_to_definition_conformance_and_data()
    {
        var links = Links.Of(await Server.GetJsonAsync(""));
        Assert.Equal("application/vnd.oai.openapi+json;version=3.0", links.Single(l => l.Rel == "service-desc").Type);
        Assert.Equal("text/html", links.Single(l => l.Rel == "service-doc").Type);
        Assert.Equal("application/json", links.Single(l => l.Rel == "data").Type);
        Assert.Single(links, l => l.Rel == "conformance");
        Assert.Single(links, l => l.Rel == "self");
        Assert.All(links, l => Assert.True(l.Href.StartsWith(Server.Address.ToString(), StringComparison.Ordinal) && l.Type is not null));
    }

    [Theory]
    [InlineData("service-desc", "application/vnd.oai.openapi+json;version=3.0")]
    [InlineData("service-doc", "text/html")]
    public async Task The_api_definition_comes_with_the_type_its_link_promises(string rel, string type)
    {
        var link = Links.Of(await Server.GetJsonAsync("")).Single(l => l.Rel == rel);
        var answer = await Server.GetAsync(link.Href, type);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(type, answer.MediaType!.Split("; charset")[0]);
    }

    [Fact]
    public async Task The_api_definition_is_found_by_the_very_accept_header_of_QGIS() =>
        Assert.Equal("application/vnd.oai.openapi+json;version=3.0", (await Server.GetAsync("api", "application/vnd.oai.openapi+json;version=3.0, application/openapi+json;version=3.0, application/json")).MediaType);

    private static readonly string[] Cql2Classes =
    [
        "cql2-text", "cql2-json", "basic-cql2", "advanced-comparison-operators", "case-insensitive-comparison", "accent-insensitive-comparison",
        "basic-spatial-functions", "basic-spatial-functions-plus", "spatial-functions", "temporal-functions", "array-functions", "property-property",
        "functions", "arithmetic", "basic-spatial-operators",
    ];

    [Fact]
    public async Task Conformance_declares_the_classes_that_docs_conformance_shows_tests_for_and_nothing_else()
    {
        var declared = (await Server.GetJsonAsync("conformance")).GetProperty("conformsTo").EnumerateArray().Select(c => c.GetString());
        Assert.Equal(
            ["http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30", "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
             "http://www.opengis.net/spec/ogcapi-common-3/1.0/conf/schemas", "http://www.opengis.net/spec/ogcapi-common-3/1.0/conf/advanced-property-roles", "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas",
             .. new[] { "queryables", "queryables-query-parameters", "filter", "features-filter" }.Select(c => $"http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/{c}"),
             .. Cql2Classes.Select(c => $"http://www.opengis.net/spec/cql2/1.0/conf/{c}"),
             .. new[] { "core", "tileset", "tilesets-list", "dataset-tilesets", "geodata-tilesets", "collections-selection", "datetime", "oas30", "mvt" }.Select(c => $"http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/{c}"),
             .. new[] { "core", "ogc-process-description", "json", "html", "oas30", "job-list", "callback", "dismiss" }.Select(c => $"http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/{c}")],
            declared);
    }

    [Fact]
    public async Task Without_a_built_map_browsers_get_the_landing_page_which_says_so_in_both_languages()
    {
        Assert.Contains("Bản đồ chưa được dựng", (await Server.GetAsync("", "text/html")).Text, StringComparison.Ordinal);
        Assert.Contains("The map was not built", (await Server.GetAsync("?lang=en", "text/html")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_built_map_is_what_browsers_get_and_the_landing_page_stays_at_its_advertised_address()
    {
        var folder = Directory.CreateTempSubdirectory("map");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "index.html"), "<!doctype html><title>the map</title>", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(folder.FullName, "assets"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "assets", "map-1a2b.js"), "export {}", TestContext.Current.CancellationToken);
        await using var server = await RunningServer.StartAsync(SampleLayers.Store(), new Geo.Api.GeoOptions { WebRoot = folder.FullName });

        var map = await server.GetAsync("?theme=x", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        Assert.Equal("<!doctype html><title>the map</title>", map.Text);
        Assert.Contains("rel=\"service-desc\"", map.Header("Link"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, (await server.GetJsonAsync("", "application/json")).ValueKind);
        var alternate = Links.Of(await server.GetJsonAsync("")).Single(l => l.Rel == "alternate");
        Assert.Contains("<main>", (await server.GetAsync(alternate.Href)).Text, StringComparison.Ordinal);
        var script = await server.GetAsync("assets/map-1a2b.js");
        Assert.Equal("public, max-age=31536000, immutable", script.Header("Cache-Control"));
        Assert.Equal("nosniff", script.Header("X-Content-Type-Options"));
        folder.Delete(recursive: true);
    }
}
