using CsCheck;
using Geo.Engine.Features;
using Geo.Engine.Filters;
using Geo.Engine.Formats;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores.GeoPackage;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Stores;

/// <summary>Both stores, and a plain list in memory, give the same answers to the same random questions on the same random data.</summary>
public sealed class StoresAgreeTests
{
    private static readonly PropertyDefinition[] Properties = RandomRows.Properties;

    private static readonly RandomFilters Random = new(Properties);

    private static readonly Gen<Extent> Box = Gen.Select(RandomRows.Positions, Gen.Int[0, 6], Gen.Int[0, 6]).Select((c, w, h) => new Extent(c.X, c.Y, c.X + w, c.Y + h));
    private static readonly Gen<DateTime?> End = RandomRows.OrNull(Gen.Int[-20, 220].Select(h => (DateTime?)new DateTime(2025, 6, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(h)));
    private static readonly Gen<(string, object)[]> Equalities = Gen.Select(Gen.Int[0, 5], RandomRows.Values).Select((i, v) => v[i] is { } value ? new[] { (Properties[i].Name, value) } : []);

    private static readonly Gen<FeatureQuery> Query = Gen.Select(
        RandomRows.OrNull(Box.Array[1, 2].Select(b => (IReadOnlyList<Extent>?)b)),
        RandomRows.OrNull(Gen.Select(End, End).Select((a, b) => (TimeInterval?)new TimeInterval(a, b))),
        Equalities,
        RandomRows.OrNull(Random.Filters(RandomRows.Values, RandomRows.Shapes.Where(g => g is { IsEmpty: false }).Select(g => g!)).Select(f => (FilterExpression?)f)),
        Random.SortKeys(),
        RandomRows.OrNull(Gen.Int[0, 200].Select(i => (long?)i)),
        RandomRows.OrNull(Gen.Int[0, 20].Select(i => (int?)i)))
        .Select((boxes, time, equal, filter, sort, after, limit) =>
            new FeatureQuery { Boxes = boxes, Time = time, PropertyEquals = equal, Filter = filter, SortBy = sort, AfterId = after, Limit = limit });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_stores_answer_like_a_list_in_memory_and_have_equal_content_hashes()
    {
        using var folder = new TemporaryFolder();
        await using var database = await PostGisDatabase.CreateAsync();
        await using var geoPackage = new GeoPackageStore(folder.File("store.gpkg"));
        await using var postGis = new PostGisStore(database.ConnectionString);
        IFeatureStore[] stores = [geoPackage, postGis];
        foreach (var store in stores)
            await store.OpenAsync(Cancel);
        await Gen.Select(RandomRows.Some(0, 60), Query.Array[12]).SampleAsync((rows, queries) => CheckAsync(stores, rows, queries), iter: 40, threads: 1);
    }

    [Fact]
    public async Task A_layer_moved_from_store_to_store_and_back_as_rows_keeps_its_content_hash()
    {
        using var folder = new TemporaryFolder();
        await using var database = await PostGisDatabase.CreateAsync();
        await using var geoPackage = new GeoPackageStore(folder.File("store.gpkg"));
        await using var postGis = new PostGisStore(database.ConnectionString);
        await geoPackage.OpenAsync(Cancel);
        await postGis.OpenAsync(Cancel);
        var definition = GeoPackageSamples.Definition("x", GeometryKind.Geometry, CoordinateSystems.Crs84, Properties);
        await RandomRows.Some(0, 60).SampleAsync(
            async rows =>
            {
                await geoPackage.ApplyAsync(new StoreChange { Layers = [new LayerContent(definition, rows.ToAsyncEnumerable())] }, Cancel);
                var there = await MoveAsync(geoPackage, postGis);
                var back = await MoveAsync(postGis, geoPackage);
                Assert.Equal((Hash(definition, rows), Hash(definition, rows)), (there, back));
            },
            iter: 25, threads: 1);
    }

    private static async Task<string> MoveAsync(IFeatureStore from, IFeatureStore to)
    {
        var layer = Assert.IsType<Layer>(await from.FindLayerAsync("x", Cancel));
        await to.ApplyAsync(new StoreChange { Layers = [StoreCopy.Content(from, layer, Cancel)] }, Cancel);
        var moved = Assert.IsType<Layer>(await to.FindLayerAsync("x", Cancel));
        Assert.Equal((layer.Extent, layer.FeatureCount), (moved.Extent, moved.FeatureCount));
        return Hash(moved.Definition, await to.ReadAsync(moved, FeatureQuery.All, Cancel).ToListAsync(Cancel));
    }

    private static async Task CheckAsync(IFeatureStore[] stores, Feature[] rows, FeatureQuery[] queries)
    {
        var definition = GeoPackageSamples.Definition("x", GeometryKind.Geometry, CoordinateSystems.Crs84, Properties) with { TimeStartProperty = "d", TimeEndProperty = "m" };
        var expectedHash = Hash(definition, rows);
        foreach (var store in stores)
        {
            await store.ApplyAsync(new StoreChange { Layers = [new LayerContent(definition, rows.ToAsyncEnumerable())] }, Cancel);
            var layer = Assert.IsType<Layer>(await store.FindLayerAsync("x", Cancel));
            Assert.Equal(expectedHash, Hash(layer.Definition, await store.ReadAsync(layer, FeatureQuery.All, Cancel).ToListAsync(Cancel)));
            foreach (var drawn in queries)
            {
                var query = After(drawn, rows);
                var expected = Random.Sorted(rows.Where(r => Matches(r, query)), query.SortBy).ToList();
                var whole = await store.ReadAsync(layer, query with { AfterId = null, Limit = null }, Cancel).ToListAsync(Cancel);
                Assert.Equal(expected.Select(Shown), whole.Select(Shown));
                Assert.Equal(expected.Count, await store.CountAsync(layer, query, Cancel));
                var page = expected.Where(r => IsAfter(r, query, rows)).Take(query.Limit ?? int.MaxValue).Select(r => r.Id);
                Assert.Equal(page, await store.ReadAsync(layer, query, Cancel).Select(f => f.Id).ToListAsync(Cancel));
                var later = expected.Where(r => IsAfter(r, query, rows)).Skip(3).Take(query.Limit ?? int.MaxValue).Select(r => r.Id);
                Assert.Equal(later, await store.ReadAsync(layer, query with { Offset = 3 }, Cancel).Select(f => f.Id).ToListAsync(Cancel));
                var back = expected.Where(r => query.AfterId is null || !IsAfter(r, query, rows)).Reverse().Take(query.Limit ?? int.MaxValue).Select(r => r.Id);
                Assert.Equal(back, await store.ReadAsync(layer, query with { IsReversed = true }, Cancel).Select(f => f.Id).ToListAsync(Cancel));
            }
        }
    }

    /// <summary>The query, to go on after one of the rows: an id alone has no place in another order.</summary>
    private static FeatureQuery After(FeatureQuery query, Feature[] rows)
    {
        if (query.SortBy.Count == 0 || query.AfterId is null)
            return query;
        var last = rows.Length == 0 ? null : rows[query.AfterId.Value % rows.Length];
        return query with { AfterId = last?.Id, AfterValues = last is null ? [] : [.. query.SortBy.Select(k => last.Values[Array.FindIndex(Properties, p => p.Name == k.Property)])] };
    }

    private static bool IsAfter(Feature row, FeatureQuery query, Feature[] rows)
    {
        if (query.SortBy.Count == 0 || query.AfterId is null)
            return row.Id > (query.AfterId ?? 0);
        var order = Random.Sorted(rows, query.SortBy).Select(r => r.Id).ToList();
        return order.IndexOf(row.Id) > order.IndexOf(query.AfterId.Value);
    }

    private static string Shown(Feature row) => $"{row.Id} {row.Geometry} {string.Join(" ", row.Values)}";

    // The plainest way to say what a query means.
    private static bool Matches(Feature row, FeatureQuery query) =>
        query.PropertyEquals.All(e => e.Value.Equals(row.Values[Array.FindIndex(Properties, p => p.Name == e.Property)]))
        && (query.Boxes is null || row.Geometry is null || query.Boxes.Any(b => GeometryFactory.Default.ToGeometry(new Envelope(b.MinX, b.MaxX, b.MinY, b.MaxY)).Intersects(row.Geometry)))
        && (query.Filter is null || Random.Truth(query.Filter, row) == true)
        && (query.Time is not { } time || MatchesTime((DateOnly?)row.Values[4], (DateTime?)row.Values[5], time));

    private static bool MatchesTime(DateOnly? from, DateTime? to, TimeInterval time) =>
        (from is null && to is null)
        || ((from is null || time.End is null || from.Value.ToDateTime(default, DateTimeKind.Utc) <= time.End) && (to is null || time.Start is null || time.Start <= to));

    private static string Hash(LayerDefinition definition, IEnumerable<Feature> rows)
    {
        using var hash = new LayerContentHash(definition);
        foreach (var row in rows)
            hash.Append(row);
        return hash.Finish();
    }
}
