using System.Net;
using System.Text.Json;
using Geo.Engine.Features;

namespace Geo.Tests.Api;

/// <summary>
/// The schemas of a collection: OGC API - Common Part 3 and Features Part 3, queryables (service.md 4.3, lines queryables/get-*, common-3
/// schemas, advanced-property-roles, sorting/get-*).
/// </summary>
public sealed class SchemaTests(SampleService service) : IClassFixture<SampleService>
{
    private const string Rel = "http://www.opengis.net/def/rel/ogc/1.0/";
    private const string Hard = "collections/%C4%91%E1%BA%A5t.ven%20bi%E1%BB%83n%2F1";

    private static readonly string[] Keywords = ["$schema", "$id", "$ref", "type", "format", "title", "description", "properties", "readOnly", "additionalProperties"];

    private RunningServer Server => service.Server;

    public static TheoryData<string, string> All => new(
        from collection in new[] { "collections/places", "collections/empty", Hard }
        from name in new[] { "schema", "queryables", "sortables" }
        select (collection, name));

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_schema_is_found_by_the_links_of_its_collection_and_of_its_items(string collection, string name)
    {
        var address = $"{Server.Address}{collection}/{name}";
        Assert.Equal(address, Links.Find(await Server.GetJsonAsync(collection), Rel + name));
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            Assert.Contains($"<{address}>; rel=\"{Rel}{name}\"; type=\"application/schema+json\"", (await Server.SendAsync(method, collection + "/items", "application/json")).Header("Link"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_schema_is_one_of_2020_12_under_its_own_address(string collection, string name)
    {
        var answer = await Server.GetAsync($"{collection}/{name}?lang=en", "application/schema+json");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/schema+json", answer.MediaType);
        var schema = answer.Json;
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.GetProperty("$schema").GetString());
        Assert.Equal("object", schema.GetProperty("type").GetString());
        Assert.Equal($"{Server.Address}{collection}/{name}", schema.GetProperty("$id").GetString());
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal("application/schema+json", (await Server.GetAsync(schema.GetProperty("$id").GetString()!, "application/schema+json")).MediaType);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_property_has_a_plain_type_or_the_format_of_a_geometry_and_known_keywords_only(string collection, string name)
    {
        var schema = await Server.GetJsonAsync($"{collection}/{name}");
        var properties = schema.GetProperty("properties").EnumerateObject().ToList();
        Assert.Equal(properties.Count, properties.Select(p => p.Name).Distinct().Count());
        foreach (var property in properties.Select(p => p.Value))
        {
            var isGeometry = property.TryGetProperty("format", out var format) && format.GetString()!.StartsWith("geometry-", StringComparison.Ordinal);
            Assert.NotEqual(isGeometry, property.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String);
            Assert.Equal(isGeometry && name == "queryables", property.TryGetProperty("$ref", out _));
            Assert.True(!property.TryGetProperty("x-ogc-unit", out _) || type.GetString() is "number" or "integer");
        }
        Assert.All(schema.EnumerateObject().Concat(properties.SelectMany(p => p.Value.EnumerateObject())), k => Assert.True(Keywords.Contains(k.Name) || k.Name.StartsWith("x-ogc-", StringComparison.Ordinal), k.Name));
        var order = properties.Select(p => p.Value.GetProperty("x-ogc-propertySeq").GetInt32()).ToList();
        Assert.Equal(order.Order().Distinct(), order);
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("queryables")]
    public async Task One_property_is_the_identifier_one_the_geometry(string name)
    {
        foreach (var collection in new[] { "collections/places", "collections/empty", Hard })
        {
            var roles = (await Server.GetJsonAsync($"{collection}/{name}")).GetProperty("properties").EnumerateObject()
                .Where(p => p.Value.TryGetProperty("x-ogc-role", out _)).ToDictionary(p => p.Value.GetProperty("x-ogc-role").GetString()!, p => p.Name);
            Assert.Equal(("id", "geometry"), (roles["id"], roles["primary-geometry"]));
        }
    }

    [Fact]
    public async Task The_schema_gives_types_titles_units_order_and_roles()
    {
        var properties = (await Server.GetJsonAsync("collections/places/schema?lang=en")).GetProperty("properties");
        Assert.Equal(["id", "geometry", "name", "people", "height", "coastal", "since", "seen"], properties.EnumerateObject().Select(p => p.Name));
        Assert.Equal("""{"type":"integer","readOnly":true,"title":"Identifier","x-ogc-role":"id","x-ogc-propertySeq":0}""", properties.GetProperty("id").GetRawText());
        Assert.Equal("""{"format":"geometry-point","title":"Geometry","x-ogc-role":"primary-geometry","x-ogc-propertySeq":1}""", properties.GetProperty("geometry").GetRawText());
        Assert.Equal("""{"type":"number","title":"Height","x-ogc-unit":"m","x-ogc-propertySeq":4}""", properties.GetProperty("height").GetRawText());
        Assert.Equal("""{"type":"boolean","x-ogc-propertySeq":5}""", properties.GetProperty("coastal").GetRawText());
        Assert.Equal("""{"type":"string","format":"date","title":"Since","x-ogc-role":"primary-instant","x-ogc-propertySeq":6}""", properties.GetProperty("since").GetRawText());
        Assert.Equal("""{"type":"string","format":"date-time","x-ogc-propertySeq":7}""", properties.GetProperty("seen").GetRawText());
    }

    [Theory]
    [InlineData("vi", "Lớp places", "Lớp dùng để thử.", "Dân số")]
    [InlineData("en", "Layer places", "A layer for tests.", "Population")]
    public async Task Titles_come_in_the_language_asked_for(string language, string title, string description, string column)
    {
        var schema = (await Server.GetAsync("collections/places/schema", "application/schema+json", ("Accept-Language", language))).Json;
        Assert.Equal(title, schema.GetProperty("title").GetString());
        Assert.Equal(description, schema.GetProperty("description").GetString());
        Assert.Equal(column, schema.GetProperty("properties").GetProperty("people").GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("collections/places/queryables", "geometry-point", "https://geojson.org/schema/Point.json")]
    [InlineData("collections/empty/queryables", "geometry-linestring", "https://geojson.org/schema/LineString.json")]
    [InlineData(Hard + "/queryables", "geometry-any", "https://geojson.org/schema/Geometry.json")]
    public async Task The_geometry_among_the_queryables_has_the_reference_by_which_QGIS_knows_it(string path, string format, string reference)
    {
        var geometry = (await Server.GetJsonAsync(path)).GetProperty("properties").GetProperty("geometry");
        Assert.Equal((format, reference), (geometry.GetProperty("format").GetString(), geometry.GetProperty("$ref").GetString()));
    }

    [Fact]
    public async Task Sortables_are_the_columns_alone() =>
        Assert.Equal(["name", "people", "height", "coastal", "since", "seen"], (await Server.GetJsonAsync("collections/places/sortables")).GetProperty("properties").EnumerateObject().Select(p => p.Name));

    [Theory]
    [InlineData(PropertyType.Date, "primary-interval-start", "primary-interval-end")]
    [InlineData(PropertyType.DateTime, null, null)]
    public async Task A_period_has_the_roles_of_start_and_end_where_both_are_of_one_granularity(PropertyType end, string? startRole, string? endRole)
    {
        var layer = SampleLayers.Places with { Properties = [new("since", PropertyType.Date), new("until", end)], TimeEndProperty = "until" };
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(layer));
        var properties = (await server.GetJsonAsync("collections/places/schema")).GetProperty("properties");
        Assert.Equal((startRole, endRole), (RoleOf(properties, "since"), RoleOf(properties, "until")));
    }

    [Fact]
    public async Task A_layer_may_have_columns_of_our_own_names_and_texts_with_units()
    {
        var layer = SampleLayers.Places with
        {
            Properties = [new("id", PropertyType.Text), new("geometry", PropertyType.Integer), new("power", PropertyType.Number, null, "dBm"), new("note", PropertyType.Text, null, "m")],
            TimeStartProperty = null,
        };
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(layer));
        var schema = (await server.GetJsonAsync("collections/places/schema")).GetProperty("properties");
        Assert.Equal(["_id", "geom", "id", "geometry", "power", "note"], schema.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("id", "primary-geometry"), (RoleOf(schema, "_id"), RoleOf(schema, "geom")));
        Assert.Equal(["geom", "id", "geometry", "power", "note"], (await server.GetJsonAsync("collections/places/queryables")).GetProperty("properties").EnumerateObject().Select(p => p.Name));
        Assert.Equal(("http://qudt.org/vocab/unit/DeciB_M", "QUDT"), (schema.GetProperty("power").GetProperty("x-ogc-unit").GetString(), schema.GetProperty("power").GetProperty("x-ogc-unitLang").GetString()));
        Assert.False(schema.GetProperty("note").TryGetProperty("x-ogc-unit", out _));
    }

    [Fact]
    public async Task A_table_without_geometry_has_none_in_its_schemas()
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Places with { GeometryKind = GeometryKind.None }));
        foreach (var name in new[] { "schema", "queryables" })
            Assert.False((await server.GetJsonAsync($"collections/places/{name}")).GetProperty("properties").TryGetProperty("geometry", out _));
    }

    [Fact]
    public async Task Features_hold_what_the_schema_names_and_nothing_else()
    {
        var named = (await Server.GetJsonAsync("collections/places/schema")).GetProperty("properties");
        foreach (var feature in (await Server.GetJsonAsync("collections/places/items")).GetProperty("features").EnumerateArray())
        {
            foreach (var value in feature.GetProperty("properties").EnumerateObject().Where(v => v.Value.ValueKind != JsonValueKind.Null))
                Assert.Equal(named.GetProperty(value.Name).GetProperty("type").GetString(), value.Value.ValueKind switch
                {
                    JsonValueKind.String => "string",
                    JsonValueKind.True or JsonValueKind.False => "boolean",
                    _ => value.Name == "people" ? "integer" : "number",
                });
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_schema_has_a_page_for_people(string collection, string name)
    {
        var page = (await Server.GetAsync($"{collection}/{name}?f=html&lang=en")).Text;
        foreach (var property in (await Server.GetJsonAsync($"{collection}/{name}")).GetProperty("properties").EnumerateObject())
            Assert.Contains(WebUtility.HtmlEncode(property.Name).Replace("&#234;", "ê", StringComparison.Ordinal), page, StringComparison.Ordinal);
    }

    private static string? RoleOf(JsonElement properties, string name) => properties.GetProperty(name).TryGetProperty("x-ogc-role", out var role) ? role.GetString() : null;
}
