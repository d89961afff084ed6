using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Npgsql;
using NpgsqlTypes;

namespace Geo.Engine.Stores.PostGis;

/// <summary>The table of a layer inside a transaction that edits it.</summary>
internal sealed class PostGisEditedTable(NpgsqlConnection connection, Layer layer, LayerEdits edits, DateTime moment) : IEditedTable
{
    private readonly PostGisTable table = PostGisTable.Of(layer);
    private bool takesHeights;

    private string Id => SqlName.Quote(table.Columns.Id);

    /// <inheritdoc/>
    public async Task<long> LastIdAsync(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT coalesce(max({Id}), 0) FROM {table.Sql}", connection);
        var present = (long)(await command.ExecuteScalarAsync(cancellation) ?? 0L);
        return Math.Max(present, await PostGisHistory.LastIdAsync(connection, layer.Id, cancellation));
    }

    /// <inheritdoc/>
    public Task<Feature?> FindAsync(long id, CancellationToken cancellation) =>
        new PostGisFeatureReader(table, FeatureQuery.All).FindAsync(connection, id, cancellation);

    /// <inheritdoc/>
    public async Task WriteAsync(FeatureRowChange change, CancellationToken cancellation)
    {
        if (change.After is { HasZ: true })
            await AllowHeightsAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { RowCommand(change), PostGisHistory.Add(edits, layer.Revision + 1, moment, change) },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <inheritdoc/>
    public async Task FinishAsync(EditTally tally, CancellationToken cancellation)
    {
        var box = tally.Extent is { } stored && layer.Definition.System.Srid != CoordinateSystems.Crs84.Srid
            ? Projection.Between(layer.Definition.System, CoordinateSystems.Crs84).Transform(stored)
            : tally.Extent;
        // Of a null and a number, least and greatest take the number.
        await using var command = new NpgsqlCommand(
            """
            UPDATE soctrang.layers
            SET revision = revision + 1, feature_count = feature_count + $2,
                min_lon = least(min_lon, $3), min_lat = least(min_lat, $4), max_lon = greatest(max_lon, $5), max_lat = greatest(max_lat, $6)
            WHERE layer_id = $1
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter { Value = layer.Id });
        command.Parameters.Add(new NpgsqlParameter { Value = tally.Added });
        foreach (var side in (double?[])[box?.MinX, box?.MinY, box?.MaxX, box?.MaxY])
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)side ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Double });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private NpgsqlBatchCommand RowCommand(FeatureRowChange change)
    {
        var command = new NpgsqlBatchCommand();
        command.Parameters.Add(new NpgsqlParameter { Value = change.FeatureId });
        if (change.After is not { } after)
        {
            command.CommandText = $"DELETE FROM {table.Sql} WHERE {Id} = $1";
            return command;
        }
        var row = Row(after, command.Parameters);
        command.CommandText = change.Before is null
            ? $"INSERT INTO {table.Sql} ({Id}{string.Concat(row.Select(c => $", {c.Column}"))}) VALUES ($1{string.Concat(row.Select(c => $", {c.Value}"))})"
            : row.Count == 0 ? "SELECT $1" // a layer of ids alone
            : $"UPDATE {table.Sql} SET {string.Join(", ", row.Select(c => $"{c.Column} = {c.Value}"))} WHERE {Id} = $1";
        return command;
    }

    private List<(string Column, string Value)> Row(in AdmittedFeature feature, NpgsqlParameterCollection parameters)
    {
        var row = new List<(string, string)>();
        if (table.Columns.Geometry is { } geometry)
        {
            parameters.Add(new NpgsqlParameter { Value = feature.HasGeometry ? feature.Wkb.ToArray() : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea });
            row.Add((SqlName.Quote(geometry), $"ST_GeomFromWKB(${parameters.Count}, {layer.Definition.System.Srid})"));
        }
        for (var i = 0; i < feature.Values.Count; i++)
        {
            parameters.Add(new NpgsqlParameter { Value = feature.Values[i] ?? DBNull.Value, NpgsqlDbType = PostGisTable.ValueType(layer.Definition.Properties[i].Type) });
            row.Add((SqlName.Quote(table.Columns.Properties[i]), $"${parameters.Count}"));
        }
        return row;
    }

    // Turning the column waits for readers of the table and holds up those that come after; it happens once, at the first height.
    private async Task AllowHeightsAsync(CancellationToken cancellation)
    {
        if (takesHeights)
            return;
        await using var question = new NpgsqlCommand("SELECT atttypmod >= 0 FROM pg_attribute WHERE attrelid = $1::regclass AND attname = $2", connection);
        question.Parameters.Add(new NpgsqlParameter { Value = table.Sql });
        question.Parameters.Add(new NpgsqlParameter { Value = table.Columns.Geometry ?? "" });
        if (await question.ExecuteScalarAsync(cancellation) is true)
        {
            await using var command = new NpgsqlCommand(table.AllowHeights(), connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
        takesHeights = true;
    }
}
