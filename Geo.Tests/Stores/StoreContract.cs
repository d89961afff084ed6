using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Tests.Stores;

/// <summary>What every store keeps to; each test runs on each of them with an empty store.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private protected static readonly BilingualText NoText = new("", "");

    private IFeatureStore? opened;

    /// <summary>The store under test, open and empty at first.</summary>
    private protected IFeatureStore Store => opened!; // set before each test

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        opened = await CreateEmptyAsync();
        await opened.OpenAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (opened is not null)
            await opened.DisposeAsync();
        await CleanAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A new, empty store.</summary>
    private protected abstract Task<IFeatureStore> CreateEmptyAsync();

    /// <summary>A second store object on the same data, as another process would have it.</summary>
    private protected abstract IFeatureStore CreateSecond();

    /// <summary>Names of all tables there are, to find leftovers.</summary>
    private protected abstract Task<IReadOnlyList<string>> TablesAsync();

    private protected abstract ValueTask CleanAsync();

    private protected static LayerDefinition Definition(string id, GeometryKind kind = GeometryKind.Point, CoordinateSystem? system = null, params PropertyDefinition[] properties) => new()
    {
        Id = id,
        Title = new BilingualText($"Lớp {id}", $"Layer {id}"),
        Description = new BilingualText("Để thử", "For a test"),
        GeometryKind = kind,
        System = system ?? CoordinateSystems.Crs84,
        Properties = properties,
        Provenance = new LayerProvenance("test", "CC0-1.0", "nobody", "2019-04-01", LayerStatus.Generalised, 12.5),
    };

    private protected static PropertyDefinition Column(string name, PropertyType type) => new(name, type);

    private protected static Geometry Wkt(string text) => new WKTReader().Read(text);

    private protected static Feature Row(long id, string? wkt, params object?[] values) => new(id, wkt is null ? null : Wkt(wkt), values);

    private protected static IAsyncEnumerable<Feature> Rows(params Feature[] rows) => rows.ToAsyncEnumerable();

    private protected async Task<Layer> WriteAsync(LayerDefinition definition, params Feature[] rows)
    {
        await Store.ApplyAsync(new StoreChange { Layers = [new LayerContent(definition, Rows(rows))] }, Cancel);
        return await FindAsync(definition.Id);
    }

    private protected async Task<Layer> FindAsync(string id) => Assert.IsType<Layer>(await Store.FindLayerAsync(id, Cancel));

    /// <summary>What matches; as rows it must be the same.</summary>
    private protected async Task<List<Feature>> ReadAsync(Layer layer, FeatureQuery? query = null)
    {
        var features = await Store.ReadAsync(layer, query ?? FeatureQuery.All, Cancel).ToListAsync(Cancel);
        var rows = await Store.ReadRowsAsync(layer, query ?? FeatureQuery.All, Cancel).Select(r => RowReading.Of(r, layer.Definition)).ToListAsync(Cancel);
        Assert.Equal(features.Select(RowReading.Show), rows.Select(RowReading.Show));
        return features;
    }

    private protected async Task<List<long>> IdsAsync(Layer layer, FeatureQuery query) => [.. (await ReadAsync(layer, query)).Select(f => f.Id)];

    private protected async Task<string> HashAsync(Layer layer)
    {
        using var hash = new LayerContentHash(layer.Definition);
        await foreach (var feature in Store.ReadAsync(layer, FeatureQuery.All, Cancel))
            hash.Append(feature);
        return hash.Finish();
    }
}
