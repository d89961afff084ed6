using System.Net;
using System.Text;
using System.Text.Json;
using Geo.Api;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Tests.Api;

/// <summary>Editing by the draft of OGC API - Features Part 4 (service.md 4.6), on each store; what QGIS 3.32 and later sends.</summary>
public abstract partial class EditingTests(EditedService service) : IAsyncLifetime
{
    private const string GeoJson = "application/geo+json";
    private const string MergePatch = "application/merge-patch+json";
    private const string NewPlace = """{"type":"Feature","geometry":{"type":"Point","coordinates":[106.05,9.55]},"properties":{"name":"Đại Ngãi","people":11000,"height":1.5,"coastal":false,"since":"2025-07-01","seen":"2025-07-01T07:00:00+07:00"}}""";

    private RunningServer Server => service.Server;

    public async ValueTask InitializeAsync() => await service.StartAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_new_feature_gets_an_address_and_is_there_as_it_was_sent()
    {
        var items = await ItemsAsync();
        var answer = await PostAsync(items, NewPlace);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.EndsWith("/items/8", answer.Header("Location"), StringComparison.Ordinal);
        Assert.Empty(answer.Body);
        var made = await Server.GetAsync(answer.Header("Location"), GeoJson);
        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.Equal(8, made.Json.GetProperty("id").GetInt32());
        Assert.Equal("[106.05,9.55]", made.Json.GetProperty("geometry").GetProperty("coordinates").GetRawText());
        Assert.Equal("""{"name":"Đại Ngãi","people":11000,"height":1.5,"coastal":false,"since":"2025-07-01","seen":"2025-07-01T00:00:00Z"}""", made.Json.GetProperty("properties").GetRawText());
        Assert.Equal(made.Header("ETag"), answer.Header("ETag"));
    }

