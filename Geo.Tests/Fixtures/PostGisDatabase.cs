using Npgsql;

namespace Geo.Tests.Fixtures;

/// <summary>A database of one's own on the test cluster, with PostGIS in it; dropped at the end.</summary>
internal sealed class PostGisDatabase : IAsyncDisposable
{
    private static int made;
    private readonly string administration;
    private readonly string ownUnpooled;

    private PostGisDatabase(string administration, string name)
    {
        this.administration = administration;
        Name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(administration) { Database = name, Pooling = true }.ConnectionString;
        ownUnpooled = new NpgsqlConnectionStringBuilder(administration) { Database = name }.ConnectionString;
    }

    /// <summary>The database's name.</summary>
    public string Name { get; }

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes a new one, or skips the running test when no PostGIS is there.</summary>
    /// <param name="withPostGis">False for a database in which nobody has created the extension yet.</param>
    public static async Task<PostGisDatabase> CreateAsync(bool withPostGis = true)
    {
        // Without pooling, so that a dropped database or a killed server leaves no dead connections to other tests.
        var administration = new NpgsqlConnectionStringBuilder(Requirement.PostGis()) { Pooling = false }.ConnectionString;
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref made)}";
        var database = new PostGisDatabase(administration, name);
        await ExecuteAsync(administration, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await ExecuteAsync(administration, $"CREATE DATABASE {name}");
        if (withPostGis)
            await database.ExecuteAsync("CREATE EXTENSION postgis");
        return database;
    }

    /// <summary>Runs a statement in it.</summary>
    public Task ExecuteAsync(string sql) => ExecuteAsync(ownUnpooled, sql);

    /// <summary>The first column of the first row.</summary>
    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ownUnpooled);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync() => await ExecuteAsync(administration, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
