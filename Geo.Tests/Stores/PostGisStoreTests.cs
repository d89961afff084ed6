using System.Diagnostics;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;
using Npgsql;

namespace Geo.Tests.Stores;

/// <summary>The database itself: what is in it, and what happens when it is away, slow, newer, or closed to us.</summary>
public sealed class PostGisStoreTests : IAsyncLifetime
{
    private PostGisDatabase database = null!; // set before each test
    private PostGisStore store = null!; // set before each test

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await PostGisDatabase.CreateAsync();
        store = new PostGisStore(database.ConnectionString);
        await store.OpenAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (store is not null)
            await store.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_layer_is_a_table_with_a_typed_geometry_column_a_key_and_a_spatial_index()
    {
        await store.ApplyAsync(new StoreChange { Layers = GeoPackageSamples.All }, Cancel);
        Assert.Equal("MULTIPOLYGON 9209", await database.ScalarAsync("SELECT type || ' ' || srid FROM geometry_columns WHERE f_table_name = 'đất.ven biển@1'"));
        Assert.Equal("POINT 4326", await database.ScalarAsync("SELECT type || ' ' || srid FROM geometry_columns WHERE f_table_name = 'points@1'"));
        Assert.Equal("btree,btree,gist", await database.ScalarAsync("SELECT string_agg(amname, ',' ORDER BY amname) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam WHERE indrelid = 'soctrang.\"points@1\"'::regclass"));
        Assert.Equal(300L, await database.ScalarAsync("SELECT count(*) FROM soctrang.\"points@1\" WHERE st_isvalid(geom)"));
    }

    [Fact]
    public async Task GDAL_reads_the_same_features()
    {
        await store.ApplyAsync(new StoreChange { Layers = GeoPackageSamples.All }, Cancel);
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var (exit, output) = Requirement.Run("ogrinfo", "-so", $"PG:host={settings.Host} port={settings.Port} dbname={settings.Database} user={settings.Username}", "soctrang.points@1");
        Assert.True(exit == 0 && output.Contains("Feature Count: 300", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task Connections_that_died_in_the_pool_are_replaced_without_the_caller_knowing()
    {
        var layer = await WriteAsync(2000);
        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => store.CountAsync(layer, FeatureQuery.All, Cancel)));
            await EndSessionsAsync();
            Assert.Equal(2000, await store.CountAsync(layer, FeatureQuery.All, Cancel));
            await EndSessionsAsync();
            Assert.Equal(2000, await store.ReadAsync(layer, FeatureQuery.All, Cancel).CountAsync(Cancel));
        }
    }

