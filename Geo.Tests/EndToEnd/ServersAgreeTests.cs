namespace Geo.Tests.EndToEnd;

/// <summary>
/// The built servers run in different places: one at Hồ Chí Minh City and in Vietnamese, where numbers have a comma, the other at Greenwich and in
/// no language. They say the same, byte for byte (service.md 7.2, rows 4 and 11).
/// </summary>
[Collection(ClientCollection.Name)]
public sealed class ServersAgreeTests(ClientWorld world)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Neither_store_nor_time_zone_nor_language_of_the_machine_changes_an_answer()
    {
        var (here, there) = (await world.ServerAsync(ClientWorld.GeoPackage, Cancellation), await world.ServerAsync(ClientWorld.PostGis, Cancellation));
        foreach (var question in Questions())
            Assert.Equal((question, await AnswerAsync(here, question)), (question, await AnswerAsync(there, question)));
    }

    private static IEnumerable<string> Questions()
    {
        const string Items = "collections/places/items";
        foreach (var time in new[] { "2007-02-08", "2020-01-01", "2020-01-01/..", "../2009-12-23", "/2009-12-23", "2009-12-23/", "../..", "2020-01-02T00:00:00%2B07:00", "2020-01-01T17:00:00Z", "2020-01-02t00:00:00z", "2020-01-01/P2D", "PT24H/2020-01-03T00:00:00Z", "0000-01-01T00:00:00Z/9999-12-31T00:00:00Z" })
            yield return $"{Items}?datetime={time}";
        foreach (var query in new[] { "", "?sortby=-height", "?sortby=name", "?sortby=seen,-since", "?height=1.25", "?height=1,25", "?seen=2024-05-01T10:04:05%2B07:00", "?filter=height>1.5", "?filter=seen<TIMESTAMP('2024-05-01T03:04:06Z')", "?filter=since=DATE('2020-01-02')", "?filter=CASEI(name)=CASEI('I')", "?limit=0", "?f=html", "?crs=http://www.opengis.net/def/crs/EPSG/0/9209&bbox=105,9,107,10" })
            yield return Items + query;
        foreach (var path in new[] { "collections/places", "collections/places/items/1", "collections/places/items/7?f=html", "collections/places/schema", "collections/districts/items?limit=3", "collections/districts?f=html", "collections/districts/tilejson", "grids/population", "api" })
            yield return path;
    }

    private static async Task<string> AnswerAsync(Uri server, string question)
    {
        using var client = new HttpClient { BaseAddress = server };
        using var answer = await client.GetAsync(new Uri(question, UriKind.Relative), Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        return $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {text.Replace(server.Authority, "server", StringComparison.Ordinal)}";
    }
}
