using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using Geo.Engine.Features;

namespace Geo.Tests.Api;

/// <summary>Pages for people: well formed, complete, bilingual, and safe whatever stands in the data (robustness.md V6).</summary>
public sealed partial class PageTests(SampleService service) : IClassFixture<SampleService>
{
    private RunningServer Server => service.Server;

    public static TheoryData<string> Pages =>
    [
        "", "conformance", "api.html", "api", "collections", "collections/places", "collections/places/schema", "collections/places/queryables", "collections/places/sortables", "collections/places/items", "collections/places/items/1",
        "collections/places/items?limit=2", "collections/empty/items", "collections/%C4%91%E1%BA%A5t.ven%20bi%E1%BB%83n%2F1/items/1", "grids", "scenarios", "tileMatrixSets", "tileMatrixSets/WebMercatorQuad", "tiles", "tiles/WorldCRS84Quad?collections=places", "collections/places/tiles", "collections/places/tiles/WebMercatorQuad", "styles", "collections/places/styles", "nothing-here",
    ];

    /// <summary>Attacks on markup, attributes, scripts and styles.</summary>
    public static TheoryData<string> Attacks =>
    [
        "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg/onload=alert(1)>",
        "</title><script>alert(1)</script>", "</td></tr></table><script>alert(1)</script>", "<iframe src=javascript:alert(1)>", "javascript:alert(1)", "\" onmouseover=\"alert(1)", "' onfocus='alert(1)' autofocus='",
        "<body onload=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>", "<style>@import 'http://evil.example/x.css'</style>", "<link rel=stylesheet href=//evil.example>", "<meta http-equiv=refresh content=0>",
        "<base href=//evil.example>", "<object data=x>", "<embed src=x>", "<form action=//evil.example>", "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>", "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)", "<!--<img src=\"--><img src=x onerror=alert(1)//\">", "<![CDATA[<script>alert(1)</script>]]>", "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "\u2028<script>\u2029alert(1)</script>", "<scr\0ipt>alert(1)</scr\0ipt>",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_well_formed_with_one_heading_a_main_part_and_its_language(string path)
    {
        foreach (var language in new[] { "vi", "en" })
        {
            var answer = await Server.GetAsync(path, "text/html", ("Accept-Language", language));
            var page = Parse(answer.Text);
            Assert.Equal(language, page.DocumentElement!.GetAttribute("lang"));
            Assert.Single(page.GetElementsByTagName("main").Cast<XmlNode>());
            Assert.Single(page.GetElementsByTagName("h1").Cast<XmlNode>());
            Assert.NotEqual("", page.GetElementsByTagName("title")[0]!.InnerText);
            Assert.DoesNotContain("style=", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<style", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_holds_all_that_the_JSON_holds()
    {
        var page = Parse((await Server.GetAsync("collections/places/items/1?f=html")).Text).InnerText;
        foreach (var value in new[] { "Sóc Trăng", "137305", "2.5", "false", "2007-02-08", "2024-05-01T03:04:05Z", "[105.9739,9.6025]", "Dân số", "Độ cao", "sơ đồ", "CC-BY-4.0" })
            Assert.Contains(value, page, StringComparison.Ordinal);
        var list = Parse((await Server.GetAsync("collections/places?f=html&lang=en")).Text).InnerText;
        foreach (var value in new[] { "Layer places", "A layer for tests.", "105.9739, -17, 178.5, 9.7", "2007-02-08T00:00:00Z", "schematic", "© testers", "drawn for tests", "Population" })
            Assert.Contains(value, list, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Hostile_text_in_layers_columns_values_and_parameters_stays_text(string attack)
    {
        var layer = SampleLayers.Places with
        {
            Title = new(attack, attack),
            Description = new(attack, attack),
            Properties = [new("a", PropertyType.Text, new(attack, attack), attack), .. SampleLayers.Places.Properties.Skip(1)],
            Provenance = new(attack, attack, attack, attack, LayerStatus.Synthetic, null),
        };
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(layer, SampleLayers.PlaceRows[0] with { Values = [attack, .. SampleLayers.PlaceRows[0].Values.Skip(1)] }));
        var escaped = Uri.EscapeDataString(attack.Replace("\0", "", StringComparison.Ordinal));
        foreach (var path in new[] { "collections", "collections/places", "collections/places/items", "collections/places/items/1", "api.html", $"collections/{escaped}", $"collections?{escaped}={escaped}", $"collections/places/items?bbox={escaped}" })
        {
            var answer = await server.GetAsync(path, "text/html");
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{path}: {answer.Status}");
            AssertHarmless(Parse(answer.Text.Replace("\0", "", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task The_style_sheet_is_ours_and_cached_by_tag()
    {
        var sheet = await Server.GetAsync("pages.css");
        Assert.Equal("text/css; charset=utf-8", sheet.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, (await Server.GetAsync("pages.css", null, ("If-None-Match", sheet.Header("ETag")))).Status);
    }

    private static void AssertHarmless(XmlDocument page)
    {
        string[] allowed = ["html", "head", "meta", "title", "link", "body", "header", "nav", "ol", "ul", "li", "a", "p", "main", "h1", "h2", "section", "div", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "code", "pre", "span", "br", "svg", "rect", "figure", "figcaption", "form", "fieldset", "legend", "label", "input", "select", "option", "textarea", "button", "details", "summary"];
        foreach (var element in page.GetElementsByTagName("*").Cast<XmlElement>())
        {
            Assert.Contains(element.Name, allowed);
            foreach (var attribute in element.Attributes.Cast<XmlAttribute>())
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{element.Name} {attribute.Name}");
                if (attribute.Name is "href" or "src" or "action" or "formaction" && attribute.Value != "data:,")
                    Assert.StartsWith("http://127.0.0.1:", attribute.Value, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>The pages are HTML5 that is also well-formed XML, but for the void elements and the doctype.</summary>
    private static XmlDocument Parse(string html)
    {
        Assert.StartsWith("<!DOCTYPE html>\n<html", html, StringComparison.Ordinal);
        var page = new XmlDocument { XmlResolver = null };
        page.LoadXml(Void().Replace(html["<!DOCTYPE html>".Length..].Replace("&#x0;", "", StringComparison.Ordinal), m => m.Value[..^1] + "/>"));
        return page;
    }

    [GeneratedRegex("<(?:meta|link|br|input)(?:[^>\"]|\"[^\"]*\")*>")]
    private static partial Regex Void();
}
