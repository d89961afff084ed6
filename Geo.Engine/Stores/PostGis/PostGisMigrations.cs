using System.Reflection;
using DbUp;
using DbUp.Engine;
using DbUp.Engine.Output;
using DbUp.Postgresql;
using Geo.Engine.Features;
using Npgsql;

namespace Geo.Engine.Stores.PostGis;

/// <summary>
/// Brings the schema <c>soctrang</c> to the version that this program knows, by the numbered scripts beside this file. Only forwards: a
/// schema with scripts that are not known here is left alone.
/// </summary>
/// <param name="sessions">The database.</param>
internal sealed class PostGisMigrations(PostGisSessions sessions)
{
    private const string Schema = "soctrang";
    private const string Journal = "schema_versions";
    private const long Lock = 7_306_105_001; // any number, the same in all instances

    private static readonly SqlScript[] Scripts = ReadScripts();

    /// <summary>Applies what is missing. Several servers may start at once; one does the work.</summary>
    /// <exception cref="StoreUnavailableException">The schema is of a newer version, or PostGIS is missing and may not be created.</exception>
    public async Task ApplyAsync(CancellationToken cancellation)
    {
        // Not out of the pool, which may hold one connection only: the scripts need one beside it.
        await using var connection = new NpgsqlConnection(sessions.Lasting);
        await connection.OpenAsync(cancellation);
        if (await IsCurrentAsync(connection, cancellation))
            return;
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({Lock})", cancellation);
        try
        {
            if (!await IsCurrentAsync(connection, cancellation))
                await MigrateAsync(connection, cancellation);
        }
        finally
        {
            await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private async Task MigrateAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await CreateExtensionAsync(connection, cancellation);
        await ExecuteAsync(connection, $"CREATE SCHEMA IF NOT EXISTS {Schema}", cancellation);
        var result = DeployChanges.To
            .PostgresqlDatabase(new PostgresqlConnectionManager(sessions.Source))
            .WithScripts(Scripts)
            .JournalToPostgresqlTable(Schema, Journal)
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw new StoreUnavailableException($"The store {sessions.Description} could not be brought to the current schema: {result.Error.Message}", result.Error);
    }

    private async Task<bool> IsCurrentAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var exists = new NpgsqlCommand($"SELECT to_regclass('{Schema}.{Journal}') IS NOT NULL", connection);
        if (await exists.ExecuteScalarAsync(cancellation) is not true)
            return false;
        var applied = new HashSet<string>();
        await using var names = new NpgsqlCommand($"SELECT scriptname FROM {Schema}.{Journal}", connection);
        await using var rows = await names.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            applied.Add(rows.GetString(0));
        var unknown = applied.Except(Scripts.Select(s => s.Name)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            throw new StoreUnavailableException($"The store {sessions.Description} was brought to a newer schema by a newer version of this program ({unknown[^1]} is not known here). Nothing was changed; use the newer version, or another database.");
        return Scripts.All(s => applied.Contains(s.Name));
    }

    private async Task CreateExtensionAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        try
        {
            await ExecuteAsync(connection, "CREATE EXTENSION IF NOT EXISTS postgis", cancellation);
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new StoreUnavailableException($"The database of store {sessions.Description} has no PostGIS, and this user may not create it; let an administrator run CREATE EXTENSION postgis there.", fault);
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.UndefinedObject)
        {
            throw new StoreUnavailableException($"The server of store {sessions.Description} has no PostGIS installed ({fault.MessageText}).", fault);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static SqlScript[] ReadScripts()
    {
        const string Folder = "Geo.Engine.Stores.PostGis.Migrations.";
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(n => ReadScript(assembly, n, n[Folder.Length..]))];
    }

    private static SqlScript ReadScript(Assembly assembly, string resource, string name)
    {
        using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The script {name} is not in the program.");
        using var reader = new StreamReader(stream);
        return new SqlScript(name, reader.ReadToEnd());
    }
}
