using System.Net;

namespace Geo.Tests.Api;

/// <summary>The parameter <c>sortby</c> (OGC API - Features Part 8, draft), with pages that go on where the last ended.</summary>
public sealed class SortingTests(SampleService service) : IClassFixture<SampleService>
{
    [Theory]
    [InlineData("name")]
    [InlineData("-name")]
    [InlineData("%2Bpeople")]
    [InlineData("-people,name")]
    [InlineData("coastal,-people")]
    [InlineData("-seen")]
    [InlineData("since,-name")]
    public async Task Features_come_in_order_and_pages_of_two_give_the_same_as_one(string sortby)
    {
        var whole = await NamesAsync($"collections/places/items?sortby={sortby}");
        Assert.Equal(SampleLayers.PlaceRows.Count, whole.Count);
        var expected = SampleLayers.PlaceRows.Order(Comparer<Geo.Engine.Features.Feature>.Create((a, b) => Compare(a, b, sortby.Replace("%2B", "", StringComparison.Ordinal).Split(','))));
        Assert.Equal(expected.Select(f => f.Id), whole);
        Assert.Equal(whole, await NamesAsync($"collections/places/items?limit=2&sortby={sortby}"));
    }

    [Theory]
    [InlineData("THIS IS NOT A SORTBY EXPRESSION")]
    [InlineData("this_is_not_a_sortable")]
    [InlineData("name,name")]
    [InlineData("")]
    [InlineData("name,")]
    [InlineData("geometry")]
    [InlineData("name;DROP TABLE places")]
    public async Task What_cannot_be_sorted_by_is_400_and_the_properties_are_named(string sortby)
    {
        var answer = await service.Server.GetAsync($"collections/places/items?sortby={Uri.EscapeDataString(sortby)}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("people", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_one_order_is_refused_in_another()
    {
        var page = await service.Server.GetJsonAsync("collections/places/items?limit=2&sortby=name");
        var next = Links.Find(page, "next")!.Replace("sortby=name", "sortby=people", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Server.GetAsync(next)).Status);
    }

    // The plain meaning of a list of keys: none comes last, text by code points.
    private static int Compare(Geo.Engine.Features.Feature a, Geo.Engine.Features.Feature b, string[] keys)
    {
        foreach (var key in keys)
        {
            var index = SampleLayers.Places.Properties.ToList().FindIndex(p => p.Name == key.TrimStart('-'));
            var (x, y) = (a.Values[index], b.Values[index]);
            var order = (x, y) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                (string s, string t) => string.CompareOrdinal(s, t) * (key[0] == '-' ? -1 : 1),
                _ => Comparer<object>.Default.Compare(x, y) * (key[0] == '-' ? -1 : 1),
            };
            if (order != 0)
                return order;
        }
        return a.Id.CompareTo(b.Id);
    }

    private async Task<List<long>> NamesAsync(string path)
    {
        var ids = new List<long>();
        for (string? at = path; at is not null;)
        {
            var page = await service.Server.GetJsonAsync(at);
            ids.AddRange(page.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetInt64()));
            at = Links.Find(page, "next");
        }
        return ids;
    }
}
