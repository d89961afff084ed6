using System.Net;
using System.Text.Json;

namespace Geo.Tests.Api;

/// <summary>OGC API - Features Part 1: pages of features (service.md 4.1, fc-*).</summary>
public sealed class ItemsTests(SampleService service) : IClassFixture<SampleService>
{
    private const string Items = "collections/places/items";

    private RunningServer Server => service.Server;

    [Fact]
    public async Task A_page_is_a_feature_collection_with_counts_and_links()
    {
        var page = await Server.GetJsonAsync(Items);
        Assert.Equal("FeatureCollection", page.GetProperty("type").GetString());
        Assert.Equal([1L, 2, 3, 4, 5, 6, 7], Ids(page));
        Assert.Equal(7, page.GetProperty("numberReturned").GetInt32());
        Assert.Equal(7, page.GetProperty("numberMatched").GetInt32());
        Assert.Equal([("self", "application/geo+json"), ("alternate", "text/html")], Links.Of(page).Take(2).Select(l => (l.Rel, l.Type!)));
        Assert.All(Links.Of(page).Skip(2).Take(6), l => Assert.Equal("alternate", l.Rel));
        Assert.Equal(["collection", "schema", "queryables", "sortables"], Links.Of(page).Skip(8).Select(l => l.Rel.Split('/')[^1]));
    }

    [Theory]
    [InlineData("bbox=105.9,9.5,106.1,9.65", 1, 4)]
    [InlineData("bbox=105.9,9.5,0,106.1,9.65,100", 1, 4)]
    [InlineData("bbox=177,-20,-177,-10", 4, 6)]
    [InlineData("bbox=170,-20,190,-10", 4, 6)]
    [InlineData("bbox=106.1511,9.4903,106.1511,9.4903", 3, 4)]
    [InlineData("bbox=0,0,1,1", 4)]
    [InlineData("bbox=-180,-90,180,90", 1, 2, 3, 4, 5, 6, 7)]
    public async Task A_box_keeps_what_it_touches_and_what_has_no_geometry(string query, params int[] ids) =>
        Assert.Equal(ids.Select(i => (long)i), Ids(await Server.GetJsonAsync($"{Items}?{query}")));

    [Theory]
    [InlineData("-1.5,50,1.5,53")]
    [InlineData("-80,-5,-70,5")]
    [InlineData("177,65,-177,70")]
    [InlineData("-180,85,180,90")]
    [InlineData("-180,-90,180,-85")]
    [InlineData("105.9739,-17,178.5,9.7")]
    public async Task The_boxes_of_the_OGC_test_suite_are_answered(string box) =>
        Assert.Equal(HttpStatusCode.OK, (await Server.GetAsync($"{Items}?bbox={box}")).Status);

    [Theory]
    [InlineData("2020-01-02", 4, 5)]
    [InlineData("2020-01-02T12:00:00Z", 4, 5)]
    [InlineData("2020-01-03T05:00:00%2B07:00", 4, 5)]
    [InlineData("2020-01-01/2020-01-02", 4, 5, 6)]
    [InlineData("2020-01-01T00:00:00Z/2020-01-02T00:00:00Z", 4, 5, 6)]
    [InlineData("../2009-12-31", 1, 3, 5)]
    [InlineData("/2009-12-31", 1, 3, 5)]
    [InlineData("2020-01-02/..", 4, 5, 7)]
    [InlineData("2020-01-02/", 4, 5, 7)]
    [InlineData("../..", 1, 2, 3, 4, 5, 6, 7)]
    [InlineData("2020-01-01/P1D", 4, 5, 6)]
    [InlineData("P1D/2020-01-02", 4, 5, 6)]
    [InlineData("0000-01-01T00:00:00Z/2009-12-31T00:00:00Z", 1, 3, 5)]
    [InlineData("2020-01-02T00:00:00Z/9999-12-31T00:00:00Z", 4, 5, 7)]
    [InlineData("2020-01-02t00:00:00z", 4, 5)]
    [InlineData("1900-01-01", 5)]
    public async Task A_time_keeps_what_it_meets_and_what_has_no_time(string datetime, params int[] ids) =>
        Assert.Equal(ids.Select(i => (long)i), Ids(await Server.GetJsonAsync($"{Items}?datetime={datetime}")));

    [Fact]
    public async Task Conditions_hold_together() =>
        Assert.Equal([2L], Ids(await Server.GetJsonAsync($"{Items}?bbox=105,9,107,10&datetime=2010-01-01/..&coastal=true&people=163918&limit=5")));

