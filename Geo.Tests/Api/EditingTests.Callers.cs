using System.Net;
using System.Text;
using System.Text.Json;
using Geo.Api;
using Geo.Engine.Access;
using Geo.Engine.Features;

namespace Geo.Tests.Api;

/// <content>What each caller may do, what is remembered, and what QGIS sends (robustness.md Q6).</content>
public abstract partial class EditingTests
{
    [Theory]
    [InlineData(Role.Viewer, "GET, HEAD, OPTIONS", "GET, HEAD, OPTIONS")]
    [InlineData(Role.Planner, "GET, HEAD, POST, OPTIONS", "GET, HEAD, PUT, PATCH, DELETE, OPTIONS")]
    [InlineData(Role.Admin, "GET, HEAD, POST, OPTIONS", "GET, HEAD, PUT, PATCH, DELETE, OPTIONS")]
    public async Task OPTIONS_tells_each_caller_exactly_what_it_may_do_also_of_ids_made_up(Role role, string onItems, string onItem)
    {
        var items = await ItemsAsync();
        await using var server = await RunningServer.StartAsync(service.Store);
        await server.SignInAsync(role);
        Assert.Equal(onItems, (await server.SendAsync(HttpMethod.Options, items)).Header("Allow"));
        foreach (var id in (string[])["1", "unknown_id", "99"])
            Assert.Equal(onItem, (await server.SendAsync(HttpMethod.Options, $"{items}/{id}")).Header("Allow"));
    }

