using System.Net;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Api;

/// <summary>
/// OGC API - Features Part 2 (service.md 4.2). Reference positions: PROJ 9.1.1, EPSG v10.076, shift EPSG:6960 by an explicit pipeline
/// (cct), the same that service.md 7.2 row 1 lists for the first place.
/// </summary>
public sealed class CrsTests(SampleService service) : IClassFixture<SampleService>
{
    private const string Items = "collections/places/items";
    private const string Crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private const string Epsg = "http://www.opengis.net/def/crs/EPSG/0/";

    private static readonly string[] Uris = [Crs84, Epsg + 4326, Epsg + 3857, Epsg + 9209, Epsg + 5897, Epsg + 3405, Epsg + 32648, Epsg + 4756];

    private RunningServer Server => service.Server;

    public static TheoryData<string> AllUris => [.. Uris];

    [Fact]
    public async Task Every_collection_and_the_list_of_them_name_the_systems_CRS84_first_and_the_stored_one_among_them()
    {
        var list = await Server.GetJsonAsync("collections");
        Assert.Equal(Uris, Texts(list.GetProperty("crs")));
        foreach (var collection in list.GetProperty("collections").EnumerateArray())
        {
            Assert.Equal(Uris, Texts(collection.GetProperty("crs")));
            Assert.Contains(collection.GetProperty("storageCrs").GetString(), Uris);
        }
    }

