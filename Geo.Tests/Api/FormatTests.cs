using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Geo.Tests.Api;

/// <summary>Pages of items in forms other than GeoJSON and HTML.</summary>
public sealed partial class FormatTests
{
    private const string Items = "collections/odd/items";

    public static TheoryData<string, string, string> Forms => new()
    {
        { "jsonfg", "application/fg+json", "jsonfg" },
        { "geojsonseq", "application/geo+json-seq", "geojsons" },
        { "csv", "text/csv; charset=utf-8", "csv" },
        { "gpkg", "application/geopackage+sqlite3", "gpkg" },
        { "fgb", "application/flatgeobuf", "fgb" },
        { "parquet", "application/vnd.apache.parquet", "parquet" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_is_had_by_name_and_by_type_with_counts_and_next_in_the_headers(string form, string type, string ending)
    {
        await using var server = await RunningServer.StartAsync(Store());
        var named = await server.GetAsync($"{Items}?f={form}&limit=2");
        var asked = await server.GetAsync($"{Items}?limit=2", type.Split(';')[0]);
        foreach (var answer in new[] { named, asked })
        {
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal(type, answer.MediaType);
            Assert.Equal(("9", "2"), (answer.Header("OGC-NumberMatched"), answer.Header("OGC-NumberReturned")));
            Assert.Contains($"filename=odd.{ending}", answer.Header("Content-Disposition"), StringComparison.Ordinal);
            Assert.Equal(type.Split(';')[0], NextLink().Match(answer.Header("Link")).Groups[2].Value);
            Assert.Equal("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>", answer.Header("Content-Crs"));
        }
        var head = await server.SendAsync(HttpMethod.Head, $"{Items}?f={form}&limit=2");
        Assert.Equal((HttpStatusCode.OK, type, 0), (head.Status, head.MediaType, head.Body.Length));
        var known = await server.GetAsync($"{Items}?f={form}&limit=2", null, ("If-None-Match", named.Header("ETag")));
        Assert.Equal(HttpStatusCode.NotModified, known.Status);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Following_next_in_the_headers_gives_every_feature_once(string form, string type, string ending)
    {
        await using var server = await RunningServer.StartAsync(Store());
        var (next, returned) = ($"{Items}?f={form}&limit=4&sortby=-people", new List<string>());
        while (next.Length > 0 && returned.Count < 10)
        {
            var answer = await server.GetAsync(next);
            Assert.Equal(type, answer.MediaType);
            Assert.NotEmpty(ending);
            returned.Add(answer.Header("OGC-NumberReturned"));
            next = NextLink().Match(answer.Header("Link")).Groups[1].Value;
        }
        Assert.Equal(["4", "4", "1"], returned);
    }

    [Theory]
    [InlineData("application/vnd.ogc.fg+json", "application/vnd.ogc.fg+json")]
    [InlineData("application/flatgeobuf, application/geo+json;q=0.8", "application/flatgeobuf")]
    [InlineData("text/*", "text/html; charset=utf-8")]
    [InlineData("application/geo+json, application/json", "application/geo+json")]
    public async Task The_type_that_is_liked_best_is_given(string accept, string type)
    {
        await using var server = await RunningServer.StartAsync(Store());
        Assert.Equal(type, (await server.GetAsync(Items, accept)).MediaType);
    }

    [Fact]
    public async Task CSV_holds_what_the_layer_holds_and_no_formula()
    {
        await using var server = await RunningServer.StartAsync(Store());
        var answer = await server.GetAsync($"{Items}?f=csv&limit=4");
        Assert.Equal(
            "id,name,people,height,coastal,since,seen,wkt\r\n" +
            "1,Sóc Trăng,137305,2.5,false,2007-02-08,2024-05-01T03:04:05Z,POINT (105.9739 9.6025)\r\n" +
            "2,\"đường \"\"biển\"\", dòng 1\r\ndòng 2\",9007199254740993,,true,,2024-05-01T03:04:05.678Z,\"POLYGON ((106 9, 107 9, 107 10, 106 10, 106 9), (106.2 9.2, 106.2 9.4, 106.4 9.4, 106.4 9.2, 106.2 9.2))\"\r\n" +
            "5,\"'=1+1\",-5,-0.5,,,,\r\n" +
            "6,\"'-x\",,1E-07,,2025-07-01,,\"LINESTRING (106 9, 106.5 9.5, 107 9)\"\r\n",
            answer.Text);
        var marked = await server.GetAsync($"{Items}?f=csv&bom=true&limit=1");
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'i'], marked.Body.Take(4));
    }

    [Theory]
    [InlineData("f=json&bom=true", "bom")]
    [InlineData("f=csv&bom=yes", "bom")]
    [InlineData("f=shp", "f")]
    [InlineData("f=csv&crs=EPSG:9209", "crs")]
    public async Task What_a_form_does_not_take_is_400(string query, string parameter)
    {
        await using var server = await RunningServer.StartAsync(Store());
        var answer = await server.GetAsync($"{Items}?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(parameter, answer.Json.GetProperty("parameters")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_sequence_has_a_separator_before_each_feature_and_a_line_feed_behind_it()
    {
        await using var server = await RunningServer.StartAsync(Store());
        var body = (await server.GetAsync($"{Items}?f=geojsonseq&limit=100")).Text;
        var records = body.Split('\u001e');
        Assert.Empty(records[0]);
        Assert.All(records.Skip(1), r => Assert.EndsWith("\n", r, StringComparison.Ordinal));
        var page = await server.GetJsonAsync($"{Items}?limit=100");
        Assert.Equal(page.GetProperty("features").EnumerateArray().Select(f => f.GetRawText()), records.Skip(1).Select(r => r.TrimEnd('\n')));
    }

    [Fact]
    public async Task JSON_FG_has_type_time_and_counts_and_is_GeoJSON_to_all_others()
    {
        await using var server = await RunningServer.StartAsync(Store());
        var page = await server.GetJsonAsync($"{Items}?f=jsonfg&limit=2");
        Assert.Equal(["http://www.opengis.net/spec/json-fg-1/1.0/conf/core", "http://www.opengis.net/spec/json-fg-1/1.0/conf/types-schemas"], page.GetProperty("conformsTo").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal(("FeatureCollection", "odd"), (page.GetProperty("type").GetString(), page.GetProperty("featureType").GetString()));
        Assert.False(page.TryGetProperty("coordRefSys", out _));
        Assert.Equal((9, 2), (page.GetProperty("numberMatched").GetInt32(), page.GetProperty("numberReturned").GetInt32()));
        Assert.NotNull(Links.Find(page, "next"));
        var features = page.GetProperty("features");
        Assert.Equal("""{"date":"2007-02-08"}""", features[0].GetProperty("time").GetRawText());
        Assert.Equal(JsonValueKind.Null, features[1].GetProperty("time").ValueKind);
        Assert.Equal(JsonValueKind.Null, features[0].GetProperty("place").ValueKind);
        var plain = (await server.GetJsonAsync($"{Items}?limit=2")).GetProperty("features");
        for (var i = 0; i < 2; i++)
            Assert.All(new[] { "id", "geometry", "properties" }, member => Assert.Equal(plain[i].GetProperty(member).GetRawText(), features[i].GetProperty(member).GetRawText()));
    }

    [Theory]
    // The point in each system as published for EPSG:6960.
    [InlineData("EPSG/0/9209", 551819.67, 1061930.47, 0.01)]
    [InlineData("EPSG/0/4756", 9.6035152, 105.9721185, 1e-7)]
    [InlineData("EPSG/0/4326", 9.6025, 105.9739, 1e-9)]
    public async Task JSON_FG_has_the_place_in_the_system_asked_for_and_the_geometry_in_longitude_and_latitude(string crs, double first, double second, double tolerance)
    {
        await using var server = await RunningServer.StartAsync(Store());
        var page = await server.GetJsonAsync($"{Items}?f=jsonfg&limit=1&crs=http://www.opengis.net/def/crs/{crs}");
        Assert.Equal($"http://www.opengis.net/def/crs/{crs}", page.GetProperty("coordRefSys").GetString());
        var place = page.GetProperty("features")[0].GetProperty("place").GetProperty("coordinates");
        Assert.Equal(first, place[0].GetDouble(), tolerance);
        Assert.Equal(second, place[1].GetDouble(), tolerance);
        Assert.Equal("[105.9739,9.6025]", page.GetProperty("features")[0].GetProperty("geometry").GetProperty("coordinates").GetRawText());
    }

    [Theory]
    [InlineData("properties=name,geometry", "id,name,wkt\r\n1,Sóc Trăng,POINT (105.9739 9.6025)\r\n")]
    [InlineData("skip-geometry=true&properties=people,coastal", "id,people,coastal\r\n1,137305,false\r\n")]
    [InlineData("filter=people=0&properties=height", "id,height\r\n7,1E+300\r\n")]
    [InlineData("q=soc+trang&properties=name", "id,name\r\n1,Sóc Trăng\r\n")]
    [InlineData("sortby=-people&properties=people", "id,people\r\n2,9007199254740993\r\n")]
    [InlineData("bbox=105,8,105.2,8.1&properties=id", "id\r\n5\r\n")]
    public async Task Conditions_and_selection_hold_in_files_too(string query, string csv)
    {
        await using var server = await RunningServer.StartAsync(Store());
        Assert.Equal(csv, (await server.GetAsync($"{Items}?f=csv&limit=1&{query}")).Text);
    }

    [Fact]
    public async Task Points_have_their_position_in_two_columns_named_after_the_system()
    {
        await using var server = await RunningServer.StartAsync(SampleLayers.Store());
        const string Places = "collections/places/items?f=csv&limit=1&properties=name,geometry";
        Assert.Equal("id,name,lon,lat\r\n1,Sóc Trăng,105.9739,9.6025\r\n", (await server.GetAsync(Places)).Text);
        var projected = (await server.GetAsync(Places + "&crs=http://www.opengis.net/def/crs/EPSG/0/9209")).Text.Split("\r\n");
        Assert.Equal("id,name,easting,northing", projected[0]);
        Assert.Equal(551819.67, double.Parse(projected[1].Split(',')[2], CultureInfo.InvariantCulture), 0.01);
    }

    [Fact]
    public async Task A_long_address_is_not_repeated_in_the_headers_for_every_form()
    {
        await using var server = await RunningServer.StartAsync(Store());
        var filter = string.Join(" OR ", Enumerable.Range(0, 60).Select(i => $"people = {i}"));
        var answer = await server.GetAsync($"{Items}?limit=1&filter={Uri.EscapeDataString(filter)}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.InRange(answer.Headers.GetValues("Link").Sum(l => l.Length), 1, 8_000);
        Assert.Contains(Links.Of(answer.Json), l => l.Rel == "alternate" && l.Type == "text/csv");
    }

    private static MemoryStore Store() => new MemoryStore().With(OddLayer.Definition, OddLayer.Rows);

    [GeneratedRegex("<([^>]+)>; rel=\"next\"; type=\"([^\"]+)\"")]
    private static partial Regex NextLink();
}
