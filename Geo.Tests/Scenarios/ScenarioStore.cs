using Geo.Engine.Features;
using Geo.Engine.Scenarios;
using Geo.Engine.Stores.GeoPackage;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Scenarios;

/// <summary>A store of one's own for a test of scenarios, gone afterwards.</summary>
internal sealed class ScenarioStore : IAsyncDisposable
{
    private readonly IAsyncDisposable? _database;
    private readonly TemporaryFolder? _folder;

    private ScenarioStore(IFeatureStore store, TemporaryFolder? folder, IAsyncDisposable? database)
    {
        Store = store;
        _folder = folder;
        _database = database;
    }

    /// <summary>The store, open.</summary>
    public IFeatureStore Store { get; }

    /// <summary>A GeoPackage with some content.</summary>
    public static async Task<ScenarioStore> GeoPackageAsync(StoreChange content)
    {
        var folder = new TemporaryFolder();
        return await FilledAsync(new ScenarioStore(new GeoPackageStore(folder.File("test.gpkg")), folder, null), content);
    }

    /// <summary>A PostGIS database with some content, or the test is skipped when there is none.</summary>
    public static async Task<ScenarioStore> PostGisAsync(StoreChange content)
    {
        var database = await PostGisDatabase.CreateAsync();
        return await FilledAsync(new ScenarioStore(new PostGisStore(database.ConnectionString), null, database), content);
    }

    /// <summary>Runs a scenario.</summary>
    public Task<ScenarioResult> RunAsync(Scenario scenario, int threads = 2) =>
        new ScenarioRunner(Store, new RunSettings(threads, "0.1.0", TimeProvider.System)).RunAsync(scenario, null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        _folder?.Dispose();
    }

    private static async Task<ScenarioStore> FilledAsync(ScenarioStore made, StoreChange content)
    {
        await made.Store.OpenAsync(TestContext.Current.CancellationToken);
        await made.Store.ApplyAsync(content, TestContext.Current.CancellationToken);
        return made;
    }
}
