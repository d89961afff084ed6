using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Geo.Tests.Api;

/// <summary>
/// What QGIS from 3.32 on asks, request by request with its Accept headers, and what its provider reads of each answer (service.md 3.2;
/// src/providers/wfs/oapif). The QGIS of Debian 12 is older and runs in <see cref="Geo.Tests.EndToEnd.QgisClientTests"/>.
/// </summary>
public sealed partial class QgisReplayTests(SampleService service) : IClassFixture<SampleService>
{
    private const string OpenApi = "application/vnd.oai.openapi+json;version=3.0, application/openapi+json;version=3.0, application/json";
    private const string Schema = "application/schema+json";
    private const string GeoJson = "application/geo+json, application/json";
    private const string Json = "application/json";
    private const string Crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private const string LatitudeFirst = "http://www.opengis.net/def/crs/EPSG/0/4326";

    [Fact]
    public async Task Step_1_the_landing_page_names_definition_data_and_conformance_by_type()
    {
        var landing = await service.Server.GetJsonAsync("", Json);
        Assert.NotNull(Typed(landing, "service-desc", "application/vnd.oai.openapi+json;version=3.0"));
        Assert.NotNull(Typed(landing, "conformance", Json));
        // Without its query the address of the data is what {data}/{id} is built from.
        var data = new Uri(Typed(landing, "data", Json)!).GetLeftPart(UriPartial.Path);
        Assert.Equal("places", (await service.Server.GetJsonAsync($"{data}/places", Json)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Step_2_the_definition_gives_the_page_size_and_the_simple_filters()
    {
        var landing = await service.Server.GetJsonAsync("", Json);
        var definition = await service.Server.GetJsonAsync(Typed(landing, "service-desc", "application/vnd.oai.openapi+json;version=3.0")!, OpenApi);
        var limit = definition.GetProperty("components").GetProperty("parameters").GetProperty("limit").GetProperty("schema");
        Assert.Equal((100, 10_000), (limit.GetProperty("default").GetInt32(), limit.GetProperty("maximum").GetInt32()));
        var filters = definition.GetProperty("paths").GetProperty("/collections/places/items").GetProperty("get").GetProperty("parameters").EnumerateArray()
            .Select(p => p.TryGetProperty("$ref", out var reference) ? Resolve(definition, reference.GetString()!) : p).Where(IsSimpleFilter).Select(p => p.GetProperty("name").GetString()).ToList();
        Assert.Empty(new[] { "name", "people", "height", "coastal", "since", "seen" }.Except(filters));
    }

    [Fact]
    public async Task Steps_3_and_4_a_collection_has_extent_systems_and_a_link_to_its_items()
    {
        var listed = (await service.Server.GetJsonAsync("collections", Json)).GetProperty("collections").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "places");
        var alone = await service.Server.GetJsonAsync("collections/places", Json);
        foreach (var collection in new[] { listed, alone })
        {
            Assert.Equal(4, collection.GetProperty("extent").GetProperty("spatial").GetProperty("bbox")[0].GetArrayLength());
            Assert.Equal(Crs84, collection.GetProperty("storageCrs").GetString());
            Assert.NotNull(Typed(collection, "items", "application/geo+json"));
        }
        Assert.Contains(LatitudeFirst, alone.GetProperty("crs").EnumerateArray().Select(c => c.GetString()));
        Assert.NotNull(Typed(alone, "http://www.opengis.net/def/rel/ogc/1.0/schema", Schema));
    }

    [Fact]
    public async Task Step_5_all_classes_that_QGIS_looks_for_before_it_sends_a_filter_are_declared()
    {
        var classes = (await service.Server.GetJsonAsync("conformance", Json)).GetProperty("conformsTo").EnumerateArray().Select(c => c.GetString()).ToList();
        string[] wanted =
        [
            "ogcapi-features-2/1.0/conf/crs", "ogcapi-features-3/1.0/conf/filter", "ogcapi-features-3/1.0/conf/features-filter", "cql2/1.0/conf/cql2-text", "cql2/1.0/conf/basic-cql2",
            "cql2/1.0/conf/advanced-comparison-operators", "cql2/1.0/conf/case-insensitive-comparison", "cql2/1.0/conf/basic-spatial-operators", "cql2/1.0/conf/basic-spatial-functions",
            "ogcapi-features-5/1.0/conf/schemas",
        ];
        Assert.Empty(wanted.Select(c => $"http://www.opengis.net/spec/{c}").Except(classes));
    }

    [Fact]
    public async Task Step_6_queryables_have_plain_types_and_the_geometry_is_known_by_its_reference()
    {
        var properties = (await service.Server.GetJsonAsync("collections/places/queryables", Schema)).GetProperty("properties");
        Assert.StartsWith("https://geojson.org/schema/", properties.GetProperty("geometry").GetProperty("$ref").GetString(), StringComparison.Ordinal);
        Assert.False(properties.GetProperty("geometry").TryGetProperty("type", out _));
        Assert.Equal(("string", "date"), TypeOf(properties, "since"));
        Assert.Equal(("string", "date-time"), TypeOf(properties, "seen"));
        Assert.Equal(("integer", null), TypeOf(properties, "people"));
    }

    [Fact]
    public async Task Step_7_the_schema_gives_aliases_order_roles_and_a_geometry_without_type()
    {
        var properties = (await service.Server.GetJsonAsync("collections/places/schema?lang=vi", Schema)).GetProperty("properties").EnumerateObject().ToList();
        Assert.Equal("Dân số", properties.Single(p => p.Name == "people").Value.GetProperty("title").GetString());
        var order = properties.Where(p => p.Value.TryGetProperty("x-ogc-propertySeq", out _)).OrderBy(p => p.Value.GetProperty("x-ogc-propertySeq").GetInt32()).Select(p => p.Name);
        Assert.Equal(["name", "people", "height", "coastal", "since", "seen"], order.Where(n => n is not ("id" or "geometry")));
        var geometry = properties.Single(p => p.Value.TryGetProperty("x-ogc-role", out var role) && role.GetString() == "primary-geometry").Value;
        Assert.Equal("geometry-point", geometry.GetProperty("format").GetString());
        Assert.False(geometry.TryGetProperty("type", out _));
        Assert.Single(properties, p => p.Value.TryGetProperty("x-ogc-role", out var role) && role.GetString() == "id");
    }

    [Fact]
    public async Task Steps_8_and_9_a_sample_shows_the_types_and_one_feature_the_count()
    {
        var sample = await ItemsAsync("limit=10");
        Assert.Equal(7, sample.GetProperty("features").GetArrayLength());
        Assert.Matches(Rfc3339(), sample.GetProperty("features")[0].GetProperty("properties").GetProperty("seen").GetString());
        Assert.Equal(7, (await ItemsAsync("limit=1")).GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task Step_10_pages_in_the_system_asked_for_come_until_there_is_no_next()
    {
        // The box is in the order of axes of its system: latitude first.
        var (ids, query) = (new List<long>(), $"limit=2&bbox=9,105,10,107&bbox-crs={LatitudeFirst}&crs={LatitudeFirst}");
        for (string? next = $"collections/places/items?{query}"; next is not null;)
        {
            var answer = await service.Server.GetAsync(next, GeoJson);
            Assert.Equal($"<{LatitudeFirst}>", answer.Header("Content-Crs"));
            foreach (var feature in answer.Json.GetProperty("features").EnumerateArray())
            {
                ids.Add(feature.GetProperty("id").GetInt64());
                if (feature.GetProperty("geometry") is { ValueKind: JsonValueKind.Object } geometry)
                    Assert.InRange(geometry.GetProperty("coordinates")[0].GetDouble(), 9, 10);
            }
            next = Typed(answer.Json, "next", "application/geo+json");
        }
        Assert.Equal([1L, 2, 3, 4, 5, 7], ids);
    }

    // source: QgsOapifCql2TextExpressionCompiler (service.md 3.2): parentheses, doubled quotes, moments with milliseconds, quoted names.
    [Theory]
    [InlineData("""(("people" > 100000) AND (NOT ("coastal" = FALSE)))""", "2")]
    [InlineData("(people = ( - (5)))", "")]
    [InlineData("(height = ( - (0.5)))", "5")]
    [InlineData("(CASEI(name) LIKE CASEI('vĩnh%'))", "2")]
    [InlineData("(name LIKE '<script>alert(''x'')%')", "7")]
    [InlineData("(since >= DATE('2020-01-01')) AND (name IS NOT NULL)", "4,6,7")]
    [InlineData("(seen = TIMESTAMP('2024-05-01T03:04:05.000Z'))", "1")]
    [InlineData("(people IN (0,12)) AND (S_INTERSECTS(geometry,BBOX(105,9,107,10)))", "5")]
    [InlineData("(((people % 2) = 1) AND ((people ^ 2) < 200))", "6")]
    [InlineData("S_INTERSECTS(geometry,POINT(105.9739 9.6025))", "1")]
    [InlineData("(people IS NULL)", "3")]
    public async Task The_texts_that_QGIS_writes_are_understood(string filter, string ids)
    {
        var page = await ItemsAsync($"limit=1000&filter={Uri.EscapeDataString(filter)}&filter-lang=cql2-text");
        Assert.Equal(ids, string.Join(',', page.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetInt64())));
    }

    [Theory]
    [InlineData("datetime=0000-01-01T00:00:00Z/2009-12-31T00:00:00Z", "1,3,5")]
    [InlineData("datetime=2020-01-02T00:00:00Z/9999-12-31T00:00:00Z", "4,5,7")]
    [InlineData("name=V%C4%A9nh%20Ch%C3%A2u", "2")]
    public async Task Without_CQL2_open_ends_and_values_are_sent_by_Part_1(string query, string ids)
    {
        var page = await ItemsAsync($"limit=1000&{query}");
        Assert.Equal(ids, string.Join(',', page.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetInt64())));
    }

    [Fact]
    public async Task A_filter_in_another_system_is_sent_with_it()
    {
        var page = await ItemsAsync($"limit=1000&filter=S_INTERSECTS(geometry,BBOX(9.6,105.97,9.61,105.98))&filter-lang=cql2-text&filter-crs={LatitudeFirst}");
        Assert.Equal(1, Assert.Single(page.GetProperty("features").EnumerateArray()).GetProperty("id").GetInt32());
    }

    private async Task<JsonElement> ItemsAsync(string query)
    {
        var answer = await service.Server.GetAsync($"collections/places/items?{query}", GeoJson);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Assert.Equal("application/geo+json", answer.MediaType?.Split(';')[0]);
        return answer.Json;
    }

    private static string? Typed(JsonElement document, string relation, string type) => document.GetProperty("links").EnumerateArray()
        .Where(l => l.GetProperty("rel").GetString() == relation && l.GetProperty("type").GetString() == type).Select(l => l.GetProperty("href").GetString()).FirstOrDefault();

    private static JsonElement Resolve(JsonElement document, string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (element, name) => element.GetProperty(name));

    private static bool IsSimpleFilter(JsonElement parameter) =>
        parameter.GetProperty("in").GetString() == "query"
        && parameter.TryGetProperty("style", out var style) && style.GetString() == "form"
        && parameter.TryGetProperty("explode", out var explode) && !explode.GetBoolean();

    private static (string?, string?) TypeOf(JsonElement properties, string name)
    {
        var property = properties.GetProperty(name);
        return (property.GetProperty("type").GetString(), property.TryGetProperty("format", out var format) ? format.GetString() : null);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]
    private static partial Regex Rfc3339();
}
