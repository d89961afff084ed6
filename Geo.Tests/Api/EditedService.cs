using Geo.Engine.Access;
using Geo.Engine.Features;

namespace Geo.Tests.Api;

/// <summary>A server over an empty store that can be edited, shared by the tests of a class; each test makes layers of its own.</summary>
public abstract class EditedService : IAsyncDisposable
{
    private RunningServer? server;
    private IFeatureStore? store;
    private int layers;

    /// <summary>The store, once <see cref="StartAsync"/> has run.</summary>
    internal IFeatureStore Store => store!; // started before

    /// <summary>The server; its client holds the key of a planner.</summary>
    internal RunningServer Server => server!; // started before

    /// <summary>Starts it where that has not been done; skips the running test where the store cannot be had.</summary>
    internal async Task StartAsync()
    {
        if (server is not null)
            return;
        store = await CreateAsync();
        server = await RunningServer.StartAsync(store);
        await server.SignInAsync(Role.Planner);
    }

    /// <summary>A new layer with the columns and rows of the sample places, or those given.</summary>
    internal async Task<string> NewLayerAsync(LayerDefinition? definition = null, IEnumerable<Feature>? rows = null)
    {
        var shape = (definition ?? SampleLayers.Places) with { Id = $"lớp {Interlocked.Increment(ref layers)}" };
        var features = rows ?? (definition is null ? SampleLayers.Storable(SampleLayers.PlaceRows) : []);
        await Store.ApplyAsync(new StoreChange { Layers = [new LayerContent(shape, features.ToAsyncEnumerable())] }, TestContext.Current.CancellationToken);
        return shape.Id;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        if (store is not null)
            await store.DisposeAsync();
        await CleanAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A new, empty store.</summary>
    private protected abstract Task<IFeatureStore> CreateAsync();

    private protected abstract ValueTask CleanAsync();
}
