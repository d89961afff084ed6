using Geo.Engine.Features;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;
using Npgsql;

namespace Geo.Tests.Stores;

/// <summary>Edits in the database itself: where they go, what is refused there, and what becomes of a database of an older version.</summary>
public sealed class PostGisEditTests : IAsyncLifetime
{
    private PostGisDatabase database = null!; // set before each test
    private PostGisStore store = null!; // set before each test

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await PostGisDatabase.CreateAsync();
        store = new PostGisStore(database.ConnectionString);
        await store.OpenAsync(Cancel);
        await store.ApplyAsync(new StoreChange { Layers = [GeoPackageSamples.Points("points", 300)] }, Cancel);
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
    public async Task Edits_change_rows_of_the_table_that_was_loaded_and_leave_its_name()
    {
        await EditAsync(store, new FeatureEdit.Create(new Point(1, 2), ["new"]));
        await EditAsync(store, new FeatureEdit.Delete(1));
        Assert.Equal("points@1 3 300", await database.ScalarAsync("SELECT concat_ws(' ', table_name, revision, feature_count) FROM soctrang.layers WHERE layer_id = 'points'"));
        Assert.Equal(300L, await database.ScalarAsync("SELECT count(*) FROM soctrang.\"points@1\""));
        await store.ApplyAsync(new StoreChange { Layers = [GeoPackageSamples.Points("points", 5)] }, Cancel);
        Assert.Equal("points@4 4 5", await database.ScalarAsync("SELECT concat_ws(' ', table_name, revision, feature_count) FROM soctrang.layers WHERE layer_id = 'points'"));
        Assert.Equal(5L, (await EditAsync(store, new FeatureEdit.Delete(3))).Revision);
    }

    [Theory]
    [InlineData("UPDATE soctrang.history SET editor = 'nobody'")]
    [InlineData("DELETE FROM soctrang.history")]
    [InlineData("TRUNCATE soctrang.history")]
    public async Task The_history_is_only_added_to(string sql)
    {
        await EditAsync(store, new FeatureEdit.Delete(1));
        var fault = await Assert.ThrowsAsync<PostgresException>(() => database.ExecuteAsync(sql));
        Assert.Contains("only added to", fault.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_from_before_edits_is_brought_forward_and_its_layers_are_edited()
    {
        await database.ExecuteAsync("""
            ALTER TABLE soctrang.layers DROP COLUMN loaded_revision;
            DROP TABLE soctrang.history;
            DROP FUNCTION soctrang.keep_history();
            DELETE FROM soctrang.schema_versions WHERE scriptname = '0003-history.sql';
            """);
        await using var newer = new PostGisStore(database.ConnectionString);
        await newer.OpenAsync(Cancel);
        Assert.Equal(2L, (await EditAsync(newer, new FeatureEdit.Delete(1))).Revision);
        Assert.Equal(299, (await newer.FindLayerAsync("points", Cancel))?.FeatureCount);
    }

    [Fact]
    public async Task Who_waits_too_long_for_another_editor_is_told()
    {
        await using var blocker = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await blocker.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand("BEGIN; SELECT 1 FROM soctrang.layers WHERE layer_id = 'points' FOR UPDATE", blocker);
        await command.ExecuteNonQueryAsync(Cancel);
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => EditAsync(store, new FeatureEdit.Delete(1)));
        Assert.Contains("is being changed by another program", fault.Message, StringComparison.Ordinal);
        Assert.Equal(300, (await store.FindLayerAsync("points", Cancel))?.FeatureCount);
    }

    private static async Task<EditOutcome.Applied> EditAsync(PostGisStore store, params FeatureEdit[] edits)
    {
        var layer = Assert.IsType<Layer>(await store.FindLayerAsync("points", Cancel));
        return Assert.IsType<EditOutcome.Applied>(await store.EditAsync(new LayerEdits(layer, edits, "tester"), Cancel));
    }
}
