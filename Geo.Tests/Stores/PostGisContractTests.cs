using Geo.Engine.Features;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;
using Npgsql;

namespace Geo.Tests.Stores;

public sealed class PostGisContractTests(PostGisContractTests.SharedDatabase shared) : StoreContract, IClassFixture<PostGisContractTests.SharedDatabase>
{
    private protected override async Task<IFeatureStore> CreateEmptyAsync()
    {
        await (await shared.GetAsync()).ExecuteAsync("DROP SCHEMA IF EXISTS soctrang CASCADE");
        return CreateSecond();
    }

    private protected override IFeatureStore CreateSecond() => new PostGisStore(shared.ConnectionString);

    private protected override async Task<IReadOnlyList<string>> TablesAsync()
    {
        await using var connection = new NpgsqlConnection(shared.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand("SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE nspname = 'soctrang' ORDER BY 1", connection);
        await using var rows = await command.ExecuteReaderAsync(Cancel);
        var names = new List<string>();
        while (await rows.ReadAsync(Cancel))
            names.Add(rows.GetString(0));
        return names;
    }

    private protected override ValueTask CleanAsync() => ValueTask.CompletedTask;

    /// <summary>One database for all tests of the class; made when the first of them asks.</summary>
    public sealed class SharedDatabase : IAsyncDisposable
    {
        private PostGisDatabase? database;

        internal string ConnectionString => database!.ConnectionString; // made before

        internal async Task<PostGisDatabase> GetAsync() => database ??= await PostGisDatabase.CreateAsync();

        public async ValueTask DisposeAsync()
        {
            if (database is not null)
                await database.DisposeAsync();
        }
    }
}
