using Geo.Engine.Features;
using Geo.Engine.Stores.GeoPackage;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Api;

public sealed class EditingOnGeoPackageTests(EditingOnGeoPackageTests.Service service) : EditingTests(service), IClassFixture<EditingOnGeoPackageTests.Service>
{
    public sealed class Service : EditedService
    {
        private readonly TemporaryFolder folder = new();

        private protected override Task<IFeatureStore> CreateAsync() => Task.FromResult<IFeatureStore>(new GeoPackageStore(folder.File("edited.gpkg")));

        private protected override ValueTask CleanAsync()
        {
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