    [Theory]
    [InlineData("name=S%C3%B3c%20Tr%C4%83ng", 1)]
    [InlineData("name=So%CC%81c%20Tra%CC%86ng", 1)]
    [InlineData("people=0", 4)]
    [InlineData("height=1.25", 2)]
    [InlineData("height=125e-2", 2)]
    [InlineData("coastal=false", 1, 7)]
    [InlineData("since=2020-01-02", 4)]
    [InlineData("seen=2024-05-01T10:04:05%2B07:00", 1)]
    [InlineData("name=nobody")]
    public async Task A_property_can_be_asked_for_by_name(string query, params int[] ids) =>
        Assert.Equal(ids.Select(i => (long)i), Ids(await Server.GetJsonAsync($"{Items}?{query}")));

    [Theory]
    [InlineData("limit=2", 2)]
    [InlineData("limit=10001", 7)]
    [InlineData("limit=1000000000", 7)]
    [InlineData("limit=99999999999999999999999999", 7)]
    public async Task A_limit_holds_and_one_above_the_maximum_is_no_error(string query, int count) =>
        Assert.Equal(count, (await Server.GetJsonAsync($"{Items}?{query}")).GetProperty("features").GetArrayLength());

    [Theory]
    [InlineData("limit", "unlimited")]
    [InlineData("limit", "0")]
    [InlineData("limit", "-1")]
    [InlineData("limit", "1.5")]
    [InlineData("limit", "")]
    [InlineData("bbox", "1,2,3")]
    [InlineData("bbox", "a,b,c,d")]
    [InlineData("bbox", "1,2,3,4,5")]
    [InlineData("bbox", "0,10,1,9")]
    [InlineData("bbox", "0,-91,1,9")]
    [InlineData("bbox", "551819,1061930,551900,1062000")]
    [InlineData("bbox", "NaN,0,1,1")]
    [InlineData("bbox", "1e999,0,1,1")]
    [InlineData("bbox", "1,5,2,0;DROP TABLE places")]
    [InlineData("datetime", "x")]
    [InlineData("datetime", "2020-13-01")]
    [InlineData("datetime", "2020-02-30T00:00:00Z")]
    [InlineData("datetime", "2020-01-01T00:00:00")]
    [InlineData("datetime", "2020-01-02/2020-01-01")]
    [InlineData("datetime", "a/b/c")]
    [InlineData("datetime", "")]
    [InlineData("datetime", "P1D/P1D")]
    [InlineData("datetime", "P1D/..")]
    [InlineData("people", "many")]
    [InlineData("people", "99999999999999999999")]
    [InlineData("people", "1,5")]
    [InlineData("height", "NaN")]
    [InlineData("height", "1e999")]
    [InlineData("coastal", "yes")]
    [InlineData("since", "01/02/2020")]
    [InlineData("name", "a\0b")]
    [InlineData("cursor", "x")]
    [InlineData("cursor", "AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("f", "exe")]
    [InlineData("lang", "fr")]
    [InlineData("unknownQueryParameter12345", "1")]
    [InlineData("Limit", "1")]
    public async Task A_fault_is_400_and_names_parameter_value_and_what_is_allowed(string name, string value)
    {
        var answer = await Server.GetAsync($"{Items}?{name}={Uri.EscapeDataString(value)}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        var fault = answer.Json.GetProperty("parameters").EnumerateArray().Single();
        Assert.Equal(name, fault.GetProperty("name").GetString());
        Assert.Equal(value, fault.GetProperty("received").GetString());
        Assert.NotEqual("", fault.GetProperty("allowed").GetString());
    }

    [Fact]
    public async Task All_faults_of_a_request_are_told_at_once()
    {
        var answer = await Server.GetAsync($"{Items}?limit=0&bbox=1&datetime=x&people=y&nonsense=z&coastal=true&coastal=false");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(
            ["bbox", "coastal", "datetime", "limit", "nonsense", "people"],
            answer.Json.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_property_named_like_a_parameter_of_the_standard_gives_way_to_it()
    {
        var layer = SampleLayers.Places with { Properties = [.. SampleLayers.Places.Properties.Select(p => p.Name == "name" ? p with { Name = "limit" } : p)] };
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(layer, SampleLayers.PlaceRows));
        Assert.Equal(2, (await server.GetJsonAsync($"{Items}?limit=2")).GetProperty("features").GetArrayLength());
    }

    private static IEnumerable<long> Ids(JsonElement page) => page.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetInt64());
}
