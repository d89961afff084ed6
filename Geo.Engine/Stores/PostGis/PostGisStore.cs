using System.Runtime.CompilerServices;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Npgsql;

namespace Geo.Engine.Stores.PostGis;

/// <summary>
/// Layers in the schema <c>soctrang</c> of a PostGIS database. The schema is made and brought up to date at the first use, so that a server
/// that starts before its database recovers by itself.
/// </summary>
public sealed partial class PostGisStore : IFeatureStore
{
    private readonly PostGisSessions sessions;
    private readonly TimeProvider time;
    private readonly KnownLayers known;
    private readonly CatalogWatch? watch;
    private readonly SemaphoreSlim opening = new(1);
    private volatile bool isOpen;

    /// <summary>The store of a database; connects at the first use.</summary>
    /// <param name="connectionString">Npgsql connection string; time limits it does not name are set (5 s to connect, 10 s a command).</param>
    /// <param name="time">Clock for the history of edits; the system's when null.</param>
    public PostGisStore(string connectionString, TimeProvider? time = null)
    {
        this.time = time ?? TimeProvider.System;
        sessions = new PostGisSessions(connectionString);
        known = KnownLayers.Of(sessions.Description);
        watch = sessions.KeepsSession ? new CatalogWatch(sessions.Lasting, known, TimeProvider.System) : null;
    }

    /// <inheritdoc/>
    public string Description => sessions.Description;

    /// <inheritdoc/>
    public IKeyRing Keys => new PostGisKeyRing(this);

    /// <inheritdoc/>
    public IAuditLog Audit => new PostGisAuditLog(this);

