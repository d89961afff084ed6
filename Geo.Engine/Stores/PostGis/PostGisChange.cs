using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Npgsql;
using NpgsqlTypes;

namespace Geo.Engine.Stores.PostGis;

/// <summary>Applies a change in one transaction. Tables of old revisions are dropped afterwards, when no reader is in them.</summary>
internal sealed class PostGisChange(NpgsqlConnection connection, TimeProvider time)
{
    private const long Lock = 7_306_105_002; // one writer at a time, over all servers

    /// <summary>All or nothing; nothing, and false, when <paramref name="condition"/> does not hold once everything is written.</summary>
    public async Task<bool> ApplyAsync(StoreChange change, Func<Task<bool>>? condition, CancellationToken cancellation)
    {
        await using (var transaction = await connection.BeginTransactionAsync(cancellation))
        {
            await ExecuteAsync("SET LOCAL statement_timeout = 0", cancellation);
            await ExecuteAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
            var entry = await PostGisAuditLog.EntryOfAsync(connection, change, time.GetUtcNow(), cancellation);
            foreach (var layerId in change.RemovedLayers)
                await RemoveAsync(layerId, cancellation);
            foreach (var content in change.Layers)
                await WriteAsync(content, cancellation);
            foreach (var document in change.Documents)
                await WriteAsync(document, cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (condition is not null && !await condition())
                return false;
            if (entry is not null)
                await PostGisAuditLog.AppendAsync(connection, entry, cancellation);
            await transaction.CommitAsync(CancellationToken.None);
        }
        await DropOldTablesAsync();
        return true;
    }

    private async Task RemoveAsync(string layerId, CancellationToken cancellation) => await ExecuteAsync(
        """
        UPDATE soctrang.layers
        SET table_name = NULL, definition = NULL, revision = revision + 1, feature_count = 0, min_lon = NULL, min_lat = NULL, max_lon = NULL, max_lat = NULL
        WHERE layer_id = $1 AND table_name IS NOT NULL
        """,
        cancellation, layerId);

    private async Task WriteAsync(LayerContent content, CancellationToken cancellation)
    {
        var definition = content.Definition;
        var table = new PostGisTable(definition, await NextRevisionAsync(definition.Id, cancellation));
        var (count, stored) = await new PostGisLayerWriter(connection, table).WriteAsync(content, cancellation);
        var extent = stored is { } box && definition.System.Srid != CoordinateSystems.Crs84.Srid
            ? Projection.Between(definition.System, CoordinateSystems.Crs84).Transform(box)
            : stored;
        await ExecuteAsync(
            """
            UPDATE soctrang.layers
            SET table_name = $2, loaded_revision = revision, definition = $3, feature_count = $4, min_lon = $5, min_lat = $6, max_lon = $7, max_lat = $8
            WHERE layer_id = $1
            """,
            cancellation, definition.Id, table.Name, LayerDefinitionJson.Write(definition), count, extent?.MinX, extent?.MinY, extent?.MaxX, extent?.MaxY);
    }

    private async Task<long> NextRevisionAsync(string layerId, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO soctrang.layers (layer_id, revision) VALUES ($1, 1)
            ON CONFLICT (layer_id) DO UPDATE SET revision = soctrang.layers.revision + 1
            RETURNING revision
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter { Value = layerId });
        return (long)(await command.ExecuteScalarAsync(cancellation) ?? 0L);
    }

    private async Task WriteAsync(StoredDocument document, CancellationToken cancellation) => await ExecuteAsync(
        """
        INSERT INTO soctrang.documents (name, media_type, sha256, content) VALUES ($1, $2, $3, $4)
        ON CONFLICT (name) DO UPDATE SET media_type = excluded.media_type, sha256 = excluded.sha256, content = excluded.content
        """,
        cancellation, document.Name, document.MediaType, document.Sha256, document.Content);

    // What is still being read is left for the next time.
    private async Task DropOldTablesAsync()
    {
        foreach (var table in await OldTablesAsync())
        {
            try
            {
                await using var transaction = await connection.BeginTransactionAsync();
                await ExecuteAsync("SET LOCAL lock_timeout = '200ms'", CancellationToken.None);
                await ExecuteAsync($"DROP TABLE IF EXISTS soctrang.{SqlName.Quote(table)}", CancellationToken.None);
                await transaction.CommitAsync();
            }
            catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                // A reader holds it.
            }
        }
    }

    private async Task<List<string>> OldTablesAsync()
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT tablename::text FROM pg_tables t
            WHERE schemaname = 'soctrang' AND tablename LIKE '%@%' AND NOT EXISTS (SELECT FROM soctrang.layers l WHERE l.table_name = t.tablename)
            """,
            connection);
        await using var rows = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await rows.ReadAsync())
            names.Add(rows.GetString(0));
        return names;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellation, params object?[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(value is null ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Double } : new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
