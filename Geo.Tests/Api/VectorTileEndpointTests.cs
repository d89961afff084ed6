using System.Net;
using System.Text.Json;

namespace Geo.Tests.Api;

/// <summary>OGC API - Tiles over HTTP: what describes tiles, the tiles, and what is answered to nonsense.</summary>
public sealed class VectorTileEndpointTests(SampleService service) : IClassFixture<SampleService>
{
    private const string Tiles = "collections/places/tiles/WebMercatorQuad";

    [Fact]
    public async Task From_the_collection_a_client_finds_its_way_to_a_tile()
    {
        var collection = await service.Server.GetJsonAsync("collections/places");
        var tilesets = await FollowAsync(collection, "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector");
        var mercator = tilesets.GetProperty("tilesets").EnumerateArray().Single(t => t.GetProperty("tileMatrixSetURI").GetString()!.EndsWith("/WebMercatorQuad", StringComparison.Ordinal));
        var tileset = await FollowAsync(mercator, "self");
        var scheme = await FollowAsync(tileset, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme");
        Assert.Equal("WebMercatorQuad", scheme.GetProperty("id").GetString());
        var item = tileset.GetProperty("links").EnumerateArray().Single(l => l.GetProperty("rel").GetString() == "item");
        Assert.True(item.GetProperty("templated").GetBoolean());
        var address = item.GetProperty("href").GetString()!.Replace("{tileMatrix}", "0", StringComparison.Ordinal).Replace("{tileRow}", "0", StringComparison.Ordinal).Replace("{tileCol}", "0", StringComparison.Ordinal);
        var tile = await service.Server.GetAsync(new Uri(address).PathAndQuery.TrimStart('/'));
        Assert.Equal(HttpStatusCode.OK, tile.Status);
        Assert.Equal("application/vnd.mapbox-vector-tile", tile.MediaType);
    }

    // source: OGC 17-083r4, annex D.1 and D.3.
    [Theory]
    [InlineData("WebMercatorQuad", "0", 559082264.028717, 156543.033928041, 1, 1)]
    [InlineData("WebMercatorQuad", "14", 34123.6733415964, 9.55462853564703, 16384, 16384)]
    [InlineData("WorldCRS84Quad", "0", 279541132.014358, 0.703125, 2, 1)]
    [InlineData("WorldCRS84Quad", "10", 272989.386732772, 0.0006866455078125, 2048, 1024)]
    public async Task A_pyramid_is_defined_as_registered(string set, string level, double scale, double cell, int columns, int rows)
    {
        var definition = await service.Server.GetJsonAsync($"tileMatrixSets/{set}");
        var matrix = definition.GetProperty("tileMatrices").EnumerateArray().Single(m => m.GetProperty("id").GetString() == level);
        Assert.Equal(scale, matrix.GetProperty("scaleDenominator").GetDouble(), scale * 1e-12);
        Assert.Equal(cell, matrix.GetProperty("cellSize").GetDouble(), cell * 1e-12);
        Assert.Equal((columns, rows), (matrix.GetProperty("matrixWidth").GetInt32(), matrix.GetProperty("matrixHeight").GetInt32()));
    }

    [Fact]
    public async Task TileJSON_has_what_a_web_map_needs()
    {
        var document = await service.Server.GetJsonAsync("collections/places/tilejson");
        Assert.Equal("3.0.0", document.GetProperty("tilejson").GetString());
        var address = document.GetProperty("tiles")[0].GetString()!.Replace("{z}", "0", StringComparison.Ordinal).Replace("{y}", "0", StringComparison.Ordinal).Replace("{x}", "0", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await service.Server.GetAsync(new Uri(address).PathAndQuery.TrimStart('/'))).Status);
        var layer = Assert.Single(document.GetProperty("vector_layers").EnumerateArray());
        Assert.Equal("places", layer.GetProperty("id").GetString());
        Assert.Contains("name", layer.GetProperty("fields").EnumerateObject().Select(f => f.Name));
    }

