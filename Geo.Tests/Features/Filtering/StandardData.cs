using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Features.Filtering;
using Geo.Engine.Filters;
using Geo.Engine.Formats;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores.GeoPackage;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Features.Filtering;

/// <summary>
/// The data set of the standard's Annex A in three stores: a copy opened as a GeoPackage of others, of which the database is asked little, and our
/// own tables in a GeoPackage and, where there is one, in PostGIS.
/// </summary>
public sealed class StandardData : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<IFeatureStore> _stores = [];
    private PostGisDatabase? _database;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var copy = _folder.File("ne110m.gpkg");
        File.Copy(Repository.Shared("reference", "cql2", "ne110m4cql2.gpkg"), copy);
        var foreign = new GeoPackageStore(copy, readOnly: true);
        await foreign.OpenAsync(Cancel);
        _stores.Add(foreign);
        await AddAsync(foreign, new GeoPackageStore(_folder.File("own.gpkg")));
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SOCTRANG_TEST_POSTGIS")))
            await AddAsync(foreign, new PostGisStore((_database = await PostGisDatabase.CreateAsync()).ConnectionString));
    }

    /// <summary>Counts what a filter of the standard, coordinates in CRS84, lets through: the same in every store.</summary>
    internal async Task<long> CountAsync(string collection, FilterExpression filter)
    {
        var counts = new List<long>();
        foreach (var store in _stores)
        {
            var layer = await FindAsync(store, collection);
            counts.Add(await store.CountAsync(layer, new FeatureQuery { Filter = FilterBinder.Bind(filter, layer.Definition, CoordinateSystems.Crs84) }, Cancel));
        }
        Assert.Single(counts.Distinct());
        return counts[0];
    }

    /// <summary>All features of a layer.</summary>
    internal async Task<(LayerDefinition Layer, IReadOnlyList<Feature> Features)> ReadAsync(string collection)
    {
        var layer = await FindAsync(_stores[0], collection);
        return (layer.Definition, await _stores[0].ReadAsync(layer, FeatureQuery.All, Cancel).ToListAsync(Cancel));
    }

    /// <summary>The lines of a file of checks.</summary>
    internal static IEnumerable<JsonElement> Checks(string file) =>
        File.ReadLines(Repository.Shared("reference", "cql2", file)).Select(line => JsonDocument.Parse(line).RootElement);

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
            await store.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        _folder.Dispose();
    }

    private async Task AddAsync(GeoPackageStore source, IFeatureStore store)
    {
        _stores.Add(store);
        await store.OpenAsync(Cancel);
        var layers = await source.ListLayersAsync(Cancel);
        await store.ApplyAsync(new StoreChange { Layers = [.. layers.Select(l => StoreCopy.Content(source, l, Cancel))] }, Cancel);
    }

    private static async Task<Layer> FindAsync(IFeatureStore store, string collection) => Assert.IsType<Layer>(await store.FindLayerAsync(collection, Cancel));
}
