using System.Text.Json;
using Geo.Tests.Fixtures;

namespace Geo.Tests.EndToEnd;

/// <summary>OWSLib (<c>owslib.ogcapi.features</c> and <c>.processes</c>) on the built server and either store.</summary>
[Collection(ClientCollection.Name)]
public sealed class OwsLibTests(ClientWorld world)
{
    public static TheoryData<string> Stores => ClientWorld.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_script_finds_its_way_from_the_landing_page_to_every_feature(string store)
    {
        var seen = await SeenAsync(store);
        Assert.Equal(["conformance", "data", "service-desc", "service-doc"], Texts(seen, "links").Distinct().Order(StringComparer.Ordinal));
        Assert.StartsWith("3.0", seen.GetProperty("openApi").GetString(), StringComparison.Ordinal);
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core", Texts(seen, "classes"));
        Assert.Equal(["crowd", "districts", "empty", "many", "places", "đất.ven biển/1"], Texts(seen, "layers").Order(StringComparer.Ordinal));
        Assert.Equal("Lớp places", seen.GetProperty("title").GetString());
        Assert.Equal([105.9739, -17, 178.5, 9.7], seen.GetProperty("box").EnumerateArray().Select(n => n.GetDouble()));
        Assert.Equal(
            "coastal boolean, geometry geometry-point, height number, id integer, name string, people integer, seen string, since string",
            string.Join(", ", seen.GetProperty("queryables").EnumerateObject().Select(p => $"{p.Name} {p.Value}").Order(StringComparer.Ordinal)));
        Assert.Equal("Sóc Trăng", seen.GetProperty("first").GetProperty("name").GetString());
        Assert.Equal(137_305, seen.GetProperty("first").GetProperty("people").GetInt64());
        Assert.Equal("MultiPolygon", seen.GetProperty("encoded").GetString());
        Assert.Contains("run-scenario", Texts(seen, "processes"));
        Assert.Equal("zonal-statistics", seen.GetProperty("process").GetString());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_script_gets_what_it_asks_for_by_box_time_filter_word_and_page(string store)
    {
        var seen = await SeenAsync(store);
        Assert.Equal([1L, 4], Ids(seen, "inBox")); // a row without a geometry is in every box
        Assert.Equal([3L, 5], Ids(seen, "atTime")); // and one without a time at every time
        Assert.Equal([2L], Ids(seen, "filtered"));
        Assert.Equal([2L], Ids(seen, "searched"));
        Assert.Equal(2_500, seen.GetProperty("matched").GetInt32());
        Assert.Equal(ClientWorld.Many.Select(f => f.Id), Ids(seen, "paged"));
    }

    private async Task<JsonElement> SeenAsync(string store)
    {
        Requirement.Holds(Directory.Exists("/usr/lib/python3/dist-packages/owslib"), "OWSLib is not installed; ./test.sh installs it");
        var server = await world.ServerAsync(store, TestContext.Current.CancellationToken);
        var script = Path.Combine(Repository.Root, "Geo.Tests", "EndToEnd", "owslib_client.py");
        var (exitCode, output) = await Task.Run(() => Requirement.Run("/usr/bin/python3", script, server.ToString()));
        Assert.True(exitCode == 0, output);
        using var document = JsonDocument.Parse(output);
        return document.RootElement.Clone();
    }

    private static IEnumerable<string?> Texts(JsonElement seen, string name) => seen.GetProperty(name).EnumerateArray().Select(t => t.GetString());

    private static IEnumerable<long> Ids(JsonElement seen, string name) => seen.GetProperty(name).EnumerateArray().Select(t => t.GetInt64());
}