    [Fact]
    public async Task After_every_write_list_count_tiles_tags_and_extent_show_it()
    {
        var items = await ItemsAsync();
        var collection = items[..items.LastIndexOf('/')];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        async Task<(long Count, string Extent)> LookAsync()
        {
            var list = await Server.GetAsync(items);
            Assert.True(seen.Add(list.Header("ETag")), "the list kept its tag");
            Assert.True(seen.Add((await Server.GetAsync($"{collection}/tiles/WebMercatorQuad/0/0/0")).Header("ETag")), "the tile kept its tag");
            Assert.Equal(HttpStatusCode.OK, (await Server.GetAsync(items, null, ("If-None-Match", string.Join(", ", seen.Except([list.Header("ETag")]))))).Status);
            var box = (await Server.GetJsonAsync(collection)).GetProperty("extent").GetProperty("spatial").GetProperty("bbox")[0].GetRawText();
            return (list.Json.GetProperty("numberMatched").GetInt64(), box);
        }
        var before = await LookAsync();
        var tile = (await Server.GetAsync($"{collection}/tiles/WebMercatorQuad/8/121/203")).Body;
        await PostAsync(items, NewPlace.Replace("106.05,9.55", "107.25,8.5", StringComparison.Ordinal));
        var created = await LookAsync();
        Assert.Equal((before.Count + 1, "[105.9739,-17,178.5,9.7]"), created);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Put, $"{items}/8", GeoJson, NewPlace.Replace("106.05,9.55", "105.5,9.95", StringComparison.Ordinal))).Status);
        Assert.Equal((before.Count + 1, "[105.5,-17,178.5,9.95]"), await LookAsync());
        Assert.Contains("Đại Ngãi", (await Server.GetAsync($"{items}?bbox=105.4,9.9,105.6,10")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Patch, $"{items}/8", MergePatch, """{"properties":{"name":"Kế Sách"}}""")).Status);
        await LookAsync();
        Assert.Contains("Kế Sách", (await Server.GetAsync($"{items}?name=K%E1%BA%BF%20S%C3%A1ch")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await Server.SendAsync(HttpMethod.Delete, $"{items}/8")).Status);
        Assert.Equal((before.Count, "[105.5,-17,178.5,9.95]"), await LookAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await Server.SendAsync(HttpMethod.Delete, $"{items}/1")).Status);
        Assert.NotEqual(tile, (await Server.GetAsync($"{collection}/tiles/WebMercatorQuad/8/121/203")).Body);
    }

    [Fact]
    public async Task A_feature_is_replaced_whole_and_unknown_ones_are_404()
    {
        var items = await ItemsAsync();
        var answer = await SendAsync(HttpMethod.Put, $"{items}/1", GeoJson, """{"type":"Feature","id":1,"geometry":null,"properties":{"name":"only this"}}""");
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        var now = await Server.GetAsync($"{items}/1");
        Assert.Equal("""{"name":"only this","people":null,"height":null,"coastal":null,"since":null,"seen":null}""", now.Json.GetProperty("properties").GetRawText());
        Assert.Equal(JsonValueKind.Null, now.Json.GetProperty("geometry").ValueKind);
        Assert.Equal(answer.Header("ETag"), now.Header("ETag"));
        foreach (var id in (string[])["99", "unknown_id", "0", "-1", "1.5"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Put, $"{items}/{id}", GeoJson, NewPlace)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Patch, $"{items}/{id}", MergePatch, "{}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await Server.SendAsync(HttpMethod.Delete, $"{items}/{id}")).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("collections/no-such/items", NewPlace)).Status);
    }

    [Fact]
    public async Task A_feature_that_was_removed_is_gone_and_its_id_is_not_given_again()
    {
        var items = await ItemsAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await Server.SendAsync(HttpMethod.Delete, $"{items}/7")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Server.SendAsync(HttpMethod.Delete, $"{items}/7")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Server.GetAsync($"{items}/7")).Status);
        Assert.EndsWith("/items/8", (await PostAsync(items, NewPlace)).Header("Location"), StringComparison.Ordinal);
    }

    // RFC 7396: what is named changes, null removes, all else stays; a geometry is a value here and is replaced whole.
    [Theory]
    [InlineData("""{"properties":{"people":5}}""", "[105.9739,9.6025]", """{"name":"Sóc Trăng","people":5,"height":2.5,"coastal":false,"since":"2007-02-08","seen":"2024-05-01T03:04:05Z"}""")]
    [InlineData("""{"properties":{"name":null,"seen":null}}""", "[105.9739,9.6025]", """{"name":null,"people":137305,"height":2.5,"coastal":false,"since":"2007-02-08","seen":null}""")]
    [InlineData("""{"geometry":{"type":"Point","coordinates":[106,9]}}""", "[106,9]", """{"name":"Sóc Trăng","people":137305,"height":2.5,"coastal":false,"since":"2007-02-08","seen":"2024-05-01T03:04:05Z"}""")]
    [InlineData("""{"geometry":null}""", null, """{"name":"Sóc Trăng","people":137305,"height":2.5,"coastal":false,"since":"2007-02-08","seen":"2024-05-01T03:04:05Z"}""")]
    [InlineData("""{"type":"Feature","id":1,"properties":{"height":-0.25},"geometry":{"coordinates":[1e2,-5],"type":"Point"}}""", "[100,-5]", """{"name":"Sóc Trăng","people":137305,"height":-0.25,"coastal":false,"since":"2007-02-08","seen":"2024-05-01T03:04:05Z"}""")]
    [InlineData("{}", "[105.9739,9.6025]", """{"name":"Sóc Trăng","people":137305,"height":2.5,"coastal":false,"since":"2007-02-08","seen":"2024-05-01T03:04:05Z"}""")]
    public async Task A_merge_patch_changes_what_it_names_and_nothing_else(string patch, string? coordinates, string properties)
    {
        var items = await ItemsAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Patch, $"{items}/1", MergePatch, patch)).Status);
        var now = await Server.GetJsonAsync($"{items}/1");
        Assert.Equal(properties, now.GetProperty("properties").GetRawText());
        Assert.Equal(coordinates, now.GetProperty("geometry").ValueKind == JsonValueKind.Null ? null : now.GetProperty("geometry").GetProperty("coordinates").GetRawText());
    }

    [Fact]
    public async Task A_collection_of_features_is_one_transaction()
    {
        var items = await ItemsAsync();
        var before = (await Server.GetJsonAsync(items)).GetProperty("numberMatched").GetInt64();
        var answer = await PostAsync(items, $$"""{"type":"FeatureCollection","features":[{{NewPlace}},{{NewPlace}},{{NewPlace}}]}""");
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.EndsWith("/items", answer.Header("Location"), StringComparison.Ordinal);
        Assert.Equal("[8,9,10]", answer.Json.GetProperty("ids").GetRawText());
        Assert.Equal(2, answer.Json.GetProperty("revision").GetInt64());
        var refused = await PostAsync(items, $$"""{"type":"FeatureCollection","features":[{{NewPlace}},{{NewPlace.Replace("11000", "\"many\"", StringComparison.Ordinal)}}]}""");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("/features/1/properties/people", refused.Json.GetProperty("pointer").GetString());
        Assert.Equal(before + 3, (await Server.GetJsonAsync(items)).GetProperty("numberMatched").GetInt64());
    }

    // The point by PROJ 9.1.1 with EPSG:6960 (service.md 7.2, row 1).
    [Theory]
    [InlineData("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "105.9739,9.6025")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4326", "9.6025,105.9739")]
    [InlineData("<http://www.opengis.net/def/crs/EPSG/0/4756>", "9.6035152,105.9721185")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/9209", "551819.67,1061930.47")]
    [InlineData("<http://www.opengis.net/def/crs/EPSG/0/3405>", "606671.31,1061727.23")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/3857", "11796960.585,1073984.958")]
    public async Task Coordinates_come_in_the_system_and_order_of_axes_that_Content_Crs_names(string crs, string position)
    {
        foreach (var system in (CoordinateSystem[])[CoordinateSystems.Crs84, CoordinateSystems.Vn2000Tm3Zone10530])
        {
            var items = $"collections/{Uri.EscapeDataString(await service.NewLayerAsync(SampleLayers.Places with { System = system }))}/items";
            var answer = await SendAsync(HttpMethod.Post, items, GeoJson, NewPlace.Replace("106.05,9.55", position, StringComparison.Ordinal), ("Content-Crs", crs));
            Assert.Equal(HttpStatusCode.Created, answer.Status);
            await IsAtAsync(items, answer.Header("Location"));
            Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Patch, $"{items}/1", MergePatch, $$$"""{"geometry":{"type":"Point","coordinates":[{{{position}}}]}}""", ("Content-Crs", crs))).Status);
            await IsAtAsync(items, answer.Header("Location"));
        }
    }

    private async Task IsAtAsync(string items, string location)
    {
        var coordinates = (await Server.GetJsonAsync(location)).GetProperty("geometry").GetProperty("coordinates");
        Assert.InRange(coordinates[0].GetDouble(), 105.9739 - 1e-7, 105.9739 + 1e-7);
        Assert.InRange(coordinates[1].GetDouble(), 9.6025 - 1e-7, 9.6025 + 1e-7);
        Assert.Equal(1, (await Server.GetJsonAsync($"{items}?bbox=105.97389,9.60249,105.97391,9.60251")).GetProperty("numberReturned").GetInt32());
    }

    [Fact]
    public async Task An_unknown_system_is_400_and_the_known_ones_are_named()
    {
        var answer = await SendAsync(HttpMethod.Post, await ItemsAsync(), GeoJson, NewPlace, ("Content-Crs", "http://www.opengis.net/def/crs/EPSG/0/9999"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Content-Crs", answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
        Assert.Contains("EPSG/0/9209", answer.Json.GetProperty("parameters")[0].GetProperty("allowed").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "text/plain", "Accept-Post", "application/geo+json")]
    [InlineData("POST", "application/merge-patch+json", "Accept-Post", "application/geo+json")]
    [InlineData("POST", "application/geo+json; charset=utf-16", "Accept-Post", "application/geo+json")]
    [InlineData("POST", "", "Accept-Post", "application/geo+json")]
    [InlineData("PUT", "application/xml", "Accept-Post", "application/geo+json")]
    [InlineData("PATCH", "application/geo+json", "Accept-Patch", "application/merge-patch+json")]
    public async Task A_body_of_another_type_is_415_and_the_right_one_is_named(string method, string type, string header, string right)
    {
        var items = await ItemsAsync();
        var answer = await SendAsync(HttpMethod.Parse(method), method == "POST" ? items : $"{items}/1", type, NewPlace);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
        Assert.Equal(right, answer.Header(header));
    }

    [Fact]
    public async Task The_type_may_name_UTF_8()
    {
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(HttpMethod.Post, await ItemsAsync(), "application/geo+json; charset=UTF-8", NewPlace)).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await SendAsync(HttpMethod.Post, await ItemsAsync(), GeoJson, NewPlace, ("Content-Encoding", "gzip"))).Status);
    }

    [Fact]
    public async Task A_body_larger_than_the_server_takes_is_413_in_words()
    {
        var answer = await SendAsync(HttpMethod.Post, await ItemsAsync(), GeoJson, NewPlace.Replace("Đại Ngãi", new string('x', 9 << 20), StringComparison.Ordinal), ("Expect", "100-continue"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("8 MiB", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heights_come_back_as_they_were_sent()
    {
        var items = await ItemsAsync();
        var answer = await PostAsync(items, NewPlace.Replace("106.05,9.55", "106.05,9.55,2.5", StringComparison.Ordinal));
        Assert.Equal("[106.05,9.55,2.5]", (await Server.GetJsonAsync(answer.Header("Location"))).GetProperty("geometry").GetProperty("coordinates").GetRawText());
    }

    private async Task<string> ItemsAsync() => $"collections/{Uri.EscapeDataString(await service.NewLayerAsync())}/items";

    private Task<RunningServer.Answer> PostAsync(string path, string body) => SendAsync(HttpMethod.Post, path, GeoJson, body);

    private Task<RunningServer.Answer> SendAsync(HttpMethod method, string path, string type, string body, params (string Name, string Value)[] headers) =>
        Server.SendAsync(method, path, type, Encoding.UTF8.GetBytes(body), headers);
}