    [Fact]
    public async Task The_stored_system_of_a_layer_in_VN_2000_is_told()
    {
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Places with { System = CoordinateSystems.Vn2000Tm3Zone10530 }));
        Assert.Equal(Epsg + 9209, (await server.GetJsonAsync("collections/places")).GetProperty("storageCrs").GetString());
    }

    [Theory]
    [MemberData(nameof(AllUris))]
    public async Task Each_system_is_answered_and_named_in_the_header(string uri)
    {
        foreach (var path in new[] { $"{Items}?crs={uri}", $"{Items}/1?crs={uri}", $"{Items}?crs={Uri.EscapeDataString(uri)}&f=html", $"{Items}/1?crs={uri}&f=html" })
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                var answer = await Server.SendAsync(method, path);
                Assert.Equal(HttpStatusCode.OK, answer.Status);
                Assert.Equal($"<{uri}>", answer.Header("Content-Crs"));
            }
        }
    }

    [Theory]
    [InlineData(Items)]
    [InlineData(Items + "/1")]
    [InlineData(Items + "/4")]
    public async Task Without_crs_it_is_CRS84(string path) => Assert.Equal($"<{Crs84}>", (await Server.GetAsync(path)).Header("Content-Crs"));

    [Theory]
    [InlineData(Items, "crs", "http://www.opengis.net/def/crs/0/unsupported")]
    [InlineData(Items + "/1", "crs", "http://www.opengis.net/def/crs/0/unsupported")]
    [InlineData(Items, "bbox-crs", "http://www.opengis.net/def/crs/0/unsupported")]
    [InlineData(Items, "crs", "http://www.opengis.net/def/crs/EPSG/0/5194")]
    [InlineData(Items, "crs", "")]
    [InlineData(Items, "crs", "epsg:9209")]
    public async Task An_unknown_system_is_400_and_the_known_ones_are_named(string path, string parameter, string uri)
    {
        var answer = await Server.GetAsync($"{path}?{parameter}={uri}" + (parameter == "crs" ? "" : "&bbox=551000,1061000,552000,1062000"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("", answer.Header("Content-Crs"));
        var fault = answer.Json.GetProperty("parameters").EnumerateArray().Single();
        Assert.Equal(parameter, fault.GetProperty("name").GetString());
        Assert.All(Uris, u => Assert.Contains(u, fault.GetProperty("allowed").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Crs84, 105.9739, 9.6025, 1e-7)]
    [InlineData(Epsg + "4326", 9.6025, 105.9739, 1e-7)]
    [InlineData(Epsg + "4756", 9.6035152, 105.9721185, 1e-7)]
    [InlineData(Epsg + "9209", 551819.668, 1061930.471, 1e-3)]
    [InlineData(Epsg + "5897", 606703.321, 1062045.877, 1e-3)]
    [InlineData(Epsg + "3405", 606671.307, 1061727.231, 1e-3)]
    [InlineData(Epsg + "32648", 606867.125, 1061615.526, 1e-3)]
    [InlineData(Epsg + "3857", 11796960.585, 1073984.958, 1e-3)]
    public async Task A_position_comes_in_the_system_and_order_of_axes_asked_for(string uri, double first, double second, double tolerance)
    {
        var alone = (await Server.GetJsonAsync($"{Items}/1?crs={uri}")).GetProperty("geometry").GetProperty("coordinates");
        Assert.Equal(first, alone[0].GetDouble(), tolerance * 1.01);
        Assert.Equal(second, alone[1].GetDouble(), tolerance * 1.01);
        var listed = (await Server.GetJsonAsync($"{Items}?crs={uri}&limit=1")).GetProperty("features")[0].GetProperty("geometry").GetProperty("coordinates");
        Assert.Equal(alone.GetRawText(), listed.GetRawText());
    }

    [Theory]
    [InlineData(Epsg + "4326", "[9,106.1234568]")]
    [InlineData(Epsg + "3857", "[11813609.171,1006021.063]")]
    public async Task Ordinates_have_seven_decimals_of_a_degree_or_three_of_a_metre(string uri, string position) =>
        Assert.Equal(position, (await Server.GetJsonAsync($"{Items}/7?crs={uri}")).GetProperty("geometry").GetProperty("coordinates").GetRawText());

    [Fact]
    public async Task Rings_turn_as_on_the_map_whatever_the_order_of_axes() =>
        Assert.Equal(
            """{"type":"Polygon","coordinates":[[[9,106],[9,107],[10,107],[10,106],[9,106]],[[9.2,106.2],[9.4,106.2],[9.4,106.4],[9.2,106.4],[9.2,106.2]]]}""",
            (await Server.GetJsonAsync($"collections/%C4%91%E1%BA%A5t.ven%20bi%E1%BB%83n%2F1/items/1?crs={Epsg}4326")).GetProperty("geometry").GetRawText());

    [Theory]
    [InlineData(Crs84, "105.97,9.60,105.98,9.61")]
    [InlineData(Epsg + "4326", "9.60,105.97,9.61,105.98")]
    [InlineData(Epsg + "4756", "9.6035,105.9721,9.6036,105.9722")]
    [InlineData(Epsg + "9209", "551819,1061930,551820,1061931")]
    [InlineData(Epsg + "9209", "551819,1061930,0,551820,1061931,10")]
    [InlineData(Epsg + "5897", "606703,1062045,606704,1062046")]
    [InlineData(Epsg + "3405", "606671,1061727,606672,1061728")]
    [InlineData(Epsg + "32648", "606867,1061615,606868,1061616")]
    [InlineData(Epsg + "3857", "11796960,1073984,11796961,1073985")]
    public async Task A_box_in_a_system_finds_what_lies_in_it_and_what_has_no_geometry(string uri, string box) =>
        Assert.Equal([1L, 4], await IdsAsync($"bbox={box}&bbox-crs={uri}"));

    [Theory]
    [InlineData(Epsg + "9209", "551820,1061930,551821,1061931")]
    [InlineData(Epsg + "9209", "551819,1061931,551820,1061932")]
    [InlineData(Epsg + "3405", "606670,1061727,606671,1061728")]
    [InlineData(Epsg + "4326", "105.97,9.60,105.98,9.61", true)]
    public async Task A_box_a_metre_aside_does_not(string uri, string box, bool isFault = false)
    {
        var answer = await Server.GetAsync($"{Items}?bbox={box}&bbox-crs={uri}");
        Assert.Equal(isFault ? HttpStatusCode.BadRequest : HttpStatusCode.OK, answer.Status);
        if (!isFault)
            Assert.Equal([4L], Ids(answer.Json));
    }

    [Fact]
    public async Task A_box_without_a_system_is_one_in_CRS84() =>
        Assert.Equal(
            (await Server.GetJsonAsync($"{Items}?bbox=105.9,9.3,106,9.65")).GetProperty("features").GetRawText(),
            (await Server.GetJsonAsync($"{Items}?bbox=105.9,9.3,106,9.65&bbox-crs={Crs84}")).GetProperty("features").GetRawText());

    [Theory]
    [InlineData(Epsg + "4326", "-20,177,-10,-177", 4, 6)]
    [InlineData(Epsg + "4756", "-20,177,-10,-177", 4, 6)]
    [InlineData(Epsg + "4326", "-90,-180,90,180", 1, 2, 3, 4, 5, 6, 7)]
    [InlineData(Epsg + "3857", "-20037508.34,-20037508.34,20037508.34,20037508.34", 1, 2, 3, 4, 5, 6, 7)]
    [InlineData(Epsg + "9209", "0,0,1000000,2000000", 1, 2, 3, 4, 5, 7)]
    public async Task Wide_boxes_are_answered_in_each_system(string uri, string box, params int[] ids) =>
        Assert.Equal(ids.Select(i => (long)i), await IdsAsync($"bbox={box}&bbox-crs={uri}"));

    [Theory]
    [InlineData(Epsg + "9209", "552000,1061000,551000,1062000")]
    [InlineData(Epsg + "9209", "551000,1062000,552000,1061000")]
    [InlineData(Epsg + "3857", "170,-20,-170")]
    [InlineData(Epsg + "4756", "10,105,9,106")]
    public async Task A_box_the_wrong_way_round_is_400(string uri, string box)
    {
        var answer = await Server.GetAsync($"{Items}?bbox={box}&bbox-crs={uri}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("bbox", answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Next_keeps_the_systems_and_its_cursor_belongs_to_them()
    {
        var query = $"{Items}?limit=1&crs={Epsg}9209&bbox=11700000,1000000,11900000,1100000&bbox-crs={Epsg}3857";
        var next = Links.Find(await Server.GetJsonAsync(query), "next")!;
        Assert.Equal(2, (await Server.GetJsonAsync(next)).GetProperty("features")[0].GetProperty("id").GetInt64());
        Assert.Equal($"<{Epsg}9209>", (await Server.GetAsync(next)).Header("Content-Crs"));
        Assert.Equal(HttpStatusCode.BadRequest, (await Server.GetAsync(next.Replace("9209", "3405", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Server.GetAsync(next.Replace("3857", "9209", StringComparison.Ordinal))).Status);
    }

    [Theory]
    [InlineData(Items)]
    [InlineData(Items + "/1")]
    public async Task Each_system_has_an_entity_tag_of_its_own(string path)
    {
        var tags = new List<string>();
        foreach (var uri in Uris)
            tags.Add((await Server.GetAsync($"{path}?crs={uri}")).Header("ETag"));
        Assert.Equal(tags.Count, tags.Distinct().Count());
        Assert.Equal(HttpStatusCode.NotModified, (await Server.GetAsync($"{path}?crs={Uris[^1]}", null, ("If-None-Match", tags[^1]))).Status);
    }

    [Fact]
    public async Task The_page_of_a_feature_names_the_system_and_the_order_of_its_axes()
    {
        var page = await Server.GetAsync($"{Items}/1?crs={Epsg}4756&f=html&lang=en");
        Assert.Contains("VN-2000, latitude first", page.Text, StringComparison.Ordinal);
        Assert.Contains("[9.6035152,105.9721185]", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layer_kept_in_VN_2000_is_written_as_it_is_and_found_by_a_box_in_its_own_system()
    {
        var layer = SampleLayers.Places with { System = CoordinateSystems.Vn2000Tm3Zone10530 };
        var row = SampleLayers.PlaceRows[0] with { Geometry = new Point(551819.6676, 1061930.4702) };
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(layer, row));
        var page = await server.GetJsonAsync($"{Items}?crs={Epsg}9209&bbox=551819.6676,1061930.4702,551819.6676,1061930.4702&bbox-crs={Epsg}9209");
        Assert.Equal("[551819.668,1061930.47]", page.GetProperty("features")[0].GetProperty("geometry").GetProperty("coordinates").GetRawText());
    }

    [Theory]
    [InlineData(-164.5, 0, "9209")]
    [InlineData(106, 90, "3857")]
    public async Task A_geometry_that_has_no_place_in_the_system_is_null(double longitude, double latitude, string code)
    {
        // A transverse projection is infinite ninety degrees from its meridian, Mercator at the poles.
        var row = new Feature(1, new Point(longitude, latitude), [.. SampleLayers.PlaceRows[0].Values]);
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Places, row));
        Assert.Equal(JsonValueKind.Null, (await server.GetJsonAsync($"{Items}/1?crs={Epsg}{code}")).GetProperty("geometry").ValueKind);
    }

    private async Task<IEnumerable<long>> IdsAsync(string query) => Ids(await Server.GetJsonAsync($"{Items}?{query}"));

    private static IEnumerable<long> Ids(JsonElement page) => page.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetInt64());

    private static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(t => t.GetString());
}
