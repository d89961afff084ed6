using CsCheck;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores.GeoPackage;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Stores;

/// <summary>Random transactions leave both stores as a dictionary in memory says: rows, count, ids, outcomes, index and history.</summary>
public sealed class EditsAgreeTests
{
    private static readonly PropertyDefinition[] Properties = [new("t", PropertyType.Text), new("n", PropertyType.Integer)];

    private static readonly LayerDefinition Definition = GeoPackageSamples.Definition("x", GeometryKind.Geometry, CoordinateSystems.Crs84, Properties);

    private static readonly string?[] Texts = ["a", "á", "", null];

    private static readonly Gen<Geometry?> Shape = Gen.Select(Gen.Int[0, 5], Gen.Int[-5, 5], Gen.Int[-5, 5]).Select((kind, x, y) => kind switch
    {
        0 => (Geometry?)null,
        1 => Point.Empty,
        2 => new LineString([new(x, y), new(x + 1, y + 2)]),
        _ => new Point(x, y),
    });

    // Few ids, so that many edits hit a feature and some miss.
    private static readonly Gen<Drawn> Edit = Gen.Select(Gen.Int[0, 2], Gen.Int[1, 12], Shape, Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 5])
        .Select((kind, id, shape, text, number, guard) => new Drawn(kind, id, shape, [Texts[text], (long)number], guard));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_stores_end_up_as_a_dictionary_in_memory_does()
    {
        using var folder = new TemporaryFolder();
        await using var database = await PostGisDatabase.CreateAsync();
        await using var geoPackage = new GeoPackageStore(folder.File("store.gpkg"));
        await using var postGis = new PostGisStore(database.ConnectionString);
        IFeatureStore[] stores = [geoPackage, postGis];
        foreach (var store in stores)
            await store.OpenAsync(Cancel);
        await Edit.Array[1, 4].Array[1, 12].SampleAsync(transactions => CheckAsync(stores, transactions), iter: 25, threads: 1);
        Assert.Equal(["ok"], SqliteProbe.Column(folder.File("store.gpkg"), "PRAGMA integrity_check"));
        Assert.Equal(["ok"], SqliteProbe.Column(folder.File("store.gpkg"), "SELECT rtreecheck('rtree_x_geom')"));
    }

    private static async Task CheckAsync(IFeatureStore[] stores, Drawn[][] transactions)
    {
        foreach (var store in stores)
        {
            await store.ApplyAsync(new StoreChange { Layers = [new LayerContent(Definition, AsyncEnumerable.Empty<Feature>())] }, Cancel);
            var layer = Assert.IsType<Layer>(await store.FindLayerAsync("x", Cancel));
            var lastId = (await store.ReadHistoryAsync(new HistoryQuery("x", null, null, 100_000), Cancel)).Select(h => h.FeatureId).DefaultIfEmpty().Max();
            var expected = new SortedDictionary<long, Feature>();
            foreach (var transaction in transactions)
                (expected, lastId) = await CheckAsync(store, layer, transaction, expected, lastId);
            var now = Assert.IsType<Layer>(await store.FindLayerAsync("x", Cancel));
            Assert.Equal(expected.Count, now.FeatureCount);
            Assert.Equal(expected.Values.Select(Shown), (await store.ReadAsync(now, FeatureQuery.All, Cancel).ToListAsync(Cancel)).Select(Shown));
            var box = new Extent(-1, -1, 1, 1);
            var met = expected.Values.Where(f => f.Geometry is null || GeometryFactory.Default.ToGeometry(new Envelope(-1, 1, -1, 1)).Intersects(f.Geometry));
            Assert.Equal(met.Select(f => f.Id), await store.ReadAsync(now, FeatureQuery.All with { Boxes = [box] }, Cancel).Select(f => f.Id).ToListAsync(Cancel));
        }
    }

    private static async Task<(SortedDictionary<long, Feature> Rows, long LastId)> CheckAsync(IFeatureStore store, Layer layer, Drawn[] drawn, SortedDictionary<long, Feature> rows, long lastId)
    {
        var (after, last, expected) = (new SortedDictionary<long, Feature>(rows), lastId, (string?)null);
        var edits = new List<FeatureEdit>();
        foreach (var (index, draw) in drawn.Index())
        {
            // Some edits name a state that nobody has, some that of the feature as it stood before the transaction.
            var guard = draw.Guard == 0 ? new string('0', 32) : draw.Guard == 1 && rows.TryGetValue(draw.Id, out var known) ? FeatureFingerprint.Of(Definition, known) : null;
            edits.Add(draw.Kind switch { 0 => new FeatureEdit.Create(draw.Shape, draw.Values), 1 => new FeatureEdit.Replace(new Feature(draw.Id, draw.Shape, draw.Values), guard), _ => new FeatureEdit.Delete(draw.Id, guard) });
            if (expected is not null)
                continue;
            if (draw.Kind == 0)
                after[++last] = new Feature(last, draw.Shape, draw.Values);
            else if (!after.TryGetValue(draw.Id, out var there))
                expected = $"no such feature {index}";
            else if (guard is not null && guard != FeatureFingerprint.Of(Definition, there))
                expected = $"stale {index}";
            else if (draw.Kind == 1)
                after[draw.Id] = new Feature(draw.Id, draw.Shape, draw.Values);
            else
                after.Remove(draw.Id);
        }
        var outcome = await store.EditAsync(new LayerEdits(layer, edits, "random"), Cancel);
        Assert.Equal(expected ?? "applied", outcome switch { EditOutcome.Applied => "applied", EditOutcome.Stale s => $"stale {s.Edit}", EditOutcome.NoSuchFeature n => $"no such feature {n.Edit}", _ => outcome.ToString() });
        return expected is null ? (after, last) : (rows, lastId);
    }

    private static string Shown(Feature row) => $"{row.Id} {row.Geometry} {string.Join(" ", row.Values)}";

    private sealed record Drawn(int Kind, long Id, Geometry? Shape, object?[] Values, int Guard);
}
