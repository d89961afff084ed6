using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Api;

/// <summary>Styles as their two readers take them: the validator of the MapLibre style specification and the converter of QGIS.</summary>
public sealed partial class StyleTests : IAsyncLifetime
{
    private static readonly LayerDefinition Zones = SampleLayers.Places with
    {
        Id = "zones-shrimp",
        Title = new("Vùng thích hợp: tôm", "Suitable zones: shrimp"),
        GeometryKind = GeometryKind.MultiPolygon,
        Properties = [new("class", PropertyType.Text), new("district", PropertyType.Text)],
        TimeStartProperty = null,
    };

    private readonly TemporaryFolder _folder = new();
    private RunningServer _server = null!; // set before any test runs

    public async ValueTask InitializeAsync()
    {
        var store = SampleLayers.Store()
            .With(Zones, new Feature(1, new NetTopologySuite.IO.WKTReader().Read("MULTIPOLYGON (((106 9.5, 106.1 9.5, 106.1 9.6, 106 9.5)))"), ["S1", "Trần Đề"]))
            .With(SampleLayers.Empty with { Id = "roads", GeometryKind = GeometryKind.LineString }, new Feature(1, new NetTopologySuite.IO.WKTReader().Read("LINESTRING (106 9.5, 106.1 9.6)"), []));
        // The legend of this grid gives S1 the colour #008000, S2 #ffff00 and S3 #ffa500.
        GridSamples.Add(store, "classes-shrimp", new Grid<float>(new GridFrame(CoordinateSystems.Vn2000Tm3Zone10530, 550_000, 1_060_000, 100, 10, 10)), isCategorical: true);
        _server = await RunningServer.StartAsync(store);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return _server.DisposeAsync();
    }

    [Theory]
    [InlineData("collections/places/styles/default")]
    [InlineData("collections/roads/styles/default")]
    [InlineData("collections/zones-shrimp/styles/default")]
    [InlineData("collections/%C4%91%E1%BA%A5t.ven%20bi%E1%BB%83n%2F1/styles/default")]
    [InlineData("styles/shrimp")]
    public async Task A_style_is_valid_by_the_specification_of_MapLibre(string path)
    {
        var answer = await _server.GetAsync(path);
        Assert.Equal("application/vnd.mapbox.style+json", answer.MediaType);
        Assert.All(Addresses().Matches(answer.Text), a => Assert.StartsWith(_server.Address.ToString(), a.Value, StringComparison.Ordinal));
        Requirement.Holds(Directory.Exists(Path.Combine(Repository.Root, "Geo.Api", "Web", "node_modules", "@maplibre")), "the packages of Geo.Api/Web are not installed; building Geo.Api with Node does it");
        await File.WriteAllBytesAsync(_folder.File("style.json"), answer.Body, TestContext.Current.CancellationToken);
        var script = Path.Combine(Repository.Root, "Geo.Tests", "Api", "validate_style.mjs");
        var (code, output) = Requirement.Run("node", script, Path.Combine(Repository.Root, "Geo.Api", "Web"), _folder.File("style.json"));
        Assert.True(code == 0, output);
    }

    [Theory]
    [InlineData("collections/places/styles/default", "places-Point-circle,places-name-symbol")]
    [InlineData("collections/roads/styles/default", "roads-LineString-line")]
    [InlineData("collections/zones-shrimp/styles/default", "zones-shrimp-Polygon-fill,zones-shrimp-Polygon-line")]
    public async Task QGIS_converts_every_layer_of_a_style_without_a_warning(string path, string layers)
    {
        await File.WriteAllBytesAsync(_folder.File("style.json"), (await _server.GetAsync(path)).Body, TestContext.Current.CancellationToken);
        Requirement.Holds(File.Exists("/usr/lib/python3/dist-packages/qgis/core/__init__.py"), "QGIS for Python is not installed; ./test.sh installs it");
        var (code, output) = Requirement.Run("/usr/bin/python3", Path.Combine(Repository.Root, "Geo.Tests", "Api", "qgis_style.py"), _folder.File("style.json"));
        Assert.True(code == 0, output);
        Assert.Equal(layers, output.Split('\n')[0]);
    }

