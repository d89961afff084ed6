using Geo.Engine.Features;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Api;

public sealed class EditingOnPostGisTests(EditingOnPostGisTests.Service service) : EditingTests(service), IClassFixture<EditingOnPostGisTests.Service>
{
    public sealed class Service : EditedService
    {
        private PostGisDatabase? database;

        private protected override async Task<IFeatureStore> CreateAsync()
        {
            database = await PostGisDatabase.CreateAsync();
            return new PostGisStore(database.ConnectionString);
        }

        private protected override async ValueTask CleanAsync()
        {
            if (database is not null)
                await database.DisposeAsync();
        }
    }
}