    [Fact]
    public async Task A_database_that_dies_in_mid_stream_is_told_and_not_taken_for_the_end()
    {
        var layer = await WriteAsync(50_000);
        var seen = 0;
        await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
        {
            await foreach (var feature in store.ReadAsync(layer, FeatureQuery.All, Cancel))
            {
                if (++seen == 1500)
                    await EndSessionsAsync();
            }
        });
        Assert.InRange(seen, 1500, 49_999);
        Assert.Equal(50_000, await store.CountAsync(layer, FeatureQuery.All, Cancel));
    }

    [Fact]
    public async Task A_cancelled_request_ends_its_statement_in_the_database()
    {
        var layer = await WriteAsync(10);
        await using var blocker = await LockAsync();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var count = store.CountAsync(layer, new FeatureQuery { PropertyEquals = [("name", "p1")] }, source.Token);
        await WaitUntilAsync("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()", 1);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => count);
        await WaitUntilAsync("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()", 0);
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_is_stopped_and_said_so()
    {
        var layer = await WriteAsync(10);
        await using var blocker = await LockAsync();
        await using var impatient = new PostGisStore(database.ConnectionString + ";Command Timeout=1");
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => impatient.CountAsync(layer, new FeatureQuery { PropertyEquals = [("name", "p1")] }, Cancel));
        Assert.Contains(impatient.Description, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_and_its_password_is_not()
    {
        await using var absent = new PostGisStore("Host=127.0.0.1;Port=9;Database=gis;Username=me;Password=geheim");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => absent.ListLayersAsync(Cancel));
            Assert.Contains("postgis:Host=127.0.0.1;Port=9;Database=gis does not answer", fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("geheim", fault.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_named_and_found_once_it_does()
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = database.Name + "_later" };
        await using var early = new PostGisStore(settings.ConnectionString);
        Assert.Contains("no such database", (await Assert.ThrowsAsync<StoreUnavailableException>(() => early.OpenAsync(Cancel))).Message, StringComparison.Ordinal);
        await database.ExecuteAsync($"CREATE DATABASE {settings.Database}");
        try
        {
            Assert.Empty(await early.ListLayersAsync(Cancel));
        }
        finally
        {
            await database.ExecuteAsync($"DROP DATABASE {settings.Database} WITH (FORCE)");
        }
    }

    [Fact]
    public async Task A_schema_of_a_newer_version_is_refused_and_left_alone()
    {
        await database.ExecuteAsync("INSERT INTO soctrang.schema_versions (scriptname, applied) VALUES ('0099-from-the-future.sql', now())");
        await using var old = new PostGisStore(database.ConnectionString);
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => old.OpenAsync(Cancel));
        Assert.Contains("newer version", fault.Message, StringComparison.Ordinal);
        Assert.Contains("0099-from-the-future.sql", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_of_the_audit_log_is_not_changed_or_removed_by_a_statement_and_a_forged_one_is_found()
    {
        await using var store = new PostGisStore(database.ConnectionString);
        await store.ApplyAsync(new StoreChange { Documents = [new StoredDocument("a.txt", "text/plain", "a"u8.ToArray())] }, Cancel);
        foreach (var statement in new[] { "UPDATE soctrang.audit SET actor = 'nobody'", "DELETE FROM soctrang.audit", "TRUNCATE soctrang.audit" })
            Assert.Contains("only added to", (await Assert.ThrowsAsync<PostgresException>(() => database.ExecuteAsync(statement))).Message, StringComparison.Ordinal);
        await database.ExecuteAsync("ALTER TABLE soctrang.audit DISABLE TRIGGER audit_kept; DELETE FROM soctrang.audit WHERE number = 1");
        await store.ApplyAsync(new StoreChange { Documents = [new StoredDocument("a.txt", "text/plain", "b"u8.ToArray())] }, Cancel);
        await database.ExecuteAsync("UPDATE soctrang.audit SET actor = 'nobody'");
        Assert.Equal(1, (await AuditChain.CheckAsync(store.Audit.ReadAsync(Cancel), Cancel)).BrokenAt);
    }

    [Fact]
    public async Task A_schema_of_an_older_version_is_brought_forward_with_all_it_holds()
    {
        // As the first version left it: without the tables and the entries of later scripts.
        await using (var store = new PostGisStore(database.ConnectionString))
            await store.ApplyAsync(new StoreChange { Documents = [new StoredDocument("a.txt", "text/plain", "a"u8.ToArray())] }, Cancel);
        await database.ExecuteAsync("DROP TABLE soctrang.keys, soctrang.audit; DROP FUNCTION soctrang.keep_audit; DELETE FROM soctrang.schema_versions WHERE scriptname IN ('0002-keys.sql', '0005-audit.sql')");
        await using var current = new PostGisStore(database.ConnectionString);
        Assert.Equal("a", System.Text.Encoding.UTF8.GetString((await current.FindDocumentAsync("a.txt", Cancel))!.Content.Span));
        Assert.Empty(await current.Keys.ListAsync(Cancel));
    }

    [Fact]
    public async Task Servers_that_start_together_make_one_schema()
    {
        await database.ExecuteAsync("DROP SCHEMA soctrang CASCADE");
        var servers = Enumerable.Range(0, 6).Select(_ => new PostGisStore(database.ConnectionString)).ToList();
        await Task.WhenAll(servers.Select(s => s.OpenAsync(Cancel)));
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) - count(DISTINCT scriptname) FROM soctrang.schema_versions"));
        Assert.Equal(true, await database.ScalarAsync("SELECT count(*) >= 2 FROM soctrang.schema_versions"));
        foreach (var server in servers)
            await server.DisposeAsync();
    }

    [Fact]
    public async Task An_ordinary_user_is_enough_and_is_told_what_only_an_administrator_can_do()
    {
        var user = $"{database.Name}_user";
        await database.ExecuteAsync($"DROP SCHEMA soctrang CASCADE; CREATE ROLE {user} LOGIN; GRANT CREATE ON DATABASE {database.Name} TO {user}");
        try
        {
            await using (var ordinary = new PostGisStore(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = user }.ConnectionString))
            {
                await ordinary.ApplyAsync(new StoreChange { Layers = GeoPackageSamples.All }, Cancel);
                Assert.Equal(3, (await ordinary.ListLayersAsync(Cancel)).Count);
            }
            await database.ExecuteAsync("DROP SCHEMA soctrang CASCADE; DROP EXTENSION postgis");
            await using var refused = new PostGisStore(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = user }.ConnectionString);
            Assert.Contains("CREATE EXTENSION postgis", (await Assert.ThrowsAsync<StoreUnavailableException>(() => refused.OpenAsync(Cancel))).Message, StringComparison.Ordinal);
        }
        finally
        {
            await database.ExecuteAsync($"DROP OWNED BY {user}; DROP ROLE {user}");
        }
    }

    [Fact]
    public async Task A_geometry_that_somebody_damaged_is_named_with_its_layer_and_feature()
    {
        var layer = await WriteAsync(10);
        await database.ExecuteAsync("UPDATE soctrang.\"points@1\" SET geom = st_setsrid(st_makepoint('Infinity', 1), 4326) WHERE fid = 7");
        var fault = await Assert.ThrowsAsync<InvalidFeatureException>(async () => await store.ReadAsync(layer, FeatureQuery.All, Cancel).ToListAsync(Cancel));
        Assert.Equal(("points", 7L), (fault.LayerId, fault.FeatureId));
        Assert.Contains("not finite", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_geometry_nested_as_deep_as_PostGIS_takes_it_is_refused_before_it_is_built()
    {
        var shapes = GeoPackageSamples.Definition("shapes", GeometryKind.Geometry, CoordinateSystems.Crs84);
        await store.ApplyAsync(new StoreChange { Layers = [new LayerContent(shapes, new[] { new Feature(1, null, []) }.ToAsyncEnumerable())] }, Cancel);
        var layer = Assert.IsType<Layer>(await store.FindLayerAsync("shapes", Cancel));
        foreach (var depth in new[] { 40, 150 })
        {
            await database.ExecuteAsync($"UPDATE soctrang.\"shapes@1\" SET geom = st_geomfromtext('{string.Concat(Enumerable.Repeat("GEOMETRYCOLLECTION(", depth))}POINT(1 2){new string(')', depth)}', 4326)");
            var fault = await Assert.ThrowsAsync<InvalidFeatureException>(async () => await store.ReadAsync(layer, FeatureQuery.All, Cancel).ToListAsync(Cancel));
            Assert.Contains("nested deeper than 32", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_load_whose_server_dies_leaves_the_old_data_and_the_next_one_succeeds()
    {
        await WriteAsync(100);
        var load = new LayerContent(GeoPackageSamples.Points("points", 1).Definition, Dying());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.ApplyAsync(new StoreChange { Layers = [load] }, Cancel));
        var layer = Assert.IsType<Layer>(await store.FindLayerAsync("points", Cancel));
        Assert.Equal((1L, 100L), (layer.Revision, layer.FeatureCount));
        Assert.Equal(20, (await WriteAsync(20)).FeatureCount);
        Assert.Equal(1L, await database.ScalarAsync("SELECT count(*) FROM pg_tables WHERE schemaname = 'soctrang' AND tablename LIKE 'points%'"));
    }

    private async IAsyncEnumerable<Feature> Dying()
    {
        await foreach (var feature in GeoPackageSamples.Points("points", 200_000).Features)
        {
            if (feature.Id == 20_000)
                await EndSessionsAsync();
            yield return feature;
        }
    }

    private async Task<Layer> WriteAsync(int count)
    {
        await store.ApplyAsync(new StoreChange { Layers = [GeoPackageSamples.Points("points", count)] }, Cancel);
        return Assert.IsType<Layer>(await store.FindLayerAsync("points", Cancel));
    }

    private Task EndSessionsAsync() => database.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

    private async Task<NpgsqlConnection> LockAsync()
    {
        var blocker = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await blocker.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand("BEGIN; LOCK TABLE soctrang.\"points@1\" IN ACCESS EXCLUSIVE MODE", blocker);
        await command.ExecuteNonQueryAsync(Cancel);
        return blocker;
    }

    private async Task WaitUntilAsync(string sql, long expected)
    {
        var began = Stopwatch.GetTimestamp();
        while (await database.ScalarAsync(sql) is not long found || found != expected)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20), $"{sql} never became {expected}");
            await Task.Delay(20, Cancel);
        }
    }
}
