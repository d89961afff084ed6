using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Geo.Tests.EndToEnd;

/// <summary>Requests that ask for as much as they can (robustness.md V7), on the built server and either store: answered or refused in bounded memory, while others are served.</summary>
[Collection(ClientCollection.Name)]
public sealed class GreedyRequestsTests(ClientWorld world)
{
    private const string Crowd = "collections/crowd/items";
    private const long MostGrowthBytes = 256L << 20;

    public static TheoryData<string> Stores => ClientWorld.Stores;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whatever_is_asked_for_the_server_takes_no_more_than_it_has(string store)
    {
        var server = await world.ServerAsync(store, Cancellation);
        using var client = new HttpClient { BaseAddress = server };
        var before = world.PeakMemory(store);
        var answers = Questions().Concat(Questions()).Select(async q => (q, Status: await StatusAsync(client, q.Path))).ToList();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "health/live"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "collections/places/items/1"));
        // A busy machine may also say in time that it has no time.
        foreach (var (question, status) in await Task.WhenAll(answers))
            Assert.True(status == question.Status || status == HttpStatusCode.ServiceUnavailable, $"{question.Path[..Math.Min(200, question.Path.Length)]}: {status}");
        Assert.InRange(world.PeakMemory(store) - before, 0, MostGrowthBytes);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_limit_without_bound_is_the_largest_page_and_an_offset_without_bound_an_empty_one(string store)
    {
        using var client = new HttpClient { BaseAddress = await world.ServerAsync(store, Cancellation) };
        Assert.Equal(10_000, await ReturnedAsync(client, $"{Crowd}?limit=1000000000"));
        Assert.Equal(0, await ReturnedAsync(client, $"{Crowd}?offset=1000000000"));
    }

    private static IEnumerable<(string Path, HttpStatusCode Status)> Questions()
    {
        string[] answered =
        [
            $"{Crowd}?limit=1000000000", $"{Crowd}?limit=10000&bbox=-180,-90,180,90", $"{Crowd}?offset=1000000000", $"{Crowd}?sortby=-name&limit=10000", $"{Crowd}?resultType=hits&filter=name%20LIKE%20'%25'",
            Filtered($"S_WITHIN(geometry,POLYGON(({Circle(600)})))"),
            Filtered(string.Join(" OR ", Enumerable.Range(0, 124).Select(i => $"value={i}"))),
            Filtered($"name LIKE '{string.Concat(Enumerable.Repeat("%a", 1_500))}'"),
            "collections/crowd/tiles/WebMercatorQuad/0/0/0", "tiles/WebMercatorQuad/0/0/0", "collections/crowd/tiles/WebMercatorQuad/8/121/203",
        ];
        string[] refused = [Filtered(string.Join(" OR ", Enumerable.Repeat("n=1", 501))), Filtered($"name LIKE '{new string('a', 10_001)}'"), $"{Crowd}?bbox={string.Join(',', Enumerable.Repeat("1", 3_000))}", $"tiles/WebMercatorQuad/0/0/0?collections={string.Join(',', Enumerable.Repeat("crowd", 2_500))}"];
        return answered.Select(q => (q, HttpStatusCode.OK)).Concat(refused.Select(q => (q, HttpStatusCode.BadRequest)))
            .Append(("collections/crowd/tiles/WebMercatorQuad/30/0/0", HttpStatusCode.NotFound))
            .Append(($"{Crowd}?filter={new string('a', 20_000)}", HttpStatusCode.RequestUriTooLong));
    }

    private static string Filtered(string filter) => $"{Crowd}?filter={Uri.EscapeDataString(filter).Replace("%2C", ",", StringComparison.Ordinal).Replace("%20", "+", StringComparison.Ordinal)}";

    private static string Circle(int vertices) => string.Join(',', Enumerable.Range(0, vertices).Append(0).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{106 + Math.Cos(i * Math.Tau / vertices):0.###} {9.5 + Math.Sin(i * Math.Tau / vertices):0.###}")));

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return answer.StatusCode;
    }

    private static async Task<int> ReturnedAsync(HttpClient client, string path)
    {
        using var page = JsonDocument.Parse(await client.GetByteArrayAsync(new Uri(path, UriKind.Relative), Cancellation));
        return page.RootElement.GetProperty("numberReturned").GetInt32();
    }
}
