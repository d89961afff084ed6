using Geo.Engine.Features;
using Npgsql;
using NpgsqlTypes;

namespace Geo.Engine.Stores.PostGis;

/// <summary>The table <c>soctrang.history</c>: entries are added and read, and the database itself refuses to change or remove one.</summary>
internal static class PostGisHistory
{
    /// <summary>The greatest id of a feature of the layer that the history speaks of; 0 when it speaks of none.</summary>
    public static async Task<long> LastIdAsync(NpgsqlConnection connection, string layerId, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT coalesce(max(feature_id), 0) FROM soctrang.history WHERE layer_id = $1", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = layerId });
        return (long)(await command.ExecuteScalarAsync(cancellation) ?? 0L);
    }

    /// <summary>Adds an entry.</summary>
    public static NpgsqlBatchCommand Add(LayerEdits edits, long revision, DateTime moment, FeatureRowChange change)
    {
        var insert = new NpgsqlBatchCommand(
            """
            INSERT INTO soctrang.history (layer_id, feature_id, revision, kind, editor, moment, request_id, system, geometry_before, values_before, geometry_after, values_after)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """);
        (object? Value, NpgsqlDbType Type)[] values =
        [
            (edits.Layer.Id, NpgsqlDbType.Text), (change.FeatureId, NpgsqlDbType.Bigint), (revision, NpgsqlDbType.Bigint), (HistoryRow.WordOf(change.Kind), NpgsqlDbType.Text),
            (edits.Editor, NpgsqlDbType.Text), (moment, NpgsqlDbType.TimestampTz), (edits.RequestId, NpgsqlDbType.Text), (edits.Layer.Definition.System.Code, NpgsqlDbType.Text),
            (change.Was?.Wkb, NpgsqlDbType.Bytea), (change.Was?.Values, NpgsqlDbType.Text), (change.Is?.Wkb, NpgsqlDbType.Bytea), (change.Is?.Values, NpgsqlDbType.Text),
        ];
        foreach (var (value, type) in values)
            insert.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        return insert;
    }

    /// <summary>Entries, the newest first.</summary>
    public static async Task<IReadOnlyList<FeatureChange>> ReadAsync(NpgsqlConnection connection, HistoryQuery query, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT {HistoryRow.Columns} FROM soctrang.history
            WHERE layer_id = $1 AND ($2::bigint IS NULL OR feature_id = $2) AND ($3::bigint IS NULL OR sequence < $3)
            ORDER BY sequence DESC LIMIT $4
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter { Value = query.LayerId });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)query.FeatureId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)query.Before ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new NpgsqlParameter { Value = query.Limit });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<FeatureChange>();
        while (await rows.ReadAsync(cancellation))
            entries.Add(Entry(rows));
        return entries;
    }

    private static FeatureChange Entry(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), HistoryRow.KindOf(row.GetString(4)), row.GetString(5), row.GetFieldValue<DateTime>(6),
        Text(row, 7), HistoryRow.VersionOf(row.GetString(8), Bytes(row, 9), Text(row, 10)), HistoryRow.VersionOf(row.GetString(8), Bytes(row, 11), Text(row, 12)));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static byte[]? Bytes(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
}
