using System.Net;
using System.Text;
using System.Text.Json;
using Geo.Api;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Tests.Api;

/// <content>What is refused: with its place, in both languages, and nothing is stored.</content>
public abstract partial class EditingTests
{
    public static TheoryData<string, int, string> Faults => new()
    {
        { "", 400, "" },
        { "not JSON", 400, "" },
        { """{"type":"Feature","geometry":null,"properties":{}}}""", 400, "" },
        { """{"type":"Feature","geometry":null,"properties":{}""", 400, "" },
        { "[1]", 400, "" },
        { "null", 400, "" },
        { """{"type":"Point","coordinates":[106,9]}""", 400, "/type" },
        { """{"geometry":null,"properties":{}}""", 400, "/type" },
        { """{"type":"Feature","properties":{}}""", 400, "/geometry" },
        { """{"type":"Feature","geometry":null}""", 400, "/properties" },
        { """{"type":"Feature","geometry":null,"properties":[]}""", 400, "/properties" },
        { """{"type":"Feature","geometry":null,"properties":{"unknown":1}}""", 400, "/properties/unknown" },
        { """{"type":"Feature","geometry":null,"properties":{"a/b~":1}}""", 400, "/properties/a~1b~0" },
        { """{"type":"Feature","geometry":null,"properties":{"id":1}}""", 400, "/properties/id" },
        { """{"type":"Feature","geometry":null,"properties":{"people":1.5}}""", 400, "/properties/people" },
        { """{"type":"Feature","geometry":null,"properties":{"people":"5"}}""", 400, "/properties/people" },
        { """{"type":"Feature","geometry":null,"properties":{"people":9223372036854775808}}""", 400, "/properties/people" },
        { """{"type":"Feature","geometry":null,"properties":{"height":1e999}}""", 400, "/properties/height" },
        { """{"type":"Feature","geometry":null,"properties":{"name":5}}""", 400, "/properties/name" },
        { """{"type":"Feature","geometry":null,"properties":{"name":"a","name":"b"}}""", 400, "/properties/name" },
        { """{"type":"Feature","geometry":null,"properties":{"name":"\u0000"}}""", 400, "/properties/name" },
        { """{"type":"Feature","geometry":null,"properties":{"name":"\ud800"}}""", 400, "/properties/name" },
        { """{"type":"Feature","geometry":null,"properties":{"coastal":"true"}}""", 400, "/properties/coastal" },
        { """{"type":"Feature","geometry":null,"properties":{"since":"2025-02-30"}}""", 400, "/properties/since" },
        { """{"type":"Feature","geometry":null,"properties":{"seen":"2025-07-01T00:00:00"}}""", 400, "/properties/seen" },
        { """{"type":"Feature","geometry":{"type":"Point","coordinates":[1e999,9]},"properties":{}}""", 400, "/geometry/coordinates/0" },
        { """{"type":"Feature","geometry":{"type":"Point","coordinates":[106]},"properties":{}}""", 400, "/geometry/coordinates" },
        { """{"type":"Feature","geometry":{"type":"Point","coordinates":["106",9]},"properties":{}}""", 400, "/geometry/coordinates/0" },
        { """{"type":"Feature","geometry":{"type":"Circle","coordinates":[106,9]},"properties":{}}""", 400, "/geometry/type" },
        { """{"type":"Feature","geometry":{"type":"Point"},"properties":{}}""", 400, "/geometry/coordinates" },
        { """{"type":"Feature","geometry":{"type":"Point","coordinates":[106,9,1,5]},"properties":{}}""", 422, "/geometry" },
        { """{"type":"Feature","geometry":{"type":"LineString","coordinates":[[106,9],[107,9]]},"properties":{}}""", 422, "/geometry" },
        { """{"type":"Feature","geometry":{"type":"Point","coordinates":[9.6,105.97]},"properties":{}}""", 422, "/geometry" },
        { """{"type":"Feature","geometry":{"type":"Point","coordinates":[551819,1061930]},"properties":{}}""", 422, "/geometry" },
        { """{"type":"Feature","geometry":{"type":"Point","coordinates":[-200,0]},"properties":{}}""", 422, "/geometry" },
        { """{"type":"FeatureCollection","features":[]}""", 400, "/features" },
        { """{"type":"FeatureCollection"}""", 400, "/features" },
        { """{"type":"FeatureCollection","features":[5]}""", 400, "/features/0" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_no_feature_of_the_layer_is_refused_with_its_place_in_both_languages_and_nothing_is_stored(string body, int status, string pointer)
    {
        var items = await ItemsAsync();
        var before = (await Server.GetAsync(items)).Header("ETag");
        foreach (var language in (string[])["vi", "en"])
        {
            var answer = await PostAsync($"{items}?lang={language}", body);
            Assert.True((int)answer.Status == status, answer.Text);
            Assert.Equal(pointer, answer.Json.GetProperty("pointer").GetString());
            Assert.False(string.IsNullOrWhiteSpace(answer.Json.GetProperty("detail").GetString()));
        }
        Assert.Equal(before, (await Server.GetAsync(items)).Header("ETag"));
    }

    [Theory]
    [InlineData("""{"name":"x"}""", 400, "/name")]
    [InlineData("""{"properties":null}""", 400, "/properties")]
    [InlineData("""{"properties":{"unknown":null}}""", 400, "/properties/unknown")]
    [InlineData("""{"properties":{"people":"x"}}""", 400, "/properties/people")]
    [InlineData("""{"type":"Point"}""", 400, "/type")]
    [InlineData("""{"id":2}""", 400, "/id")]
    [InlineData("""{"geometry":{"type":"Point","coordinates":[9.6,105.97]}}""", 422, "/geometry")]
    [InlineData("""{"geometry":null,"geometry":null}""", 400, "/geometry")]
    [InlineData("[]", 400, "")]
    public async Task A_patch_that_does_not_fit_is_refused_with_its_place(string patch, int status, string pointer)
    {
        var items = await ItemsAsync();
        var answer = await SendAsync(HttpMethod.Patch, $"{items}/1", MergePatch, patch);
        Assert.True((int)answer.Status == status, answer.Text);
        Assert.Equal(pointer, answer.Json.GetProperty("pointer").GetString());
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[105,9],[106,10],[106,9],[105,10],[105,9]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[105,9],[106,9],[106,10]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[105,9],[106,9],[105,9]]]}""")]
    [InlineData("""{"type":"LineString","coordinates":[[105,9]]}""")]
    public async Task A_geometry_that_is_not_whole_or_not_valid_is_refused_not_mended(string geometry)
    {
        var items = $"collections/{Uri.EscapeDataString(await service.NewLayerAsync(SampleLayers.Hard with { Properties = [] }))}/items";
        var answer = await PostAsync(items, $$$"""{"type":"Feature","geometry":{{{geometry}}},"properties":{}}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("/geometry", answer.Json.GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task Nesting_of_any_depth_is_refused_and_the_server_goes_on()
    {
        var items = $"collections/{Uri.EscapeDataString(await service.NewLayerAsync(SampleLayers.Hard with { Properties = [] }))}/items";
        static string Nested(int depth)
        {
            var open = string.Concat(Enumerable.Repeat("""{"type":"GeometryCollection","geometries":[""", depth));
            var close = string.Concat(Enumerable.Repeat("]}", depth));
            return """{"type":"Feature","geometry":""" + open + """{"type":"Point","coordinates":[1,2]}""" + close + ""","properties":{}}""";
        }
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(items, Nested(31))).Status);
        foreach (var depth in (int[])[32, 33, 100, 10_000, 100_000])
            Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(items, Nested(depth))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(items, new string('[', 1_000_000))).Status);
        Assert.Equal(1, (await Server.GetJsonAsync($"{items}?resultType=hits")).GetProperty("numberMatched").GetInt32());
    }
}
