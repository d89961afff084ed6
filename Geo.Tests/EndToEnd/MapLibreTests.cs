using System.Text.Json;
using Geo.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Geo.Tests.EndToEnd;

/// <summary>MapLibre in Chromium on a bare page of somebody else: our TileJSON as its only source, on either store.</summary>
[Collection(ClientCollection.Name)]
public sealed class MapLibreTests(ClientWorld world, MapWorld browser) : IClassFixture<MapWorld>
{
    private const string Blue = "#0000ff";

    public static TheoryData<string> Stores => ClientWorld.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_foreign_page_draws_a_layer_from_its_TileJSON_and_knows_what_lies_under_the_pointer(string store)
    {
        var server = await world.ServerAsync(store, TestContext.Current.CancellationToken);
        await using var site = await ForeignSiteAsync(server);
        var origin = new Uri(site.Urls.First());
        await using var map = await browser.NewPageAsync(origin);
        map.OtherOrigin = server;
        await map.Page.GotoAsync(origin.ToString());
        await map.Page.WaitForFunctionAsync("() => window.isDrawn");
        using var picture = await map.PictureAsync();
        Assert.Equal(Blue, picture.ColourAt(await PixelAsync(map, ClientWorld.Inside)));
        Assert.Equal("#ffffff", picture.ColourAt(await PixelAsync(map, ClientWorld.AtSea)));
        var found = await FoundAsync(map, ClientWorld.Inside);
        Assert.Equal((1, ClientWorld.InsideName), (found[0].GetProperty("id").GetInt32(), found[0].GetProperty("properties").GetProperty("name_vi").GetString()));
        Assert.Equal(0, (await FoundAsync(map, ClientWorld.AtSea)).GetArrayLength());
        Assert.Contains("OCHA ROAP", await map.Page.Locator(".maplibregl-ctrl-attrib").TextContentAsync(), StringComparison.Ordinal);
        map.AssertClean();
    }

    private static async Task<(float X, float Y)> PixelAsync(MapPage map, (double Longitude, double Latitude) place)
    {
        var pixel = await map.Page.EvaluateAsync<JsonElement>("place => { const { x, y } = window.map.project(place); return [x, y]; }", new[] { place.Longitude, place.Latitude });
        return (pixel[0].GetSingle(), pixel[1].GetSingle());
    }

    private static Task<JsonElement> FoundAsync(MapPage map, (double Longitude, double Latitude) place) => map.Page.EvaluateAsync<JsonElement>(
        "place => window.map.queryRenderedFeatures(window.map.project(place)).map(f => ({ id: f.id, properties: f.properties }))",
        new[] { place.Longitude, place.Latitude });

    /// <summary>A site with MapLibre as its makers ship it and one page.</summary>
    private static async Task<WebApplication> ForeignSiteAsync(Uri server)
    {
        var library = Path.Combine(Repository.Root, "Geo.Api", "Web", "node_modules", "maplibre-gl", "dist");
        Requirement.Holds(Directory.Exists(library), "the map's packages are not there; dotnet build fetches them");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        site.MapGet("/", () => Results.Content(Page(server), "text/html"));
        site.MapGet("/{file}", (string file) => Results.File(Path.Combine(library, Path.GetFileName(file)), file.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/javascript"));
        site.MapGet("/favicon.ico", () => Results.NoContent());
        await site.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    private static string Page(Uri server) =>
        $$"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>A map</title><link rel="stylesheet" href="maplibre-gl.css"></head>
        <body style="margin:0"><div id="map" style="width:800px;height:600px;background:#ffffff"></div>
        <script type="module">
        import { Map, setWorkerUrl } from './maplibre-gl.mjs';
        setWorkerUrl(new URL('./maplibre-gl-worker.mjs', location.href).href);
        window.map = new Map({
          container: 'map', center: [106.2, 9.5], zoom: 8.5, fadeDuration: 0,
          style: {
            version: 8,
            sources: { districts: { type: 'vector', url: '{{server}}collections/districts/tilejson' } },
            layers: [{ id: 'fill', type: 'fill', source: 'districts', 'source-layer': 'districts', paint: { 'fill-color': '{{Blue}}' } }],
          },
        });
        window.map.on('error', fault => console.error(fault.error.message));
        window.map.once('idle', () => { window.isDrawn = true; });
        </script></body></html>
        """;
}