    [Fact]
    public async Task Without_a_key_one_reads_and_changes_nothing()
    {
        var items = await ItemsAsync();
        await using var server = await RunningServer.StartAsync(service.Store);
        Assert.Equal("GET, HEAD, OPTIONS", (await server.SendAsync(HttpMethod.Options, items)).Header("Allow"));
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync($"{items}/1")).Status);
        foreach (var (method, path, type) in (IEnumerable<(HttpMethod, string, string)>)[(HttpMethod.Post, items, GeoJson), (HttpMethod.Put, $"{items}/1", GeoJson), (HttpMethod.Patch, $"{items}/1", MergePatch)])
            Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync(method, path, type, Encoding.UTF8.GetBytes(NewPlace))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync(HttpMethod.Delete, $"{items}/1")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.GetAsync($"{items}/1/history")).Status);
        await server.SignInAsync(Role.Viewer);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync(HttpMethod.Delete, $"{items}/1")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.GetAsync($"{items[..items.LastIndexOf('/')]}/history")).Status);
    }

    [Fact]
    public async Task The_result_of_a_run_cannot_be_edited_and_says_why()
    {
        PropertyDefinition[] columns = [new("class", PropertyType.Text), new("status", PropertyType.Text), new("run_id", PropertyType.Text)];
        var result = SampleLayers.Places with { Id = "zones-test", Properties = columns, TimeStartProperty = null };
        await service.Store.ApplyAsync(new StoreChange { Layers = [new LayerContent(result, new[] { new Feature(1, null, ["S1", "modelled", "r1"]) }.ToAsyncEnumerable())] }, TestContext.Current.CancellationToken);
        Assert.Equal("GET, HEAD, OPTIONS", (await Server.SendAsync(HttpMethod.Options, "collections/zones-test/items")).Header("Allow"));
        Assert.Equal("GET, HEAD, OPTIONS", (await Server.SendAsync(HttpMethod.Options, "collections/zones-test/items/1")).Header("Allow"));
        var answer = await PostAsync("collections/zones-test/items?lang=en", NewPlace);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal("GET, HEAD, OPTIONS", answer.Header("Allow"));
        Assert.Contains("computed result of a scenario", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Server.SendAsync(HttpMethod.Delete, "collections/zones-test/items/1")).Status);
    }

    [Fact]
    public async Task The_history_of_a_feature_and_of_its_layer_tells_every_edit_the_newest_first()
    {
        var items = await ItemsAsync();
        var collection = items[..items.LastIndexOf('/')];
        await SendAsync(HttpMethod.Patch, $"{items}/1", MergePatch, """{"properties":{"name":"<b>đổi</b>"}}""");
        await PostAsync(items, NewPlace);
        await Server.SendAsync(HttpMethod.Delete, $"{items}/1");

        var ofLayer = (await Server.GetJsonAsync($"{collection}/history")).GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal([("deleted", 1L, 4L), ("created", 8L, 3L), ("replaced", 1L, 2L)], ofLayer.Select(e => (e.GetProperty("kind").GetString()!, e.GetProperty("featureId").GetInt64(), e.GetProperty("revision").GetInt64()))); // every entry has a kind
        Assert.All(ofLayer, e => Assert.StartsWith("key:", e.GetProperty("editor").GetString(), StringComparison.Ordinal));
        Assert.All(ofLayer, e => Assert.Equal(TimeSpan.Zero, e.GetProperty("moment").GetDateTimeOffset().Offset));
        Assert.Equal("Sóc Trăng", ofLayer[2].GetProperty("before").GetProperty("properties").GetProperty("name").GetString());
        Assert.Equal("<b>đổi</b>", ofLayer[2].GetProperty("after").GetProperty("properties").GetProperty("name").GetString());
        Assert.Equal("[105.9739,9.6025]", ofLayer[0].GetProperty("before").GetProperty("geometry").GetProperty("coordinates").GetRawText());
        Assert.Equal(JsonValueKind.Null, ofLayer[0].GetProperty("after").ValueKind);

        var ofFeature = await Server.GetJsonAsync($"{items}/1/history?limit=1");
        Assert.Equal("deleted", Assert.Single(ofFeature.GetProperty("entries").EnumerateArray()).GetProperty("kind").GetString());
        var older = await Server.GetJsonAsync(Links.Find(ofFeature, "next")!);
        Assert.Equal("replaced", Assert.Single(older.GetProperty("entries").EnumerateArray()).GetProperty("kind").GetString());
        Assert.Null(Links.Find(older, "next"));

        var page = await Server.GetAsync($"{collection}/history?lang=en", "text/html");
        Assert.Contains("&lt;b&gt;đổi&lt;/b&gt;", page.Text, StringComparison.Ordinal);
        Assert.Contains("private", page.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Empty((await Server.GetJsonAsync($"{items}/2/history")).GetProperty("entries").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await Server.GetAsync($"{items}/99/history")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Server.GetAsync($"{collection}/history?limit=0")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Server.GetAsync($"{collection}/history?before=x")).Status);
    }

    /// <summary>The requests of QGIS 3.32 and later, in their order (service.md 3.2): open, may I edit, add, move, change values, remove.</summary>
    [Fact]
    public async Task QGIS_edits_a_layer()
    {
        var items = await ItemsAsync();
        Assert.Contains("POST", (await Server.SendAsync(HttpMethod.Options, items)).Header("Allow"), StringComparison.Ordinal);
        var first = (await Server.GetAsync($"{items}?limit=10", "application/geo+json, application/json")).Json.GetProperty("features")[0].GetProperty("id").GetRawText();
        var allowed = (await Server.SendAsync(HttpMethod.Options, $"{items}/{first}")).Header("Allow");
        Assert.All((string[])["PUT", "PATCH", "DELETE"], method => Assert.Contains(method, allowed, StringComparison.Ordinal));

        const string Wgs84 = "http://www.opengis.net/def/crs/EPSG/0/4326"; // without angle brackets, latitude first
        var added = await SendAsync(HttpMethod.Post, items, GeoJson, """{"geometry":{"coordinates":[9.5,106.1],"type":"Point"},"properties":{"coastal":true,"height":null,"name":"bến mới","people":null,"seen":null,"since":"2025-07-01"},"type":"Feature"}""", ("Content-Crs", Wgs84), ("Accept", "application/geo+json, application/json"));
        Assert.Equal(HttpStatusCode.Created, added.Status);
        var id = added.Header("Location")[(added.Header("Location").LastIndexOf("/items/", StringComparison.Ordinal) + 7)..];
        Assert.True(long.TryParse(id, out _), id);
        var read = await Server.GetAsync($"{items}/{id}?crs={Uri.EscapeDataString(Wgs84)}", "application/geo+json, application/json");
        Assert.Equal("[9.5,106.1]", read.Json.GetProperty("geometry").GetProperty("coordinates").GetRawText());

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Patch, $"{items}/{id}", MergePatch, """{"geometry":{"coordinates":[9.6,106.2],"type":"Point"}}""", ("Content-Crs", Wgs84))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Patch, $"{items}/{id}", MergePatch, """{"properties":{"name":"bến cũ"}}""", ("Content-Crs", Wgs84))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Put, $"{items}/{id}", GeoJson, """{"geometry":{"coordinates":[9.7,106.3],"type":"Point"},"id":"ID","properties":{"coastal":false,"height":1.0,"name":"bến","people":3,"seen":null,"since":null},"type":"Feature"}""".Replace("\"ID\"", id, StringComparison.Ordinal), ("Content-Crs", Wgs84))).Status);
        Assert.Equal("[106.3,9.7]", (await Server.GetJsonAsync($"{items}/{id}")).GetProperty("geometry").GetProperty("coordinates").GetRawText());
        Assert.Equal(HttpStatusCode.NoContent, (await Server.SendAsync(HttpMethod.Delete, $"{items}/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Server.GetAsync($"{items}/{id}")).Status);
    }
}
