using System.Text.Json;

namespace Geo.Tests.Api;

/// <summary>The OpenAPI document as the OGC test suite, QGIS and GDAL read it.</summary>
public sealed class OpenApiTests(SampleService service) : IClassFixture<SampleService>
{
    private async Task<JsonElement> DocumentAsync() => await service.Server.GetJsonAsync("api");

    [Fact]
    public async Task It_is_OpenAPI_3_0_with_title_version_and_server()
    {
        var document = await DocumentAsync();
        Assert.Equal("3.0.3", document.GetProperty("openapi").GetString());
        Assert.NotEqual("", document.GetProperty("info").GetProperty("title").GetString());
        Assert.NotEqual("", document.GetProperty("info").GetProperty("version").GetString());
        Assert.Equal(service.Server.Address.ToString().TrimEnd('/'), document.GetProperty("servers")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task Each_collection_has_paths_of_its_own()
    {
        var paths = (await DocumentAsync()).GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        foreach (var id in new[] { "places", "empty", Uri.EscapeDataString("đất.ven biển/1") })
            Assert.All(new[] { "", "/schema", "/queryables", "/sortables", "/items", "/items/{featureId}" }, end => Assert.Contains($"/collections/{id}{end}", paths));
        Assert.DoesNotContain(paths, p => p.Contains("{collectionId}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_path_the_server_offers_is_described_and_none_else()
    {
        var offered = service.Server.Routes().Where(r => r is not ("/pages.css" or "/metrics")).Select(r => r.Replace("{collectionId}", "places", StringComparison.Ordinal));
        var described = (await DocumentAsync()).GetProperty("paths").EnumerateObject().Select(p => p.Name)
            .Where(p => !p.StartsWith("/collections/", StringComparison.Ordinal) || p.StartsWith("/collections/places", StringComparison.Ordinal));
        Assert.Equal(offered.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_parameter_limit_stands_under_its_own_name_with_minimum_maximum_and_default()
    {
        var limit = (await DocumentAsync()).GetProperty("components").GetProperty("parameters").GetProperty("limit");
        Assert.Equal("""{"name":"limit","in":"query","required":false,"description":"Most features on a page; more than the maximum counts as the maximum","schema":{"type":"integer","minimum":1,"maximum":10000,"default":100},"style":"form","explode":false}""", limit.GetRawText());
    }

    [Theory]
    [InlineData("bbox", """{"type":"array","minItems":4,"maxItems":6,"items":{"type":"number"}}""")]
    [InlineData("datetime", """{"type":"string"}""")]
    public async Task The_parameters_of_the_standard_are_written_as_it_asks(string name, string schema)
    {
        var parameter = (await DocumentAsync()).GetProperty("components").GetProperty("parameters").GetProperty(name);
        Assert.Equal(schema, parameter.GetProperty("schema").GetRawText());
        Assert.Equal(("query", false, "form", false), (parameter.GetProperty("in").GetString(), parameter.GetProperty("required").GetBoolean(), parameter.GetProperty("style").GetString(), parameter.GetProperty("explode").GetBoolean()));
    }

    [Fact]
    public async Task The_items_of_a_collection_take_the_common_parameters_by_reference_and_its_properties_by_name()
    {
        var parameters = (await DocumentAsync()).GetProperty("paths").GetProperty("/collections/places/items").GetProperty("get").GetProperty("parameters").EnumerateArray().ToList();
        Assert.Equal(["limit", "offset", "cursor", "bbox", "bbox-crs", "crs", "datetime", "filter", "filter-lang", "filter-crs", "q", "sortby", "resultType", "properties", "exclude-properties", "skip-geometry", "zoom-level", "bom", "f-items", "lang"], parameters.Take(20).Select(p => p.GetProperty("$ref").GetString()!.Split('/')[^1]));
        Assert.Equal(["name", "people", "height", "coastal", "since", "seen"], parameters.Skip(20).Select(p => p.GetProperty("name").GetString()));
        Assert.All(parameters.Skip(20), p => Assert.Equal(("query", "form", false), (p.GetProperty("in").GetString(), p.GetProperty("style").GetString(), p.GetProperty("explode").GetBoolean())));
    }

    [Fact]
    public async Task Every_operation_has_an_id_of_its_own_and_lists_the_errors_it_can_send()
    {
        var operations = (await DocumentAsync()).GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (Path: p.Name, Operation: o.Value))).ToList();
        Assert.Equal(operations.Count, operations.Select(o => o.Operation.GetProperty("operationId").GetString()).Distinct().Count());
        foreach (var (path, operation) in operations)
        {
            var codes = operation.GetProperty("responses").EnumerateObject().Select(r => r.Name).ToList();
            Assert.All(new[] { "400", "406", "500" }, code => Assert.Contains(code, codes));
            if (path.Contains('{', StringComparison.Ordinal) || path.StartsWith("/collections/", StringComparison.Ordinal))
                Assert.Contains("404", codes);
        }
    }

    [Fact]
    public async Task Every_format_that_is_described_can_be_had()
    {
        var document = await DocumentAsync();
        var key = await service.Server.MakeKeyAsync(Geo.Engine.Access.Role.Planner);
        var tried = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(p => p.Value.TryGetProperty("get", out _) && !p.Name.Contains("{grid", StringComparison.Ordinal) && !p.Name.Contains("{scenario", StringComparison.Ordinal) && !p.Name.Contains("{process", StringComparison.Ordinal) && !p.Name.Contains("{job", StringComparison.Ordinal) && !p.Name.StartsWith("/styles/", StringComparison.Ordinal) && !p.Name.Contains("empty/items/", StringComparison.Ordinal)))
        {
            var parameters = path.Value.GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.TryGetProperty("$ref", out var r) ? r.GetString()!.Split('/').Skip(1).Aggregate(document, (at, step) => at.GetProperty(step)) : p);
            foreach (var form in parameters.Where(p => p.GetProperty("name").GetString() == "f").SelectMany(p => p.GetProperty("schema").GetProperty("enum").EnumerateArray()))
            {
                var answer = await service.Server.GetAsync($"{path.Name.TrimStart('/').Replace("{featureId}", "1", StringComparison.Ordinal).Replace("{tileMatrixSetId}", "WebMercatorQuad", StringComparison.Ordinal).Replace("{styleId}", "default", StringComparison.Ordinal)}?f={form.GetString()}", null, ("X-Api-Key", key));
                Assert.True(answer.Status == System.Net.HttpStatusCode.OK, $"{path.Name} {form}: {answer.Status}");
                tried++;
            }
        }
        Assert.True(tried > 25, $"only {tried}");
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = await DocumentAsync();
        foreach (var reference in References(document))
        {
            var target = reference.Split('/').Skip(1).Aggregate(document, (at, step) => at.GetProperty(step));
            Assert.Equal(JsonValueKind.Object, target.ValueKind);
        }
    }

    [Fact]
    public async Task Every_parameter_of_a_path_is_described_as_required()
    {
        var document = await DocumentAsync();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            var named = path.Name.Split('{').Skip(1).Select(p => p.Split('}')[0]).Order(StringComparer.Ordinal);
            foreach (var operation in path.Value.EnumerateObject())
            {
                var described = operation.Value.GetProperty("parameters").EnumerateArray()
                    .Select(p => p.TryGetProperty("$ref", out var r) ? r.GetString()!.Split('/').Skip(1).Aggregate(document, (at, step) => at.GetProperty(step)) : p)
                    .Where(p => p.GetProperty("in").GetString() == "path" && p.GetProperty("required").GetBoolean())
                    .Select(p => p.GetProperty("name").GetString()!);
                Assert.Equal(named, described.Order(StringComparer.Ordinal));
            }
        }
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => m.Name == "$ref" ? [m.Value.GetString()!] : References(m.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
