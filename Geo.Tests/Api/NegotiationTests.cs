using System.Net;

namespace Geo.Tests.Api;

/// <summary>Form and language: <c>f</c> and <c>lang</c> first, then the Accept headers with their weights.</summary>
public sealed class NegotiationTests(SampleService service) : IClassFixture<SampleService>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private RunningServer Server => service.Server;

    public static TheoryData<string> Paths => ["", "conformance", "api", "collections", "collections/places", "collections/places/items", "collections/places/items/1", "grids", "scenarios"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_browser_gets_HTML_everywhere(string path)
    {
        var answer = await Server.GetAsync(path, Browser);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("text/html; charset=utf-8", answer.MediaType);
    }

    [Theory]
    [InlineData("", null, "application/json")]
    [InlineData("", "*/*", "application/json")]
    [InlineData("collections", "application/json", "application/json")]
    [InlineData("collections", "application/*", "application/json")]
    [InlineData("collections", "text/html;q=0.5, application/json;q=0.9", "application/json")]
    [InlineData("collections", "application/json;q=0, */*", "text/html; charset=utf-8")]
    [InlineData("collections?f=json", "text/html", "application/json")]
    [InlineData("collections?f=html", "application/json", "text/html; charset=utf-8")]
    [InlineData("collections/places/items", null, "application/geo+json")]
    [InlineData("collections/places/items", "application/geo+json", "application/geo+json")]
    [InlineData("collections/places/items", "application/geo+json, application/json", "application/geo+json")]
    [InlineData("collections/places/items", "application/json", "application/json")]
    [InlineData("collections/places/items/1", "application/geo+json", "application/geo+json")]
    [InlineData("collections/places/items?f=json", "text/html", "application/geo+json")]
    [InlineData("api", "application/json", "application/json")]
    [InlineData("api", "application/vnd.oai.openapi+json", "application/vnd.oai.openapi+json;version=3.0")]
    public async Task The_form_is_the_one_asked_for(string path, string? accept, string type) =>
        Assert.Equal(type, (await Server.GetAsync(path, accept)).MediaType);

    [Theory]
    [InlineData("collections", "image/png")]
    [InlineData("collections/places/items", "application/xml")]
    [InlineData("api.html", "application/json")]
    public async Task What_cannot_be_accepted_is_406_and_the_available_forms_are_named(string path, string accept)
    {
        var answer = await Server.GetAsync(path, accept);
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.Status);
        Assert.Contains("text/html", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("collections/places", null, "vi", "Lớp places")]
    [InlineData("collections/places", "en", "en", "Layer places")]
    [InlineData("collections/places", "fr, en;q=0.5, vi;q=0.4", "en", "Layer places")]
    [InlineData("collections/places", "vi-VN,vi;q=0.9,en;q=0.8", "vi", "Lớp places")]
    [InlineData("collections/places", "fr", "vi", "Lớp places")]
    [InlineData("collections/places?lang=en", "vi", "en", "Layer places")]
    [InlineData("collections/places?lang=vi", "en", "vi", "Lớp places")]
    public async Task The_language_is_the_one_asked_for_and_Vietnamese_where_none_is(string path, string? accept, string language, string title)
    {
        var answer = await Server.GetAsync(path, null, accept is null ? [] : [("Accept-Language", accept)]);
        Assert.Equal(language, answer.Header("Content-Language"));
        Assert.Equal(title, answer.Json.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_language_asked_for_by_name_stays_in_the_links_and_a_form_does_not_spread_into_other_resources()
    {
        var links = Links.Of(await Server.GetJsonAsync("collections/places/items?lang=en&f=json&limit=2"));
        Assert.All(links, l => Assert.Contains("lang=en", l.Href, StringComparison.Ordinal));
        Assert.DoesNotContain("f=", links.Single(l => l.Rel == "collection").Href, StringComparison.Ordinal);
    }
}
