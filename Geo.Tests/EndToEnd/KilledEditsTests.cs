using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores;
using Geo.Tests.Fixtures;
using Geo.Tests.Stores;

namespace Geo.Tests.EndToEnd;

/// <summary>The built server is killed again and again while it is edited (robustness.md K1): what it acknowledged is there, and nothing is half done.</summary>
[Collection(KilledServerCollection.Name)]
public sealed class KilledEditsTests
{
    private const int Rounds = 10;
    private const int Editors = 4;

    private static readonly LayerDefinition Layer = GeoPackageSamples.Definition(
        "edited", GeometryKind.Point, CoordinateSystems.Crs84, new("editor", PropertyType.Integer), new("pair", PropertyType.Integer), new("value", PropertyType.Integer));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_GeoPackage_every_acknowledged_edit_is_there_and_none_is_half_done()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("killed.gpkg");
        await KillAndCheckAsync($"geopackage:{file}");
        Assert.Equal(["ok"], SqliteProbe.Column(file, "PRAGMA integrity_check"));
        Assert.Equal(["ok"], SqliteProbe.Column(file, "SELECT rtreecheck('rtree_edited_geom')"));
    }

    [Fact]
    public async Task On_PostGIS_every_acknowledged_edit_is_there_and_none_is_half_done()
    {
        await using var database = await PostGisDatabase.CreateAsync();
        await KillAndCheckAsync($"postgis:{database.ConnectionString}");
    }

    private static async Task KillAndCheckAsync(string store)
    {
        var key = await PrepareAsync(store);
        var diaries = Enumerable.Range(1, Editors).Select(e => new EditDiary(e)).ToList();
        var random = new Random(5);
        for (var round = 0; round < Rounds; round++)
        {
            await using (var server = BuiltServer.StartOn(store))
            {
                await server.ReadyAsync(Cancel);
                using var client = new HttpClient { BaseAddress = server.Address };
                client.DefaultRequestHeaders.Add("X-Api-Key", key);
                var before = diaries.Sum(d => d.Acknowledged);
                var writing = Task.WhenAll(diaries.Select(d => d.WriteAsync(client, "collections/edited/items")));
                while (diaries.Sum(d => d.Acknowledged) < before + 10 && !writing.IsCompleted)
                    await Task.Delay(10, Cancel);
                await Task.Delay(random.Next(300), Cancel);
                await server.DisposeAsync();
                await writing;
            }
            await CheckAsync(store, diaries);
        }
        Assert.True(diaries.Sum(d => d.Acknowledged) >= Rounds * 10);
    }

    private static async Task<string> PrepareAsync(string address)
    {
        await using var store = FeatureStores.Create(StoreAddress.Parse(address));
        await store.OpenAsync(Cancel);
        await store.ApplyAsync(new StoreChange { Layers = [new LayerContent(Layer, AsyncEnumerable.Empty<Feature>())] }, Cancel);
        var (key, text) = KeyText.Make("kill test", Role.Planner, DateTimeOffset.UnixEpoch);
        await store.Keys.AddAsync(key, new Author("tester", "keys.create", null), Cancel);
        return text;
    }

    private static async Task CheckAsync(string address, List<EditDiary> diaries)
    {
        await using var store = FeatureStores.Create(StoreAddress.Parse(address));
        await store.OpenAsync(Cancel);
        var layer = Assert.IsType<Layer>(await store.FindLayerAsync("edited", Cancel));
        var rows = await store.ReadAsync(layer, FeatureQuery.All, Cancel).ToListAsync(Cancel);
        foreach (var diary in diaries)
            diary.Check(rows);
        Assert.Equal(rows.Count, layer.FeatureCount);
        Assert.Equal(rows.Select(r => r.Id), await store.ReadAsync(layer, FeatureQuery.All with { Boxes = [new(-180, -90, 180, 90)] }, Cancel).Select(r => r.Id).ToListAsync(Cancel));
        await CheckHistoryAsync(store, layer, rows);
    }

    /// <summary>The history, played from the first entry on, gives the rows as they are, and the revision counts its transactions.</summary>
    private static async Task CheckHistoryAsync(IFeatureStore store, Layer layer, List<Feature> rows)
    {
        var entries = (await store.ReadHistoryAsync(new HistoryQuery("edited", null, null, 1_000_000), Cancel)).Reverse().ToList();
        var played = new SortedDictionary<long, string>();
        foreach (var entry in entries)
        {
            Assert.Equal(Shown(entry.Before), played.GetValueOrDefault(entry.FeatureId, ""));
            played.Remove(entry.FeatureId);
            if (entry.After is not null)
                played[entry.FeatureId] = Shown(entry.After);
        }
        Assert.Equal(rows.Select(r => (r.Id, $$"""{{r.Geometry}} {"editor":{{r.Values[0]}},"pair":{{r.Values[1]}},"value":{{r.Values[2]}}}""")), played.Select(p => (p.Key, p.Value)));
        Assert.Equal(Enumerable.Range(2, (int)layer.Revision - 1).Select(r => (long)r), entries.Select(e => e.Revision).Distinct());
    }

    private static string Shown(FeatureVersion? version) => version is null ? "" : $"{version.Geometry} {version.ValuesJson}";
}