    [Theory]
    [InlineData($"{Tiles}/25/0/0")]
    [InlineData($"{Tiles}/3/8/0")]
    [InlineData($"{Tiles}/3/0/8")]
    [InlineData($"{Tiles}/-1/0/0")]
    [InlineData($"{Tiles}/a/0/0")]
    [InlineData($"{Tiles}/99999999999/0/0")]
    [InlineData("collections/places/tiles/NoSuchQuad")]
    [InlineData("collections/places/tiles/NoSuchQuad/0/0/0")]
    [InlineData("collections/none/tiles/WebMercatorQuad/0/0/0")]
    [InlineData("tileMatrixSets/none")]
    public async Task What_is_not_there_is_404_and_says_what_is(string path)
    {
        var answer = await service.Server.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
    }

    [Fact]
    public async Task A_tile_without_features_is_204_and_one_that_is_known_is_304()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await service.Server.GetAsync($"{Tiles}/10/0/0")).Status);
        var first = await service.Server.GetAsync($"{Tiles}/0/0/0");
        var again = await service.Server.SendAsync(HttpMethod.Get, $"{Tiles}/0/0/0", null, ("If-None-Match", first.Header("ETag")));
        Assert.Equal(HttpStatusCode.NotModified, again.Status);
    }

    [Fact]
    public async Task A_tile_comes_compressed_to_those_who_take_it_so_under_a_tag_of_its_own()
    {
        var plain = await service.Server.GetAsync($"{Tiles}/0/0/0");
        Assert.Equal("", plain.Header("Content-Encoding"));
        foreach (var accepted in new[] { "gzip", "br;q=1, gzip;q=0.5", "*" })
        {
            var packed = await service.Server.GetAsync($"{Tiles}/0/0/0", null, ("Accept-Encoding", accepted));
            Assert.Equal("gzip", packed.Header("Content-Encoding"));
            Assert.Contains("Accept-Encoding", packed.Header("Vary"), StringComparison.Ordinal);
            Assert.NotEqual(plain.Header("ETag"), packed.Header("ETag"));
            using var unpacked = new MemoryStream();
            await new System.IO.Compression.GZipStream(new MemoryStream(packed.Body), System.IO.Compression.CompressionMode.Decompress).CopyToAsync(unpacked, TestContext.Current.CancellationToken);
            Assert.Equal(plain.Body, unpacked.ToArray());
        }
        foreach (var refused in new[] { "br", "gzip;q=0", "identity" })
            Assert.Equal("", (await service.Server.GetAsync($"{Tiles}/0/0/0", null, ("Accept-Encoding", refused))).Header("Content-Encoding"));
    }

    [Theory]
    [InlineData("datetime=2007-02-08", 1626, 969)]
    [InlineData("coastal=true", 1626, 970)]
    [InlineData("filter=people%20%3E%20150000", 1626, 970)]
    public async Task A_tile_shows_the_features_asked_for(string query, int column, int row)
    {
        // Apart from others at this depth: Sóc Trăng (1) and Vĩnh Châu (2).
        var all = await service.Server.GetAsync($"{Tiles}/11/{row}/{column}");
        Assert.Equal(HttpStatusCode.OK, all.Status);
        Assert.Equal(all.Body, (await service.Server.GetAsync($"{Tiles}/11/{row}/{column}?{query}")).Body);
    }

    [Theory]
    [InlineData($"{Tiles}/11/971/1626?datetime=1999-01-01")]
    [InlineData($"{Tiles}/11/971/1626?coastal=false")]
    [InlineData($"{Tiles}/11/971/1626?filter=people%20%3C%205")]
    [InlineData("tiles/WebMercatorQuad/11/971/1626?datetime=1999-01-01&collections=places")]
    public async Task A_tile_without_a_feature_asked_for_is_empty(string path) =>
        Assert.Equal(HttpStatusCode.NoContent, (await service.Server.GetAsync(path)).Status);

    [Fact]
    public async Task A_crowded_tile_has_the_same_bytes_as_one_whose_values_were_read_at_once()
    {
        // 40,000 points in a tile at zoom 6: more than it can hold.
        await using var server = await RunningServer.StartAsync(new MemoryStore().With(SampleLayers.Many, SampleLayers.ManyRows(40_000)));
        const string tile = "collections/many/tiles/WebMercatorQuad/6/30/50";
        var crowded = await server.GetAsync(tile);
        Assert.Equal(HttpStatusCode.OK, crowded.Status);
        var expected = new Geo.Engine.Tiles.VectorTile(SampleLayers.Many, new(Geo.Engine.Tiles.TileMatrixSet.WebMercatorQuad, 6, 50, 30));
        foreach (var row in SampleLayers.ManyRows(40_000))
            expected.Add(new Geo.Engine.Features.FeatureAsRow().Take(row));
        using var written = new MemoryStream();
        expected.WriteTo(written);
        Assert.Equal(written.ToArray(), crowded.Body);
    }

    [Fact]
    public async Task Layers_of_the_dataset_come_in_one_tile_in_the_order_asked_for()
    {
        var hard = Uri.EscapeDataString(SampleLayers.Hard.Id);
        var (places, other) = (await service.Server.GetAsync($"{Tiles}/0/0/0"), await service.Server.GetAsync($"collections/{hard}/tiles/WebMercatorQuad/0/0/0"));
        // Messages of protocol buffers behind one another are one message with the repeated fields of all.
        byte[] placesFirst = [.. places.Body, .. other.Body], otherFirst = [.. other.Body, .. places.Body];
        Assert.Equal(placesFirst, (await service.Server.GetAsync($"tiles/WebMercatorQuad/0/0/0?collections=places,{hard}")).Body);
        Assert.Equal(otherFirst, (await service.Server.GetAsync($"tiles/WebMercatorQuad/0/0/0?collections={hard},places")).Body);
        Assert.Equal(placesFirst, (await service.Server.GetAsync("tiles/WebMercatorQuad/0/0/0")).Body);
        var tileset = await service.Server.GetJsonAsync($"tiles/WebMercatorQuad?collections={hard},places");
        Assert.Equal([SampleLayers.Hard.Id, "places"], tileset.GetProperty("layers").EnumerateArray().Select(l => l.GetProperty("id").GetString()));
        Assert.Contains($"collections={hard}%2Cplaces", tileset.GetProperty("links").EnumerateArray().Single(l => l.GetProperty("rel").GetString() == "item").GetProperty("href").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tiles?collections=places,none")]
    [InlineData("tiles?collections=")]
    [InlineData("tiles?collections=places,places")]
    [InlineData("tiles/WebMercatorQuad?collections=none")]
    [InlineData("tiles/WebMercatorQuad/0/0/0?collections=none")]
    [InlineData("tiles/WebMercatorQuad/0/0/0?datetime=x")]
    [InlineData($"{Tiles}/0/0/0?datetime=x")]
    [InlineData($"{Tiles}/0/0/0?filter=x")]
    [InlineData($"{Tiles}/0/0/0?people=x")]
    [InlineData($"{Tiles}/0/0/0?bbox=1,2,3,4")]
    public async Task A_fault_of_a_parameter_is_400_and_names_it(string path)
    {
        var answer = await service.Server.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Single(answer.Json.GetProperty("parameters").EnumerateArray());
    }

    [Fact]
    public async Task From_the_landing_page_a_client_finds_its_way_to_a_tile_of_the_dataset()
    {
        var tilesets = await FollowAsync(await service.Server.GetJsonAsync(""), "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector");
        var tileset = await FollowAsync(tilesets.GetProperty("tilesets")[0], "self");
        var item = tileset.GetProperty("links").EnumerateArray().Single(l => l.GetProperty("rel").GetString() == "item").GetProperty("href").GetString()!;
        var address = item.Replace("{tileMatrix}/{tileRow}/{tileCol}", "0/0/0", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await service.Server.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_tile_is_made_once_and_again_only_when_its_layer_has_changed()
    {
        var store = SampleLayers.Store();
        await using var server = await RunningServer.StartAsync(store);
        var first = await server.GetAsync($"{Tiles}/0/0/0");
        var reads = store.FeatureReads;
        Assert.Equal(first.Body, (await server.GetAsync($"{Tiles}/0/0/0")).Body);
        Assert.Equal(reads, store.FeatureReads);
        store.With(SampleLayers.Places, SampleLayers.PlaceRows.Take(1));
        var changed = await server.GetAsync($"{Tiles}/0/0/0");
        Assert.NotEqual(first.Header("ETag"), changed.Header("ETag"));
        Assert.True(changed.Body.Length < first.Body.Length);
    }

    private async Task<JsonElement> FollowAsync(JsonElement document, string relation)
    {
        var link = document.GetProperty("links").EnumerateArray().Single(l => l.GetProperty("rel").GetString() == relation);
        return await service.Server.GetJsonAsync(new Uri(link.GetProperty("href").GetString()!).PathAndQuery.TrimStart('/'));
    }
}
