using System.Globalization;
using System.Net;

namespace Geo.Tests.Api;

/// <summary>The parameters <c>filter</c>, <c>filter-lang</c> and <c>filter-crs</c> (OGC API - Features Part 3) over HTTP.</summary>
public sealed class FilterTests(SampleService service) : IClassFixture<SampleService>
{
    private const string Items = "collections/places/items";

    [Theory]
    [InlineData("people > 100000", "cql2-text")]
    [InlineData("people > 100000", "cql-text")]
    [InlineData("people > 100000", null)]
    [InlineData("""{"op":">","args":[{"property":"people"},100000]}""", "cql2-json")]
    public async Task A_filter_keeps_what_it_holds_for_in_either_encoding(string filter, string? language)
    {
        var expected = SampleLayers.PlaceRows.Where(f => f.Values[1] is > 100_000L).Select(f => f.Id);
        Assert.Equal(expected, await IdsAsync($"filter={Uri.EscapeDataString(filter)}{(language is null ? "" : $"&filter-lang={language}")}"));
    }

    [Theory]
    [InlineData("CASEI(ACCENTI(name)) LIKE CASEI(ACCENTI('%VINH CHAU%'))")]
    [InlineData("(casei(accenti(\"name\")) = 'vinh chau')")]
    public async Task Vietnamese_names_are_found_without_their_accents(string filter)
    {
        var expected = SampleLayers.PlaceRows.Where(f => f.Values[0] is "Vĩnh Châu").Select(f => f.Id).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await IdsAsync($"filter={Uri.EscapeDataString(filter)}"));
    }

    [Fact]
    public async Task The_extent_of_a_collection_in_any_system_holds_all_that_has_a_place()
    {
        var located = SampleLayers.PlaceRows.Where(f => f.Geometry is { IsEmpty: false }).Select(f => f.Id).ToList();
        var box = (await service.Server.GetJsonAsync("collections/places")).GetProperty("extent").GetProperty("spatial").GetProperty("bbox")[0].EnumerateArray().Select(n => n.GetRawText()).ToList();
        Assert.Equal(located, await IdsAsync($"filter=S_INTERSECTS(geometry,BBOX({string.Join(',', box)}))"));
        // EPSG:4326 by its address: latitude first.
        var turned = string.Join(',', box[1], box[0], box[3], box[2]);
        Assert.Equal(located, await IdsAsync($"filter=S_INTERSECTS(geometry,BBOX({turned}))&filter-crs=http://www.opengis.net/def/crs/EPSG/0/4326"));
    }

    // source: the place of feature 1 by EPSG:6960, GDAL 3.6.2 / PROJ (service.md 7.2, row 1)
    [Theory]
    [InlineData("OGC/1.3/CRS84", 105.9739, 9.6025, 1e-5)]
    [InlineData("EPSG/0/4326", 9.6025, 105.9739, 1e-5)]
    [InlineData("EPSG/0/4756", 9.6035152, 105.9721185, 1e-5)]
    [InlineData("EPSG/0/3857", 11796960.585, 1073984.958, 1)]
    [InlineData("EPSG/0/9209", 551819.67, 1061930.47, 1)]
    [InlineData("EPSG/0/3405", 606671.31, 1061727.23, 1)]
    public async Task A_box_of_a_filter_is_read_in_its_system_and_order_of_axes(string system, double first, double second, double reach)
    {
        string Query(double aside) => string.Create(
            CultureInfo.InvariantCulture,
            $"filter=S_INTERSECTS(geometry,BBOX({first + aside - reach},{second - reach},{first + aside + reach},{second + reach}))&filter-crs=http://www.opengis.net/def/crs/{system}");
        Assert.Equal([1L], await IdsAsync(Query(aside: 0)));
        Assert.Empty(await IdsAsync(Query(aside: 3 * reach)));
    }

    [Theory]
    [InlineData("filter=THIS%20IS%20NOT%20A%20FILTER", "character 13")]
    [InlineData("filter=this_is_not_a_queryable%20IS%20NULL", "people")]
    [InlineData("filter=S_INTERSECTS(geometry,BBOX(1000000,1000000,2000000,2000000))", "BBOX")]
    [InlineData("filter=S_INTERSECTS(geometry,POINT(90%20180))", "180")]
    [InlineData("filter=people%3D1&filter-crs=http://www.opengis.net/def/crs/OGC/0/does_not_exist", "CRS84")]
    [InlineData("filter=people%3D1&filter-lang=sql", "cql2-json")]
    [InlineData("filter-lang=cql2-text", "filter")]
    [InlineData("filter=&filter-lang=cql2-text", "filter")]
    [InlineData("filter=%7B&filter-lang=cql2-json", "filter")]
    [InlineData("filter=people%3D'many'", "people")]
    [InlineData("filter=exec('ls')", "exec")]
    [InlineData("filter=name%3D'x'%3B%20DROP%20TABLE%20places", ";")]
    public async Task A_fault_is_400_and_says_where_and_what_is_allowed(string query, string told)
    {
        var answer = await service.Server.GetAsync($"{Items}?{query}&lang=en");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_and_a_box_hold_together_and_pages_keep_the_filter()
    {
        var all = await IdsAsync("filter=name%20IS%20NOT%20NULL&bbox=105,9,107,10");
        Assert.NotEmpty(all);
        Assert.Equal(all, await IdsAsync("filter=name%20IS%20NOT%20NULL&bbox=105,9,107,10&limit=1"));
        Assert.Empty(await IdsAsync("filter=S_INTERSECTS(geometry,BBOX(105,9,107,10))%20AND%20name%20IS%20NOT%20NULL&bbox=1,1,2,2&limit=10&skip-geometry=false").ContinueWith(ids => ids.Result.Where(id => SampleLayers.PlaceRows.First(f => f.Id == id).Geometry is { IsEmpty: false }), TaskScheduler.Default));
        var page = await service.Server.GetJsonAsync($"{Items}?filter=name%20IS%20NOT%20NULL&limit=1");
        var next = Links.Find(page, "next")!.Replace("IS%20NOT%20NULL", "IS%20NULL", StringComparison.Ordinal).Replace("IS+NOT+NULL", "IS+NULL", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Server.GetAsync(next)).Status);
    }

    [Fact]
    public async Task Every_function_that_is_listed_can_be_called()
    {
        var functions = (await service.Server.GetJsonAsync("functions")).GetProperty("functions").EnumerateArray().ToList();
        Assert.NotEmpty(functions);
        foreach (var function in functions)
        {
            var arguments = function.GetProperty("arguments").EnumerateArray().Select(a => a.GetProperty("type")[0].GetString() switch { "string" => "name", "number" => "people", _ => "geometry" });
            await IdsAsync($"filter={function.GetProperty("name").GetString()}({string.Join(',', arguments)})%20IS%20NOT%20NULL");
        }
    }

    private async Task<List<long>> IdsAsync(string query)
    {
        var ids = new List<long>();
        for (string? at = $"{Items}?{query}"; at is not null;)
        {
            var page = await service.Server.GetJsonAsync(at);
            ids.AddRange(page.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetInt64()));
            at = Links.Find(page, "next");
        }
        return ids;
    }
}
