using Geo.Engine.Features;
using Geo.Engine.Stores.GeoPackage;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Stores;

public sealed class GeoPackageContractTests : StoreContract
{
    private readonly TemporaryFolder folder = new();

    private string File => folder.File("store.gpkg");

    private protected override Task<IFeatureStore> CreateEmptyAsync() => Task.FromResult<IFeatureStore>(new GeoPackageStore(File));

    private protected override IFeatureStore CreateSecond() => new GeoPackageStore(File);

    private protected override Task<IReadOnlyList<string>> TablesAsync() =>
        Task.FromResult<IReadOnlyList<string>>(SqliteProbe.Column(File, "SELECT name FROM sqlite_master ORDER BY name"));

    private protected override ValueTask CleanAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
