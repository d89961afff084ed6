using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Geo.Tests.Api;

/// <summary>Every link leads to what it promises.</summary>
public sealed partial class LinkTests(SampleService service) : IClassFixture<SampleService>
{
    private RunningServer Server => service.Server;

    [Fact]
    public async Task Every_link_reachable_from_the_landing_page_answers_with_the_type_it_promises()
    {
        var seen = new HashSet<(string, string)>();
        var waiting = new Queue<(string Href, string Type)>([(Server.Address.ToString(), "application/json")]);
        while (waiting.TryDequeue(out var link))
        {
            // Templates are filled in first, and executions are asked for by POST.
            if (link.Href.Contains("/{", StringComparison.Ordinal) || link.Href.EndsWith("/execution", StringComparison.Ordinal) || !seen.Add(link))
                continue;
            var answer = await Server.GetAsync(link.Href, link.Type);
            Assert.True(answer.Status == HttpStatusCode.OK, $"{link}: {answer.Status}");
            Assert.Equal(link.Type, answer.MediaType!.Replace("; charset=utf-8", "", StringComparison.Ordinal));
            foreach (var next in link.Type.EndsWith("json", StringComparison.Ordinal) ? Found(answer.Json) : [])
                waiting.Enqueue(next);
        }
        Assert.True(seen.Count > 25, $"only {seen.Count} links were found");
    }

    [Fact]
    public async Task Every_link_on_every_page_answers()
    {
        var seen = new HashSet<string>();
        var waiting = new Queue<string>([Server.Address + "?f=html"]);
        while (waiting.TryDequeue(out var href))
        {
            if (!seen.Add(href))
                continue;
            var answer = await Server.GetAsync(href, "text/html,*/*;q=0.5");
            Assert.True(answer.Status == HttpStatusCode.OK, $"{href}: {answer.Status}");
            foreach (var next in answer.MediaType!.StartsWith("text/html", StringComparison.Ordinal) ? Hrefs().Matches(answer.Text).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)) : [])
                waiting.Enqueue(next);
        }
        Assert.True(seen.Count > 60, $"only {seen.Count} links were found");
    }

    [Theory]
    [InlineData("")]
    [InlineData("collections")]
    [InlineData("collections/places")]
    [InlineData("conformance")]
    [InlineData("collections/places/items?limit=2")]
    [InlineData("collections/places/items/1")]
    [InlineData("collections/places/schema")]
    [InlineData("collections/places/items?limit=2&f=html")]
    public async Task The_Link_header_holds_the_same_links_as_the_body(string path)
    {
        var answer = await Server.GetAsync(path);
        var header = answer.Headers.GetValues("Link").Select(v => HeaderLink().Match(v)).Select(m => (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value)).ToList();
        if (path is not ("conformance" or "collections/places/schema") && !path.EndsWith("html", StringComparison.Ordinal))
            Assert.Equal(Links.Of(answer.Json).Select(l => (l.Href, l.Rel, l.Type!)), header);
        Assert.All(header, l => Assert.True(Uri.IsWellFormedUriString(l.Item1, UriKind.Absolute)));
        Assert.Equal(path.Contains("limit", StringComparison.Ordinal), header.Any(l => l.Item2 == "next"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("conformance")]
    [InlineData("collections")]
    [InlineData("collections/places")]
    [InlineData("collections/places/items")]
    [InlineData("collections/places/items/1")]
    [InlineData("collections/places/queryables")]
    public async Task HEAD_has_the_links_of_GET(string path)
    {
        var links = (await Server.GetAsync(path)).Headers.GetValues("Link").ToList();
        Assert.Contains(links, l => l.Contains("rel=\"self\"", StringComparison.Ordinal));
        Assert.Equal(links, (await Server.SendAsync(HttpMethod.Head, path)).Headers.GetValues("Link"));
    }

    [Fact]
    public async Task A_title_that_is_not_ASCII_is_encoded_as_RFC_8187_says()
    {
        var vietnamese = (await Server.GetAsync("collections/places/items?lang=vi")).Headers.GetValues("Link").Single(l => l.Contains("rel=\"collection\"", StringComparison.Ordinal));
        Assert.EndsWith("; title*=UTF-8''L%E1%BB%9Bp%20places", vietnamese, StringComparison.Ordinal);
        var english = (await Server.GetAsync("collections/places/items?lang=en")).Headers.GetValues("Link").Single(l => l.Contains("rel=\"collection\"", StringComparison.Ordinal));
        Assert.EndsWith("; title=\"Layer places\"", english, StringComparison.Ordinal);
    }

    private static IEnumerable<(string, string)> Found(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("href", out var href) && element.TryGetProperty("type", out var type) => [(href.GetString()!, type.GetString()!)],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => Found(m.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Found),
        _ => [],
    };

    [GeneratedRegex("href=\"(http[^\"]+)\"")]
    private static partial Regex Hrefs();

    [GeneratedRegex("^<([^>]+)>; rel=\"([^\"]+)\"; type=\"([^\"]+)\"")]
    private static partial Regex HeaderLink();
}
