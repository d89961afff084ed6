using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Features.Filtering;
using Geo.Engine.Filters;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores.GeoPackage;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Features.Filtering;

/// <summary>The data set of the standard's Annex A in a copy, opened as a GeoPackage of others.</summary>
public sealed class StandardData : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private GeoPackageStore? _store;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var copy = _folder.File("ne110m.gpkg");
        File.Copy(Repository.Shared("reference", "cql2", "ne110m4cql2.gpkg"), copy);
        _store = new GeoPackageStore(copy, readOnly: true);
        await _store.OpenAsync(Cancel);
    }

    /// <summary>Counts what a filter of the standard, coordinates in CRS84, lets through.</summary>
    internal async Task<long> CountAsync(string collection, FilterExpression filter)
    {
        var layer = await FindAsync(collection);
        return await _store!.CountAsync(layer, new FeatureQuery { Filter = FilterBinder.Bind(filter, layer.Definition, CoordinateSystems.Crs84) }, Cancel); // set before the first test
    }

    /// <summary>All features of a layer.</summary>
    internal async Task<(LayerDefinition Layer, IReadOnlyList<Feature> Features)> ReadAsync(string collection)
    {
        var layer = await FindAsync(collection);
        return (layer.Definition, await _store!.ReadAsync(layer, FeatureQuery.All, Cancel).ToListAsync(Cancel)); // likewise
    }

    /// <summary>The lines of a file of checks.</summary>
    internal static IEnumerable<JsonElement> Checks(string file) =>
        File.ReadLines(Repository.Shared("reference", "cql2", file)).Select(line => JsonDocument.Parse(line).RootElement);

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<Layer> FindAsync(string collection) => Assert.IsType<Layer>(await _store!.FindLayerAsync(collection, Cancel)); // likewise
}