    /// <inheritdoc/>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        if (isOpen)
            return;
        await opening.WaitAsync(cancellation);
        try
        {
            await sessions.ReadAsync(async () =>
            {
                await new PostGisMigrations(sessions).ApplyAsync(cancellation);
                return isOpen = true;
            });
        }
        finally
        {
            opening.Release();
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Layer>> ListLayersAsync(CancellationToken cancellation) => AskAsync<IReadOnlyList<Layer>>(
        async connection =>
        {
            var layers = await PostGisLayers.ReadAsync(connection, null, isToBeEdited: false, cancellation);
            return [.. layers.OrderBy(l => l.Id, StringComparer.Ordinal)];
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<Layer?> FindLayerAsync(string layerId, CancellationToken cancellation)
    {
        watch?.Asked();
        return watch is { IsTrusted: true } && known.Find(layerId) is { } layer ? layer : await AskForLayerAsync(layerId, cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Feature> ReadAsync(Layer layer, FeatureQuery query, CancellationToken cancellation) =>
        ReadRowsAsync(layer, query, cancellation).Select(r => r.ToFeature());

    /// <inheritdoc/>
    public async IAsyncEnumerable<FeatureRow> ReadRowsAsync(Layer layer, FeatureQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (connection, rows, hasFirst) = await AskTableAsync(layer, known => BeginAsync(known, query, cancellation), cancellation);
        await using var ownedConnection = connection;
        await using var ownedRows = rows;
        for (var isThere = hasFirst; isThere; isThere = await NextAsync(rows))
            yield return rows.Current;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, IReadOnlyList<object?>>> FindValuesAsync(Layer layer, IReadOnlyList<long> ids, CancellationToken cancellation) => AskTableAsync(
        layer,
        async known =>
        {
            await using var connection = await sessions.Source.OpenConnectionAsync(cancellation);
            return await new PostGisFeatureReader(PostGisTable.Of(known), FeatureQuery.All).FindValuesAsync(connection, ids, cancellation);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<Feature?> FindFeatureAsync(Layer layer, long featureId, CancellationToken cancellation) => AskTableAsync(
        layer,
        async known =>
        {
            await using var connection = await sessions.Source.OpenConnectionAsync(cancellation);
            return await new PostGisFeatureReader(PostGisTable.Of(known), FeatureQuery.All, sessions.KeepsSession).FindAsync(connection, featureId, cancellation);
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<long> CountAsync(Layer layer, FeatureQuery query, CancellationToken cancellation) =>
        await CountInDatabaseAsync(layer, query, cancellation)
        ?? await ReadAsync(layer, query with { AfterId = null, Offset = 0, Limit = null }, cancellation).LongCountAsync(cancellation);

    /// <inheritdoc/>
    public Task<long?> CountInDatabaseAsync(Layer layer, FeatureQuery query, CancellationToken cancellation) => AskTableAsync(
        layer,
        async known =>
        {
            var reader = new PostGisFeatureReader(PostGisTable.Of(known), query with { AfterId = null, Offset = 0, Limit = null });
            await using var connection = await sessions.Source.OpenConnectionAsync(cancellation);
            await using var count = reader.Count(connection);
            return count is null ? null : (long?)(await count.ExecuteScalarAsync(cancellation) ?? 0L);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<long>> FindMilestonesAsync(Layer layer, int every, CancellationToken cancellation) => AskTableAsync(
        layer,
        async known =>
        {
            await using var connection = await sessions.Source.OpenConnectionAsync(cancellation);
            return await new PostGisFeatureReader(PostGisTable.Of(known), FeatureQuery.All).FindMilestonesAsync(connection, every, cancellation);
        },
        cancellation);

    /// <inheritdoc/>
    public Task ApplyAsync(StoreChange change, CancellationToken cancellation) =>
        ChangeAsync(connection => new PostGisChange(connection, time).ApplyAsync(change, condition: null, cancellation), cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await (watch?.DisposeAsync() ?? default);
        await sessions.DisposeAsync();
        opening.Dispose();
    }

    /// <summary>Asks on a connection of its own, once more where that turns out dead.</summary>
    internal async Task<T> AskAsync<T>(Func<NpgsqlConnection, Task<T>> question, CancellationToken cancellation)
    {
        await OpenAsync(cancellation);
        return await sessions.ReadAsync(async () =>
        {
            await using var connection = await sessions.Source.OpenConnectionAsync(cancellation);
            return await question(connection);
        });
    }

    private async Task<Layer?> AskForLayerAsync(string layerId, CancellationToken cancellation)
    {
        var askedAt = known.State;
        var layer = await AskAsync(connection => PostGisLayers.FindAsync(connection, layerId, sessions.KeepsSession, cancellation), cancellation);
        if (layer is not null)
            known.Keep(layer, askedAt);
        return layer;
    }

    // Whether it ended well or not: an error may hide that it was committed.
    private async Task<T> ChangeAsync<T>(Func<NpgsqlConnection, Task<T>> change, CancellationToken cancellation)
    {
        await OpenAsync(cancellation);
        try
        {
            return await sessions.TranslatedAsync(async () =>
            {
                await using var connection = await sessions.Source.OpenConnectionAsync(cancellation);
                return await change(connection);
            });
        }
        finally
        {
            known.Forget();
        }
    }

    // The table of an old revision is dropped soon after the new one is there. Who still knows the old one is given the new one.
    private async Task<T> AskTableAsync<T>(Layer layer, Func<Layer, Task<T>> question, CancellationToken cancellation)
    {
        await OpenAsync(cancellation);
        for (var known = layer; ;)
        {
            try
            {
                return await sessions.ReadAsync(() => question(known));
            }
            catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.UndefinedTable)
            {
                var current = await AskForLayerAsync(layer.Id, cancellation);
                LayerChangedException.ThrowIfReshaped(layer, current);
                if (current is null || current.Revision == known.Revision)
                    throw;
                known = current;
            }
        }
    }

    // The first row is fetched here, where a dead connection can still be replaced and nothing has been given out.
    private async Task<(NpgsqlConnection Connection, IAsyncEnumerator<FeatureRow> Rows, bool HasFirst)> BeginAsync(Layer layer, FeatureQuery query, CancellationToken cancellation)
    {
        var connection = await sessions.Source.OpenConnectionAsync(cancellation);
        var rows = new PostGisFeatureReader(PostGisTable.Of(layer), query, sessions.KeepsSession).ReadAsync(connection, cancellation).GetAsyncEnumerator(cancellation);
        var isBegun = false;
        try
        {
            var hasFirst = await rows.MoveNextAsync();
            isBegun = true;
            return (connection, rows, hasFirst);
        }
        finally
        {
            if (!isBegun)
            {
                await rows.DisposeAsync();
                await connection.DisposeAsync();
            }
        }
    }

    // Most rows are there already, and a state machine for each of them would be dear.
    private ValueTask<bool> NextAsync(IAsyncEnumerator<FeatureRow> rows)
    {
        var next = rows.MoveNextAsync();
        return next.IsCompletedSuccessfully ? next : TranslatedAsync(next);
    }

    private async ValueTask<bool> TranslatedAsync(ValueTask<bool> next)
    {
        try
        {
            return await next;
        }
        catch (NpgsqlException fault) when (sessions.Translate(fault) is { } translated)
        {
            throw translated;
        }
    }
}