    [Fact]
    public async Task Zones_have_the_colours_of_the_grid_of_classes_and_where_it_tells_none_those_of_the_map()
    {
        var style = await _server.GetJsonAsync("styles/shrimp");
        var fill = style.GetProperty("layers").EnumerateArray().Single(l => l.GetProperty("id").GetString() == "zones-shrimp-Polygon-fill");
        Assert.Equal("""["match",["get","class"],"S1","#008000","S2","#ffff00","S3","#ffa500","N","#b9b4ae","#3f51a3"]""", fill.GetProperty("paint").GetProperty("fill-color").GetRawText());
    }

    [Fact]
    public async Task A_legend_tells_value_text_in_both_languages_and_colour()
    {
        var legend = await _server.GetJsonAsync("collections/zones-shrimp/styles/default/legend?lang=en");
        Assert.Equal("class", legend.GetProperty("property").GetString());
        var last = legend.GetProperty("entries").EnumerateArray().Last();
        Assert.Equal(("N", "#b9b4ae", "Not suitable (N)", "Không thích hợp (N)"), (last.GetProperty("value").GetString(), last.GetProperty("colour").GetString(), last.GetProperty("label").GetString(), last.GetProperty("labelVi").GetString()));
        var picture = await _server.GetAsync("styles/shrimp/legend?f=svg&lang=en");
        Assert.Equal("image/svg+xml", picture.MediaType);
        var svg = XDocument.Parse(picture.Text);
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal(["#008000", "#ffff00", "#ffa500", "#b9b4ae"], svg.Descendants(ns + "rect").Skip(1).Select(r => r.Attribute("fill")!.Value));
        Assert.Equal("Not suitable (N)", svg.Descendants(ns + "text").Last().Value);
    }

    [Fact]
    public async Task A_legend_of_a_hostile_layer_is_a_picture_and_nothing_else()
    {
        var svg = XDocument.Parse((await _server.GetAsync("collections/%C4%91%E1%BA%A5t.ven%20bi%E1%BB%83n%2F1/styles/default/legend?f=svg")).Text);
        Assert.Equal(["rect", "svg", "text", "title"], svg.Descendants().Select(e => e.Name.LocalName).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task From_a_collection_and_its_TileJSON_a_client_finds_style_and_legend()
    {
        var list = Links.Of(await _server.GetJsonAsync("collections/places")).Single(l => l.Rel == "http://www.opengis.net/def/rel/ogc/1.0/styles");
        var sheet = (await _server.GetJsonAsync(list.Href)).GetProperty("styles")[0].GetProperty("links").EnumerateArray().Single(l => l.GetProperty("rel").GetString() == "stylesheet").GetProperty("href").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await _server.GetAsync(sheet)).Status);
        Assert.Equal(sheet, Links.Of(await _server.GetJsonAsync("collections/places/tilejson")).Single(l => l.Rel == "stylesheet").Href);
        var tile = (await _server.GetJsonAsync(sheet)).GetProperty("sources").GetProperty("places").GetProperty("tiles")[0].GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await _server.GetAsync(tile.Replace("{z}/{y}/{x}", "0/0/0", StringComparison.Ordinal))).Status);
        Assert.Equal(["shrimp"], (await _server.GetJsonAsync("styles")).GetProperty("styles").EnumerateArray().Select(s => s.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("collections/places/styles/none")]
    [InlineData("collections/none/styles/default")]
    [InlineData("styles/none")]
    [InlineData("styles/none/legend")]
    public async Task A_style_that_is_not_there_is_404(string path) => Assert.Equal(HttpStatusCode.NotFound, (await _server.GetAsync(path)).Status);

    [GeneratedRegex("https?://[^\"]+")]
    private static partial Regex Addresses();
}
