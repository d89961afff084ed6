using System.Net;
using System.Text.RegularExpressions;
using Geo.Engine.Geodesy;

namespace Geo.Tests.Api;

/// <summary>The forms of the pages as plain HTML: what a browser without scripts sends, and what comes back.</summary>
public sealed partial class PageFormTests(SampleService service) : IClassFixture<SampleService>
{
    private const string Items = "collections/places/items";

    private RunningServer Server => service.Server;

    [Fact]
    public async Task A_form_sent_as_it_stands_leads_to_the_address_without_its_empty_fields()
    {
        var page = (await Server.GetAsync($"{Items}?f=html&limit=3")).Text;
        var sent = await Server.GetAsync(Sent(page), "text/html");
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = Server.Address };
        using var first = await client.GetAsync(new Uri($"{Items}?f=html&q=&bbox=&filter=&sortby=&limit=3&lang=en", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal($"{Server.Address}{Items}?f=html&limit=3&lang=en", first.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Programs_are_still_told_that_an_empty_parameter_is_none() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Server.GetAsync($"{Items}?f=json&bbox=")).Status);

    [Theory]
    [InlineData("vi", "Lọc và sắp xếp")]
    [InlineData("en", "Filter and sort")]
    public async Task What_was_wrong_comes_back_with_what_was_typed_in_the_language_of_the_reader(string language, string heading)
    {
        var answer = await Server.GetAsync($"{Items}?lang={language}&bbox=1,2,3&limit=0&filter=name%20%3D&q=tr%E1%BA%A7n", "text/html");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(language, answer.Header("Content-Language"));
        Assert.Contains(heading, answer.Text, StringComparison.Ordinal);
        Assert.Equal(["bbox", "filter", "limit"], Invalid().Matches(answer.Text).Select(m => m.Groups[1].Value).Order());
        var fields = Fields(answer.Text);
        Assert.Equal(("1,2,3", "0", "name =", "trần"), (fields["bbox"], fields["limit"], fields["filter"], fields["q"]));
    }

    [Fact]
    public async Task A_parameter_without_a_field_of_its_own_is_kept_and_a_place_in_the_pages_is_not()
    {
        var fields = Fields((await Server.GetAsync($"{Items}?f=html&coastal=true&offset=1&limit=1&bbox-crs={CoordinateSystems.Wgs84.Uri}&bbox=9,105,10,107&properties=name")).Text);
        Assert.Equal(("true", "name", CoordinateSystems.Wgs84.Uri), (fields["coastal"], fields["properties"], fields["bbox-crs"]));
        Assert.DoesNotContain("offset", fields.Keys);
    }

    [Theory]
    [InlineData("vi", "VN-2000, kinh tuyến trục 105°30′, múi 3° (Sóc Trăng) · đông, bắc, mét · EPSG:9209", "WGS 84, vĩ độ trước · vĩ độ, kinh độ · EPSG:4326")]
    [InlineData("en", "VN-2000, central meridian 105°30′, 3° zone (Sóc Trăng) · easting, northing, metres · EPSG:9209", "WGS 84, latitude first · latitude, longitude · EPSG:4326")]
    public async Task Every_coordinate_system_can_be_chosen_by_a_name_with_its_order_of_axes(string language, string projected, string geographic)
    {
        var page = WebUtility.HtmlDecode((await Server.GetAsync($"{Items}?f=html&lang={language}")).Text);
        Assert.All(CoordinateSystems.All, s => Assert.Contains($"<option value=\"{s.Uri}\"", page, StringComparison.Ordinal));
        Assert.Contains(projected, page, StringComparison.Ordinal);
        Assert.Contains(geographic, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_form_that_the_layer_links_to_is_offered_as_a_file_with_the_conditions_of_the_page()
    {
        var forms = Links.Of(await Server.GetJsonAsync("collections/places")).Where(l => l.Rel == "enclosure").Select(l => l.Type!).ToList();
        var offered = Files().Matches((await Server.GetAsync($"{Items}?f=html&lang=vi&limit=2&people=12")).Text);
        Assert.NotEmpty(forms);
        Assert.Equal(forms, offered.Select(m => WebUtility.HtmlDecode(m.Groups[2].Value)));
        foreach (var file in offered.Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)))
            Assert.Equal(HttpStatusCode.OK, (await Server.GetAsync(file)).Status);
        var geoJson = await Server.GetJsonAsync(WebUtility.HtmlDecode(offered[0].Groups[1].Value));
        Assert.Equal(5, Assert.Single(geoJson.GetProperty("features").EnumerateArray()).GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task The_map_of_a_later_page_in_another_system_shows_the_features_of_that_page()
    {
        var next = Links.Find(await Server.GetJsonAsync($"{Items}?limit=2&crs={CoordinateSystems.Wgs84.Uri}"), "next")!;
        var page = (await Server.GetAsync($"{next}&f=html")).Text;
        var third = (await Server.GetJsonAsync(WebUtility.HtmlDecode(OnTheMap().Match(page).Groups[1].Value))).GetProperty("features")[0];
        Assert.Equal(3, third.GetProperty("id").GetInt32());
        Assert.Equal(9.4903, third.GetProperty("geometry").GetProperty("coordinates")[1].GetDouble());
    }

    /// <summary>The address to which a browser sends the first form of a page.</summary>
    private static string Sent(string page)
    {
        var action = WebUtility.HtmlDecode(Action().Match(page).Groups[1].Value);
        return $"{action}?{string.Join('&', Fields(page).Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"))}";
    }

    private static Dictionary<string, string> Fields(string page) =>
        Input().Matches(page).Concat(TextArea().Matches(page)).Concat(Select().Matches(page)).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));

    [GeneratedRegex("data-features=\"([^\"]+)\"")]
    private static partial Regex OnTheMap();

    [GeneratedRegex("<form class=\"filter\" method=\"get\" action=\"([^\"]+)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input (?:id=\"[^\"]+\" |type=\"hidden\" )name=\"([^\"]+)\"(?: type=\"[a-z]+\")? value=\"([^\"]*)\"")]
    private static partial Regex Input();

    [GeneratedRegex("<textarea [^>]*name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>")]
    private static partial Regex TextArea();

    [GeneratedRegex("<select id=\"[^\"]+\" name=\"([^\"]+)\"[^>]*>.*?<option value=\"([^\"]*)\" selected=\"\">")]
    private static partial Regex Select();

    [GeneratedRegex("name=\"([a-z]+)\"[^>]* aria-invalid=\"true\"")]
    private static partial Regex Invalid();

    [GeneratedRegex("<a href=\"([^\"]+)\" rel=\"[^\"]+\" type=\"([^\"]+)\" download=\"")]
    private static partial Regex Files();
}
